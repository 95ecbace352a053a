import type { Answer, CellFix, CellPlace, Finding } from '../billing/findings';
import { isoOf } from '../billing/values/day';
import { dollarsOf, type Cents } from '../billing/values/cents';

/** A finding as a report prints it: the cell as Excel names it, dates as ISO text. */
export interface ReportedFinding {
  rule: string;
  severity: Finding['severity'];
  sheet: string | null;
  cell: string | null;
  client: string | null;
  date: string | null;
  words: string;
  toDo: string;
  source: string;
  answers?: readonly Answer[];
  fix?: CellFix;
}

export function reportFinding(finding: Finding): ReportedFinding {
  return {
    rule: finding.rule,
    severity: finding.severity,
    sheet: finding.place?.sheet ?? null,
    cell: finding.place ? cellName(finding.place) : null,
    client: finding.client ?? null,
    date: finding.date === undefined ? null : isoOf(finding.date),
    words: finding.words,
    toDo: finding.toDo,
    source: finding.source,
    ...(finding.answers ? { answers: finding.answers } : {}),
    ...(finding.fix && finding.place ? { fix: finding.fix } : {}),
  };
}

/** `N12`. */
export function cellName({ row, column }: CellPlace): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${String(row)}`;
}

/** Cents as dollars for a report; exact to the cent. */
export function dollars(cents: Cents): number {
  return dollarsOf(cents);
}
