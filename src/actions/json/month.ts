import type { MonthNotBilled } from '../../billing/month/seen';
import { usedBy, type ClientCredit, type CreditSource } from '../../billing/payments/client-credit';
import type { LateChange } from '../../billing/month/kept-months';
import type { Denial, DenialReason } from '../../billing/denials/denial-queue';
import type { AccidentCase } from '../../billing/month/accident-cases';
import type { Ageing } from '../../billing/month/ageing';
import { whyOf, type ClaimException } from '../../billing/month/by-claim';
import type { UnappliedPayment, MonthDeposit } from '../../billing/month/deposits';
import type { MonthException } from '../../billing/month/exceptions';
import type { FollowUp } from '../../billing/month/follow-ups';
import type { Balance } from '../../billing/month/ledger';
import {
  outstandingOf,
  type CallToMake,
  type MonthLine,
  type MonthView,
} from '../../billing/month/month-view';
import type { MonthEndReport } from '../month-end/read-month';
import { FINDING } from './findings';
import { shape } from './shape';

const BALANCE = shape<Balance>()({
  name: 'plain',
  opening: 'money',
  charges: 'money',
  paidByPayers: 'money',
  paidByClients: 'money',
  adjustments: 'money',
  closing: 'money',
});

const CALL = shape<CallToMake>()({ payer: 'plain', claims: 'plain', lines: 'plain', amount: 'money' });

const EXCEPTION = shape<MonthException>()({
  word: 'plain',
  amount: 'money',
  why: 'plain',
  fix: 'plain',
  needsCall: 'plain',
  client: 'plain',
  payer: 'plain',
  date: 'day',
  code: 'plain',
  account: 'plain',
  control: 'plain',
  lastDay: 'day',
  followUp: 'day',
});

const TO_LOOK_AT = shape<ClaimException>()({
  ...EXCEPTION.fields,
  why: ['plain', whyOf],
  to: 'day',
  lines: 'plain',
});

const LINE = shape<MonthLine>()({
  line: ['plain', ({ line }) => line.control],
  account: ['plain', ({ line }) => line.account],
  client: ['plain', ({ line }) => line.client],
  payer: ['plain', ({ line }) => line.payer],
  date: ['day', ({ line }) => line.date],
  code: ['plain', ({ line }) => line.code],
  opening: ['money', ({ balance }) => balance.opening],
  charges: ['money', ({ balance }) => balance.charges],
  paidByPayers: ['money', ({ balance }) => balance.paidByPayers],
  paidByClients: ['money', ({ balance }) => balance.paidByClients],
  adjustments: ['money', ({ balance }) => balance.adjustments],
  closing: ['money', ({ balance }) => balance.closing],
  allowed: ['money', ({ account }) => account.allowed],
  expectedPayment: ['money', ({ expected }) => expected?.payment ?? null],
  clientOwes: ['money', ({ account }) => account.clientOwes],
  payerOwes: ['money', ({ account }) => account.payerOwes],
  word: ['plain', ({ verdict }) => verdict.word],
  why: ['plain', ({ verdict }) => verdict.why],
});

const BANDS = shape<Ageing['bands']>()({
  '0-30': 'money',
  '31-60': 'money',
  '61-90': 'money',
  '91-120': 'money',
  'over 120': 'money',
});

const AGEING_ROW = shape<Ageing>()({ payer: 'plain', bands: BANDS, total: 'money' });

const AGEING = shape<MonthView['ageing']>()({
  byPayer: AGEING_ROW,
  waitingForSettlement: AGEING_ROW,
  clients: AGEING_ROW,
  credits: 'money',
  outstanding: ['money', outstandingOf],
});

const CASE = shape<AccidentCase>()({
  client: 'plain',
  payer: 'plain',
  kind: 'plain',
  visits: 'plain',
  charged: 'money',
  paid: 'money',
  adjusted: 'money',
  open: 'money',
  dollarsLeft: 'money',
  visitsLeft: 'plain',
});

const NOT_BILLED = shape<MonthNotBilled>()({
  month: 'plain',
  clients: 'plain',
  visits: 'plain',
  amount: 'money',
  lastDay: 'day',
});

const LATE = shape<LateChange>()({
  account: 'plain',
  line: ['plain', ({ control }) => control],
  client: 'plain',
  payer: 'plain',
  charges: 'money',
  payments: 'money',
  adjustments: 'money',
});

const DEPOSIT = shape<MonthDeposit>()({
  received: 'day',
  from: 'plain',
  reference: 'plain',
  amount: 'money',
  posted: 'money',
  unmatched: 'money',
  notOurs: 'money',
  takenBack: 'money',
  interest: 'money',
  unexplained: 'money',
});

const UNMATCHED = shape<UnappliedPayment>()({
  received: 'day',
  from: 'plain',
  reference: 'plain',
  client: 'plain',
  account: 'plain',
  service: 'day',
  code: 'plain',
  charge: 'money',
  paid: 'money',
  why: 'plain',
});

const REASON = shape<DenialReason>()({ group: 'plain', code: 'plain', amount: 'money', meaning: 'plain' });

const DENIAL = shape<Denial>()({
  account: ['plain', ({ line }) => line.account],
  line: ['plain', ({ line }) => line.control],
  client: ['plain', ({ line }) => line.client],
  payer: ['plain', ({ line }) => line.payer],
  date: ['day', ({ line }) => line.date],
  code: ['plain', ({ line }) => line.code],
  deniedOn: 'day',
  amount: 'money',
  reasons: REASON,
  remarks: 'plain',
  next: 'plain',
  advice: 'plain',
  appealBy: 'day',
  appealWords: 'plain',
  daysLeft: 'plain',
  resubmissions: 'plain',
  firstClaim: 'plain',
  followUp: 'day',
});

const FOLLOW_UP = shape<FollowUp>()({
  account: 'plain',
  client: 'plain',
  payer: 'plain',
  due: 'day',
  amount: 'money',
  lastCall: 'day',
  said: 'plain',
});

const CREDIT_SOURCE = shape<CreditSource>()({
  kind: 'plain',
  account: 'plain',
  line: ['plain', ({ control }) => control],
  date: 'day',
  amount: 'money',
});

const CREDIT = shape<ClientCredit>()({
  client: 'plain',
  amount: 'money',
  sources: CREDIT_SOURCE,
  couldBeUsed: ['money', usedBy],
});

export const MONTH_END = shape<MonthEndReport>()({
  action: 'plain',
  month: 'plain',
  asOf: 'day',
  asOfWords: 'plain',
  sheet: 'plain',
  totals: [BALANCE, ({ balances }) => balances.total],
  outOfBalance: 'plain',
  isClosed: 'plain',
  forKeptMonths: LATE,
  cameLater: LATE,
  notBilled: NOT_BILLED,
  credits: CREDIT,
  calls: CALL,
  exceptions: EXCEPTION,
  toLookAt: TO_LOOK_AT,
  byPayer: [BALANCE, ({ balances }) => balances.byPayer],
  byClient: [BALANCE, ({ balances }) => balances.byClient],
  lines: LINE,
  ageing: AGEING,
  cases: CASE,
  deposits: DEPOSIT,
  unmatched: UNMATCHED,
  denials: DENIAL,
  followUps: FOLLOW_UP,
  findings: FINDING,
});
