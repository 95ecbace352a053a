import type { Book } from '../../desk/book/book';
import { writeXlsx } from '../../desk/xlsx/write-xlsx';
import { prepareClaims } from '../../src/actions/claims/make-claims';
import { prepareClosing } from '../../src/actions/month-end/make-month-sheet';
import { prepareImport } from '../../src/actions/payments/import-remittances';
import { prepareStatement } from '../../src/actions/documents/statement';
import { prepareSuperbills } from '../../src/actions/superbills/make-superbills';
import { applyPrepared } from '../../src/practice/prepare';
import { cents, ZERO } from '../../src/billing/values/cents';
import { onDesk } from '../support/desk';
import { bookWithCredit } from '../support/documents-book';
import { inventedPractice } from '../support/invented-practice';
import { workbookOf, type WrittenCell } from '../support/practice-workbook';
import {
  writeRemittances,
  type WrittenClaim,
  type WrittenLine,
} from '../support/remittance/write-remittance';
import { day } from '../support/values';

/** When each action is pressed. */
export const NOW = new Date(2026, 11, 1, 9, 0);
export const MONTH = '2026-10';

const SESSIONS: WrittenCell[][] = [
  ['Date', 'Client', 'Minutes', 'CPT', 'Dx', 'Payer', 'Charge', 'Status', 'Pain before', 'Pain after'],
  [day('2026-10-05'), 'Ada Applegate', 60, '97124', 'M54.2', 'Cascade Health Plan', 120, 'kept', '8/10', '5/10'],
  [day('2026-10-12'), 'Ada Applegate', 60, '97124', 'M54.2', 'Cascade Health Plan', 120, 'kept', '6/10', '4/10'],
  [day('2026-10-06'), 'Bruno Birchwood', 60, '97140', 'M54.50', 'Cascade Health Plan', 120, 'kept', null, null],
  [day('2026-10-07'), 'Clara Cloverfield', 60, '97124', 'M54.2', 'Cash', 120, 'kept', null, null],
]; // prettier-ignore

/** The workbooks that actions begin with, each as a file. */
export const WORKBOOKS = {
  /** Nothing but sessions. */
  sessions: () => Promise.resolve(workbookOf({ Log: SESSIONS })),
  practice: () => Promise.resolve(practice()),
  billed,
  answered,
  async denied() {
    const book = await billed();
    await onDesk(book, async (context) => {
      const denial = remittance('CHK1', [denied('C2610WFLM0001')]);
      await applyPrepared(context, await prepareImport(context, [denial], { now: NOW }));
    });
    return book;
  },
  async 'with a closed month'() {
    const book = await answered();
    await onDesk(book, async (context) => {
      await applyPrepared(context, await prepareClosing(context, { month: '2026-10', now: NOW }));
    });
    return book;
  },
  async 'with a letter'() {
    const book = await answered();
    await onDesk(book, async (context) => {
      const letter = await prepareStatement(context, { client: 'Ada Applegate', now: NOW });
      await applyPrepared(context, letter);
    });
    return book;
  },
  /** The user has switched on the total rows of Claimsheet's own tables. */
  async 'with total rows'() {
    const book = await answered();
    await onDesk(book, async (context) => {
      const { tables } = context.workbook;
      for (const name of ['Activity', 'Claims', 'ClaimLines', 'Payments'])
        tables.getItem(name).showTotals = true;
      await context.sync();
    });
    return book;
  },
  /** Ada has a credit, and owes something. */
  'with credit': () => Promise.resolve(bookWithCredit()),
  async 'with ranges'() {
    const book = await billed();
    for (const name of ['Claims', 'ClaimLines']) book.sheet(name)?.tables.splice(0);
    return book;
  },
  async 'with vanished claims'() {
    const book = await billed();
    await onDesk(book, async (context) => {
      for (const name of ['Claims', 'ClaimLines']) context.workbook.worksheets.getItem(name).delete();
      await context.sync();
    });
    return book;
  },
} as const satisfies Record<string, () => Promise<Book>>;

export type WorkbookName = keyof typeof WORKBOOKS;

/** Who referred Ada Applegate, to whom her progress is reported. */
const REFERRED = { referringFirstName: 'Gwen', referringLastName: 'Goldenrod', referringNpi: '1000000004' };

const files = new Map<WorkbookName, Promise<Uint8Array>>();

export function fileOf(name: WorkbookName): Promise<Uint8Array> {
  const file = files.get(name) ?? WORKBOOKS[name]().then(writeXlsx);
  files.set(name, file);
  return file;
}

function practice(): Book {
  const tables = structuredClone(inventedPractice);
  const [ada] = tables.Clients ?? [];
  Object.assign(ada ?? {}, REFERRED);
  return workbookOf({ Log: SESSIONS }, tables);
}

async function billed(): Promise<Book> {
  const book = practice();
  const asked = { month: MONTH, now: NOW };
  await onDesk(book, async (context) => {
    await applyPrepared(context, await prepareClaims(context, asked));
    await applyPrepared(context, await prepareSuperbills(context, asked));
  });
  return book;
}

/** One payment posted, one of which nobody knows whose it is. */
async function answered(): Promise<Book> {
  const book = await billed();
  await onDesk(book, async (context) => {
    const paid = remittance('CHK1', [answer('C2610WFLM0001'), STRANGER]);
    await applyPrepared(context, await prepareImport(context, [paid], { now: NOW }));
  });
  return book;
}

export function remittance(number: string, claims: WrittenClaim[]): { name: string; text: string } {
  return {
    name: `${number}.835`,
    text: writeRemittances([{ number, date: day('2026-11-10'), claims }]),
  };
}

/** A payment of which nobody knows whose it is. */
export const STRANGER: WrittenClaim = {
  ...answer('OLD-77'),
  patient: { last: 'APPELGATE', first: 'A', id: 'X1' },
};

export function answer(account: string): WrittenClaim {
  return {
    account,
    status: '1',
    patient: { last: 'APPLEGATE', first: 'ADA', id: 'CHP000100' },
    lines: [
      {
        code: '97124',
        charge: cents(12000),
        paid: cents(8000),
        date: day('2026-10-05'),
        adjustments: [['CO', '45', cents(4000)]],
      },
    ],
  };
}

function denied(account: string): WrittenClaim {
  const paid = answer(account);
  const lines = paid.lines.map((line): WrittenLine => ({
    ...line,
    paid: ZERO,
    adjustments: [['CO', '50', cents(12000)]],
  }));
  return { ...paid, status: '4', lines };
}
