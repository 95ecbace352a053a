import type { HeldPayment, PaymentFinding } from '../../billing/payments/posting';
import type { ProviderAdjustment } from '../../billing/payments/remittance/remittance';
import type { ClaimAfter } from '../payments/claim-changes';
import {
  namedBy,
  type ImportedFile,
  type ImportedPayment,
  type ImportedUnmatched,
  type ImportReport,
  type PostedClaim,
} from '../payments/import-report';
import type { CreditReport } from '../payments/use-credit';
import { FINDING } from './findings';
import { shape } from './shape';

const POSTED_CLAIM = shape<PostedClaim>()({
  account: 'plain',
  client: 'plain',
  lines: 'plain',
  paid: 'money',
  adjusted: 'money',
  clientOwes: 'money',
});

const ADJUSTMENT = shape<ProviderAdjustment>()({ reason: 'plain', reference: 'plain', amount: 'money' });

const PAYMENT = shape<ImportedPayment>()({
  key: ['plain', ({ payment }) => payment.key],
  reference: ['plain', ({ payment }) => payment.reference],
  from: ['plain', ({ payment }) => payment.from],
  received: ['day', ({ payment }) => payment.received],
  amount: ['money', ({ payment }) => payment.amount],
  posted: 'money',
  postedBefore: 'money',
  unmatched: 'money',
  unmatchedBefore: 'money',
  notOurs: 'money',
  held: 'money',
  notDecided: 'money',
  takenBack: 'money',
  unexplained: 'money',
  isRepeated: 'plain',
  isHeld: 'plain',
  claims: POSTED_CLAIM,
  adjustments: [ADJUSTMENT, 'providerAdjustments'],
});

const UNMATCHED = shape<ImportedUnmatched>()({
  key: 'plain',
  reference: ['plain', ({ payment }) => payment.reference],
  client: ['plain', (unmatched) => namedBy(unmatched).client],
  account: ['plain', ({ claim }) => claim.account],
  service: ['day', (unmatched) => namedBy(unmatched).service],
  code: ['plain', ({ line }) => line?.code ?? null],
  paid: 'money',
  why: 'plain',
  line: ['plain', ({ line, claim }) => (line ?? claim).at.line],
  isBefore: 'plain',
});

const HELD = shape<HeldPayment>()({
  reference: ['plain', ({ payment }) => payment.reference],
  account: ['plain', ({ claim }) => claim?.account ?? null],
  paid: 'money',
  why: ['plain', ({ findings }) => findings.map(({ message }) => message)],
});

/** With its place in the file instead of one in the workbook. */
const PAYMENT_FINDING = shape<PaymentFinding>()({
  rule: 'plain',
  severity: 'plain',
  message: 'plain',
  fix: 'plain',
  source: 'plain',
  line: ['plain', ({ at }) => at?.line ?? null],
  segment: ['plain', ({ at }) => at?.segment ?? null],
  account: ['plain', ({ account }) => account ?? null],
  amount: ['money', ({ amount }) => amount ?? null],
});

const FILE = shape<ImportedFile>()({
  name: 'plain',
  payments: PAYMENT,
  unmatched: UNMATCHED,
  held: HELD,
  findings: PAYMENT_FINDING,
});

const CLAIM_AFTER = shape<ClaimAfter>()({
  account: 'plain',
  client: 'plain',
  status: ['plain', ({ cells }) => cells.status],
  allowed: ['money', ({ cells }) => cells.allowed],
  insurerPaid: ['money', ({ cells }) => cells.insurerPaid],
  adjusted: ['money', ({ cells }) => cells.adjusted],
  clientOwes: ['money', ({ cells }) => cells.clientOwes],
  balance: ['money', ({ cells }) => cells.balance],
});

export const CREDIT_USED = shape<CreditReport>()({
  action: 'plain',
  client: 'plain',
  used: 'money',
  left: 'money',
  accounts: 'plain',
  claims: CLAIM_AFTER,
});

export const IMPORT = shape<ImportReport>()({
  action: 'plain',
  files: FILE,
  posted: 'money',
  unmatched: 'money',
  held: 'money',
  claims: CLAIM_AFTER,
  isComplete: 'plain',
  findings: FINDING,
});
