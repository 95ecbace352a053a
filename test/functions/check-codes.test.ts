import { readFileSync } from 'node:fs';
import path from 'node:path';
import { JSDOM } from 'jsdom';
import { dayOf } from '../../src/billing/values/day';
import { checkCodes } from '../../src/functions/check-codes';
import { forgetReferenceTables } from '../../src/functions/reference-tables';
import { serial } from '../support/values';
import { argumentsOf, PAYERS } from './check-codes-page';
import { FunctionError, installExcel, type FakeExcel } from './excel-globals';

const DAY = dayOf(2026, 11, 3);
const VALID: [unknown[][], unknown[][]] = [[['97124']], [['M54.2']]];
let excel: FakeExcel;

beforeEach(() => {
  forgetReferenceTables();
  excel = installExcel(PAYERS);
});

describe('the help page of CHECK_CODES', () => {
  const page = readFileSync(path.join(__dirname, '../../assets/help/check-codes.html'), 'utf8');
  const { document } = new JSDOM(page).window;
  const words = (cell: Element) => (cell.textContent ?? '').replace(/\s+/g, ' ').trim();
  const rows = [...document.querySelectorAll('#examples tbody tr')].map((row) =>
    [...row.querySelectorAll('td')].map(words),
  );

  test('has examples', () => {
    expect(rows.length).toBeGreaterThan(10);
  });

  test.each(rows)('%s answers %j', async (formula = '', answer = '', why = '') => {
    const given = checkCodes(...argumentsOf(formula));
    if (answer.startsWith('#')) await expect(given).rejects.toMatchObject({ code: answer, message: why });
    else expect(await given).toBe(answer);
  });
});

describe('CHECK_CODES reads cells as people fill them', () => {
  test.each([
    [' 97124 ', 'M54.50'],
    ['97124', 'm54.50'],
    ['97124', 'M5450'],
    ['97124', ' M54.50  '],
    ['９７１２４', 'Ｍ５４．５０'],
    [97124, 'M54.50; M54.2'],
    ['97124', 'M54.50 low back pain'],
  ])('codes %j, diagnoses %j: OK', async (codes, diagnoses) => {
    expect(await checkCodes([[codes]], [[diagnoses]], DAY)).toBe('OK');
  });

  test('ranges may have empty cells, in any direction', async () => {
    expect(await checkCodes([['97124', '', '97110']], [['M54.2'], [''], [null]], DAY)).toBe('OK');
    expect(await checkCodes([['97124'], ['']], [['M54.2']], DAY, null, [[60], ['']])).toBe('OK');
  });

  test('a row that is still empty stays empty', async () => {
    expect(await checkCodes([['', '']], [[null]])).toBe('');
  });

  test('the minutes of one cell are those of all codes', async () => {
    const codes = [['97124'], ['97010']];
    expect(await checkCodes(codes, [['M54.2']], DAY, 'VA', [[90]])).toMatch(/^STOP: 6 units of 97124/);
  });

  test('a date counts from 1904 where the workbook does', async () => {
    excel.serial2000 = 35064;
    const september = serial('2026-09-30') - 1462;
    expect(await checkCodes([['97124']], [['M72.2']], september)).toBe('OK');
    expect(await checkCodes([['97124']], [['M72.2']], september + 1)).toMatch(/^STOP: M72\.2/);
  });

  test('a date with a time of day is its day', async () => {
    expect(await checkCodes([['97124']], [['M72.2']], serial('2026-09-30') + 0.9)).toBe('OK');
  });
});

describe('CHECK_CODES answers bad input with #VALUE! and a sentence', () => {
  const NOT_AVAILABLE = { code: '#N/A', type: 'Error' };
  test.each<[string, Parameters<typeof checkCodes>, string]>([
    ['an error among the codes', [[['97124'], ['#REF!']], [['M54.2']]], 'The cell with the code is an error (#REF!): mend that cell first.'],
    ['an error among the diagnoses', [[['97124']], [[NOT_AVAILABLE]]], 'The cell with the diagnosis is an error (#N/A): mend that cell first.'],
    ['an error as date', [...VALID, '#VALUE!'], 'The cell with the date is an error (#VALUE!): mend that cell first.'],
    ['an error as payer', [...VALID, DAY, NOT_AVAILABLE], 'The cell with the payer is an error (#N/A): mend that cell first.'],
    ['a date as text', [...VALID, '2026-11-03'], '"2026-11-03" is text, not a date. Make it a real date: type it anew, such as 10/31/2026.'],
    ['a number that is no date', [...VALID, 97124], '97124 is not a date. Make it a real date: type it anew, such as 10/31/2026.'],
    ['true as date', [...VALID, true], 'true is not a date. Make it a real date: type it anew, such as 10/31/2026.'],
    ['negative minutes', [...VALID, DAY, null, [[-5]]], '-5 is less than zero. Write 60, "60 min" or 1:00.'],
    ['minutes for other codes', [...VALID, DAY, null, [[30], [30]]], 'There are 2 cells of minutes for 1 of codes: use ranges of one size.'],
    ['minutes without a code', [[['97124'], ['']], [['M54.2']], DAY, null, [[30], [15]]], 'There are 15 minutes without a code beside them.'],
    ['a number as diagnosis', [[['97124']], [[54.5]]], '54.5 is not a diagnosis code. Write it as on the prescription, such as M54.50.'],
  ])('%s', async (_, given, message) => {
    await expect(checkCodes(...given)).rejects.toMatchObject({ code: '#VALUE!', message });
  }); // prettier-ignore
});

describe('the payer of CHECK_CODES', () => {
  const codes: [unknown[][], unknown[][]] = [[['97124; 97140']], [['M54.2']]];

  test('is found by its other spellings', async () => {
    expect(await checkCodes(...codes, DAY, 'va')).toMatch(/^STOP: 97124 and 97140/);
    expect(await checkCodes(...codes, DAY, ' example  mutual')).toMatch(/^WARN: 97124 and 97140/);
  });

  test('may be cash, which keeps to no code pairs', async () => {
    expect(await checkCodes(...codes, DAY, 'Cash')).toBe('OK');
    expect(await checkCodes([['97124']], [['']], DAY, 'self-pay')).toBe('OK');
  });

  test('that is not in the table is #N/A with a sentence', async () => {
    await expect(checkCodes(...codes, DAY, 'Nobody Health')).rejects.toMatchObject({
      code: '#N/A',
      message: '"Nobody Health" is not in the Payers table.',
    });
    forgetReferenceTables();
    installExcel(null);
    await expect(checkCodes(...codes, DAY, 'Example Mutual')).rejects.toMatchObject({
      code: '#N/A',
      message: 'There is no Payers table yet to look "Example Mutual" up in.',
    });
  });

  test('that is two rows of the table is #N/A with a sentence', async () => {
    forgetReferenceTables();
    installExcel([...PAYERS, ['EM', '', 'auto', '', '']]);
    await expect(checkCodes(...codes, DAY, 'EM')).rejects.toBeInstanceOf(FunctionError);
  });

  test('is looked up in one reading, however many formulas there are', async () => {
    await Promise.all(Array.from({ length: 300 }, () => checkCodes(...codes, DAY, 'EM')));
    expect(excel.reads).toBe(1);
  });
});

test('a physical therapist may bill Medicare for 97124, a massage therapist may not', async () => {
  const ask = () => checkCodes([['97124-GP']], [['M54.2']], DAY, 'Example Medicare');
  expect(await ask()).toMatch(
    /^STOP: Example Medicare: original Medicare pays no service of a massage therapist/,
  );
  forgetReferenceTables();
  excel.practice = [
    ['Item', 'Value', 'Help'],
    ['Credentials', 'PT, DPT', ''],
  ];
  expect(await ask()).toBe('OK');
});
