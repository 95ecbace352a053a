import type { CellValue } from '../../desk/book/book';
import { forgetReferenceTables } from '../../src/functions/reference-tables';
import { visitsLeft } from '../../src/functions/visits-left';
import { inventedPractice } from '../support/invented-practice';
import { workbookOf } from '../support/practice-workbook';
import { openLive, type, type LiveDesk } from './live-desk';

const NOVEMBER_3 = 46329;
const CHECK = '=CLAIM.CHECK_CODES("97124","M54.2",DATE(2026,11,3),"Cascade Health Plan")';
const UNITS = '=CLAIM.BILLABLE_UNITS(60,"97124","Cascade Health Plan")';

const LOOK: CellValue[][] = [[CHECK, UNITS, '=CLAIM.CODE_FOR("individual",50)']];
const SESSIONS: CellValue[][] = [
  ['Date', 'Client', 'Minutes', 'CPT', 'Dx', 'Payer', 'Charge'],
  [NOVEMBER_3, 'Ada Applegate', 60, '97124', 'M54.2', 'Cascade Health Plan', 120],
];

let desk: LiveDesk;
afterEach(async () => {
  forgetReferenceTables();
  await desk.close();
});

/** The Desk with the functions, whose tables have not been read yet. */
async function open(before?: (desk: LiveDesk['host']) => void, look = LOOK): Promise<LiveDesk> {
  forgetReferenceTables();
  desk = await openLive(workbookOf({ Sessions: SESSIONS, Look: look }, inventedPractice), before);
  return desk;
}

const syncs = () => desk.host.requests.filter(({ kind }) => kind === 'sync').length;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const answers = () => ['A1', 'B1', 'C1'].map((cell) => desk.show(`Look!${cell}`));

describe('functions that read a table', () => {
  test('wait while the user types into the next cell, and then answer', async () => {
    await open((host) => {
      host.isCellEdited = true;
      setTimeout(() => (host.isCellEdited = false), 300);
    });
    expect(answers()).toEqual(['OK', '4', '90834']);
  });

  test('wait in an Excel that cannot hold a request back', async () => {
    await open((host) => {
      host.failAt = { request: 1, code: 'InvalidOperationInCellEditMode' };
    });
    expect(answers()).toEqual(['OK', '4', '90834']);
  });

  test('answer #N/A with a sentence when Excel fails, and come right by themselves', async () => {
    await open((host) => {
      host.failAt = { request: 1, code: 'GeneralException', message: 'not now', staysAway: true };
    });
    const said = "#N/A Excel did not let Claimsheet's tables be read (not now); it is tried again.";
    expect(answers()).toEqual([said, said, said]);
    desk.host.failAt = null;
    for (let tries = 0; tries < 60 && answers()[0] !== 'OK'; tries++) await pause(100);
    expect(answers()).toEqual(['OK', '4', '90834']);
  });

  test('read the tables once, and not again for edits of the sessions', async () => {
    await open();
    const before = syncs();
    await desk.quietly(() => type(desk, 'Sessions!C2', 45));
    await desk.calculator.recalculateAll();
    expect([answers()[0], syncs() - before]).toEqual(['OK', 0]);
  });

  test('read them again after one of them has changed', async () => {
    await open();
    const place = cellHolding('Payers', 'Cascade Health Plan');
    type(desk, place, 'Another Plan');
    await pause(20);
    await desk.host.whileCalculating(() => desk.calculator.recalculateAll());
    expect(desk.show('Look!A1')).toMatch(/^#N\/A "Cascade Health Plan" is not in the Payers table/);
  });
});

/** Address of the first cell that holds the text. */
function cellHolding(sheetName: string, text: string): string {
  const sheet = desk.book.sheet(sheetName);
  for (let row = 0; row < 60; row++)
    if (sheet?.cell(row, 0)?.value === text) return `${sheetName}!A${String(row + 1)}`;
  throw new Error(`${sheetName} holds no ${text}.`);
}

test('an empty cell that Excel hands over as 0 is empty, except for minutes', async () => {
  const cases: [what: string, formula: string, answer: string][] = [
    ['code and diagnosis', '=CLAIM.CHECK_CODES(0,0)', ''],
    ['some of several codes', '=CLAIM.CHECK_CODES({"97124";0},{"M54.2";0},DATE(2026,11,3),0)', 'OK'],
    ['date and payer', '=CLAIM.CHECK_CODES("97124","M54.2",0,0)', 'OK'],
    ['rows without code and minutes', '=INDEX(CLAIM.BILLABLE_UNITS({60;0},{"97124";0}),2)', ''],
    ['the client', '=CLAIM.VISITS_LEFT(0)', ''],
    ['the client of RUNS_OUT', '=CLAIM.RUNS_OUT(0)', ''],
    ['0 minutes stay 0 minutes', '=CLAIM.BILLABLE_UNITS(0,"97124")', '0'],
  ];
  await open(
    undefined,
    cases.map(([, formula]) => [formula]),
  );
  const shown = cases.map(([what, formula], row) => [what, formula, desk.show(`Look!A${String(row + 1)}`)]);
  expect(shown).toEqual(cases);
});

test('a formula that is only tried out starts no stream', async () => {
  await open(undefined, [['x']]);
  const before = syncs();
  const given: unknown[] = [];
  const invocation = { setResult: (answer: unknown) => given.push(answer), isInValuePreview: true };
  visitsLeft('Ada Applegate', null, null, null, invocation as never);
  await pause(50);
  expect([given, syncs() - before]).toEqual([['(live once entered)'], 0]);
});

describe('a browser that forbids storage', () => {
  afterEach(() => Reflect.deleteProperty(globalThis, 'localStorage'));

  test.each<[string, PropertyDescriptor]>([
    ['throws at the name', { get: () => { throw new Error('SecurityError'); } }],
    ['throws at every use', { value: { getItem: refuse, setItem: refuse, removeItem: refuse } }],
  ])('%s: the first cell answers like every other', async (_, storage) => {
    Object.defineProperty(globalThis, 'localStorage', { ...storage, configurable: true });
    jest.resetModules();
    const fresh = (await import('./live-desk')) as { openLive: typeof openLive };
    desk = await fresh.openLive(workbookOf({ Look: [...LOOK, ...LOOK] }, inventedPractice));
    expect(answers()).toEqual(['OK', '4', '90834']);
    const { thisWindow } = await import('../../src/practice/this-window');
    expect(thisWindow()).toMatchObject({ id: '', nonce: expect.stringMatching(/^[0-9a-f]{6}$/) });
  });
}); // prettier-ignore

function refuse(): never {
  throw new Error('QuotaExceededError');
}
