import type { MonthEndReport } from '../../../actions/month-end/reported-month';
import { daySpan, counted, money } from '../words';

export type LookAt = MonthEndReport['toLookAt'][number];

/** What asks for the same kind of work, in the order of the month's sheet. */
export interface LookAtGroup {
  word: string;
  title: string;
  aside: string;
  items: LookAt[];
}

/** Those that have every word of the filter, by what is wrong with them. */
export function lookAtGroups(all: readonly LookAt[], filter: string): LookAtGroup[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const groups = new Map<string, LookAt[]>();
  for (const one of all) {
    const told = toldOf(one);
    if (!words.every((word) => told.includes(word))) continue;
    groups.set(one.word, [...(groups.get(one.word) ?? []), one]);
  }
  return [...groups].map(([word, items]) => ({
    word,
    title: word.slice(0, 1).toUpperCase() + word.slice(1),
    aside: `${String(items.length)}, ${money(totalOf(items))}`,
    items,
  }));
}

/** Dollars, added up in cents. */
export function totalOf(items: readonly { amount: number }[]): number {
  return items.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0) / 100;
}

/** "Cascade Health Plan, C26100002, Oct 2 to Oct 30, 4 lines". */
export function aboutOf({ payer, account, date, to, lines, code }: LookAt): string {
  const what = lines > 1 ? counted(lines, account === null ? 'visit' : 'line') : code;
  return [payer ?? 'payer not clear', account, daySpan(date, to), what]
    .filter((part) => part !== null)
    .join(', ');
}

export function keyOf({ word, client, payer, account, control, date }: LookAt): string {
  return [word, client, payer, account, control, date].join('|');
}

function toldOf(one: LookAt): string {
  const { word, client, payer, account, control, code, why, toDo, date } = one;
  return [word, client, payer, account, control, code, why, toDo, date].join(' ').toLowerCase();
}
