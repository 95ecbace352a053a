import type { SuperbillRow } from '../../billing/superbills/superbill';
import { superbillPages } from '../../forms/superbill/superbill-form';
import type { MadeSuperbill, SuperbillsReport } from '../superbills/make-superbills';
import { CLAIM_HOLD, LEFT_OUT } from './claims';
import { FINDING } from './findings';
import { shape } from './shape';

const ROW = shape<SuperbillRow>()({
  control: 'plain',
  date: 'day',
  code: 'plain',
  units: 'plain',
  charge: 'money',
  paid: 'money',
});

const SUPERBILL = shape<MadeSuperbill>()({
  account: 'plain',
  kind: 'plain',
  client: ['plain', ({ client }) => client.name],
  sheet: 'plain',
  payer: ['plain', ({ client }) => client.payer],
  diagnoses: 'plain',
  rows: ROW,
  charged: 'money',
  paid: 'money',
  balance: 'money',
  pages: ['plain', (superbill) => superbillPages(superbill).length],
});

export const SUPERBILLS = shape<SuperbillsReport>()({
  action: 'plain',
  month: 'plain',
  superbills: SUPERBILL,
  charged: 'money',
  holds: CLAIM_HOLD,
  notIncluded: LEFT_OUT,
  leftOut: 'plain',
  billedBefore: 'plain',
  tablesMade: 'plain',
  findings: FINDING,
});
