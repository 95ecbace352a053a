import { postTypedPayments, type TypedPayment } from '../../../src/billing/payments/typed-payments';
import { sameCheckKey } from '../../../src/billing/payments/typed-checks';
import { cents } from '../../../src/billing/values/cents';
import { after, CASCADE, contextOf, postWritten } from '../../support/remittance/post';
import { billedLine } from '../../support/remittance/write-remittance';
import { day } from '../../support/values';

const line = billedLine({ control: 'C1L1', account: 'C1', date: day('2026-10-05') });
const KEY = sameCheckKey('CHK777', 'C1');
const row: TypedPayment = {
  ...{ key: 'typed|3', place: null, received: day('2026-11-09'), from: CASCADE.name, reference: 'CHK777' },
  ...{ account: 'C1', control: null, allowed: null, paid: cents(7000), adjusted: null },
  ...{ clientOwes: null, reasons: null },
};

/** What counts of a typed row and its 835, which came after it and pays another amount. */
function both(sameCheck: ReadonlyMap<string, string>) {
  const about = { register: [line], payers: [CASCADE], clients: [], sameCheck, today: day('2026-11-30') };
  const typed = postTypedPayments([row], { ...about, imported: [] });
  const context = contextOf({ register: [line], postings: typed.postings, sameCheck });
  const result = postWritten(
    [
      {
        number: 'CHK777',
        date: day('2026-11-09'),
        claims: [
          {
            account: 'C1',
            lines: [
              {
                ...{ code: line.code, date: line.date, control: 'C1L1', charge: line.charge },
                paid: cents(8000),
                adjustments: [['CO', '45', cents(4000)]],
              },
            ],
          },
        ],
      },
    ],
    context,
  );
  const imported = after(contextOf({ register: [line] }), result).postings;
  const again = postTypedPayments([row], { ...about, imported });
  return { result, counted: [...imported, ...again.postings], findings: again.findings };
}

test('a check that was typed is asked about before its remittance is posted', () => {
  const { result, counted } = both(new Map());
  expect(result.findings).toMatchObject([
    {
      rule: 'payment-typed-before',
      severity: 'STOP',
      answers: [
        { key: KEY, value: 'remittance' },
        { key: KEY, value: 'both' },
      ],
    },
  ]);
  expect(counted.map(({ paid }) => paid)).toEqual([7000]);
});

test('with consent the remittance takes the place of what was typed, whatever was typed', () => {
  const { result, counted, findings } = both(new Map([[KEY, 'remittance']]));
  expect(result.findings).toEqual([]);
  expect(counted.map(({ paid }) => paid)).toEqual([8000]);
  expect(findings).toMatchObject([{ rule: 'payment-place-taken', severity: 'NOTE' }]);
});

test('two payments under one number both count, once somebody says so', () => {
  const { counted, findings } = both(new Map([[KEY, 'both']]));
  expect(counted.map(({ paid }) => paid)).toEqual([8000, 7000]);
  expect(findings).toEqual([]);
});
