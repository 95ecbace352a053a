import type { Book, CellValue } from '../../../desk/book/book';
import { undoLast, writePlan } from '../../support/write-plan';
import type { CellChange, Plan, RowValue } from '../../../src/workbook/plan/plan';
import { Refusal } from '../../../src/workbook/refusal';
import { claimsTable } from '../../../src/workbook/tables/claims';
import { columnsOf } from '../../../src/workbook/tables/define-table';
import type { HostOptions } from '../../../desk/host/host';
import { contentsOf, onDesk } from '../../support/desk';
import { workbookOf } from '../../support/practice-workbook';

const account = (number: number) => `C2610${String(number).padStart(4, '0')}`;
const columnOf = (key: string) => columnsOf(claimsTable).findIndex((column) => column.key === key);

/** A register of claims 1, 2, 3 …: billed 100.10, 100.20 …, without an answer. */
function registerOf(claims: number): Book {
  return workbookOf(
    { Sessions: [['Date'], ['x']] },
    {
      Practice: [{ name: 'Birch Street Massage' }],
      Claims: Array.from({ length: claims }, (_, index) => ({
        account: account(index + 1),
        kind: 'Claim',
        client: 'Ada Applegate',
        billed: 10_000 + 10 * (index + 1),
        status: 'Made',
        madeOn: 46_330,
        run: 'earlier',
      })),
    },
  );
}

const change = (claim: number, column: string, to: RowValue) =>
  ({ table: 'Claims', row: account(claim), column, to }) as unknown as CellChange;

function planOf(run: string, changes: CellChange[], more: Partial<Plan> = {}): Plan {
  const what = `Payments of ${run}`;
  return { run: { id: run, when: '2026-11-02 09:00', what }, documents: [], rows: [], changes, ...more };
}

async function apply(book: Book, plan: Plan, options: HostOptions = {}): Promise<number> {
  const { roundTrips } = await onDesk(
    book,
    async (context) => {
      await writePlan(context, plan);
    },
    options,
  );
  return roundTrips;
}

async function undo(book: Book) {
  return onDesk(book, undoLast);
}

async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  const problem: unknown = await work.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(problem instanceof Refusal)) throw new Error(`expected a refusal, got ${String(problem)}`);
  return problem;
}

function cell(book: Book, row: number, key: string): CellValue {
  return book.sheet('Claims')?.cell(row, columnOf(key))?.value ?? null;
}

function type(book: Book, row: number, key: string, value: CellValue): void {
  book.sheet('Claims')?.setValue(row, columnOf(key), value);
}

const PAID = (claim: number): CellChange[] => [
  change(claim, 'status', 'Paid'),
  change(claim, 'insurerPaid', 8_015),
  change(claim, 'answeredOn', 46_350),
  change(claim, 'balance', null),
];

describe('changed cells', () => {
  test('are written as their columns say, and nothing beside them', async () => {
    const book = registerOf(4);
    const before = contentsOf(book)['Claims'];
    await apply(book, planOf('posting', [...PAID(2), ...PAID(4)]));
    expect(cell(book, 2, 'status')).toBe('Paid');
    expect(cell(book, 2, 'insurerPaid')).toBe(80.15);
    expect(cell(book, 4, 'answeredOn')).toBe(46_350);
    for (const row of [2, 4]) {
      for (const key of ['insurerPaid', 'answeredOn']) {
        book.sheet('Claims')?.clearCell(row, columnOf(key), { contents: true, formats: false });
      }
      type(book, row, 'status', 'Made');
    }
    expect(contentsOf(book)['Claims']).toEqual(before);
  });

  test('get their former values back, cell for cell', async () => {
    const book = registerOf(4);
    type(book, 1, 'balance', 0.1 + 0.2);
    type(book, 1, 'insurerPaid', 'see letter');
    type(book, 2, 'balance', true);
    type(book, 2, 'answeredOn', 46_349.75);
    const before = contentsOf(book);
    const notes = (claim: number) => change(claim, 'payerClaimNumber', '00123');
    await apply(
      book,
      planOf(
        'posting',
        [1, 2, 3].flatMap((claim) => [...PAID(claim), notes(claim)]),
      ),
    );
    expect(cell(book, 1, 'balance')).toBeNull();
    expect(cell(book, 3, 'payerClaimNumber')).toBe('00123');
    const { answer } = await undo(book);
    expect(contentsOf(book)).toEqual(before);
    expect(answer.cellsGivenBack).toEqual([{ table: 'Claims', cells: 14 }]);
  });

  test('come back run by run, the last one first', async () => {
    const book = registerOf(2);
    const before = contentsOf(book);
    await apply(book, planOf('first', PAID(1)));
    const between = contentsOf(book);
    await apply(book, planOf('second', [change(1, 'status', 'Appealed'), change(2, 'status', 'Denied')]));
    await undo(book);
    expect(contentsOf(book)).toEqual(between);
    await undo(book);
    expect(contentsOf(book)).toEqual(before);
  });

  test('are found by account where the user has sorted the register since', async () => {
    const book = registerOf(3);
    const sheet = book.sheet('Claims');
    await apply(book, planOf('posting', PAID(1)));
    const rows = [1, 2, 3].map((row) =>
      columnsOf(claimsTable).map((_, column) => sheet?.cell(row, column)?.value ?? null),
    );
    [rows[2], rows[0], rows[1]].forEach((line, index) =>
      line?.forEach((value, column) => sheet?.setValue(index + 1, column, value)),
    );
    await undo(book);
    expect([1, 2, 3].map((row) => cell(book, row, 'account'))).toEqual([account(3), account(1), account(2)]);
    expect(cell(book, 2, 'status')).toBe('Made');
    expect(cell(book, 2, 'insurerPaid')).toBeNull();
  });

  test('in a workbook that counts days from 1904 are days of that workbook, and come back as they were', async () => {
    const book = registerOf(1);
    book.date1904 = true;
    type(book, 1, 'answeredOn', 44_000.5);
    const before = contentsOf(book);
    await apply(book, planOf('posting', PAID(1)));
    expect(cell(book, 1, 'answeredOn')).toBe(46_350 - 1462);
    await undo(book);
    expect(contentsOf(book)).toEqual(before);
  });

  test.each(['=1+1', '00123', '3-4', 'TRUE', "'quoted"])(
    'keep %s as text, also under a format of the user',
    async (said) => {
      const book = registerOf(2);
      const sheet = book.sheet('Claims');
      sheet?.setStyle(1, columnOf('payerClaimNumber'), 0);
      type(book, 2, 'payerClaimNumber', said);
      sheet?.setStyle(2, columnOf('payerClaimNumber'), 0);
      const before = contentsOf(book);
      await apply(
        book,
        planOf('posting', [change(1, 'payerClaimNumber', said), change(2, 'payerClaimNumber', 'x')]),
      );
      expect(sheet?.cell(1, columnOf('payerClaimNumber'))).toMatchObject({ value: said, formula: null });
      await undo(book);
      expect(contentsOf(book)).toEqual(before);
    },
  );

  test('that would say the same are no changes, and of two for one cell the last one counts', async () => {
    const book = registerOf(2);
    const twice = [change(1, 'status', 'Sent'), change(1, 'status', 'Paid'), change(2, 'status', 'Made')];
    await apply(book, planOf('posting', twice));
    expect((await undo(book)).answer.cellsGivenBack).toEqual([{ table: 'Claims', cells: 1 }]);
    expect(cell(book, 1, 'status')).toBe('Made');
  });
});

describe('before anything is written, a plan is refused', () => {
  const cases: [string, (book: Book) => void, string][] = [
    ['whose row is gone', (book) => type(book, 2, 'account', 'X'), `no row for ${account(2)}`],
    [
      'whose row stands twice',
      (book) => type(book, 3, 'account', account(2)),
      'twice in the table "Claims", in rows 3 and 4',
    ],
    ['whose column is gone', (book) => type(book, 0, 'status', 'Mood'), 'no column "Status"'],
    ['that cannot find rows', (book) => type(book, 0, 'account', 'Mood'), 'no column "Account"'],
    ['for a protected sheet', (book) => protect(book), 'is protected'],
    [
      'that would write over a formula',
      (book) => book.sheet('Claims')?.setFormula(2, columnOf('balance'), '=K3-N3'),
      'Balance in row 3 of the sheet "Claims" holds a formula',
    ],
    [
      'for a table that is an ordinary range now',
      (book) => book.sheet('Claims')?.tables.splice(0),
      'Make it a table again',
    ],
  ];
  test.each(cases)('%s', async (_, harm, words) => {
    const book = registerOf(3);
    harm(book);
    const before = contentsOf(book);
    const refusal = await refusalOf(
      apply(book, planOf('posting', [1, 2, 3].flatMap(PAID).concat(change(2, 'balance', 5)))),
    );
    expect(refusal.message).toContain(words);
    expect(contentsOf(book)).toEqual(before);
  });

  test('where Activity has no column for former values', async () => {
    const book = registerOf(1);
    await apply(book, planOf('first', PAID(1)));
    book.sheet('Activity')?.setValue(0, 5, 'Mine');
    expect(
      (await refusalOf(apply(book, planOf('second', [change(1, 'status', 'Denied')])))).message,
    ).toContain('no column "Cells changed" any more');
  });

  test.each([
    [
      'a table that is only being made',
      { ...change(1, 'status', 'x'), table: 'Unmatched' } as unknown as CellChange,
    ],
    ['a table without a key', { ...change(1, 'said', 'x'), table: 'Calls' } as unknown as CellChange],
    ['a column there is not', change(1, 'mood', 'x')],
    ['the key itself', change(1, 'account', 'x')],
  ])('as a bug for %s', async (_, wrong) => {
    const rows = [{ table: 'Unmatched' as const, rows: [] }];
    await expect(apply(registerOf(1), planOf('posting', [wrong], { rows }))).rejects.toBeInstanceOf(
      RangeError,
    );
  });
});

describe('Undo', () => {
  test.each([
    [
      'status',
      'Denied',
      'Status of C26100001 (row 2 of the sheet "Claims") says "Denied" now; the last run wrote "Paid"',
    ],
    ['insurerPaid', 80.5, 'says 80.50 now; the last run wrote 80.15'],
    ['answeredOn', 46_351, 'says 11/25/2026 now; the last run wrote 11/24/2026'],
    ['status', null, 'Status of C26100001 (row 2 of the sheet "Claims") says nothing now'],
  ])('refuses where %s was changed since to %s', async (key, value, words) => {
    const book = registerOf(2);
    await apply(book, planOf('posting', PAID(1)));
    if (value === null) book.sheet('Claims')?.clearCell(1, columnOf(key), { contents: true, formats: false });
    else type(book, 1, key, value);
    const before = contentsOf(book);
    const refusal = await refusalOf(undo(book));
    expect(refusal.code).toBe('changed-since');
    expect(refusal.message).toContain(words);
    expect(contentsOf(book)).toEqual(before);
  });

  test('passes over what the user has set back or deleted, and over a register that is gone', async () => {
    const book = registerOf(3);
    await apply(
      book,
      planOf(
        'posting',
        [1, 2, 3].flatMap((claim) => [change(claim, 'status', 'Paid')]),
      ),
    );
    type(book, 1, 'status', 'Made');
    for (let column = 0; column < columnsOf(claimsTable).length; column++) {
      book.sheet('Claims')?.clearCell(2, column, { contents: true, formats: false });
    }
    expect((await undo(book)).answer.cellsGivenBack).toEqual([{ table: 'Claims', cells: 1 }]);
    await apply(book, planOf('again', [change(3, 'status', 'Paid')]));
    await onDesk(book, async (context) => {
      context.workbook.worksheets.getItem('Claims').delete();
      await context.sync();
    });
    expect((await undo(book)).answer.cellsGivenBack).toEqual([]);
  });

  test('refuses where a changed row was copied, its sheet is protected, or Activity was edited', async () => {
    const harms: [(book: Book) => void, string][] = [
      [(book) => type(book, 2, 'account', account(1)), 'stands twice'],
      [protect, 'is protected'],
      [(book) => book.sheet('Activity')?.setValue(1, 5, 'mine'), 'was edited'],
      [
        (book) => book.sheet('Activity')?.setValue(1, 5, '["Claims","C26100001","status",null,1]'),
        'was edited',
      ],
    ];
    for (const [harm, words] of harms) {
      const book = registerOf(2);
      await apply(book, planOf('posting', PAID(1)));
      harm(book);
      expect((await refusalOf(undo(book))).message).toContain(words);
    }
  });

  test('still refuses to forget a claim of the run that was sent', async () => {
    const book = registerOf(1);
    const rows = [
      { table: 'Claims' as const, rows: [{ account: account(9), status: 'Made', run: 'corrected' }] },
    ];
    await apply(book, planOf('corrected', [change(1, 'status', 'Replaced')], { rows }));
    type(book, 2, 'status', 'Sent');
    expect((await refusalOf(undo(book))).message).toContain(`Claim ${account(9)} is marked "Sent"`);
    type(book, 2, 'status', 'Made');
    expect((await undo(book)).answer).toMatchObject({
      rowsRemoved: [{ table: 'Claims', rows: 1 }],
      cellsGivenBack: [{ table: 'Claims', cells: 1 }],
    });
  });
});

describe('many changes', () => {
  const everyOther = (count: number) =>
    Array.from({ length: count }, (_, index) => PAID(2 * index + 1)).flat();

  test('take no more round trips than few, neither to make nor to undo', async () => {
    const few = registerOf(20);
    const many = registerOf(500);
    expect(await apply(many, planOf('posting', everyOther(250)))).toBe(
      await apply(few, planOf('posting', everyOther(3))),
    );
    expect((await undo(many)).roundTrips).toBe((await undo(few)).roundTrips);
  });

  test('of 3,000 cells fill several rows of Activity and come back, also when those were sorted', async () => {
    const book = registerOf(2000);
    const before = contentsOf(book);
    await apply(book, planOf('posting', everyOther(1000)));
    const activity = book.sheet('Activity');
    const rows = activity?.tables[0]?.area.rows ?? 0;
    expect(rows).toBeGreaterThan(3);
    const text = (row: number, column: number) => String(activity?.cell(row, column)?.value ?? '');
    for (let row = 1; row < rows; row++) {
      expect([text(row, 0), text(row, 1)]).toEqual(['posting', '2026-11-02 09:00']);
      expect(text(row, 2)).toBe(row === 1 ? 'Payments of posting' : 'Payments of posting (continued)');
      expect(text(row, 5).length).toBeLessThanOrEqual(30_000);
    }
    const lines = Array.from({ length: rows }, (_, row) =>
      [0, 1, 2, 3, 4, 5].map((column) => text(row, column)),
    );
    [...lines.slice(2), ...lines.slice(1, 2)].forEach((line, index) =>
      line.forEach((value, column) => activity?.setValue(index + 1, column, value)),
    );
    const { answer } = await undo(book);
    expect(answer).toMatchObject({
      what: 'Payments of posting',
      cellsGivenBack: [{ table: 'Claims', cells: 3000 }],
    });
    expect(contentsOf(book)).toEqual(before);
  });
});

test('a run that fails half-way leaves former values', async () => {
  const book = registerOf(30);
  const before = contentsOf(book);
  const long = 'x'.repeat(30_000);
  const changes = Array.from({ length: 30 }, (_, index) => PAID(index + 1)).flat();
  const rows = [
    { table: 'Calls' as const, rows: Array.from({ length: 125 }, () => ({ said: long, run: 'posting' })) },
  ];
  const refusal = await refusalOf(
    onDesk(book, async (context) => {
      await writePlan(context, planOf('posting', changes, { rows }), (done, of) => {
        expect(of).toBeGreaterThan(done);
        expect(cell(book, 30, 'status')).toBe('Paid');
        throw new Refusal('cancelled', 'Stopped.');
      });
    }),
  );
  expect(refusal.code).toBe('cancelled');
  expect(contentsOf(book)).toEqual(before);
});

function protect(book: Book): void {
  const sheet = book.sheet('Claims');
  if (sheet) sheet.isProtected = true;
}
