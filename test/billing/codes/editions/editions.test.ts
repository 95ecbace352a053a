import { currentTables, useShippedTables, useTables } from '../../../../src/billing/codes/editions/current';
import { pairsOfQuarter, readNcciQuarter } from '../../../../src/billing/codes/editions/ncci-quarter';
import { readOrderFile } from '../../../../src/billing/codes/editions/order-file';
import { codesUnder } from '../../../../src/billing/codes/diagnoses/graph';
import { diagnosisTable, shippedDiagnoses } from '../../../../src/billing/codes/diagnoses/table';
import { diagnosisVerdict } from '../../../../src/billing/codes/diagnoses/verdict';
import { pairVerdict } from '../../../../src/billing/codes/pairs';
import { checkCodes } from '../../../../src/billing/rules/check-codes';
import { day } from '../../../support/values';

/** An order file in the layout of CMS: all codes of fiscal year 2027, less `without`, and `more`. */
function orderFile(without: string[], more: string[]): string {
  const { root, lastYear } = shippedDiagnoses();
  const codes = [...codesUnder(root)]
    .filter(([code, [, last]]) => last === lastYear && !without.includes(code))
    .map(([code]) => code);
  const lines = [...codes, ...more].sort().map((code) => [code, '1']);
  const headings = without.map((code) => [code, '0']);
  return [...lines, ...headings]
    .map(
      ([code = '', flag = ''], index) =>
        `${String(index + 1).padStart(5, '0')} ${code.padEnd(7)} ${flag} Short${' '.repeat(56)}Long`,
    )
    .join('\r\n');
}

const ORDER_2028 = { name: 'icd10cm_order_2028.txt', text: orderFile(['M542'], ['M5420', 'M5421']) };

const PAIR_LINES = [
  '97110\t97116\t\t20200101\t*\t1\tReason',
  '97112\t97116\t\t20200101\t*\t1\tReason',
  '97124\t97164\t\t20200101\t*\t1\tReason',
  '97140\t97124\t\t19960101\t20260630\t0\tReason',
  '97140\t97124\t\t20260701\t*\t1\tReason',
  '97530\t97116\t*\t19960101\t20191231\t1\tReason',
  '97530\t97113\t\t20260701\t20260701\t9\tReason',
  '98940\t97124\t\t20200101\t*\t1\tReason',
  '0001A\t0591T\t\t20200101\t*\t1\tReason',
];
const HEADER = [
  'Copyright of somebody',
  'Column 1\tColumn 2\t*\tEffective\tDeletion\tModifier\tRationale',
  '',
];
const QUARTER = { name: 'ccipra-v322r0-f4.txt', text: [...HEADER, ...PAIR_LINES].join('\n') };

afterEach(useShippedTables);

describe('a newer ICD-10-CM order file', () => {
  const loaded = readOrderFile(ORDER_2028);
  if (!loaded.ok) throw new Error(loaded.reason);
  const table = diagnosisTable(loaded.value);

  test('joins its fiscal year to the years that are known', () => {
    expect(loaded.value.edition).toMatchObject({
      title: 'ICD-10-CM, fiscal years 2016 to 2028',
      from: '2015-10-01',
      to: '2028-09-30',
    });
    const verdict = (code: string, date: string) => diagnosisVerdict(code, day(date), table).kind;
    expect(verdict('M54.2', '2027-09-30')).toBe('billable');
    expect(verdict('M54.2', '2027-10-01')).toBe('split');
    expect(verdict('M54.21', '2027-09-30')).toBe('not-yet');
    expect(verdict('M54.21', '2027-10-01')).toBe('billable');
    expect(verdict('M54.5', '2021-09-30')).toBe('billable');
    expect(verdict('M54.6', '2028-09-30')).toBe('billable');
    expect(verdict('M54.6', '2028-10-01')).toBe('outside-edition');
  });

  test('leaves every verdict of earlier years as it was', () => {
    const { root, lastYear } = shippedDiagnoses();
    const before = new Map(
      [...codesUnder(root)].map(([code, [first, last]]) => [code, [first, Math.min(last, lastYear)]]),
    );
    const after = new Map(
      [...codesUnder(table.root)].map(([code, [first, last]]) => [code, [first, Math.min(last, lastYear)]]),
    );
    for (const code of ['M5420', 'M5421']) after.delete(code);
    expect(after).toEqual(before);
  });

  test('an update of the last year replaces that year', () => {
    const update = readOrderFile({
      name: 'icd10cm-order-April-1-2027.txt',
      text: orderFile(['M546'], ['M5461']),
    });
    const again = update.ok ? diagnosisTable(update.value) : table;
    expect(diagnosisVerdict('M54.6', day('2026-11-03'), again).kind).toBe('split');
    expect(diagnosisVerdict('M54.6', day('2026-09-30'), again).kind).toBe('billable');
    expect(diagnosisVerdict('M54.61', day('2026-11-03'), again).kind).toBe('billable');
  });

  test('is used by formulas at once, and put aside again', () => {
    const ask = () =>
      checkCodes({
        rows: [{ procedures: [{ code: '97124', modifiers: [], minutes: null, units: null }], minutes: null }],
        diagnoses: ['M54.2'],
        date: day('2027-10-05'),
        today: day('2027-10-06'),
        paidBy: 'not-said',
        payer: null,
        practice: null,
      });
    expect(ask()).toMatch(/^WARN: Whether M54\.2 is billable on 10\/05\/2027 is not known/);
    useTables({ diagnoses: table });
    expect(ask()).toMatch(/^STOP: M54\.2 is not billable since 10\/01\/2027.*use M54\.20 or M54\.21/);
    useShippedTables();
    expect(currentTables().diagnoses).toBe(shippedDiagnoses());
  });

  test.each([
    [
      'codes.txt',
      'x',
      'The name "codes.txt" does not say the fiscal year: keep the name that CMS gave the file, such as icd10cm_order_2028.txt.',
    ],
    ['icd10cm_order_2026.txt', 'x', 'Fiscal year 2026 is known already; the table has 2016 to 2027.'],
    ['icd10cm_order_2029.txt', 'x', 'Load fiscal year 2028 first; the table ends with 2027.'],
    [
      'icd10cm_order_addenda_2028.txt',
      'Add:   M54.20 Neck',
      '"icd10cm_order_addenda_2028.txt" is not an ICD-10-CM order file: its first line does not begin with an order number, a code and 0 or 1.',
    ],
    [
      'icd10cm_order_2028.txt',
      '00001 A00     0 Cholera\n00002 A000    2 Cholera',
      'Line 2 of "icd10cm_order_2028.txt" is not a line of an ICD-10-CM order file.',
    ],
    [
      'icd10cm_order_2028.txt',
      '00001 A00     0 Cholera\n00002 A000    1 Cholera\n',
      '"icd10cm_order_2028.txt" has only 1 billable codes; a whole order file has more than 65000.',
    ],
    [
      'icd10cm_order_2028.txt',
      '',
      '"icd10cm_order_2028.txt" has only 0 billable codes; a whole order file has more than 65000.',
    ],
  ])('%s is refused with a sentence', (name, text, reason) => {
    expect(readOrderFile({ name, text })).toEqual({ ok: false, reason });
  });
});

describe('a newer NCCI quarter', () => {
  const loaded = readNcciQuarter([QUARTER]);
  if (!loaded.ok) throw new Error(loaded.reason);
  const table = pairsOfQuarter(loaded.value);

  test('knows its quarter, and keeps the pairs between known codes with their dates', () => {
    expect(loaded.value.edition).toMatchObject({
      title: 'NCCI procedure-to-procedure edits, practitioner, third quarter of 2026 (v32.2)',
      from: '2026-07-01',
      to: '2026-09-30',
    });
    expect(loaded.value.rows).toHaveLength(PAIR_LINES.length - 1);
  });

  test.each([
    ['97124', '97140', '2026-06-30', 'edit 0'],
    ['97124', '97140', '2026-07-01', 'edit 1'],
    ['97116', '97530', '2019-12-31', 'edit 1'],
    ['97116', '97530', '2020-01-01', 'none'],
    ['97113', '97530', '2026-07-01', 'none'],
    ['97542', '97124', '2026-07-01', 'none'],
    ['12345', '97124', '2026-07-01', 'not-covered'],
  ])('%s with %s on %s: %s', (a, b, date, expected) => {
    const verdict = pairVerdict(a, b, day(date), table);
    expect(verdict.kind === 'edit' ? `edit ${verdict.indicator}` : verdict.kind).toBe(expected);
  });

  test('commas and quotes are read like tabs, and the fourth quarter may have come twice', () => {
    const text = QUARTER.text.replaceAll('\t', '","').replaceAll(/^(?=\d)/gm, '"');
    const again = readNcciQuarter([{ name: 'ccipra-v324r0-f1.csv', text }]);
    expect(again.ok && again.value.rows).toEqual(loaded.value.rows);
    expect(again.ok && again.value.edition.title).toContain('fourth quarter of 2026 (v32.4)');
  });

  const without = (start: string) => PAIR_LINES.filter((line) => !line.startsWith(start)).join('\n');
  test.each([
    [[], 'No file was chosen.'],
    [[{ name: 'pairs.txt', text: QUARTER.text }], 'The name "pairs.txt" does not say the quarter: keep the name that CMS gave the file, such as ccipra-v322r0-f1.txt.'],
    [[{ name: 'ccioph-v322r0-f1.txt', text: QUARTER.text }], '"ccioph-v322r0-f1.txt" is the table of hospitals; take the one of practitioners (ccipra).'],
    [[QUARTER, { ...QUARTER, name: 'ccipra-v321r0-f1.txt' }], 'These files are of different quarters: take those of one.'],
    [[{ ...QUARTER, text: without('97140') }], 'These files have no pairs for 97140: choose all parts of the quarter at once.'],
    [[{ ...QUARTER, text: HEADER.join('\n') }], '"ccipra-v322r0-f4.txt" has no line with a pair of codes.'],
    [[{ ...QUARTER, text: `${QUARTER.text}\n97140\t97124\t\t20260230\t*\t1` }], 'Line 13 of "ccipra-v322r0-f4.txt" is not a line of the NCCI table: column 1, column 2, mark, first day, last day, indicator.'],
  ])('%# is refused with a sentence', (files, reason) => {
    expect(readNcciQuarter(files)).toEqual({ ok: false, reason });
  });
}); // prettier-ignore
