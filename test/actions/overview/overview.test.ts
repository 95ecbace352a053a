import type { Book } from '../../../desk/book/book';
import type { HostOptions } from '../../../desk/host/host';
import { readOverview } from '../../../src/actions/overview/overview';
import { preparePreset } from '../../../src/actions/set-up/fill-preset';
import { prepareTables } from '../../../src/actions/set-up/make-tables';
import { remember } from '../../../src/practice/set-up/remember';
import { NOTHING_REMEMBERED, rememberedFrom } from '../../../src/practice/set-up/remembered';
import { prepareSample } from '../../../src/actions/set-up/sample';
import { prepareTyping, type Typed } from '../../../src/actions/set-up/type-into';
import { applyPrepared } from '../../../src/practice/prepare';
import { readWorkbook } from '../../../src/workbook/excel/read-workbook';
import { NO_COLUMN } from '../../../src/workbook/sessions/mapping/overrides';
import { inventedPractice } from '../../support/invented-practice';
import { onDesk } from '../../support/desk';
import { workbookOf } from '../../support/practice-workbook';
import { serial } from '../../support/values';

const NOW = new Date(2026, 10, 22, 9, 0);

async function typeInto(context: Excel.RequestContext, entries: readonly Typed[]): Promise<void> {
  await applyPrepared(context, await prepareTyping(context, entries, NOW));
}

const OCT_2 = serial('2026-10-02');

const SESSIONS = [
  ['Date', 'Client', 'Minutes', 'CPT', 'Dx', 'Insurance', 'Charge'],
  [OCT_2, 'Ada Applegate', 60, '97124', 'M54.2', 'Cascade Health Plan', 120],
  [OCT_2 + 40, 'Bruno Birchwood', 60, '97124', 'M54.2', 'Cascade Health Plan', 120],
];

const on = async <T>(
  book: Book,
  work: (context: Excel.RequestContext) => Promise<T>,
  options?: HostOptions,
) => (await onDesk(book, work, options)).answer;
const look = (book: Book) => on(book, (context) => readOverview(context, NOW));

describe('the overview of a workbook', () => {
  test('of an empty one is empty, without an error', async () => {
    const overview = await look(workbookOf({ Sheet1: [] }));
    expect(overview).toMatchObject({ isEmpty: true, readOnly: false, obstacles: [], practice: [] });
    expect(overview.sessions).toMatchObject({ sheets: [], count: 0, months: [] });
    expect(overview.tables.every(({ exists }) => !exists)).toBe(true);
  });

  test('finds the sessions, their months and their columns', async () => {
    const { sessions } = await look(
      workbookOf({
        Log: SESSIONS,
        Mileage: [
          ['Trip', 'Miles'],
          ['Home', 3],
        ],
      }),
    );
    expect(sessions.chosen).toEqual(['Log']);
    expect(sessions.sheets).toEqual(['Log', 'Mileage']);
    expect(sessions.months).toEqual([
      { month: '2026-10', sessions: 1 },
      { month: '2026-11', sessions: 1 },
    ]);
    expect(sessions.clients).toEqual(['Ada Applegate', 'Bruno Birchwood']);
    expect(sessions.columns.map(({ label }) => label)).toEqual(SESSIONS[0]);
    expect(sessions.mapping?.fields.minutes?.columns).toEqual(['Minutes']);
  });

  test('names the sheets between which the user has to choose', async () => {
    const other = SESSIONS.map((row) => [row[1] ?? null, row[0] ?? null, ...row.slice(2)]);
    other[0] = ['Patient', 'DOS', 'Mins', 'Code', 'Diagnosis', 'Payer', 'Fee'];
    const { sessions } = await look(workbookOf({ Log: SESSIONS, Other: other }));
    expect([...sessions.rivals].sort()).toEqual(['Log', 'Other']);
    expect(sessions.obstacle).toMatch(/could each hold the sessions/);
  });

  test('says who lacks what, and with which cell, for which payer', async () => {
    const [ada, ...others] = inventedPractice.Clients ?? [];
    const book = workbookOf(
      { Log: SESSIONS },
      {
        ...inventedPractice,
        Clients: [{ ...ada, birthDate: null }, ...others],
        Practice: [{ ...inventedPractice.Practice?.[0], npi: null }],
        Payers: [{ name: 'Premera' }, ...(inventedPractice.Payers ?? [])],
      },
    );
    const { missing } = await look(book);
    const blanks = missing.clients.filter((client) =>
      client.missing.some(({ severity }) => severity === 'STOP'),
    );
    expect(blanks.map(({ name, payer }) => [name, payer])).toEqual([
      ['Ada Applegate', 'Cascade Health Plan'],
    ]);
    expect(blanks[0]?.missing.map(({ rule, place }) => [rule, place?.sheet])).toEqual([
      ['client-birth-date-missing', 'Clients'],
    ]);
    expect(missing.practice.map(({ rule }) => rule)).toContain('practice-npi-missing');
    const [premera] = missing.payers;
    expect(premera).toMatchObject({ name: 'Premera', kind: null, suggested: 'commercial' });
    expect(premera?.missing.map(({ rule }) => rule)).toEqual(['payer-kind-missing']);
  });

  test('shows the Practice table as a form, dates as dates', async () => {
    const { practice } = await look(workbookOf({ Log: SESSIONS }, inventedPractice));
    const value = (key: string) => practice.find((field) => field.key === key)?.value;
    expect([value('name'), value('acceptsAssignment'), value('licenseExpires')]).toEqual([
      'Quiet Harbor Massage',
      'Yes',
      '2027-12-31',
    ]);
  });

  test('tells of a sheet of the user’s own that has a name of ours, and goes on', async () => {
    const overview = await look(workbookOf({ Log: SESSIONS, Clients: [['My clients'], ['Ada']] }));
    expect(overview.obstacles).toHaveLength(1);
    expect(overview.obstacles[0]).toMatch(/already a sheet named "Clients"/);
    expect(overview.sessions.count).toBe(2);
  });

  test('knows a read-only workbook', async () => {
    const book = workbookOf({ Log: SESSIONS });
    const overview = await on(book, (context) => readOverview(context, NOW), { readOnly: true });
    expect(overview.readOnly).toBe(true);
  });
});

describe('what the user said in set-up', () => {
  test('is kept in the workbook and followed', async () => {
    const book = workbookOf({ Log: SESSIONS });
    const told = { ...NOTHING_REMEMBERED, columns: { charge: NO_COLUMN, dx: 'Dx' }, columnsConfirmed: true };
    await on(book, (context) => remember(context, told));
    const { remembered, sessions } = await look(book);
    expect(remembered).toEqual(told);
    expect(sessions.mapping?.fields.charge).toBeUndefined();
    expect(sessions.mapping?.fields.dx?.confidence).toBe(1);
  });

  test('a sheet that is gone is forgotten, with a word about it', async () => {
    const book = workbookOf({ Log: SESSIONS });
    await on(book, (context) => remember(context, { ...NOTHING_REMEMBERED, sheet: 'Old log' }));
    const { sessions } = await look(book);
    expect(sessions.chosen).toEqual(['Log']);
    expect(sessions.words).toMatch(/^The sheet "Old log" that you chose is not here any more\. /);
  });

  test('a column that is gone stands in the way and is named', async () => {
    const book = workbookOf({ Log: SESSIONS });
    await on(book, (context) => remember(context, { ...NOTHING_REMEMBERED, columns: { dx: 'Old column' } }));
    expect((await look(book)).sessions.obstacle).toContain('Old column');
  });

  test.each([
    [null],
    [7],
    ['no JSON'],
    ['[]'],
    ['{"sheet": 3, "columns": {"dx": 4}, "skipped": "all"}'],
    ['{"columns": {"__proto__": "Day", "constructor": "Day", "no such field": "Day"}}'],
  ])('what is not ours is forgotten: %p', (stored) =>
    expect(rememberedFrom(stored)).toEqual(NOTHING_REMEMBERED),
  );
});

describe('filling in from the pane', () => {
  test('each value arrives as its column wants it', async () => {
    const book = workbookOf({ Log: SESSIONS }, inventedPractice);
    const { practice } = await look(book);
    const typed = (key: string, value: string) => {
      const field = practice.find((each) => each.key === key);
      if (!field) throw new Error(key);
      return { place: field.place, column: field, value };
    };
    await on(book, (context) =>
      typeInto(context, [
        typed('address.zip', '01234'),
        typed('licenseExpires', '2028-02-29'),
        typed('name', '=1+1 <b>Spa</b>'),
        typed('email', ''),
      ]),
    );
    const after = (await look(book)).practice;
    const value = (key: string) => after.find((field) => field.key === key)?.value;
    expect(['address.zip', 'licenseExpires', 'name', 'email'].map(value)).toEqual([
      '01234',
      '2028-02-29',
      '=1+1 <b>Spa</b>',
      '',
    ]);
  });

  test('a preset fills only empty cells, each with its source', async () => {
    const payers = [{ name: 'TriWest', unitRule: 'AMA' }];
    const book = workbookOf({ Log: SESSIONS }, { ...inventedPractice, Payers: payers });
    const entries = await on(book, (context) => preparePreset(context, 'TriWest', 'va'));
    expect(entries.map(({ header, value }) => [header, value])).toEqual([
      ['Kind', 'va'],
      ['Modifiers added', 'GP'],
      ['Referral needed', 'Yes'],
      ['Authorization needed', 'Yes'],
      ['NCCI applies', 'Yes'],
      ['Filing code', 'VA'],
      ['Rules of', 'va'],
    ]);
    expect(entries.every(({ source }) => source !== '')).toBe(true);
    await on(book, (context) => typeInto(context, entries));
    const { missing } = await look(book);
    expect(missing.payers[0]).toMatchObject({ kind: 'va' });
  });

  test('a preset gives the Payers table of an older workbook the columns it lacks', async () => {
    const payers = [{ name: 'TriWest', unitRule: 'AMA' }];
    const tables = { ...inventedPractice, Payers: payers };
    const book = workbookOf({ Log: SESSIONS }, tables, ['Rules of', 'Filing code']);
    const entries = await on(book, (context) => preparePreset(context, 'TriWest', 'va'));
    await on(book, (context) => typeInto(context, entries));
    const { sheets } = await on(book, (context) => readWorkbook(context, () => false));
    const [header = [], row = []] = sheets.find(({ name }) => name === 'Payers')?.values ?? [];
    expect([header.slice(-2), row.slice(-2)]).toEqual([
      ['Filing code', 'Rules of'],
      ['VA', 'va'],
    ]);
    const again = await on(book, (context) => preparePreset(context, 'TriWest', 'va'));
    expect(again).toEqual([]);
  });

  test('the reference sheets are made once, filled from the sessions', async () => {
    const book = workbookOf({ Log: SESSIONS });
    await on(book, async (context) => {
      await applyPrepared(context, await prepareTables(context, NOTHING_REMEMBERED, NOW));
    });
    const { tables, missing } = await look(book);
    expect(tables.every(({ exists }) => exists)).toBe(true);
    expect(missing.clients.map(({ name }) => name)).toEqual(['Ada Applegate', 'Bruno Birchwood']);
    const again = await on(book, (context) => prepareTables(context, NOTHING_REMEMBERED, NOW));
    expect(again.plan).toBeNull();
  });

  test('the sample is read back as it is meant', async () => {
    const book = workbookOf({ Sheet1: [] });
    await on(book, async (context) => applyPrepared(context, await prepareSample(context, NOW)));
    const { sessions, tables } = await look(book);
    expect(sessions.chosen).toEqual(['Sample sessions']);
    expect(sessions.months.map(({ month }) => month)).toEqual(['2026-08', '2026-09', '2026-10']);
    expect(tables.every(({ exists }) => exists)).toBe(true);
  });
});
