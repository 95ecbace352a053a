import type { PostingContext } from '../../../src/billing/payments/post-remittances';
import { postRemittances } from '../../../src/billing/payments/post-remittances';
import type { PostingResult } from '../../../src/billing/payments/posting';
import { readRemittanceFile } from '../../../src/x12/remittance-835/read-remittances';
import { payerOf, practiceOf } from '../../billing/claims/records';
import { day } from '../values';
import { OUR_NPI, writeRemittances, type WrittenRemittance } from './write-remittance';

export const CASCADE = payerOf({
  name: 'Cascade Health Plan',
  payerId: '91062',
  kind: 'commercial',
  inNetwork: true,
});

export function contextOf(some: Partial<PostingContext> = {}): PostingContext {
  return {
    register: [],
    postings: [],
    payments: [],
    practice: practiceOf({ npi: OUR_NPI, taxId: '911234567' }),
    payers: [CASCADE],
    today: day('2026-11-14'),
    ...some,
  };
}

/** Writes remittances as a file, reads the file and posts it. */
export function postWritten(
  remittances: readonly WrittenRemittance[],
  context: PostingContext,
): PostingResult {
  return postText(writeRemittances(remittances), context);
}

export function postText(text: string, context: PostingContext): PostingResult {
  return postRemittances(readRemittanceFile(text), context);
}

/** The context after a result was kept. */
export function after(context: PostingContext, result: PostingResult): PostingContext {
  return {
    ...context,
    postings: [...context.postings, ...result.postings],
    payments: [
      ...context.payments,
      ...result.payments.filter(({ isHeld }) => !isHeld).map(({ payment }) => payment),
    ],
  };
}
