import { patientName, serviceSpan, type Claim, type ServiceLine } from '../../billing/claims/claim';
import type { ClaimHold } from '../../billing/claims/decision';
import { linePages } from '../../forms/cms1500/cms1500-boxes';
import { sessionRow } from '../../practice/sessions/billed-once';
import type { LeftOut } from '../left-out';
import type { ClaimsReport } from '../claims/claims-report';
import type { CorrectionsReport } from '../claims/correct-claims';
import { FINDING } from './findings';
import { shape } from './shape';

const LINE = shape<ServiceLine>()({
  control: 'plain',
  date: 'day',
  code: 'plain',
  modifiers: 'plain',
  pointers: 'plain',
  units: 'plain',
  charge: 'money',
  sessions: ['plain', ({ sessions }) => sessions.map(sessionRow)],
});

const CLAIM = shape<Claim>()({
  account: 'plain',
  client: ['plain', patientName],
  payer: ['plain', ({ payer }) => payer.name],
  authorization: ['plain', 'priorAuthorization'],
  from: ['day', ({ lines }) => serviceSpan(lines).from],
  to: ['day', ({ lines }) => serviceSpan(lines).to],
  diagnoses: 'plain',
  lines: LINE,
  billed: ['money', 'total'],
  clientPaid: ['money', 'amountPaid'],
  pages: ['plain', (claim) => linePages(claim).length],
});

export const CLAIM_HOLD = shape<ClaimHold>()({
  client: 'plain',
  payer: 'plain',
  dates: 'day',
  sessions: ['plain', ({ sessions }) => sessions.map(sessionRow)],
  charges: 'money',
  findings: FINDING,
});

export const LEFT_OUT = shape<LeftOut>()({
  why: 'plain',
  words: 'plain',
  sessions: 'plain',
  charges: 'money',
});

export const CLAIMS = shape<ClaimsReport>()({
  action: 'plain',
  month: 'plain',
  sheet: 'plain',
  claims: CLAIM,
  billed: 'money',
  holds: CLAIM_HOLD,
  notBilled: LEFT_OUT,
  leftOut: 'plain',
  billedBefore: 'plain',
  tablesMade: 'plain',
  submitterAndReceiver: 'plain',
  findings: FINDING,
});

export const CORRECTIONS = shape<CorrectionsReport>()({ ...CLAIMS.fields, corrections: 'plain' });
