import type { TextStore } from '../../../src/practice/browser-store';
import {
  editionsInForce,
  forgetEditions,
  loadOfficialFiles,
  restoreEditions,
} from '../../../src/practice/code-tables/loaded-editions';
import { pairVerdict } from '../../../src/billing/codes/pairs';
import { currentTables, useShippedTables } from '../../../src/billing/codes/editions/current';
import { day } from '../../support/values';

/** 97124 with 97140 may be billed together from July 2026 on, as no real table says. */
const QUARTER = {
  name: 'ccipra-v322r0-f1.txt',
  text: [
    'Column 1\tColumn 2\t*\tEffective\tDeletion\tModifier\tRationale',
    '97110\t97116\t\t20200101\t*\t1\tReason',
    '97112\t97116\t\t20200101\t*\t1\tReason',
    '97124\t97164\t\t20200101\t*\t1\tReason',
    '97140\t97124\t\t19960101\t20260630\t0\tReason',
    '97530\t97116\t*\t19960101\t20191231\t1\tReason',
    '98940\t97124\t\t20200101\t*\t1\tReason',
  ].join('\n'),
};

let kept: string | null;
const store: TextStore = {
  read: () => kept,
  write: (text) => {
    kept = text;
  },
};
const verdict = () => pairVerdict('97124', '97140', day('2026-08-03'), currentTables().pairs).kind;

beforeEach(() => {
  kept = null;
  useShippedTables();
});
afterAll(useShippedTables);

test('a newer quarter is used at once', () => {
  expect(verdict()).toBe('edit');
  const loaded = loadOfficialFiles([QUARTER], store);
  expect(loaded.ok && loaded.value).toMatch(/^Now in force: .+/);
  expect(verdict()).toBe('none');
});

test('it is still in force after a new start, until it is forgotten', () => {
  loadOfficialFiles([QUARTER], store);
  useShippedTables();
  restoreEditions(store);
  expect(verdict()).toBe('none');
  const titles = editionsInForce();
  forgetEditions(store);
  expect(verdict()).toBe('edit');
  expect(editionsInForce()).not.toEqual(titles);
  expect(kept).toBeNull();
});

test.each([
  ['a file of something else', [{ name: 'holiday.txt', text: 'photos' }]],
  ['an order file that is cut off', [{ name: 'icd10cm_order_2028.txt', text: '00001 A000    1 Short' }]],
  ['both kinds at once', [QUARTER, { name: 'icd10cm_order_2028.txt', text: '' }]],
  ['no file', []],
])('%s is refused with one sentence, and nothing changes', (_name, files) => {
  const loaded = loadOfficialFiles(files, store);
  expect(loaded.ok).toBe(false);
  if (!loaded.ok) expect(loaded.reason).toMatch(/^[^.]+\S.*\.$/);
  expect(kept).toBeNull();
  expect(verdict()).toBe('edit');
});

test('storage that was damaged falls back to the shipped tables', () => {
  kept = '{"pairs":{"rows":7}}';
  restoreEditions(store);
  expect(verdict()).toBe('edit');
  kept = 'not json';
  expect(() => restoreEditions(store)).not.toThrow();
});
