import type { Counting } from '../counting';
import type { Discipline } from '../../professions/professions';
import type { PlanOfCare } from '../modifiers';

/** Everything that is known about a procedure code, in one place: a new code is one row of this table. */
export interface Procedure {
  code: string;
  /** Short words of our own, never the AMA's. */
  words: string;
  counting: Counting;
  /** Who says how it is counted. */
  source: string;
  /** Professions that bill it as theirs. */
  of: readonly Discipline[];
  /** It is billed only beside one of these. */
  addOnOf?: readonly string[];
  /** Its minutes alone do not earn it: something more was done, such as needles set anew. */
  needsMoreThanTime?: true;
  /** Plans of care under which it stands; none for a code that is no rehabilitation. */
  plans?: readonly PlanOfCare[];
  /** Medicare takes it only under a plan of care, whoever gives it. */
  alwaysTherapy?: true;
  /** Modifiers for the level of the person who gave it (HO, AJ …) mean something on it. */
  takesCredential?: true;
  /** A technician gives it under who plans it: the level on it is the technician's. */
  byTechnician?: true;
  /** It is given by video or telephone too. */
  byTelehealth?: true;
  /** Modifier AT means something on it: active treatment of the spine. */
  takesActiveTreatment?: true;
  /** Modifiers 25 and the like belong on it. */
  isEvaluation?: true;
  /** An office visit of a physician or of who may bill as one. */
  isOfficeVisit?: true;
  /** It runs while other work is done, or without the therapist, so it takes none of the session's minutes. */
  runsBeside?: true;
  /** What Medicare uses in its place. */
  medicareUses?: string;
  /** What most payers other than Medicare use in its place. */
  othersUse?: string;
}

export type Traits = Omit<Procedure, 'code' | 'words' | 'counting'>;
export type Row = readonly [code: string, words: string, counting: Counting, more?: Partial<Traits>];

/** The rows of a family of codes, with the traits that all of them share unless a row says otherwise. */
export function family(shared: Traits, rows: readonly Row[]): Procedure[] {
  return rows.map(([code, words, counting, more]) => ({ code, words, counting, ...shared, ...more }));
}

export const TIMED: Counting = { kind: 'timed' };
export const QUARTER: Counting = { kind: 'quarter' };
export const HALF: Counting = { kind: 'half' };
export const ONCE: Counting = { kind: 'once' };

/** Past the middle of the first `covers` minutes it is earned, as the CPT rule for time has it. */
export const first = (covers: number): Counting => ({
  kind: 'first',
  covers,
  from: Math.floor(covers / 2) + 1,
});
export const addOn = (each: number): Counting => ({ kind: 'add-on', each, from: Math.floor(each / 2) + 1 });
export const ladder = (name: string, from: number, to: number | null): Counting => ({
  kind: 'ladder',
  ladder: name,
  from,
  to,
});
export const each = (thing: string): Counting => ({ kind: 'instruments', thing });
export const asked = (because: string): Counting => ({ kind: 'asked', because });

/** Shown as the source of what nobody has published in so many words. */
export const USUAL = 'usual reading of the code; ask the payer';
