import { whyOf, type ClaimException } from '../../../billing/month/by-claim';
import { sum, usDollars } from '../../../billing/values/cents';
import { isoOf } from '../../../billing/values/day';
import { daySpan, counted } from '../words';

/** What asks for the same kind of work, in the order of the month's sheet. */
export interface LookAtGroup {
  word: string;
  title: string;
  aside: string;
  items: ClaimException[];
}

/** Those that have every word of the filter, by what is wrong with them. */
export function lookAtGroups(all: readonly ClaimException[], filter: string): LookAtGroup[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const groups = new Map<string, ClaimException[]>();
  for (const one of all) {
    const told = toldOf(one);
    if (!words.every((word) => told.includes(word))) continue;
    groups.set(one.word, [...(groups.get(one.word) ?? []), one]);
  }
  return [...groups].map(([word, items]) => ({
    word,
    title: word.slice(0, 1).toUpperCase() + word.slice(1),
    aside: `${String(items.length)}, ${usDollars(sum(items.map(({ amount }) => amount)))}`,
    items,
  }));
}

/** "Cascade Health Plan, C26100002, Oct 2 to Oct 30, 4 lines". */
export function aboutOf({ payer, account, date, to, lines, code }: ClaimException): string {
  const what = lines > 1 ? counted(lines, account === null ? 'visit' : 'line') : code;
  return [payer ?? 'payer not clear', account, daySpan(date, to), what]
    .filter((part) => part !== null)
    .join(', ');
}

export function keyOf({ word, client, payer, account, control, date }: ClaimException): string {
  return [word, client, payer, account, control, isoOf(date)].join('|');
}

function toldOf(one: ClaimException): string {
  const { word, client, payer, account, control, code, fix, date } = one;
  return [word, client, payer, account, control, code, whyOf(one), fix, isoOf(date)].join(' ').toLowerCase();
}
