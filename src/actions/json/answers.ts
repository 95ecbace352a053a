import type { AnsweredClaim, AnswersReport } from '../answers/prepare-answers';
import { FINDING } from './findings';
import { shape } from './shape';

const ANSWERED = shape<AnsweredClaim>()({
  account: 'plain',
  client: 'plain',
  payer: 'plain',
  verdict: 'plain',
  kind: 'plain',
  on: 'day',
  from: 'plain',
  reasons: 'plain',
  payerClaimNumber: 'plain',
  status: 'plain',
  words: 'plain',
});

export const ANSWERS = shape<AnswersReport>()({
  action: 'plain',
  files: 'plain',
  claims: ANSWERED,
  accepted: 'plain',
  received: 'plain',
  rejected: 'plain',
  kept: 'plain',
  keptBefore: 'plain',
  findings: FINDING,
});
