import type { Claim } from './claim';

/**
 * Whether the employer stands as the insured: in workers' compensation the policy is the employer's, and the worker is
 * the patient (box 4; 837P 2010BA with NM102 = 2, X12 request for interpretation 282).
 */
export function employerInsures({ payer, employer }: Pick<Claim, 'payer' | 'employer'>): boolean {
  return payer.kind === 'workers-comp' && employer !== null;
}
