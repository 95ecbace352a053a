import type { BilledLine } from '../records/billed-line';
import { numberKey, sameName } from './billed-line';
import type { RemittanceClaim } from './remittance/remittance';

/** Whether a claim that bears our number is for the client whom we billed under it. */
export type PatientVerdict = 'same' | 'other name' | 'other person';

/**
 * By the name as sent or as the payer has it. Another name alone may be a nickname or a marriage; with another member
 * ID too, or paid to another provider, the number is somebody else's: account numbers are not unique among practices.
 */
export function patientVerdict(
  billed: Pick<BilledLine, 'client' | 'names' | 'memberId'>,
  claim: RemittanceClaim,
  paidToOther: boolean,
): PatientVerdict {
  if (!claim.patient || claim.patient.last === '' || isNamed(billed, claim)) return 'same';
  return paidToOther || hasMemberId(billed, claim) === false ? 'other person' : 'other name';
}

export function isNamed(
  { client, names }: Pick<BilledLine, 'client' | 'names'>,
  claim: RemittanceClaim,
): boolean {
  return peopleOf(claim).some((person) => [client, ...(names ?? [])].some((name) => sameName(name, person)));
}

/** Null where one of the sides is not known. */
export function hasMemberId(
  { memberId }: Pick<BilledLine, 'memberId'>,
  claim: RemittanceClaim,
): boolean | null {
  const theirs = peopleOf(claim).flatMap(({ id }) => (id === '' ? [] : [numberKey(id)]));
  return memberId === null || theirs.length === 0 ? null : theirs.includes(numberKey(memberId));
}

function peopleOf({ patient, insured, corrected }: RemittanceClaim) {
  return [patient, insured, corrected].flatMap((person) => person ?? []);
}
