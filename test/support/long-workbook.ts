import type { Book } from '../../desk/book/book';
import { checkMonth } from '../../src/actions/check/check-month';
import { prepareClaims } from '../../src/actions/claims/make-claims';
import { readMonthScreen } from '../../src/actions/month-end/month-screen';
import { readOverview } from '../../src/actions/overview/overview';
import { prepareImport } from '../../src/actions/payments/import-remittances';
import { prepareSuperbills } from '../../src/actions/superbills/make-superbills';
import { prepareUndo } from '../../src/actions/undo/undo';
import { plainNumber } from '../../src/billing/values/plain-number';
import { answer, remittance } from '../faults/workbooks';
import { CLIENT_NAMES, inventedPractice } from './invented-practice';
import { workbookOf, type WrittenCell } from './practice-workbook';
import { day } from './values';

const NOW = new Date(2026, 11, 1, 9, 0);
const MONTH = '2026-10';
const PAYER = 'Cascade Health Plan';
const CLIENTS = 400;
const LAST = plainNumber(day('2026-10-31'));

/**
 * So many rows of sessions, 400 a day, each of another client, backwards from October 2026; every seventh says what another one says, every
 * ninth cannot be read; as many blank rows below, and one note under them. In the register, a line for each ten of them.
 */
export function longWorkbook(rows: number): Book {
  const names = Array.from({ length: CLIENTS }, (_, at) => `${CLIENT_NAMES[at % 4] ?? ''} ${String(at)}`);
  const [template] = inventedPractice.Clients ?? [];
  const sessions = Array.from({ length: rows }, (_, index): WrittenCell[] => {
    const at = index % 7 === 0 ? Math.max(0, index - 1) : index;
    const name = names[at % CLIENTS] ?? '';
    const date: WrittenCell = index % 9 === 4 ? 'someday' : LAST - Math.floor(at / CLIENTS);
    return [date, name, 60, '97124', 'M54.2', PAYER, 120];
  });
  const header = ['Date', 'Client', 'Minutes', 'CPT', 'Dx', 'Payer', 'Charge'];
  const lines = Math.floor(rows / 10);
  const numbers = Array.from({ length: lines }, (_, index) => index);
  const account = (index: number): string => `C2001${String(1000 + index).slice(-8)}`;
  const client = names[0] ?? '';
  const run = '2020-01 claims';
  const book = workbookOf(
    { Log: [header, ...sessions] },
    {
      ...inventedPractice,
      Clients: names.map((name, at) => ({ ...template, name, memberId: `CHP${String(100_000 + at)}` })),
      Claims: numbers.map((index) => ({
        account: account(index), kind: 'Claim', month: '2020-01', client, payer: PAYER, lines: 1, billed: 12000,
        balance: 12000, status: 'Made', madeOn: day('2020-02-01'), run,
      })),
      ClaimLines: numbers.map((index) => ({
        control: `${account(index)}L1`, account: account(index), client, payer: PAYER, date: day('2020-01-05'),
        code: '97124', units: 4, minutes: 60, charge: 12000, sessionRows: [], sessionKeys: [], run,
      })),
      Activity: [{ run, when: '2020-02-01 09:00', what: 'Claims for 2020-01', number: 1, mark: 'abc' }],
    } as never,
  ); // prettier-ignore
  book.sheet('Log')?.setValue(2 * rows, 12, 'the end');
  return book;
}

const ASKED = { month: MONTH, now: NOW };

/** Every action that reads the workbook, by its name; none of them writes. */
export const ACTIONS: Readonly<Record<string, (context: Excel.RequestContext) => Promise<unknown>>> = {
  overview: (context) => readOverview(context, NOW),
  check: (context) => checkMonth(context, { ...ASKED, month: null }),
  claims: (context) => prepareClaims(context, ASKED),
  superbills: (context) => prepareSuperbills(context, ASKED),
  reconcile: (context) => prepareImport(context, [remittance('CHK1', [answer('C20011000')])], { now: NOW }),
  'month end': (context) => readMonthScreen(context, ASKED),
  undo: (context) => prepareUndo(context, { now: NOW }),
};
