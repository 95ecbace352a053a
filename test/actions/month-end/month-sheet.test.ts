import { readXlsx } from '../../../desk/xlsx/read-xlsx';
import { writeXlsx } from '../../../desk/xlsx/write-xlsx';
import { createCalculator } from '../../../desk/calc/calculator';
import { readCustomFunctionTable } from '../../../desk/calc/custom-function-table';
import type { Book, Sheet } from '../../../desk/book/book';
import { prepareMonthSheet } from '../../../src/actions/month-end/make-month-sheet';
import { readMonthScreen } from '../../../src/actions/month-end/month-screen';
import { readPracticeBook } from '../../../src/practice/practice-book';
import { dollarsOf, sum } from '../../../src/billing/values/cents';
import { lineRows } from '../../billing/month/october';
import { contentsOf, onDesk } from '../../support/desk';
import { inventedPractice } from '../../support/invented-practice';
import { workbookOf, type TableContents } from '../../support/practice-workbook';
import { act, rowsOf, undo } from '../../support/remittance/payments-desk';
import { day, usd } from '../../support/values';

const asked = { month: '2026-10', now: new Date(2026, 10, 15, 9, 0) };
const SESSIONS = [
  ['Date', 'Client', 'Minutes', 'CPT', 'Dx', 'Payer', 'Charge', 'Status'],
  [day('2026-10-28'), 'Ana Ruiz', 60, '97124', 'M54.2', 'Cascade Health Plan', 120, 'kept'],
];

/** The lines of `october/lines.csv` as a register, one of their clients with a name that looks like a formula. */
function bookOf(tables: TableContents = {}): Book {
  const rows = lineRows.map((row) => ({ ...row, client: row.client === 'Eve Sorrel' ? '=1+1' : row.client }));
  const about = (row: (typeof rows)[number]) => ({
    account: row.line.split('-')[0] ?? '',
    client: row.client,
    payer: row.payer,
    run: '2026-10 claims',
  });
  return workbookOf(
    { Sessions: SESSIONS },
    {
      ...inventedPractice,
      Payers: [
        {
          name: 'Cascade Health Plan',
          kind: 'commercial',
          billing: 'claim',
          inNetwork: true,
          laterUnitReduction: 20,
          daysToFollowUp: 30,
          daysToAppeal: 180,
        },
        { name: 'Pioneer Auto', kind: 'auto', billing: 'claim', daysToFollowUp: 45 },
        { name: 'Evergreen Mutual', kind: 'commercial', billing: 'claim' },
      ],
      Clients: [{ name: 'Ana Ruiz', payer: 'Cascade Health Plan' }],
      Fees: [{ code: '97124', fee: 2500, payer: 'Cascade Health Plan' }],
      Claims: [...new Set(rows.map((row) => about(row).account))].flatMap((account) => {
        const own = rows.filter((row) => about(row).account === account);
        const [row] = own;
        if (!row) return [];
        const billed = sum(own.map(({ charge }) => usd(charge)));
        return [
          {
            ...about(row),
            ...{ kind: row.kind, month: '2026-10', status: 'Made', lines: own.length, billed },
            madeOn: day(row['made on']),
          },
        ];
      }),
      ClaimLines: rows.map((row) => ({
        ...about(row),
        control: row.line,
        date: day(row.date),
        code: row.code,
        units: Number(row.units),
        charge: usd(row.charge),
      })),
      Payments: [
        {
          received: day('2026-10-20'),
          from: 'Cascade Health Plan',
          reference: 'EFT1',
          account: 'A1',
          paid: 7000,
          reasons: 'CO-45 35.00; PR-3 15.00',
        },
        {
          received: day('2026-10-27'),
          from: 'Cascade Health Plan',
          reference: '=EFT2',
          account: 'A4',
          paid: 0,
          reasons: 'CO-29 120.00',
        },
      ],
      ...tables,
    },
  );
}

async function calculated(book: Book): Promise<Sheet> {
  const calculator = await createCalculator(book, {
    functions: readCustomFunctionTable({ functions: [] }),
    invoke: () => Promise.resolve([]),
  });
  try {
    await calculator.recalculateAll();
  } finally {
    calculator.close();
  }
  const sheet = book.sheet('Month 2026-10');
  if (!sheet) throw new Error('There is no month sheet.');
  return sheet;
}

/** Rows of text and numbers as they stand on the sheet, empty cells left out. */
function linesOf(sheet: Sheet): unknown[][] {
  const rows: unknown[][] = [];
  for (const { row, cell } of sheet.entries()) {
    if (cell.value === null) continue;
    (rows[row] ??= []).push(cell.value);
  }
  return rows.filter((row) => row !== undefined);
}

const TOTALS = [460, 1610, 70, 0, 35, 1965];

test('the formulas of the sheet come to the totals of the view, and every table adds up to them', async () => {
  const book = bookOf();
  const { report } = await act(book, (context) => prepareMonthSheet(context, asked));
  const sheet = await calculated(book);
  const { opening, charges, paidByPayers, paidByClients, adjustments, closing } = report.balances.total;
  const amounts = [opening, charges, paidByPayers, paidByClients, adjustments, closing];
  expect(amounts.map(dollarsOf)).toEqual(TOTALS);
  const formulas = [...sheet.entries()].filter(({ cell }) => cell.formula !== null);
  expect(formulas.length).toBeGreaterThan(lineRows.length);
  const rows = linesOf(sheet);
  expect(rows.filter(([label]) => label === 'Total').slice(0, 1)).toEqual([['Total', ...TOTALS]]);
  const balances = rows.filter((row) => JSON.stringify(row.slice(1)) === JSON.stringify(TOTALS));
  expect(balances.map(([label]) => label)).toEqual([
    'Opening + charges - payments - written off = closing',
    'Total',
    'Total',
    'Total',
  ]);
});

test('whether it balances, whom to call and what to look at stand before everything else', async () => {
  const book = bookOf();
  await act(book, (context) => prepareMonthSheet(context, asked));
  const rows = linesOf(await calculated(book)).map((row) => String(row[0]));
  const at = (start: string) => rows.findIndex((text) => text.startsWith(start));
  expect(rows[0]).toBe('October 2026: billed, paid and owed');
  expect(rows[2]).toBe('The month balances: $1,965.00 is owed at its end.');
  expect(at('Calls to make')).toBeLessThan(8);
  const order = [
    'To look at',
    'denied',
    'overdue',
    'not billed',
    'Denials',
    'By payer',
    'Ageing',
    'Auto',
    'Money',
    'By client',
    'By line',
  ];
  const places = order.map(at);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places).not.toContain(-1);
});

test('names that look like formulas stay text', async () => {
  const book = bookOf();
  await act(book, (context) => prepareMonthSheet(context, asked));
  const sheet = await calculated(book);
  const own = [...sheet.entries()].filter(({ cell }) => ['=1+1', '=EFT2'].includes(String(cell.value)));
  expect(own.length).toBeGreaterThanOrEqual(3);
  expect(own.map(({ cell }) => cell.formula)).toEqual(own.map(() => null));
});

test('the sheet prints on letter paper, landscape, and holds a native chart of the ageing', async () => {
  const book = bookOf();
  await act(book, (context) => prepareMonthSheet(context, asked));
  const sheet = readXlsx(writeXlsx(book)).sheet('Month 2026-10');
  expect(sheet?.pageLayout).toMatchObject({ orientation: 'Landscape', paperSize: 'Letter' });
  expect(sheet?.charts).toHaveLength(1);
});

test('a second sheet gets another name, nothing is read from either, and Undo gives every cell back', async () => {
  const book = bookOf();
  const before = contentsOf(book);
  const first = await act(book, (context) => prepareMonthSheet(context, asked));
  const between = contentsOf(book);
  const second = await act(book, (context) => prepareMonthSheet(context, asked));
  expect([first.report.sheet, second.report.sheet]).toEqual(['Month 2026-10', 'Month 2026-10 (2)']);
  expect(second.report).toEqual({ ...first.report, sheet: 'Month 2026-10 (2)' });
  const { answer } = await onDesk(book, (context) => readPracticeBook(context, { ...asked, month: null }));
  expect(answer.sessions.map(({ place }) => place.sheet)).toEqual(['Sessions']);
  await undo(book);
  expect(contentsOf(book)).toEqual(between);
  await undo(book);
  expect(contentsOf(book)).toEqual(before);
});

test('the pane shows the same, and nothing is written', async () => {
  const book = bookOf();
  const before = contentsOf(book);
  const { answer } = await onDesk(book, (context) => readMonthScreen(context, asked));
  expect(contentsOf(book)).toEqual(before);
  const { report } = await act(book, (context) => prepareMonthSheet(context, asked));
  expect(answer.report).toEqual({ ...report, sheet: null });
  expect(report.exceptions.find(({ word }) => word === 'not billed')).toMatchObject({
    client: 'Ana Ruiz',
    amount: usd('120.00'),
    date: day('2026-10-28'),
  });
  expect(rowsOf(book, 'Activity').map((row) => row['What'])).toEqual(["The month's sheet for 2026-10"]);
});

test('a check that is not all posted makes a month that does not balance, and the sheet says so on top', async () => {
  const book = bookOf({
    Deposits: [
      {
        received: day('2026-10-30'),
        kind: 'Payment',
        from: 'Cascade Health Plan',
        reference: 'EFT9',
        amount: 10000,
        key: 'k',
      },
    ],
  });
  const { report } = await act(book, (context) => prepareMonthSheet(context, asked));
  expect(report.outOfBalance).toHaveLength(1);
  const rows = linesOf(await calculated(book)).map((row) => String(row[0]));
  expect(rows[2]).toMatch(/^The month does not balance/);
  expect(rows[3]).toMatch(/^• \$100\.00 of check EFT9/);
});

test('where nothing was billed or paid, one sentence says what to do first', async () => {
  const book = workbookOf({ Sessions: SESSIONS }, inventedPractice);
  const before = contentsOf(book);
  await expect(act(book, (context) => prepareMonthSheet(context, asked))).rejects.toThrow(
    'There is nothing to reconcile yet: make claims or superbills first, then post what was paid.',
  );
  expect(contentsOf(book)).toEqual(before);
});
