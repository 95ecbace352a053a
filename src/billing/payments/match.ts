import { absolute, plus, sum, ZERO, type Cents } from '../values/cents';
import type { Day } from '../values/day';
import { numberKey, sameModifiers, type BilledLines } from './billed-line';
import type { BilledLine } from '../records/billed-line';
import { hasMemberId, isNamed } from './patient';
import type { MatchedBy } from './posting';
import type { RemittanceClaim, RemittanceLine } from './remittance/remittance';

export type Match =
  | { kind: 'matched'; lines: readonly BilledLine[]; by: MatchedBy }
  | { kind: 'unmatched'; why: string; candidates: readonly BilledLine[] };

/** What a step has to go by. */
interface Sought {
  claim: RemittanceClaim;
  line: RemittanceLine;
  /** As billed: SVC06 where the payer decided on another code. */
  code: string;
  modifiers: string[];
  date: Day | null;
  /** Lines of the register that this claim has not been matched with yet. */
  isFree: (line: BilledLine) => boolean;
  /** Free, or answered by this claim for only a part of its charge. */
  hasRoom: (line: BilledLine) => boolean;
}

/** What a claim charges so far on the billed lines that it was matched with. */
export type Taken = ReadonlyMap<BilledLine, Cents>;

interface Step {
  by: MatchedBy;
  /** Whether a line may be matched again for the rest of its charge: payers split lines. */
  splits?: boolean;
  candidates: (sought: Sought, lines: BilledLines) => readonly BilledLine[];
}

/**
 * In this order; the first step that leaves one line decides. The order is that of Open Dental's manual for matching
 * remittances, with our line control number in front; matching without modifier is a second try, since payers often
 * do not return the one that was billed.
 */
const STEPS: readonly Step[] = [
  {
    by: 'line control number',
    splits: true,
    candidates({ claim, line, date }, lines) {
      const found = line.control === null ? null : lines.withControl(line.control);
      if (!found) return [];
      const other =
        lines.ofAccount(claim.account).length > 0 && numberKey(found.account) !== numberKey(claim.account);
      return other || (date !== null && date !== found.date) ? [] : [found];
    },
  },
  {
    by: 'claim number',
    candidates: (sought, lines) =>
      ofClaim(sought, lines.ofAccount(sought.claim.account).filter(sought.isFree)),
  },
  {
    by: 'claim number',
    splits: true,
    candidates: (sought, lines) =>
      ofClaim(sought, lines.ofAccount(sought.claim.account).filter(sought.hasRoom)),
  },
  {
    by: 'date, charge and code',
    candidates: (sought, lines) =>
      sameService(sought, lines).filter((one) => sameModifiers(one.modifiers, sought.modifiers)),
  },
  { by: 'date, charge and code without modifier', candidates: sameService },
  {
    by: 'name and member ID',
    candidates: (sought, lines) => ofPerson(sought, lines).filter((one) => one.code === sought.code),
  },
];

/**
 * Finds the billed line of a line of a remittance, or the lines that it answers as one. Two lines that would do are no
 * match: nobody guesses.
 */
export function matchLine(
  claim: RemittanceClaim,
  line: RemittanceLine,
  lines: BilledLines,
  taken: Taken,
): Match {
  const { code, modifiers } = line.original ?? line;
  const date = line.from ?? claim.from;
  const isFree = (one: BilledLine) => !taken.has(one);
  const hasRoom = (one: BilledLine) =>
    isFree(one) || plus(taken.get(one) ?? ZERO, absolute(line.charge)) <= one.charge;
  const sought = { claim, line, code, modifiers, date, isFree, hasRoom };
  for (const { by, splits, candidates } of STEPS) {
    const found = candidates(sought, lines).filter(splits ? hasRoom : isFree);
    const [first, ...more] = found;
    if (first && more.every((one) => isEqual(one, first))) {
      return { kind: 'matched', lines: answeredAsOne(sought, first, lines) ?? [first], by };
    }
    if (first)
      return { kind: 'unmatched', why: `${String(found.length)} billed lines would fit`, candidates: found };
  }
  return { kind: 'unmatched', ...whyNot(sought, lines) };
}

/** Lines of a claim of that date and code, those that fit better before the others. */
function ofClaim(sought: Sought, lines: readonly BilledLine[]): readonly BilledLine[] {
  const ofDate = lines.filter((one) => sought.date === null || one.date === sought.date);
  const sameCode = ofDate.filter((one) => one.code === sought.code);
  const closest = sameCode.filter((one) => sameModifiers(one.modifiers, sought.modifiers));
  const exact = closest.filter((one) => one.charge === absolute(sought.line.charge));
  return [exact, closest, sameCode].find((some) => some.length > 0) ?? [];
}

/**
 * All lines of the claim that the payer put together: of one date and code, else of one date, that charge just what
 * the answer charges. Null where the answer charges no more than the line that was found.
 */
function answeredAsOne({ line, isFree }: Sought, found: BilledLine, lines: BilledLines): BilledLine[] | null {
  const charge = absolute(line.charge);
  if (charge <= found.charge || !isFree(found)) return null;
  const ofDate = lines.ofAccount(found.account).filter((one) => isFree(one) && one.date === found.date);
  const groups = [ofDate.filter((one) => one.code === found.code), ofDate];
  return groups.find((group) => sum(group.map((one) => one.charge)) === charge) ?? null;
}

/** The same service at the same charge, of a client whom the remittance does not contradict. */
function sameService({ claim, line, code, date, isFree }: Sought, lines: BilledLines): readonly BilledLine[] {
  if (date === null) return [];
  return lines
    .ofService(date, code)
    .filter((one) => isFree(one) && one.charge === absolute(line.charge) && isOfPatient(one, claim));
}

function ofPerson({ claim, date, isFree }: Sought, lines: BilledLines): readonly BilledLine[] {
  return lines.ofDate(date).filter((one) => isFree(one) && isOfPatient(one, claim));
}

/** By member number or by name, as sent or as the payer has it. A remittance always names the patient (NM1*QC). */
function isOfPatient(one: BilledLine, claim: RemittanceClaim): boolean {
  const isOwnName = isNamed(one, claim);
  return claim.patient && claim.patient.last !== ''
    ? isOwnName
    : isOwnName || hasMemberId(one, claim) === true;
}

/** Lines of one claim that bill the same, so that it does not matter which is taken. */
function isEqual(a: BilledLine, b: BilledLine): boolean {
  return (
    a.account === b.account &&
    a.date === b.date &&
    a.code === b.code &&
    a.charge === b.charge &&
    sameModifiers(a.modifiers, b.modifiers)
  );
}

function whyNot(sought: Sought, lines: BilledLines): { why: string; candidates: readonly BilledLine[] } {
  const ofClaim = lines.ofAccount(sought.claim.account);
  if (ofClaim.length > 0) {
    return { why: 'the claim is yours, and none of its lines has this date and code', candidates: ofClaim };
  }
  const near = ofPerson(sought, lines);
  const why = 'this claim number is none of yours, and no billed line has this client, date, code and charge';
  return { why, candidates: near.slice(0, 5) };
}
