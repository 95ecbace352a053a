import fc from 'fast-check';
import type { BilledLine } from '../../../src/billing/records/billed-line';
import {
  cents,
  minus,
  multiply,
  negated,
  plus,
  portion,
  sum,
  ZERO,
  type Cents,
} from '../../../src/billing/values/cents';
import { addDays, byDay, type Day } from '../../../src/billing/values/day';
import { day } from '../values';
import {
  billedLine,
  type WrittenAdjustment,
  type WrittenClaim,
  type WrittenLine,
  type WrittenRemittance,
} from './write-remittance';

/** One claim of a payment, days after the claim was made. */
interface Event {
  after: number;
  payer: string;
  claim: WrittenClaim;
}

/** What is left of a claim in the end, worked out without any ledger. */
export interface Outcome {
  paid: Cents;
  writtenOff: Cents;
  toClient: Cents;
}

interface Story {
  events: Event[];
  outcome: Outcome;
}

export interface ToldClaim extends Story {
  name: StoryName;
  lines: BilledLine[];
}

const FIRST = 'CASCADE HEALTH PLAN';
const SECOND = 'LARCH MUTUAL';

/** Shares of the charge that a payer allows and leaves to the client, in percent. */
interface Terms {
  allowed: number;
  share: number;
}

/** What payers do with a claim, from its first answer to its last. Every line charges at least a dollar. */
const STORIES = {
  paid: (lines, terms) => told([answered(1, lines, (line) => decided(line, terms))], lines, terms),
  denied: (lines) => told([answered(1, lines, denied, '4')], lines, null),
  'not answered': (lines) => told([], lines, null),
  'denied, then paid': (lines, terms) =>
    told(
      [answered(1, lines, denied, '4'), answered(40, lines, (line) => decided(line, terms))],
      lines,
      terms,
    ),
  'reversed and corrected': (lines, terms) => {
    const other = { allowed: Math.max(2, terms.allowed - 20), share: terms.share };
    return told(
      [
        answered(1, lines, (line) => decided(line, other)),
        reversed(30, lines, (line) => decided(line, other)),
        answered(30, lines, (line) => decided(line, terms)),
      ],
      lines,
      terms,
    );
  },
  'reversed and denied': (lines, terms) =>
    told(
      [
        answered(1, lines, (line) => decided(line, terms)),
        reversed(7, lines, (line) => decided(line, terms)),
        answered(7, lines, denied, '4'),
      ],
      lines,
      null,
    ),
  'taken back': (lines, terms) =>
    told(
      [
        answered(1, lines, (line) => decided(line, terms)),
        reversed(60, lines, (line) => decided(line, terms)),
      ],
      lines,
      null,
    ),
  'paid more later': (lines, { allowed, share }) => {
    const terms = { allowed, share: half(share) };
    return told(
      [
        answered(1, lines, (line) => decided(line, { allowed: half(allowed), share: 0 })),
        answered(50, lines, (line) => added(line, terms)),
      ],
      lines,
      terms,
    );
  },
  'lines in two parts': (lines, terms) =>
    told([answered(1, lines, (line) => decided(line, terms), '1', inTwo)], lines, terms),
  'lines answered as one': (lines, terms) =>
    told([answered(1, lines, (line) => decided(line, terms), '1', asOne)], lines, terms),
  'one line a check': (lines, terms) =>
    told(
      lines.map((line, index) => answered(1 + 9 * index, [line], (one) => decided(one, terms))),
      lines,
      terms,
    ),
  'by two payers': (lines, terms) => ({
    events: [
      answered(1, lines, (line) => decided(line, terms), '19'),
      { ...answered(20, lines, (line) => bySecond(line, terms), '2'), payer: SECOND },
    ],
    outcome: {
      ...outcomeOf(lines, terms),
      paid: sum(lines.map((line) => offOf(line, terms).allowed)),
      toClient: ZERO,
    },
  }),
} as const satisfies Record<string, (lines: readonly BilledLine[], terms: Terms) => Story>;

export type StoryName = keyof typeof STORIES;
export const STORY_NAMES = Object.keys(STORIES) as StoryName[];

const START = day('2026-09-01');

/** Claims of six months with all that payers did with them. */
export const toldClaims: fc.Arbitrary<ToldClaim[]> = fc
  .array(
    fc.record({
      name: fc.constantFrom(...STORY_NAMES),
      day: fc.integer({ min: 0, max: 120 }),
      charges: fc.array(fc.integer({ min: 100, max: 30_000 }), { minLength: 1, maxLength: 3 }),
      sameDay: fc.boolean(),
      allowed: fc.integer({ min: 30, max: 100 }),
      share: fc.integer({ min: 0, max: 90 }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((claims) =>
    claims.map(({ name, day: after, charges, sameDay, ...terms }, index): ToldClaim => {
      const account = `C2609${String(index + 1).padStart(4, '0')}`;
      const isOne = name === 'lines answered as one';
      const lines = charges.map((charge, at) => {
        const date = addDays(START, after + (sameDay || isOne ? 0 : at));
        const control = `${account}L${String(at + 1)}`;
        return billedLine({ control, account, charge: cents(charge), date, billedOn: addDays(date, 2) });
      });
      return { name, lines, ...STORIES[name](lines, terms) };
    }),
  );

/** A check for each payer and day; what is taken back beyond what is paid is forwarded, since no check is negative. */
export function checksOf(claims: readonly ToldClaim[]): WrittenRemittance[] {
  const groups = new Map<string, { date: Day; payer: string; claims: WrittenClaim[] }>();
  for (const { lines, events } of claims) {
    for (const { after, payer, claim } of events) {
      const date = addDays(lines[0]?.date ?? START, after);
      const key = `${payer} ${String(date)}`;
      const group = groups.get(key) ?? { date, payer, claims: [] };
      groups.set(key, group);
      group.claims.push(claim);
    }
  }
  return [...groups.values()]
    .sort((a, b) => byDay(a.date, b.date))
    .map(({ date, payer, claims: own }, index) => {
      const total = sum(own.flatMap((claim) => claim.lines.map(({ paid }) => paid)));
      return {
        ...{ number: `CHK${String(index)}`, date, payer, payerId: '', claims: own },
        ...(total < ZERO ? { providerAdjustments: [['FB', 'NEXT', total]] } : {}),
      };
    });
}

function told(events: Event[], lines: readonly BilledLine[], terms: Terms | null): Story {
  return {
    events,
    outcome: terms ? outcomeOf(lines, terms) : { paid: ZERO, writtenOff: ZERO, toClient: ZERO },
  };
}

function outcomeOf(lines: readonly BilledLine[], terms: Terms): Outcome {
  const parts = lines.map((line) => offOf(line, terms));
  return {
    paid: sum(parts.map(({ allowed, share }) => minus(allowed, share))),
    writtenOff: sum(parts.map(({ off }) => off)),
    toClient: sum(parts.map(({ share }) => share)),
  };
}

function answered(
  after: number,
  lines: readonly BilledLine[],
  answer: (line: BilledLine) => WrittenLine,
  status = '1',
  shape: (lines: WrittenLine[]) => WrittenLine[] = (same) => same,
): Event {
  const claim = { account: lines[0]?.account ?? '', status, lines: shape(lines.map(answer)) };
  return { after, payer: FIRST, claim };
}

function reversed(
  after: number,
  lines: readonly BilledLine[],
  answer: (line: BilledLine) => WrittenLine,
): Event {
  const event = answered(after, lines, (line) => negative(answer(line)), '22');
  return { ...event, claim: { ...event.claim, patientShare: null } };
}

function offOf(
  { charge }: BilledLine,
  { allowed, share }: Terms,
): { allowed: Cents; off: Cents; share: Cents } {
  const part = portion(charge, allowed, 100);
  return { allowed: part, off: minus(charge, part), share: portion(part, share, 100) };
}

function decided(line: BilledLine, terms: Terms): WrittenLine {
  const { allowed, off, share } = offOf(line, terms);
  return written(line, minus(allowed, share), [
    ['CO', '45', off],
    ['PR', '2', share],
  ]);
}

function denied(line: BilledLine): WrittenLine {
  return written(line, ZERO, [['CO', '29', line.charge]]);
}

/** The whole line decided again, what was paid before under OA-23. */
function added(line: BilledLine, terms: Terms): WrittenLine {
  const before = decided(line, { allowed: half(terms.allowed), share: 0 }).paid;
  const now = decided(line, { ...terms, share: 0 });
  const { share } = offOf(line, terms);
  return written(line, minus(now.paid, before, share), [
    ...(now.adjustments ?? []),
    ['OA', '23', before],
    ['PR', '2', share],
  ]);
}

function bySecond(line: BilledLine, terms: Terms): WrittenLine {
  const { share } = offOf(line, terms);
  return written(line, share, [['OA', '23', minus(line.charge, share)]]);
}

function inTwo(lines: readonly WrittenLine[]): WrittenLine[] {
  return lines.flatMap((line) => {
    const part = (amount: Cents) => multiply(amount, 0.5);
    const rest = (amount: Cents) => minus(amount, part(amount));
    return [part, rest].map((of) => ({
      ...line,
      charge: of(line.charge),
      paid: minus(of(line.charge), sum((line.adjustments ?? []).map(([, , amount]) => of(amount)))),
      adjustments: (line.adjustments ?? []).map(([group, reason, amount]): WrittenAdjustment => [
        group,
        reason,
        of(amount),
      ]),
    }));
  });
}

function asOne(lines: readonly WrittenLine[]): WrittenLine[] {
  const [first] = lines;
  if (!first) return [];
  const amounts = new Map<string, WrittenAdjustment>();
  for (const [group, reason, amount] of lines.flatMap(({ adjustments }) => adjustments ?? [])) {
    const before = amounts.get(`${group}${reason}`)?.[2] ?? ZERO;
    amounts.set(`${group}${reason}`, [group, reason, plus(before, amount)]);
  }
  const total = (of: (line: WrittenLine) => Cents) => sum(lines.map(of));
  return [
    {
      ...first,
      charge: total(({ charge }) => charge),
      paid: total(({ paid }) => paid),
      adjustments: [...amounts.values()],
    },
  ];
}

function written(
  { code, date, control, charge }: BilledLine,
  paid: Cents,
  adjustments: WrittenAdjustment[],
): WrittenLine {
  return {
    code,
    date,
    control,
    charge,
    paid,
    adjustments: adjustments.filter(([, , amount]) => amount !== ZERO),
  };
}

function negative(line: WrittenLine): WrittenLine {
  return {
    ...line,
    charge: negated(line.charge),
    paid: negated(line.paid),
    adjustments: (line.adjustments ?? []).map(([group, reason, amount]) => [group, reason, negated(amount)]),
  };
}

function half(percent: number): number {
  return Math.floor(percent / 2);
}
