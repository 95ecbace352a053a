import { shape, type JsonOf } from '../../../src/actions/json/shape';
import { isSame, jsonText, toJson } from '../../../src/actions/json/to-json';
import type { Cents } from '../../../src/billing/values/cents';
import type { Day } from '../../../src/billing/values/day';
import { day, usd } from '../../support/values';

interface Bill {
  number: string;
  made: Day;
  due: Day | null;
  total: Cents;
  lines: { code: string; charge: Cents; dates: readonly Day[] }[];
  notes?: readonly string[];
}

const LINE = shape<Bill['lines'][number]>()({ code: 'plain', charge: 'money', dates: 'day' });

const BILL = shape<Bill>()({
  due: 'day',
  number: 'plain',
  amount: ['money', 'total'],
  month: ['plain', ({ number }) => number.slice(0, 2)],
  lines: LINE,
  dearest: [LINE, ({ lines }) => lines[0] ?? null],
  notes: 'plain',
});

const bill: Bill = {
  number: '10-1',
  made: day('2026-10-03'),
  due: null,
  total: usd('1234.50'),
  lines: [
    { code: '97124', charge: usd('1234.50'), dates: [day('2026-10-01'), day('2026-10-02')] },
    { code: '97140', charge: usd('0'), dates: [] },
  ],
};

const written = (fields: object) => toJson({ fields }, bill);

/** Compiles only as long as the compiler refuses the line below each comment. At run time nobody does. */
const REFUSED: [() => unknown, unknown][] = [
  // @ts-expect-error: an amount is marked
  [() => written(shape<Bill>()({ total: 'plain' }).fields), { total: 123_450 }],
  // @ts-expect-error: a day is marked, also one that may be missing
  [() => written(shape<Bill>()({ due: 'plain' }).fields), { due: null }],
  // @ts-expect-error: a day is no amount
  [() => written(shape<Bill>()({ made: 'money' }).fields), { made: 462.98 }],
  // @ts-expect-error: a text is no amount
  [() => written(shape<Bill>()({ number: 'money' }).fields), { number: NaN }],
  // @ts-expect-error: amounts and days deep inside are marked too
  [() => written(shape<Bill>()({ lines: 'plain' }).fields), { lines: bill.lines }],
  // @ts-expect-error: a misspelt field is none
  [() => written(shape<Bill>()({ nomber: 'plain' }).fields), { nomber: undefined }],
  // @ts-expect-error: nor is one to take the value from
  [() => written(shape<Bill>()({ number: ['plain', 'nomber'] }).fields), { number: undefined }],
  // @ts-expect-error: what is made of a value is marked too
  [() => written(shape<Bill>()({ day: ['plain', ({ made }) => made] }).fields), { day: bill.made }],
  // @ts-expect-error: a shape takes what it describes
  [() => written(shape<Bill>()({ bill: [LINE, 'total'] }).fields), { bill: {} }],
  // @ts-expect-error: what a shape does not name is not in its JSON
  [() => toJson(BILL, bill).total, undefined],
  // @ts-expect-error: what holds amounts is not printed as it is
  [() => jsonText({ amount: bill.total }), '{\n  "amount": 123450\n}'],
  // @ts-expect-error: nor what JSON makes nothing of
  [() => jsonText({ fees: new Map([['97124', 95]]) }), '{\n  "fees": {}\n}'],
];

test('only the compiler refuses what is not described or not marked', () => {
  for (const [refused, wrong] of REFUSED) expect(refused()).toEqual(wrong);
});

test('a value is written as its shape says, in the order of its fields', () => {
  const json: JsonOf<typeof BILL> = toJson(BILL, bill);
  expect(jsonText({ ...json, file: 'out.xlsx' })).toBe(
    jsonText({
      due: null,
      number: '10-1',
      amount: 1234.5,
      month: '10',
      lines: [
        { code: '97124', charge: 1234.5, dates: ['2026-10-01', '2026-10-02'] },
        { code: '97140', charge: 0, dates: [] },
      ],
      dearest: { code: '97124', charge: 1234.5, dates: ['2026-10-01', '2026-10-02'] },
      file: 'out.xlsx',
    }),
  );
});

test('two values are the same for a reader of what their shape names', () => {
  expect(isSame(BILL, bill, { ...bill, made: day('2026-10-04') })).toBe(true);
  expect(isSame(BILL, bill, { ...bill, total: usd('1234.51') })).toBe(false);
});
