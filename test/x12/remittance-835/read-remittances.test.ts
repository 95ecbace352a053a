import { cents } from '../../../src/billing/values/cents';
import { readRemittanceFile, readRemittances } from '../../../src/x12/remittance-835/read-remittances';
import { claimImbalances, transactionImbalance } from '../../../src/billing/payments/remittance/balances';
import { writeRemittances, type WrittenRemittance } from '../../support/remittance/write-remittance';
import { day } from '../../support/values';

const DATE = day('2026-10-05');
const remittance = (some: Partial<WrittenRemittance> = {}): WrittenRemittance => ({
  number: 'CHK1',
  date: day('2026-11-09'),
  claims: [
    {
      account: 'C1',
      lines: [{ code: '97124', charge: cents(12000), paid: cents(12000), date: DATE, control: 'L1' }],
    },
  ],
  ...some,
});
const read = (text: string) => readRemittanceFile(text);
/** Puts segments behind the first one that begins so, and counts them in SE. */
function withSegments(text: string, behind: string, ...segments: string[]): string {
  const count = (text.split('ST*835')[1] ?? '').split('SE*')[0]?.split('~').length ?? 0;
  return text
    .replace(new RegExp(`(\\n${behind}[^~]*~)`), `$1\n${segments.map((one) => `${one}~`).join('\n')}`)
    .replace(/SE\*\d+/, `SE*${String(count + segments.length)}`);
}

test('a CAS segment holds six adjustments, each with its quantity', () => {
  const text = withSegments(
    writeRemittances([remittance()]),
    'SVC',
    'CAS*CO*45*1*1*59*2**253*.5**P12*4.25**A1*5**97*6*3',
  );
  const [line] = read(text).remittances[0]?.claims[0]?.lines ?? [];
  expect(line?.adjustments.map(({ reason, amount, quantity }) => [reason, amount, quantity])).toEqual([
    ['45', 100, 1],
    ['59', 200, null],
    ['253', 50, null],
    ['P12', 425, null],
    ['A1', 500, null],
    ['97', 600, 3],
  ]);
});

test('a seventh adjustment in a CAS segment is a fault of its claim', () => {
  const text = withSegments(writeRemittances([remittance()]), 'SVC', `CAS*CO${'*45*1*'.repeat(7)}`);
  expect(read(text).remittances[0]?.claims[0]?.faults.map(({ words }) => words)).toEqual([
    'CAS20 is more than the six adjustments of a CAS',
  ]);
});

test('amounts and counts that nobody pays are told, so that every sum is exact', () => {
  const written = writeRemittances([remittance()]);
  const counted = written.replace(/SVC\*HC:97124\*120\*120\*\*1/, `SVC*HC:97124*120*120**${'9'.repeat(400)}`);
  expect(counted).not.toBe(written);
  const [odd] = read(counted).remittances[0]?.claims ?? [];
  expect([odd?.lines[0]?.units, odd?.faults, odd?.oddities.length]).toEqual([1, [], 1]);
  const text = withSegments(written, 'SVC', 'CAS*CO*45*99999999999.99', 'CAS*OA*45*-99999999.99');
  const [claim] = read(text).remittances[0]?.claims ?? [];
  expect(claim?.faults.map(({ words }) => words)).toEqual([
    'CAS03 is an amount that no payer pays: “99999999999.99”',
  ]);
  expect(claim?.lines[0]?.adjustments.map(({ amount }) => amount)).toEqual([0, -9_999_999_999]);
});

test('reads what a claim says besides its money', () => {
  const text = withSegments(
    writeRemittances([remittance()]),
    'NM1\\*QC',
    'NM1*IL*1*RUIZ*MARIA****MI*CHP100001',
    'NM1*74*1*RUIZ*ANNA',
    'NM1*82*1*LEE*KIM****XX*1234567893',
    'NM1*TT*2*UNION FUND*****PI*77777',
    'MOA***MA01*MA18***N362',
    'REF*1L*GROUP7',
    'REF*F8*EARLIER1',
    'DTM*232*20261001',
    'DTM*233*20261002',
    'DTM*050*20261010',
    'DTM*036*20261231',
    'AMT*AU*120',
    'AMT*I*1.5',
  );
  expect(read(text).remittances[0]?.claims[0]).toMatchObject({
    insured: { last: 'RUIZ', first: 'MARIA', id: 'CHP100001' },
    corrected: { last: 'RUIZ', first: 'ANNA', id: '' },
    renderingId: '1234567893',
    otherPayer: 'UNION FUND',
    remarks: ['MA01', 'MA18', 'N362'],
    references: [
      { qualifier: '1L', value: 'GROUP7' },
      { qualifier: 'F8', value: 'EARLIER1' },
    ],
    from: 46296,
    to: 46297,
    receivedByPayer: 46305,
    coverageEnds: 46387,
    covered: 12000,
    interest: 150,
    faults: [],
    oddities: [],
  });
});

test('a code that the payer changed keeps what was billed', () => {
  const text = writeRemittances([remittance()]).replace(
    /SVC\*[^~]*/,
    'SVC*HC:97140:GP*120*120**3*HC:97124:59*4',
  );
  const [line] = read(text).remittances[0]?.claims[0]?.lines ?? [];
  expect(line).toMatchObject({
    code: '97140',
    modifiers: ['GP'],
    units: 3,
    original: { code: '97124', modifiers: ['59'] },
    originalUnits: 4,
  });
});

test('a PLB segment holds six adjustments of the provider', () => {
  const pairs = ['WO:A*1', 'FB:B*-2', 'L6*-3', '72:C*4', 'CS:D*5', 'J1:E*6'];
  const text = withSegments(
    writeRemittances([remittance({ amount: cents(10900) })]),
    'REF\\*6R',
    `PLB*1234567893*20261231*${pairs.join('*')}`,
  );
  const [first] = read(text).remittances;
  expect(
    first?.end.providerAdjustments.map(({ reason, reference, amount }) => [reason, reference, amount]),
  ).toEqual([
    ['WO', 'A', 100],
    ['FB', 'B', -200],
    ['L6', '', -300],
    ['72', 'C', 400],
    ['CS', 'D', 500],
    ['J1', 'E', 600],
  ]);
  expect(first && transactionImbalance(first)).toBeNull();
});

test('reads several transactions and interchanges, each with its own delimiters', () => {
  const other = { element: '|', component: '>', repetition: '^', segment: "'" };
  const text =
    writeRemittances([remittance({ number: 'A' }), remittance({ number: 'B' })]) +
    writeRemittances([remittance({ number: 'C' })], { delimiters: other, lineBreaks: false });
  const { remittances, faults } = read(text);
  expect(faults).toEqual([]);
  expect(remittances.map(({ header }) => header.number)).toEqual(['A', 'B', 'C']);
  for (const { claims } of remittances) expect(claims.flatMap(claimImbalances)).toEqual([]);
});

test('tells claims while the file is still coming', async () => {
  const claim = (account: string) => ({
    account,
    lines: [{ code: '97124', charge: cents(100), paid: cents(100) }],
  });
  const claims = Array.from({ length: 40 }, (_, index) => claim(`C${String(index)}`));
  const text = writeRemittances([remittance({ claims })]);
  const read: string[] = [];
  async function* pieces() {
    for (const piece of text.match(/[^]{1,60}/g) ?? []) {
      read.push(piece);
      yield await Promise.resolve(piece);
    }
  }
  const told: number[] = [];
  for await (const event of readRemittances(pieces()))
    if (event.kind === 'claim') told.push(read.join('').length);
  expect(told).toHaveLength(40);
  expect(told[0]).toBeLessThan(text.length / 2);
  expect(told[20]).toBeLessThan(told[39] ?? 0);
});

test('a transaction without SE before the next ST is not complete, and the next is', () => {
  const text = writeRemittances([remittance({ number: 'A' }), remittance({ number: 'B' })]).replace(
    /SE\*\d+\*0001~\n/,
    '',
  );
  const { remittances, faults } = read(text);
  expect(remittances.map(({ header, end }) => [header.number, end.isComplete])).toEqual([
    ['A', false],
    ['B', true],
  ]);
  expect(faults[0]?.words).toMatch(/^A segment SE is missing before this ST/);
});

test('every unreadable value is told, not only the first', () => {
  const text = writeRemittances([remittance()])
    .replace('*120*120*', '*abc*12x*')
    .replace('DTM*472*20261005', 'DTM*472*20261399');
  const [claim] = read(text).remittances[0]?.claims ?? [];
  expect(claim?.faults.map(({ words }) => words)).toEqual([
    'CLP03 should be an amount and is “abc”',
    'CLP04 should be an amount and is “12x”',
  ]);
  expect(claim?.oddities.map(({ words }) => words)).toEqual(['DTM02 should be a date and is “20261399”']);
});
