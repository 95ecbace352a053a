import type { CheckedClient, CheckReport } from '../check/check-month';
import { FINDING } from './findings';
import { shape } from './shape';

const VISIT = shape<CheckedClient['visits'][number]>()({ date: 'day', findings: FINDING });

const CLIENT = shape<CheckedClient>()({ client: 'plain', findings: FINDING, visits: VISIT });

export const CHECK = shape<CheckReport>()({
  action: 'plain',
  month: 'plain',
  sessions: 'plain',
  billedBefore: 'plain',
  stops: 'plain',
  warnings: 'plain',
  notes: 'plain',
  accounts: 'plain',
  general: FINDING,
  clients: CLIENT,
});
