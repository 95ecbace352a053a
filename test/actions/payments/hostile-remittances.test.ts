import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from '../../../desk/xlsx/read-xlsx';
import { cents, ZERO } from '../../../src/billing/values/cents';
import { importInto, rowsOf } from '../../support/remittance/payments-desk';
import { writeRemittances } from '../../support/remittance/write-remittance';
import { day } from '../../support/values';

const CASES = join(__dirname, '../../cases');
const register = readFileSync(join(CASES, 'register/register.xlsx'));

/** What every object knows without being told. */
const KNOWN_TO_ALL = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '__defineGetter__'];

const ours = writeRemittances([
  {
    number: 'S1',
    date: day('2026-11-03'),
    claims: [
      {
        account: 'C26100001',
        patient: { last: 'APPLEGATE', first: 'ADA', id: 'CHP000100' },
        lines: [
          {
            ...{ code: '97124', charge: cents(12000), paid: cents(6000), units: 4 },
            date: day('2026-10-05'),
            control: 'C26100001L1',
            allowed: cents(6000),
            adjustments: [['CO', '45', cents(6000)]],
          },
        ],
      },
    ],
  },
]);

async function readingOf(text: string) {
  const book = readXlsx(register);
  const { report } = await importInto(book, { name: 'hostile.835', text });
  return { report, payments: rowsOf(book, 'Payments') };
}

test('a remittance with a party named "__proto__" is read as the same with another name', async () => {
  const before = Object.getOwnPropertyNames(Object.prototype);
  const proto = readFileSync(join(CASES, 'remittances/proto-pollution.835'), 'utf8');
  const hostile = await readingOf(proto);
  expect(hostile).toEqual(await readingOf(proto.replace('__proto__', 'ZZ')));
  expect(hostile.report.files[0]?.payments).toHaveLength(3);
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
});

const segments = ours.split('\n');
const withParty = (name: string) =>
  segments.flatMap((one) => (one.startsWith('N1*PR') ? [`N1*${name}*EVIL PAYER*XV*666~`, one] : one));

test.each(KNOWN_TO_ALL)('a remittance that names a party "%s" is posted as any other', async (name) => {
  const { report, payments } = await readingOf(withParty(name).join('\n'));
  expect(report).toMatchObject({ posted: cents(6000), held: ZERO, unmatched: ZERO });
  expect(payments).toHaveLength(1);
});

test.each(['NM1*QC', 'DTM*472', 'AMT*B6', 'REF*6R', 'NM1', 'DTM', 'BPR'])(
  'what stands under "__proto__" instead of %s counts as not said',
  async (said) => {
    const [id = '', qualifier] = said.split('*');
    const under = (name: string) =>
      ours.replaceAll(`\n${said}*`, qualifier === undefined ? `\n${name}*` : `\n${id}*${name}*`);
    expect(under('ZZ')).not.toBe(ours);
    expect(await readingOf(under('__proto__'))).toEqual(await readingOf(under('ZZ')));
  },
);
