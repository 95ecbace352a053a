import { KIND_ROWS, type AdjustmentKind, type DenialOf } from './kind-table';

export interface AdjustmentMeaning {
  kind: AdjustmentKind;
  of: DenialOf | null;
  source: string;
}

const LIST = 'X12 list of claim adjustment reason codes (June 2024), in our words';

/** A reason that has no row is a denial of which nothing more is known. */
const MEANINGS: ReadonlyMap<string, AdjustmentMeaning> = new Map(
  KIND_ROWS.map(([code, kind, of, says, why]) => [
    code,
    { kind, of, source: `${LIST}: ${says}${why === undefined ? '' : `. Our judgement: ${why}`}` },
  ]),
);

/** A reason without a code was typed by hand: its group alone says what it is. */
const TYPED: AdjustmentMeaning = { kind: 'plan share', of: null, source: 'Typed by hand, without a code' };
const UNKNOWN: AdjustmentMeaning = { kind: 'denial', of: null, source: 'Not in the table' };

/** The codes of the table, for those who read it through. */
export function adjustmentCodes(): string[] {
  return [...MEANINGS.keys()];
}

/** What the reason says, under whatever group it stands. */
export function adjustmentMeaning(code: string): AdjustmentMeaning {
  return code === '' ? TYPED : (MEANINGS.get(code) ?? UNKNOWN);
}
