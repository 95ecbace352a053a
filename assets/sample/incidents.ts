import type { SessionRow } from './session-row';

/** What did not go as usual: one session, replaced by one or more rows that differ from the client's habit. */
export interface Incident {
  on: string;
  client: string;
  rows: readonly Partial<SessionRow>[];
}

const missed = { minutes: null, cpt: null, dx: '', units: null, how: '' } as const;
const noShow = (charge: number | null, paid: number | null, notes: string): Partial<SessionRow> => ({
  ...missed,
  charge,
  paid,
  status: 'no show',
  notes,
});
const cancelled = (notes: string): Partial<SessionRow> => ({
  ...missed,
  charge: null,
  paid: null,
  status: 'cancelled',
  notes,
});
const lateCancel = (charge: number, paid: number | null, notes: string): Partial<SessionRow> => ({
  ...missed,
  charge,
  paid,
  status: 'late cancel',
  notes,
});

/** Two procedures of one visit, each in a row of its own. */
const twoRows = (notes: string): readonly Partial<SessionRow>[] => [
  { minutes: 30, cpt: 97140, charge: 66, paid: 20, notes },
  { minutes: 30, cpt: '97110', charge: 62, paid: null, how: '', start: null, notes: '' },
];

export const incidents: readonly Incident[] = [
  { on: '2026-08-04', client: 'Jasper Thimblewick', rows: [{ dx: 'M54.5' }] },
  { on: '2026-08-25', client: 'Jasper Thimblewick', rows: [{ dx: 'M54.5' }] },
  {
    on: '2026-10-06',
    client: 'Jasper Thimblewick',
    rows: [{ dx: 'M54.5', notes: 'old code? see Dr letter' }],
  },
  { on: '2026-10-27', client: 'Jasper Thimblewick', rows: [{ dx: 'M54.5' }] },
  { on: '2026-08-07', client: 'Lark Vantongeren', rows: [noShow(60, null, 'NS fee, texted twice')] },
  { on: '2026-08-11', client: 'Jasper Thimblewick', rows: [cancelled('boat on fire (!)')] },
  {
    on: '2026-08-12',
    client: 'Hollis Nightingale-Roe',
    rows: twoRows('mobilization + exercise'),
  },
  {
    on: '2026-08-14',
    client: 'Finn Harrowgate',
    rows: [{ client: 'Finn Harrowgate', minutes: '45 min', units: 3 }],
  },
  { on: '2026-08-18', client: 'Ada Fernwhistle', rows: [{ client: 'Ada F.', status: '' }] },
  { on: '2026-08-20', client: 'Greta Umberlane', rows: [{ client: 'Greta U.' }] },
  { on: '2026-08-21', client: 'Lark Vantongeren', rows: [lateCancel(40, 40, 'woke up sick')] },
  {
    on: '2026-08-29',
    client: 'Koa Lindenmoor',
    rows: [{ how: 'gift cert #0147', notes: 'birthday gift from sister, cert now used up' }],
  },
  { on: '2026-08-31', client: 'Imogen Pettifer', rows: [{ dateText: '8/31/26' }] },
  { on: '2026-09-02', client: 'Hollis Nightingale-Roe', rows: twoRows('') },
  {
    on: '2026-09-03',
    client: 'Bram Oxenfield',
    rows: [noShow(null, null, 'accident hearing, forgot. No fee this once')],
  },
  { on: '2026-09-08', client: 'Jasper Thimblewick', rows: [{ minutes: 75, charge: 150, paid: 30 }] },
  { on: '2026-09-11', client: 'Calla Wintergreen', rows: [cancelled('moved to Wed')] },
  {
    on: '2026-09-14',
    client: 'Imogen Pettifer',
    rows: [{ cpt: '97140', dx: 'M72.2 ', notes: 'card copied again' }],
  },
  { on: '2026-09-15', client: 'Dorian Saltmarsh', rows: [{ status: 'KEPT', notes: 'VA called, note sent' }] },
  { on: '2026-09-18', client: 'Finn Harrowgate', rows: [noShow(null, null, 'cannot charge Medicaid')] },
  {
    on: '2026-09-23',
    client: 'Hollis Nightingale-Roe',
    rows: [{ client: 'Hollis N-R', ...lateCancel(40, null, 'fee waived? ask') }],
  },
  { on: '2026-10-01', client: 'Greta Umberlane', rows: [{ notes: 'new package of 5' }] },
  { on: '2026-10-06', client: 'Ada Fernwhistle', rows: [{ dx: 'M5450, M542' }] },
  { on: '2026-10-07', client: 'Hollis Nightingale-Roe', rows: twoRows('mobilization + exercise') },
  { on: '2026-10-09', client: 'Lark Vantongeren', rows: [noShow(60, 60, 'NS fee paid by Venmo')] },
  { on: '2026-10-14', client: 'Calla Wintergreen', rows: [{ dateText: '10/14/2026' }] },
  { on: '2026-10-13', client: 'Jasper Thimblewick', rows: [cancelled('out of town')] },
  { on: '2026-10-21', client: 'Hollis Nightingale-Roe', rows: twoRows('') },
  { on: '2026-10-23', client: 'Finn Harrowgate', rows: [{ minutes: 52, units: 'formula' }] },
  {
    on: '2026-10-26',
    client: 'Bram Oxenfield',
    rows: [{ minutes: 45, cpt: '97124 x2; 97110 x1', units: 3, charge: 91 }],
  },
  { on: '2026-10-30', client: 'Lark Vantongeren', rows: [lateCancel(40, null, 'cancelled 7 am')] },
];
