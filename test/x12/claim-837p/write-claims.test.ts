import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { readClaims } from '../../../src/x12/claim-837p/read-claims';
import type { LocatedSegment } from '../../../src/x12/claim-837p/sent-claim';
import { writeClaims } from '../../../src/x12/claim-837p/write-claims';
import type { Claim } from '../../../src/billing/claims/claim';
import { fullClaim, sevenLines } from '../../forms/cms1500/claims';
import { KINDS } from './kinds';
import { readByAnother } from './node-x12-oracle';
import { SETTINGS, STAMP } from './settings';

const write = (claims: readonly Claim[]) => writeClaims(claims, SETTINGS, STAMP);
const segmentsOf = (claims: readonly Claim[]): LocatedSegment[] => readClaims(write(claims)).segments;

interface Row {
  case: string;
  loop: string;
  segment: string;
}
const rows = Papa.parse<Row>(readFileSync(join(__dirname, 'kinds.csv'), 'utf8'), {
  header: true,
  skipEmptyLines: true,
}).data;

test.each(rows)('$case: loop $loop has $segment', ({ case: kind, loop: where, segment }) => {
  const change = KINDS[kind];
  if (!change) throw new Error(`kinds.ts knows no "${kind}"`);
  const [loop = '', start = ''] = where.split(' ');
  const found = segmentsOf([fullClaim(change)])
    .filter((one) => one.loop === loop && one.segment.raw.startsWith(start))
    .map((one) => one.segment.raw);
  if (segment === 'none') expect(found).toEqual([]);
  else expect(found).toContain(segment);
});

test('every case of kinds.ts is held to something', () => {
  expect([...new Set(rows.map((row) => row.case))].sort()).toEqual(Object.keys(KINDS).sort());
});

describe('several claims a file', () => {
  const [self, spouse] = [KINDS['subscriber is the patient'], KINDS['spouse of the subscriber']];
  const claims = [
    fullClaim({ ...self, account: 'A1' }),
    fullClaim({ ...spouse, account: 'A2' }),
    fullClaim({ ...self, account: 'A3' }),
    fullClaim({ ...spouse, account: 'A4', priorAuthorization: null }),
    fullClaim({ ...spouse, account: 'A5', patient: { ...fullClaim().patient, firstName: 'Uma' } }),
    fullClaim({ ...self, account: 'A6', payer: { ...fullClaim().payer, payerId: '99002' } }),
    fullClaim({ ...KINDS['work injury'], account: 'A7' }),
  ];

  test('one billing provider has one level; each subscriber, policy and patient one under it', () => {
    const levels = segmentsOf(claims)
      .filter(({ segment }) => ['HL', 'CLM'].includes(segment.id))
      .map(({ segment }) => segment.raw.replace(/^(CLM\*\w+).*/, '$1'));
    expect(levels).toEqual([
      'HL*1**20*1',
      ...['HL*2*1*22*0', 'CLM*A1', 'CLM*A3'],
      ...['HL*3*1*22*1', 'HL*4*3*23*0', 'CLM*A2', 'CLM*A4', 'HL*5*3*23*0', 'CLM*A5'],
      ...['HL*6*1*22*0', 'CLM*A6'],
      ...['HL*7*1*22*1', 'HL*8*7*23*0', 'CLM*A7'],
    ]);
  });

  test('a second billing provider opens a level of its own', () => {
    const other = fullClaim({ account: 'B1', billing: { ...fullClaim().billing, npi: '1000000004' } });
    const levels = segmentsOf([...claims.slice(0, 1), other, ...claims.slice(2, 3)])
      .filter(({ segment }) => segment.id === 'HL')
      .map(({ segment }) => segment.raw);
    expect(levels).toEqual(['HL*1**20*1', 'HL*2*1*22*0', 'HL*3**20*1', 'HL*4*3*22*1', 'HL*5*4*23*0']);
  });

  test('a level holds a hundred claims, and the next ones another', () => {
    const many = Array.from({ length: 201 }, (_, index) =>
      fullClaim({ ...self, account: `M${String(index)}` }),
    );
    const levels = segmentsOf(many).filter(({ loop, segment }) => loop === '2000B' && segment.id === 'HL');
    expect(levels).toHaveLength(3);
  });

  test('counts and control numbers agree, for us and for another library', () => {
    const text = write(claims);
    expect(readClaims(text).faults).toEqual([]);
    const read = readByAnother(text);
    const body = read.slice(2, -2);
    expect(read.at(-3)).toEqual(['SE', String(body.length), '0001']);
    expect(read.at(-2)).toEqual(['GE', '1', '17']);
  });
});

describe('the envelope', () => {
  const header = (change: Partial<typeof SETTINGS>, control = 17) =>
    writeClaims([fullClaim()], { ...SETTINGS, ...change }, { ...STAMP, control }).split('\n');

  test('is of fixed width, with the numbers of the caller', () => {
    const [isa = '', gs = '', st, bht] = header({}, 217_483_405);
    expect(isa).toBe(
      'ISA*00*          *00*          *ZZ*QH0001         *30*330897513      *261101*0930*^*00501*217483405*0*P*:~',
    );
    expect(isa).toHaveLength(106);
    expect(gs).toBe('GS*HC*QH0001*OFFALLY*20261101*0930*217483405*X*005010X222A1~');
    expect(st).toBe('ST*837*0001*005010X222A1~');
    expect(bht).toBe('BHT*0019*00*217483405*20261101*0930*CH~');
  });

  test('a test file says so', () => {
    expect(header({ usage: 'T' })[0]).toMatch(/\*0\*T\*:~$/);
  });

  test('identifiers longer than their place are cut, never pushed on', () => {
    expect(header({ senderId: 'A'.repeat(40), receiverId: 'B*B' })[0]).toHaveLength(106);
  });

  test('submitter and receiver are told by name, number and telephone', () => {
    expect(header({}).slice(4, 7)).toEqual([
      'NM1*41*2*QUIET HARBOR MASSAGE LLC*****46*QH0001~',
      'PER*IC*MARISOL TENFOLD*TE*3605550142*EM*office@quietharbor.example~',
      'NM1*40*2*OFFICE ALLY*****46*330897513~',
    ]);
  });

  test('a provider who has not signed says so', () => {
    expect(header({ signatureOnFile: false }).join('')).toContain('11:B:1*N*A*Y*Y');
  });

  test('a number that fits no ISA13, or no claim at all, is a mistake of the program', () => {
    expect(() => writeClaims([fullClaim()], SETTINGS, { ...STAMP, control: 1_000_000_000 })).toThrow(
      RangeError,
    );
    expect(() => writeClaims([], SETTINGS, STAMP)).toThrow(RangeError);
  });
});

test('fifty lines stand in one claim, numbered to fifty', () => {
  const [line] = sevenLines().lines;
  if (!line) throw new Error('no line');
  const lines = Array.from({ length: 50 }, (_, index) => ({ ...line, control: `X${String(index)}` }));
  const numbers = segmentsOf([fullClaim({ lines })])
    .filter(({ segment }) => segment.id === 'LX')
    .map(({ segment }) => segment.element(1));
  expect(numbers).toEqual(Array.from({ length: 50 }, (_, index) => String(index + 1)));
});
