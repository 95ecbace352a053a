import type { BilledLine } from '../../../src/billing/records/billed-line';
import { cents, minus, multiply, negated, sum, ZERO } from '../../../src/billing/values/cents';
import { addDays, type Day } from '../../../src/billing/values/day';
import type { WrittenClaim, WrittenLine, WrittenRemittance } from './write-remittance';

/** Who answers, on which day. */
export interface Answering {
  payer: string;
  payeeNpi: string;
  date: Day;
  number: string;
}

/** The ways in which payers answer the lines of one claim; each line's numbers balance. */
export const WAYS = {
  paid: (lines, who) => [check(who, [claim(lines, (line) => full(line))])],
  reduced: (lines, who) => [check(who, [claim(lines, reduced)])],
  denied: (lines, who) => [check(who, [claim(lines, denied, '4')])],
  'denied in part': (lines, who) => [
    check(who, [claim(lines, (line) => (line === lines[0] ? denied(line) : reduced(line)))]),
  ],
  forwarded: (lines, who) => [check(who, [claim(lines, byFirst, '19')])],
  'reversed and corrected': (lines, who) => [
    check(who, [claim(lines, (line) => full(line))]),
    // What it takes back beyond the corrected payment is forwarded: no check can be negative.
    check(next(who), [claim(lines, (line) => negative(full(line)), '22'), claim(lines, reduced)], {
      providerAdjustments: [['FB', 'NEXT', sum(lines.map((line) => minus(reduced(line).paid, line.charge)))]],
    }),
  ],
  reversed: (lines, who) => [
    check(who, [claim(lines, reduced)]),
    check(next(who), [claim(lines, (line) => negative(reduced(line)), '22')], {
      providerAdjustments: [['FB', 'NEXT', negated(sum(lines.map((line) => reduced(line).paid)))]],
    }),
  ],
  'taken back': (lines, who) => [
    check(who, [claim(lines, (line) => full(line))], {
      providerAdjustments: [['WO', 'OLD CLAIM', cents(1234)]],
    }),
  ],
  'split over two checks': (lines, who) => [
    check(who, [claim(lines.slice(0, 1), (line) => full(line))]),
    check(next(who), [claim(lines.slice(1), (line) => full(line))]),
  ],
  'with interest': (lines, who) => [
    check(who, [claim(lines, reduced)], {
      providerAdjustments: [['L6', lines[0]?.account ?? '', cents(-57)]],
    }),
  ],
  'by two payers': (lines, who) => [
    check(who, [claim(lines, byFirst, '19')]),
    check({ ...next(who), payer: 'LARCH MUTUAL' }, [claim(lines, bySecond, '2')]),
  ],
} as const satisfies Record<string, (lines: readonly BilledLine[], who: Answering) => WrittenRemittance[]>;

export type Way = keyof typeof WAYS;

function next(who: Answering): Answering {
  return { ...who, date: addDays(who.date, 7), number: `${who.number}B` };
}

function check(
  { payer, payeeNpi, date, number }: Answering,
  claims: WrittenClaim[],
  more: Partial<WrittenRemittance> = {},
): WrittenRemittance {
  return { number, date, payer, payerId: '', payeeNpi, claims, ...more };
}

function claim(
  lines: readonly BilledLine[],
  answer: (line: BilledLine) => WrittenLine,
  status = '1',
): WrittenClaim {
  const [first] = lines;
  const [given = '', ...rest] = (first?.client ?? '').toUpperCase().split(' ');
  const patient = { last: rest.join(' '), first: given, id: first?.memberId ?? '' };
  return { account: first?.account ?? '', status, patient, lines: lines.map(answer) };
}

function full({ code, modifiers, charge, date, control, units }: BilledLine): WrittenLine {
  return { code, modifiers, charge, paid: charge, date, control, units };
}

/** Three fifths paid, a quarter above the fee schedule, the rest is the client's copay. */
function reduced(line: BilledLine): WrittenLine {
  const paid = multiply(line.charge, 0.6);
  const off = multiply(line.charge, 0.25);
  return {
    ...full(line),
    paid,
    adjustments: [
      ['CO', '45', off],
      ['PR', '3', minus(line.charge, paid, off)],
    ],
  };
}

function denied(line: BilledLine): WrittenLine {
  return { ...full(line), paid: ZERO, adjustments: [['CO', '50', line.charge]], remarks: ['N130'] };
}

function byFirst(line: BilledLine): WrittenLine {
  const paid = multiply(line.charge, 0.5);
  return { ...full(line), paid, adjustments: [['PR', '2', minus(line.charge, paid)]] };
}

function bySecond(line: BilledLine): WrittenLine {
  const before = multiply(line.charge, 0.5);
  return { ...full(line), paid: minus(line.charge, before), adjustments: [['OA', '23', before]] };
}

function negative(line: WrittenLine): WrittenLine {
  return {
    ...line,
    charge: negated(line.charge),
    paid: negated(line.paid),
    adjustments: (line.adjustments ?? []).map(([group, reason, amount]) => [group, reason, negated(amount)]),
  };
}
