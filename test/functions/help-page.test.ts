import { readFileSync } from 'node:fs';
import path from 'node:path';
import { JSDOM } from 'jsdom';
import { billableUnits, type Rule } from '../../src/functions/billable-units';
import { forgetReferenceTables } from '../../src/functions/reference-tables';
import { installExcel, FunctionError } from './excel-globals';

const page = readFileSync(path.join(__dirname, '../../assets/help/billable-units.html'), 'utf8');
const { document } = new JSDOM(page).window;

/** Arguments of a formula made of numbers, texts and columns such as {33;7}, as Excel would pass them. */
function argumentsOf(formula: string): unknown[] {
  const inside = /^=CLAIM\.BILLABLE_UNITS\((.*)\)$/.exec(formula)?.[1];
  if (inside === undefined) throw new Error(`not a formula of BILLABLE_UNITS: ${formula}`);
  return JSON.parse(
    `[${inside.replace(/\{([^}]*)\}/g, (_, column: string) => `[[${column.replaceAll(/;(?=[\d"])/g, '],[')}]]`)}]`,
  ) as unknown[];
}

const asRange = (argument: unknown): unknown[][] =>
  Array.isArray(argument) ? (argument as unknown[][]) : [[argument]];

/** The answer as the page writes it: one line a row, or the error and its sentence. */
async function answerOf(formula: string): Promise<string[]> {
  const [minutes, codes, rule] = argumentsOf(formula);
  try {
    const cells = await billableUnits(
      asRange(minutes),
      codes === undefined ? undefined : asRange(codes),
      (rule ?? null) as Rule,
    );
    return [cells.map((row) => row.join(' ')).join('\n')];
  } catch (error) {
    if (error instanceof FunctionError) return [error.code, error.message];
    throw error;
  }
}

describe('the help page of BILLABLE_UNITS', () => {
  beforeEach(() => {
    forgetReferenceTables();
    installExcel([
      ['Payer', 'Unit rule'],
      ['Example Mutual', 'AMA'],
    ]);
  });

  const rows = [...document.querySelectorAll('#examples tbody tr')].map((row) => {
    for (const lineBreak of row.querySelectorAll('br')) lineBreak.replaceWith('\n');
    return [...row.querySelectorAll('td')].map((cell) => (cell.textContent ?? '').trim());
  });

  test('has examples', () => {
    expect(rows.length).toBeGreaterThan(10);
  });

  test.each(rows)('%s answers %j', async (formula = '', answer = '', why = '') => {
    const expected = answer.startsWith('#') ? [answer, why] : [answer];
    expect(await answerOf(formula)).toEqual(expected);
  });
});
