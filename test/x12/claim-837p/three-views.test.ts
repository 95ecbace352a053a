import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { claimLineRows } from '../../../src/forms/csv/claim-lines';
import { cms1500Boxes, linePages } from '../../../src/forms/cms1500/cms1500-boxes';
import { readClaims } from '../../../src/x12/claim-837p/read-claims';
import { writeClaims } from '../../../src/x12/claim-837p/write-claims';
import { fullClaim } from '../../forms/cms1500/claims';
import { SETTINGS, STAMP } from './settings';

/** One claim on paper, in the file and in the list: a table that a biller can read. */
const rows = Papa.parse<Record<string, string>>(readFileSync(join(__dirname, 'three-views.csv'), 'utf8'), {
  header: true,
  skipEmptyLines: true,
}).data;

const claim = fullClaim();
const [page] = linePages(claim);
if (!page) throw new Error('no page');
const boxes = new Map(
  cms1500Boxes(claim, page).map(({ number, part, line, value }) => [
    [number, part].filter(Boolean).join(' ') + (line === null ? '' : `/${String(line)}`),
    value,
  ]),
);
const [header = [], firstLine = []] = claimLineRows([claim]);
const [sent] = readClaims(writeClaims([claim], SETTINGS, STAMP)).claims;

test.each(rows)('$datum', (row) => {
  const { 'CMS-1500': box = '', '837P': element = '', CSV: column = '' } = row;
  expect(box === '' ? '' : boxes.get(box)).toBe(row['on paper']);
  expect(element === '' ? '' : elementAt(element)).toBe(row['in the file']);
  expect(firstLine[header.indexOf(column)]).toBe(row['in the list']);
});

/** `2010AA NM109`, `2300 CLM05-3`, `2300 REF*G1 02`. */
function elementAt(address: string): string | undefined {
  const match = /^(\S+) ([A-Z]+\d?)(?:\*(\w+) )?(\d\d)(?:-(\d))?$/.exec(address);
  if (!match) throw new Error(`The table's "${address}" is no element.`);
  const [, loop = '', id = '', qualifier, element = '', part] = match;
  const segment = sent?.sent.find(loop, id, qualifier);
  return part === undefined
    ? segment?.element(Number(element))
    : segment?.component(Number(element), Number(part));
}
