import type { CellPlace, Severity } from '../findings';
import type { CheckedVisit } from './checked-visit';
import type { RuleContext } from './context';

/** The families in the order in which docs/rules.md and findings of one severity have them. */
export const FAMILIES = {
  diagnosis: 'Diagnosis codes',
  procedure: 'Procedure codes',
  pairs: 'Codes that do not go together',
  units: 'Units, minutes and daily limits',
  modifiers: 'Modifiers',
  payer: "The payer's own rules",
  limits: 'Visits, dates and deadlines',
  case: 'Coverage and accident',
  practice: 'The practice and its identifiers',
  record: 'What the session sheet says',
} as const;

export type Family = keyof typeof FAMILIES;

/** What the sentences leave open, by the name in braces. */
export type Fill = Readonly<Record<string, string>>;

/** One thing that a rule found. */
export interface Hit {
  place: CellPlace | null;
  fill?: Fill;
  /** Set where this hit stands in the client's record and so holds for every date. */
  about?: 'client';
}

/**
 * One rule of the table. `message`, `fix` and `source` are sentences with names in braces, `{code}`, for what each
 * hit fills in; that keeps them readable on the page made from the table.
 */
export interface Rule {
  id: string;
  family: Family;
  /** STOP: would be denied or is false on the claim. WARN: look at it before sending. NOTE: worth knowing. */
  severity: Severity;
  /** Whose it is: of one date, or of the client, payer or practice whatever the date. Left out: of the date. */
  about?: 'client' | 'payer' | 'practice';
  test: (visit: CheckedVisit, context: RuleContext) => Hit[];
  message: string;
  fix: string;
  /** The document that says so; `[K]`-like doubts are said in words. */
  source: string;
  /** First and last date of service for which it holds, `YYYY-MM-DD`. */
  since?: string;
  until?: string;
}

/** One hit, or none. */
export function hitIf(found: boolean, place: CellPlace | null, fill: Fill = {}): Hit[] {
  return found ? [{ place, fill }] : [];
}

/** `M54.50, M54.51 or M54.59`. */
export function listOf(words: readonly string[], last: 'and' | 'or' = 'and'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;
}
