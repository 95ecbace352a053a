import { ZERO, type Cents } from '../values/cents';
import type { Day } from '../values/day';

/** A service line of a claim or superbill that was made: what was billed, and what a remittance may know it by. */
export interface BilledLine {
  /** Line control number (REF*6R). */
  control: string;
  /** Patient account number (CLP01). */
  account: string;
  client: string;
  /** Other names that the client goes by: the legal one, and as it is also written. */
  names?: readonly string[];
  /** As the Clients table has it today; null when not known. */
  memberId: string | null;
  /** A name of the Payers table. */
  payer: string;
  date: Day;
  code: string;
  modifiers: string[];
  /** The codes that the line points at. */
  diagnoses: string[];
  units: number;
  minutes: number | null;
  charge: Cents;
  /** The number it was billed under; null when there was none. */
  authorization: string | null;
  /** The day the claim was made; null when not known. */
  billedOn: Day | null;
  /** On a superbill the client owes all of it, whatever the payer gives back to them. */
  isSuperbill: boolean;
  /** The session rows it came from: where each stood (`Sessions!12`), and the fingerprint of what it said. */
  sources: readonly BilledSource[];
}

export interface BilledSource {
  row: string;
  key: string;
}

/** A line that charges nothing, for money that belongs to no line of the register. */
export function lineWithoutCharge(
  known: Pick<BilledLine, 'control' | 'account' | 'client' | 'payer' | 'date'>,
): BilledLine {
  return {
    ...known,
    memberId: null,
    code: '',
    modifiers: [],
    diagnoses: [],
    units: 0,
    minutes: null,
    charge: ZERO,
    authorization: null,
    billedOn: null,
    isSuperbill: false,
    sources: [],
  };
}
