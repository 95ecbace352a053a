import { usDate, type Day } from '../../billing/values/day';
import { formatDollars, negated, ZERO, type Cents } from '../../billing/values/cents';
import type { Letterhead } from '../../billing/documents/letterhead';
import type { ReportBlock, ReportCell } from '../report/report';

/** `$1,234.50`. */
export function money(amount: Cents): string {
  return amount < ZERO ? `-$${formatDollars(negated(amount))}` : `$${formatDollars(amount)}`;
}

/** A grid fine enough for facts in two columns beside tables of text of any widths: 18 columns over letter paper. */
export const FINE_GRID: number[] = Array.from({ length: 18 }, () => 30);

/** The top of every letter: who writes, and what it is. */
export function letterTop(from: Letterhead, title: string, under: string): ReportBlock[] {
  return [
    { kind: 'lines', lines: [from.name, ...from.lines] },
    { kind: 'title', text: title, under },
  ];
}

/** Facts that are known; the others are left out, never shown as empty. */
export function knownFacts(facts: readonly [label: string, value: ReportCell | undefined][]): {
  label: string;
  value: ReportCell;
}[] {
  return facts.flatMap(([label, value]) =>
    value === null || value === undefined || value === '' ? [] : [{ label, value }],
  );
}

export function plain(text: string): ReportBlock {
  return { kind: 'paragraph', text };
}

export function quiet(text: string): ReportBlock {
  return { kind: 'paragraph', text, look: 'quiet' };
}

export function strong(text: string): ReportBlock {
  return { kind: 'paragraph', text, look: 'strong' };
}

/** A place that only the therapist can fill, marked so that none is overlooked. */
export function place(text: string): ReportBlock {
  return { kind: 'paragraph', text: `[${text}]`, look: 'strong' };
}

/** `from 10/01/2026 to 10/31/2026`, or the one day. */
export function span(from: Day, to: Day): string {
  return from === to ? `on ${usDate(from)}` : `from ${usDate(from)} to ${usDate(to)}`;
}

/** `97124 Massage`. */
export function serviceName(code: string, words: string | null): string {
  return words === null ? code : `${code} ${words}`;
}
