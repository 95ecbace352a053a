import type { Book, Sheet } from '../../desk/book/book';
import { undoLast } from '../support/write-plan';
import { prepareClaims } from '../../src/actions/claims/make-claims';
import { type ClaimsReport } from '../../src/actions/claims/claims-report';
import { applyPrepared } from '../../src/practice/prepare';
import type { RowValue } from '../../src/workbook/plan/plan';
import { Refusal } from '../../src/workbook/refusal';
import { contentsOf, onDesk } from '../support/desk';
import { CLIENT_NAMES, inventedPractice } from '../support/invented-practice';
import { workbookOf, type TableContents } from '../support/practice-workbook';
import { serial, usd } from '../support/values';

const HEADERS = ['Date', 'Client', 'Minutes', 'CPT', 'Dx', 'Payer', 'Charge', 'Status'];
const OCTOBER = serial('2026-10-01');
const options = { month: '2026-10', now: new Date(2026, 10, 2, 9, 0) };

type Row = (string | number)[];

function sessionRow(day: number, client: string, change: Partial<Record<number, string | number>> = {}): Row {
  const row: Row = [OCTOBER + day, client, 60, '97124', 'M54.2', 'Cascade Health Plan', 120, 'kept'];
  for (const [column, value] of Object.entries(change)) row[Number(column)] = value ?? '';
  return row;
}

function practiceWith(rows: Row[]): Book {
  return workbookOf({ Sessions: [HEADERS, ...rows] }, inventedPractice);
}

function rowsOf(sessions: number): Row[] {
  return Array.from({ length: sessions }, (_, index) =>
    sessionRow(Math.floor(index / 4) % 31, CLIENT_NAMES[index % 4] ?? '', { 6: 120 + index }),
  );
}

async function makeClaims(book: Book): Promise<ClaimsReport> {
  const { answer } = await onDesk(book, async (context) => {
    const prepared = await prepareClaims(context, options);
    await applyPrepared(context, prepared);
    return prepared.report;
  });
  return answer;
}

const undo = (book: Book) => onDesk(book, undoLast);

async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  const problem: unknown = await work.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(problem instanceof Refusal)) throw new Error(`expected a refusal, got ${String(problem)}`);
  return problem;
}

function valueAt(book: Book, sheet: string, row: number, column: number): unknown {
  return book.sheet(sheet)?.cell(row, column)?.value ?? null;
}

test('a month becomes claim pages, register rows and a line in Activity', async () => {
  const book = practiceWith([sessionRow(0, 'Ada Applegate'), sessionRow(7, 'Ada Applegate')]);
  const report = await makeClaims(book);
  expect(report.claims).toHaveLength(1);
  expect(report.billed).toBe(usd('240.00'));
  expect(book.sheets.map((sheet) => sheet.name)).toEqual(
    expect.arrayContaining(['Claims', 'ClaimLines', 'Activity', 'Claims 2026-10']),
  );
  expect(valueAt(book, 'Claims', 1, 0)).toBe('C2610XWCH0001');
  expect(valueAt(book, 'Claims', 1, 10)).toBe(240);
  expect(book.sheet('ClaimLines')?.tables[0]?.area.rows).toBe(3);
});

test('making the month twice makes nothing twice', async () => {
  const book = practiceWith(rowsOf(8));
  await makeClaims(book);
  const before = contentsOf(book);
  const again = await makeClaims(book);
  expect(again).toMatchObject({ claims: [], billedBefore: 8, sheet: null });
  expect(contentsOf(book)).toEqual(before);
});

test('a session added later comes on a claim of its own, with a new account and sheet', async () => {
  const book = practiceWith([sessionRow(0, 'Ada Applegate')]);
  await makeClaims(book);
  sessionRow(9, 'Ada Applegate').forEach((value, column) =>
    book.sheet('Sessions')?.setValue(2, column, value),
  );
  const again = await makeClaims(book);
  expect(again.claims.map((claim) => claim.account)).toEqual(['C2610XWCH0002']);
  expect(again.sheet).toBe('Claims 2026-10 run 2');
  expect(valueAt(book, 'Claims', 2, 0)).toBe('C2610XWCH0002');
});

test('undo gives back the workbook cell for cell, run by run', async () => {
  const book = practiceWith([sessionRow(0, 'Ada Applegate')]);
  const untouched = contentsOf(book);
  await makeClaims(book);
  sessionRow(9, 'Bruno Birchwood').forEach((value, column) =>
    book.sheet('Sessions')?.setValue(2, column, value),
  );
  const afterFirst = contentsOf(book);
  await makeClaims(book);
  await undo(book);
  expect(contentsOf(book)).toEqual(afterFirst);
  await undo(book);
  for (let column = 0; column < HEADERS.length; column++) {
    book.sheet('Sessions')?.clearCell(2, column, { contents: true, formats: true });
  }
  expect(contentsOf(book)).toEqual(untouched);
  await expect(undo(book)).rejects.toThrow('nothing to undo');
});

test('undo refuses to forget a claim that was sent', async () => {
  const book = practiceWith([sessionRow(0, 'Ada Applegate')]);
  await makeClaims(book);
  book.sheet('Claims')?.setValue(1, 17, 'Sent');
  expect((await refusalOf(undo(book))).message).toContain('C2610XWCH0001 is marked "Sent"');
});

test('rows that the user sorted or added to the register stay when a run is undone', async () => {
  const book = practiceWith([sessionRow(0, 'Ada Applegate')]);
  await makeClaims(book);
  const claims = book.sheet('Claims');
  claims?.setValue(2, 0, 'P-77');
  const table = claims?.tables[0];
  if (table) table.area.rows = 3;
  await undo(book);
  expect(valueAt(book, 'Claims', 1, 0)).toBe('P-77');
});

test('the number of round trips is the same for 10, 100 and 1,000 sessions', async () => {
  const trips = [];
  for (const sessions of [10, 100, 1000]) {
    const { roundTrips } = await onDesk(practiceWith(rowsOf(sessions)), async (context) => {
      await applyPrepared(context, await prepareClaims(context, options));
    });
    trips.push(roundTrips);
  }
  expect(trips).toEqual([5, 5, 5]);
});

test.each([1, 40, 200, 400, 600])(
  'when Excel fails after %d actions of the writing, the workbook is put back as it was',
  async (afterWrites) => {
    const book = practiceWith(rowsOf(12));
    await makeClaims(book);
    sessionRow(30, 'Ada Applegate').forEach((value, column) =>
      book.sheet('Sessions')?.setValue(13, column, value),
    );
    const before = contentsOf(book);
    const refusal = await refusalOf(
      onDesk(book, async (context) => applyPrepared(context, await prepareClaims(context, options)), {
        failAt: { request: 4, kind: 'sync', afterWrites, code: 'GeneralException' },
      }),
    );
    expect(refusal.code).toBe('excel-failed');
    expect(contentsOf(book)).toEqual(before);
    expect((await makeClaims(book)).claims).toHaveLength(1);
  },
);

test('without reference tables they are made, filled with what the sessions tell, and nothing is billed', async () => {
  const book = workbookOf({
    Sessions: [HEADERS, sessionRow(0, 'Applegate, Ada'), sessionRow(1, 'Bruno Birchwood')],
  });
  const report = await makeClaims(book);
  expect(report.claims).toEqual([]);
  expect(report.tablesMade).toEqual(['Practice', 'Payers', 'Clients', 'Authorizations', 'Benefits', 'Fees']);
  expect([0, 2, 3].map((column) => valueAt(book, 'Clients', 1, column))).toEqual([
    'Applegate, Ada',
    'Ada',
    'Applegate',
  ]);
  expect(valueAt(book, 'Payers', 1, 0)).toBe('Cascade Health Plan');
  expect([valueAt(book, 'Fees', 1, 0), valueAt(book, 'Fees', 1, 1)]).toEqual(['97124', 30]);
});

test('undoing set-up is refused once the user has typed into it', async () => {
  const book = workbookOf({ Sessions: [HEADERS, sessionRow(0, 'Ada Applegate')] });
  const untouched = contentsOf(book);
  await makeClaims(book);
  book.sheet('Practice')?.setValue(1, 1, 'Quiet Harbor Massage');
  expect((await refusalOf(undo(book))).code).toBe('changed-since');
  book.sheet('Practice')?.setValue(1, 1, null);
  await undo(book);
  expect(contentsOf(book)).toEqual(untouched);
});

test('a hostile name stays text wherever it is written', async () => {
  const hostile = '=HYPERLINK("http://x.example","Ada")';
  const [practice] = [inventedPractice.Clients ?? []];
  const book = workbookOf(
    { Sessions: [HEADERS, ['x'], ['x']] },
    {
      ...inventedPractice,
      Clients: [{ ...practice[0], name: hostile, firstName: '=1+1', lastName: '@SUM(A1)' }],
    },
  );
  const sheet = book.sheet('Sessions');
  sessionRow(0, hostile).forEach((value, column) =>
    sheet?.loadCell(1, column, { value, formula: null, style: column === 0 ? 1 : 0 }),
  );
  sheet?.clearCell(2, 0, { contents: true, formats: true });
  const report = await makeClaims(book);
  expect(report.claims).toHaveLength(1);
  for (const each of book.sheets) {
    if (each.name === 'Sessions') continue;
    for (const { cell } of each.entries()) expect(cell.formula).toBeNull();
  }
});

describe('what cannot be written is refused with one sentence, and nothing is changed', () => {
  const cases: [string, (book: Book) => void, string][] = [
    ['a protected workbook', (book) => (book.structureProtected = true), 'workbook-protected'],
    ['a sheet that has the name of the claim pages', (book) => book.addSheet('Claims 2026-10'), 'name-taken'],
    [
      'a sheet of the user named Claims',
      (book) => book.addSheet('Claims').setValue(0, 0, 'mine'),
      'name-taken',
    ],
  ];
  test.each(cases)('%s', async (_name, damage, code) => {
    const book = practiceWith([sessionRow(0, 'Ada Applegate')]);
    damage(book);
    const before = contentsOf(book);
    expect((await refusalOf(makeClaims(book))).code).toBe(code);
    expect(contentsOf(book)).toEqual(before);
  });

  test('a protected register', async () => {
    const book = practiceWith([sessionRow(0, 'Ada Applegate')]);
    await makeClaims(book);
    sessionRow(3, 'Ada Applegate').forEach((value, column) =>
      book.sheet('Sessions')?.setValue(2, column, value),
    );
    const register = book.sheet('Claims');
    if (register) register.isProtected = true;
    expect((await refusalOf(makeClaims(book))).message).toContain('The sheet "Claims" is protected');
  });

  test('notes that the user keeps below the register', async () => {
    const book = practiceWith([sessionRow(0, 'Ada Applegate')]);
    await makeClaims(book);
    sessionRow(3, 'Ada Applegate').forEach((value, column) =>
      book.sheet('Sessions')?.setValue(2, column, value),
    );
    book.sheet('Claims')?.setValue(2, 3, 'call the payer');
    expect((await refusalOf(makeClaims(book))).code).toBe('table-damaged');
    expect(valueAt(book, 'Claims', 2, 3)).toBe('call the payer');
  });

  test('a month without sessions says which months there are', async () => {
    const book = practiceWith([sessionRow(0, 'Ada Applegate')]);
    const wrong = onDesk(book, (context) => prepareClaims(context, { ...options, month: '2025-01' }));
    expect((await refusalOf(wrong)).message).toBe(
      'There are no sessions in 2025-01. The sheet has sessions from 2026-10 to 2026-10.',
    );
  });
});

/** A payer that wants an authorization, and one of Ada's with these limits. */
function authorized(limits: Record<string, RowValue>): TableContents {
  const row = { client: 'Ada Applegate', number: 'A-1', from: OCTOBER - 60, to: OCTOBER + 60, ...limits };
  return {
    ...inventedPractice,
    Payers: (inventedPractice.Payers ?? []).map((payer) => ({ ...payer, authorizationNeeded: true })),
    Authorizations: [{ ...row, kind: 'authorization' }],
  };
}

test('visits of other months use up an authorization, billed or not', async () => {
  const september = -20;
  const rows = [
    sessionRow(september, 'Ada Applegate'),
    sessionRow(0, 'Ada Applegate'),
    sessionRow(5, 'Ada Applegate'),
  ];
  const book = workbookOf({ Sessions: [HEADERS, ...rows] }, authorized({ visits: 2 }));
  const report = await makeClaims(book);
  expect(report.claims.flatMap((claim) => claim.lines.map((line) => line.date))).toEqual([OCTOBER]);
  expect(report.holds.flatMap((hold) => hold.dates)).toEqual([OCTOBER + 5]);
});

test.each([
  [{ visits: 3 }, []],
  [{ visits: 2 }, ['authorization-used-up']],
  [{ units: 12 }, []],
  [{ units: 11 }, ['authorization-used-up']],
  [{ dollars: 36_000 }, []],
  [{ dollars: 35_999 }, ['authorization-used-up']],
  [{ visits: 'a dozen' }, ['authorization-not-counted']],
])(
  'lines of the register whose sessions are gone use it up too, on claims and superbills: %j',
  async (limits, held) => {
    const billed = { client: 'Ada Applegate', payer: 'Cascade Health Plan' };
    const line = { ...billed, code: '97124', units: 4, charge: 12_000 };
    const whole = { lines: 1, billed: 12_000 };
    const book = workbookOf(
      { Sessions: [HEADERS, sessionRow(0, 'Ada Applegate')] },
      {
        ...authorized(limits),
        Claims: [
          { ...billed, ...whole, account: 'C26090001', kind: 'Claim', authorization: 'A-1' },
          { ...billed, ...whole, account: 'S26090001', kind: 'Superbill' },
        ],
        ClaimLines: [
          { ...line, control: 'C26090001L1', account: 'C26090001', date: OCTOBER - 20 },
          { ...line, control: 'S26090001L1', account: 'S26090001', date: OCTOBER - 10 },
        ],
      },
    );
    const report = await makeClaims(book);
    expect(report.holds.flatMap(({ findings }) => findings.map(({ rule }) => rule))).toEqual(held);
    expect(report.claims).toHaveLength(held.length === 0 ? 1 : 0);
  },
);

test('the day numbers of a 1904 workbook are the same dates', async () => {
  const book = practiceWith([]);
  book.date1904 = true;
  const earlier = (sheet: Sheet | undefined, row: number, column: number): void => {
    const value = sheet?.cell(row, column)?.value;
    if (typeof value === 'number') sheet?.setValue(row, column, value - 1462);
  };
  const clients = book.sheet('Clients');
  for (const { row, column } of [...(clients?.entries() ?? [])])
    if (column === 5 && row > 0) earlier(clients, row, column);
  earlier(book.sheet('Practice'), 12, 1);
  sessionRow(0, 'Ada Applegate', { 0: OCTOBER - 1462 }).forEach((value, column) =>
    book.sheet('Sessions')?.loadCell(1, column, { value, formula: null, style: column === 0 ? 1 : 0 }),
  );
  const report = await makeClaims(book);
  expect(report.claims[0]?.lines[0]?.date).toBe(OCTOBER);
  expect(valueAt(book, 'Claims', 1, 5)).toBe(OCTOBER - 1462);
});
