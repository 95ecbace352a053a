import type { Claim } from '../../billing/claims/claim';
import { employerInsures } from '../../billing/claims/employer-insures';
import type { PayerKind, Relationship } from '../../billing/records/practice';
import { earliestOf, partsOf, type Day } from '../../billing/values/day';

/**
 * SBR09 where the payer table gives none: the code that stands for the kind of payer. Sources: 005010X222A1 SBR09. A
 * plan of Blue Cross (BL), an HMO (HM) or TRICARE (CH) says so in the Payers table.
 */
export const FILING_CODE_OF_KIND: Readonly<Record<PayerKind, string>> = {
  commercial: 'CI',
  auto: 'AM',
  'workers-comp': 'WC',
  va: 'VA',
  medicare: 'MB',
  medicaid: 'MC',
  cash: 'ZZ',
};

/** PAT01. Sources: 005010X222A1 2000C. */
export const PATIENT_RELATIONSHIP: Readonly<Record<Exclude<Relationship, 'self'>, string>> = {
  spouse: '01',
  child: '19',
  other: 'G8',
};
export const EMPLOYEE = '20';

/** CLM11-1. Sources: 005010X222A1 2300. */
export const RELATED_CAUSE = { auto: 'AA', work: 'EM', other: 'OA' } as const;

/** HI01-1 of the first diagnosis and of the others: ICD-10-CM. */
export const FIRST_DIAGNOSIS = 'ABK';
export const FURTHER_DIAGNOSIS = 'ABF';

/** Whether the patient holds the policy, so that there is no loop 2000C. */
export function patientIsSubscriber(claim: Claim): boolean {
  return claim.relationship === 'self' && !employerInsures(claim);
}

export function filingCode({ payer }: Claim): string {
  return payer.filingCode ?? FILING_CODE_OF_KIND[payer.kind];
}

/** `CCYYMMDD`. */
export function d8(day: Day): string {
  const { year, month, day: dayOfMonth } = partsOf(day);
  return [String(year), String(month).padStart(2, '0'), String(dayOfMonth).padStart(2, '0')].join('');
}

export function firstServiceDate({ lines }: Claim): Day {
  return earliestOf(lines.map(({ date }) => date));
}
