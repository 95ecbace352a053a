import * as fc from 'fast-check';
import type { ClaimsDecision, ClaimsInput } from '../../../src/billing/claims/decision';
import { decideClaims } from '../../../src/billing/claims/decide-claims';
import type { Session, SessionStatus } from '../../../src/billing/records/session';
import { cents, plus, sum, ZERO } from '../../../src/billing/values/cents';
import { addDays, byDay } from '../../../src/billing/values/day';
import { day } from '../../support/values';
import { accounts, sessionOf } from './records';
import { monthInput } from './month';

const NAMES = [
  'Ada Fernwood',
  'fernwood,  Ada',
  'Bo Lindqvist',
  'Cleo Marsh',
  'Dev Calder',
  'Edda Quill',
  'Finn Oakes',
  'Gwen Tamsin',
  'Hal Brook',
  'Ivy Stone',
  'Kit Vale',
  'Lou Winters',
  'Nobody Known',
];
const CODES = [
  '97124',
  '97140:30',
  '97140-59',
  '97124:20 97110:25',
  '97124 97140',
  '97010',
  '97124x4',
  '97139',
  '',
];
const DIAGNOSES =
  'M54.2 M54.50 M54.6 M54.12 M54.16 M54.17 M62.830 M62.838 M79.7 M25.511 M25.512 M53.3 G44.209 R51.9 M54.5'.split(
    ' ',
  );
const STATUSES: SessionStatus[] = [
  'kept',
  'kept',
  'kept',
  'kept',
  'no-show',
  'late-cancel',
  'cancelled',
  'scheduled',
];

const session: fc.Arbitrary<Session> = fc
  .record({
    date: fc.nat({ max: 96 }).map((days) => addDays(day('2026-06-01'), days)),
    client: fc.constantFrom(...NAMES),
    minutes: fc.option(fc.integer({ min: 0, max: 120 })),
    codes: fc.constantFrom(...CODES),
    diagnoses: fc.subarray(DIAGNOSES, { maxLength: 14 }),
    payer: fc.option(fc.constantFrom('Evergreen Mutual', 'Cascade Auto', 'cash', 'Evergren'), { freq: 4 }),
    charge: fc.integer({ min: -100, max: 30000 }).map(cents),
    paid: fc.option(fc.integer({ min: 0, max: 5000 }).map(cents)),
    insurancePaid: fc.option(fc.constantFrom(ZERO, cents(4000)), { freq: 1 }),
    status: fc.constantFrom(...STATUSES),
  })
  .map(sessionOf);

function inputOf(sessions: Session[]): ClaimsInput {
  return { ...monthInput(), sessions };
}

const month = fc.array(session, { maxLength: 60 }).map(inputOf);

function check(holds: (decision: ClaimsDecision, input: ClaimsInput) => void): void {
  fc.assert(
    fc.property(month, (input) => {
      holds(decideClaims(input), input);
    }),
    { numRuns: 60 },
  );
}

const keyOf = ({ sheet, row, column }: Session['place']) => `${sheet} ${row} ${column}`;

test('every session is in one claim, or held back, or not billed, and never twice', () => {
  check(({ claims, holds, notBilled }, { sessions }) => {
    const claimed = claims.flatMap((claim) => [
      ...new Set(claim.lines.flatMap((line) => line.sessions.map(({ place }) => keyOf(place)))),
    ]);
    const held = holds.flatMap((one) => one.sessions.map(({ place }) => keyOf(place)));
    const left = notBilled.map(({ session: { place } }) => keyOf(place));
    expect([...claimed, ...held, ...left].sort()).toEqual(sessions.map(({ place }) => keyOf(place)).sort());
  });
});

test('no cent is lost: claims, what is held back and what is not billed add up to the charges', () => {
  check(({ claims, holds, notBilled }, { sessions }) => {
    const claimed = sum(claims.map(({ total }) => total));
    const held = sum(holds.map(({ charges }) => charges));
    const left = sum(notBilled.map(({ session: one }) => one.charge ?? ZERO));
    expect(plus(claimed, held, left)).toBe(sum(sessions.map(({ charge }) => charge ?? ZERO)));
  });
});

test('no claim exceeds what box 21, box 24E and the 837P have room for', () => {
  check(({ claims }) => {
    for (const claim of claims) {
      expect(claim.diagnoses.length).toBeLessThanOrEqual(12);
      expect(new Set(claim.diagnoses).size).toBe(claim.diagnoses.length);
      expect(claim.lines.length).toBeLessThanOrEqual(50);
      expect(claim.account.length).toBeLessThanOrEqual(14);
      for (const line of claim.lines) {
        expect(line.pointers.length).toBeGreaterThan(0);
        expect(line.pointers.length).toBeLessThanOrEqual(4);
        expect(line.pointers.every((pointer) => pointer >= 1 && pointer <= claim.diagnoses.length)).toBe(
          true,
        );
        expect(line.modifiers.length).toBeLessThanOrEqual(4);
        expect(line.units).toBeGreaterThan(0);
        expect(line.charge).toBeGreaterThan(0);
        expect(line.control.length).toBeLessThanOrEqual(30);
      }
    }
  });
});

test('a claim adds up, and its lines can be told apart', () => {
  check(({ claims }) => {
    const lines = claims.flatMap((claim) => claim.lines);
    expect(new Set(lines.map(({ control }) => control)).size).toBe(lines.length);
    for (const claim of claims) {
      expect(claim.total).toBe(sum(claim.lines.map((line) => line.charge)));
      expect(new Set(claim.lines.map(({ date, code }) => `${date} ${code}`)).size).toBe(claim.lines.length);
    }
  });
});

test('whatever is held back has a reason that can be read and found', () => {
  check(({ holds, findings }) => {
    for (const held of holds) {
      expect(held.findings.length).toBeGreaterThan(0);
      expect(held.findings.every(({ severity }) => severity === 'STOP')).toBe(true);
      expect(held.findings.every((finding) => findings.includes(finding))).toBe(true);
      expect(held.dates).toEqual([...new Set(held.dates)].sort((a, b) => byDay(a, b)));
    }
    expect(findings.every(({ message, fix: fix }) => /[.?]$/.test(message) && fix.endsWith('.'))).toBe(true);
  });
});

test('the order of the rows does not decide what is billed', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(session, { maxLength: 30, selector: ({ date, client }) => `${date} ${client}` }),
      (rows) => {
        const sorted = [...rows].sort((a, b) => byDay(a.date, b.date));
        const billed = (sessions: Session[]) => {
          const { claims } = decideClaims({ ...inputOf(sessions), nextAccount: accounts() });
          return claims.map(({ lines, total }) => [
            total,
            lines.map(({ date, code, units }) => [date, code, units]),
          ]);
        };
        const distinct = sorted.filter((one, index) => sorted[index - 1]?.date !== one.date);
        expect(billed([...distinct].reverse())).toEqual(billed(distinct));
      },
    ),
    { numRuns: 40 },
  );
});
