import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainDollars } from '../../../src/billing/values/cents';
import { isoOf } from '../../../src/billing/values/day';
import { readClaims } from '../../../src/x12/claim-837p/read-claims';

const FOLDER = join(__dirname, 'samples');
const files = readdirSync(FOLDER).filter((name) => /\.(837|edi)$/.test(name));
const read = (name: string) => readClaims(readFileSync(join(FOLDER, name), 'utf8'));

test('there are four of them', () => {
  expect(files).toHaveLength(4);
});

test.each(files)('%s is kept whole, byte for byte and segment for segment, without a fault', (name) => {
  const text = readFileSync(join(FOLDER, name), 'utf8');
  const { file, segments, faults } = readClaims(text);
  expect(file.toString()).toBe(text);
  expect(faults).toEqual([]);
  const envelopes = file.segments.filter(({ id }) => ['ISA', 'GS', 'GE', 'IEA'].includes(id));
  expect(segments.length + envelopes.length).toBe(file.segments.length);
});

test.each([
  ['edilens__837p.test.0001.edi', '1000A JOE BLOGGS 140.00 1 self, 1001A FRED BLOGGS 140.00 1 self'],
  ['lfh__demo.autoaccident.837', '900000032 DJ DIMPSON 185.00 2 other'],
  ['lfh__demo.cob.example3.B.837', '26407789 TED SMITH 79.04 3 child'],
  ['lfh__demo.example1.837', '26463774 TED SMITH 100.00 4 child'],
])('%s holds %s', (name, expected) => {
  const claims = read(name).claims.map(({ claim }) => {
    if (!claim) return 'unreadable';
    const { account, patient, total, lines, relationship } = claim;
    const who = `${patient.firstName} ${patient.lastName}`;
    return `${account} ${who} ${plainDollars(total)} ${String(lines.length)} ${relationship}`;
  });
  expect(claims.join(', ')).toBe(expected);
});

test('what our own claims never have is kept in its loop', () => {
  const [claim] = read('lfh__demo.cob.example3.B.837').claims;
  const loops = new Set(claim?.sent.segments.map(({ loop }) => loop));
  for (const loop of ['2010AB', '2310C', '2320', '2330A', '2330B', '2430']) expect(loops).toContain(loop);
  expect(claim?.sent.find('2320', 'CAS')?.element(3)).toBe('21.89');
  expect(claim?.sent.lines[0]?.find('2430', 'SVD')?.element(2)).toBe('40.00');
});

test('the auto accident tells cause, state, dates and the number of the case', () => {
  const [one] = read('lfh__demo.autoaccident.837').claims;
  const { accident, propertyCasualtyClaimNumber, payer, rendering } = one?.claim ?? {};
  expect(accident && { ...accident, date: isoOf(accident.date) }).toEqual({
    kind: 'auto',
    date: '2005-10-31',
    state: 'CA',
  });
  expect(propertyCasualtyClaimNumber).toBe('32323232');
  expect(payer?.kind).toBe('auto');
  expect(rendering).toMatchObject({ lastName: 'MOGLIE', npi: '2366552595', taxonomy: '208D00000X' });
});

describe('files that are no good say so in a sentence', () => {
  const sample = readFileSync(join(FOLDER, 'lfh__demo.example1.837'), 'utf8');
  test.each([
    ['an empty file', '', ['The file is empty.']],
    [
      'a letter',
      'Dear Sir',
      ['This is no X12 file: it has no ISA segment, with which every such file begins.'],
    ],
    [
      'a file cut off in a claim',
      sample.slice(0, sample.indexOf('HI*BK') + 4),
      ['The file is cut off in the middle of a segment (segment 29)'],
    ],
    [
      'a file cut off between two lines',
      sample.slice(0, sample.indexOf('LX*3')),
      ['The file is cut off: it ends before its SE segment (segment 35)'],
    ],
    [
      'a remittance',
      sample.replace('ST*837*', 'ST*835*'),
      ['This part of the file is no claims but a transaction 835 (segment 3)'],
    ],
    [
      'a claim whose patient has no birth date',
      sample.replace(/DMG.*~\n/, '').replace('SE*40', 'SE*39'),
      ['The claim 26463774 lacks birth date and sex of the patient (segment 26)'],
    ],
    [
      'amounts that are none',
      sample.replace('*40.00*UN', '*forty*UN'),
      ['"forty" in SV102 of the claim 26463774 is not an amount (segment 31)'],
    ],
  ])('%s', (_, text, sentences) => {
    expect(readClaims(text).faults.map(({ words }) => words)).toEqual(sentences);
  });

  test('the claims before the cut are read all the same', () => {
    const text = readFileSync(join(FOLDER, 'edilens__837p.test.0001.edi'), 'utf8');
    const cut = readClaims(text.slice(0, text.indexOf('HL*3')));
    expect(cut.claims.map(({ account }) => account)).toEqual(['1000A']);
  });
});
