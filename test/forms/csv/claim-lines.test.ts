import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { csvText } from '../../../src/actions/claims/claim-files';
import { CLAIM_LINE_COLUMNS, claimLineRows } from '../../../src/forms/csv/claim-lines';
import { fullClaim, sevenLines } from '../cms1500/claims';

const read = (text: string) => Papa.parse<string[]>(text.trim()).data;

test('the headers are those that imports were mapped by', () => {
  const known = readFileSync(join(__dirname, 'headers.csv'), 'utf8').trim().split('\n');
  expect(CLAIM_LINE_COLUMNS.map(({ header }) => header)).toEqual(known);
});

test('each line has a row of its own with its claim beside it', () => {
  const rows = read(csvText(claimLineRows([fullClaim(), sevenLines()])));
  expect(rows).toHaveLength(1 + 2 + 7);
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([CLAIM_LINE_COLUMNS.length]));
});

test('a worker’s claim names the employer and no insured person', () => {
  const claim = fullClaim({ payer: { ...fullClaim().payer, kind: 'workers-comp' }, employer: 'Sample Mill' });
  const [header = [], row = []] = claimLineRows([claim]);
  const at = (name: string) => row[header.indexOf(name)];
  expect([at('Employer'), at('Insured last name'), at('Relationship')]).toEqual([
    'SAMPLE MILL',
    '',
    'employee',
  ]);
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('%j is no formula in a spreadsheet', (text) => {
  expect(read(csvText([['x', text]]))[0]?.[1]).toBe(`'${text}`);
});

test('commas, quotes and line breaks come back as they were', () => {
  const cells = ['a,b', 'say "hello"', 'two\nlines', ' blanks '];
  expect(Papa.parse<string[]>(csvText([cells])).data[0]).toEqual(cells);
});
