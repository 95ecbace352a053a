import type { Claim, ServiceLine } from '../../billing/claims/claim';
import type { Cents } from '../../billing/values/cents';

/** One filled or empty place of the CMS-1500 (02/12). */
export interface Box {
  /** As printed on the form: `1a`, `24D`, `33b`; `payer` for the block at the top right. */
  number: string;
  /** Where a box has several places: `state`, `qualifier`, `A` to `L` of box 21. Empty where it has one. */
  part: string;
  /** The service line, 1 to 6, for box 24; else null. */
  line: number | null;
  /** Our own short name. */
  name: string;
  /** Exactly what is printed: capitals, no punctuation. Of a box with marks, the word beside the mark. */
  value: string;
}

/** One printed form: at most six service lines, with totals of its own. */
export interface ClaimPage {
  lines: ServiceLine[];
  total: Cents;
  paid: Cents;
}

/** What the form says about a box: where its value comes from, and how much room it has. */
export interface BoxEntry {
  number: string;
  part?: string;
  name: string;
  /** The value is a word beside a mark (`YES`, `EIN`), not a text. */
  marks?: readonly string[];
  /** Characters that the manual gives it. */
  maxLength?: number;
  /** A name or an address: may be shortened to the room that there is. Numbers never are. */
  cut?: true;
  /** Reserved, or nothing that a claim of ours has to say: always empty. */
  value?: (claim: Claim, page: ClaimPage) => string;
  source: string;
}

/** A column of box 24. */
export interface LineBoxEntry {
  number: string;
  part?: string;
  name: string;
  maxLength?: number;
  value?: (line: ServiceLine, claim: Claim) => string;
  source: string;
}

/** Where the facts come from; the sections are those of the documents themselves. */
export const SOURCES = {
  form: 'CMS-1500 form (02/12)',
  fields: 'NUCC 1500 reference manual (08/05), field specifications',
  codes: 'NUCC 1500 reference manual (02/12), qualifiers, as listed by findacode.com',
  clearinghouse: 'Clearinghouses refuse an original claim without its frequency code 1',
} as const;

export const YES_NO = ['YES', 'NO'] as const;

export function yesNo(yes: boolean): string {
  return yes ? 'YES' : 'NO';
}
