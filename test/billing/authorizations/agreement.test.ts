import fc from 'fast-check';
import type { ClaimsInput } from '../../../src/billing/claims/decision';
import { decideClaims } from '../../../src/billing/claims/decide-claims';
import { MEASURES } from '../../../src/billing/authorizations/measures';
import { FIRST_DAY, type Day } from '../../../src/billing/values/day';
import type { VisitsLeft } from '../../../src/billing/visit-limits/limit';
import { VisitLimits } from '../../../src/billing/visit-limits/visits-left';
import { anyPractice } from './any-practice';

/** What claims made of a visit, beside what VISITS_LEFT says on its day. */
interface Both {
  of: string;
  fate: 'put' | 'used-up';
  words: string;
  left: VisitsLeft;
}

function bothOf(input: ClaimsInput): Both[] {
  const sessions = [...input.sessions, ...(input.history ?? [])];
  const limits = new VisitLimits({
    ...input,
    sessions,
    benefits: [],
    sessionFindings: [],
    tableFindings: input.tableFindings ?? [],
    registerFaults: [],
    billed: input.earlierVisits ?? [],
  });
  const { claims, findings } = decideClaims(input);
  const leftOf = (client: string, payer: string, asOf: Day) => limits.visitsLeft({ client, payer, asOf });
  const put = claims.flatMap(({ patient, payer, priorAuthorization, lines }) => {
    if (priorAuthorization === null) return [];
    const client = `${patient.firstName} ${patient.lastName}`;
    return lines.map(({ date }): Both => ({
      of: `${client}, ${payer.name}, ${String(date)}`,
      fate: 'put',
      words: priorAuthorization,
      left: leftOf(client, payer.name, date),
    }));
  });
  const usedUp = findings.flatMap(({ rule, client = '', date = FIRST_DAY, message, fix: fix }): Both[] => {
    if (rule !== 'authorization-used-up') return [];
    const payer = input.payers.find(({ name }) => fix.includes(name))?.name ?? '';
    const left = leftOf(client, payer, date);
    return [{ of: `${client}, ${payer}, ${String(date)}`, fate: 'used-up', words: message, left }];
  });
  return [...put, ...usedUp];
}

function check(holds: (both: Both) => void): void {
  fc.assert(
    fc.property(anyPractice, (input) => bothOf(input).forEach(holds)),
    { numRuns: 200 },
  );
}

describe('claims and VISITS_LEFT agree, whatever the practice', () => {
  test('no visit is put under an authorization that has nothing left for it', () => {
    check(({ fate, left }) => {
      if (fate !== 'put') return;
      if (left.outcome === 'known') expect(left.left).toBeGreaterThanOrEqual(0);
    });
  });

  test('a visit for which an authorization does not suffice is the one with which VISITS_LEFT is below zero', () => {
    check(({ fate, left }) => {
      if (fate === 'used-up')
        expect(left).toMatchObject({ outcome: 'known', left: expect.any(Number) as number });
      if (fate === 'used-up' && left.outcome === 'known') expect(left.left).toBeLessThan(0);
    });
  });

  test('both tell the same visits, units and dollars', () => {
    check(({ fate, words, left }) => {
      if (fate !== 'used-up' || left.outcome !== 'known') return;
      const [only, another] = left.binding.parts;
      if (!only || another || only.measure === 'window' || only.used <= only.allowed) return;
      const { count, words: say } = MEASURES[only.measure];
      expect(words).toContain(`allows ${say(only.allowed)}; ${count(only.used)} `);
    });
  });

  test('practices of all these kinds were looked at', () => {
    const seen = fc.sample(anyPractice, { numRuns: 300, seed: 1 }).flatMap(bothOf);
    const kinds = seen.map(({ fate, left }) =>
      [fate, left.outcome, left.outcome === 'known' && left.binding.parts[0]?.measure].join(' '),
    );
    for (const kind of ['put known', 'used-up known'].flatMap((one) =>
      ['visits', 'units', 'dollars'].map((measure) => `${one} ${measure}`),
    ))
      expect(kinds.filter((each) => each === kind).length).toBeGreaterThan(20);
    expect(
      seen.filter(({ left }) => left.outcome === 'known' && left.binding.parts.length > 1).length,
    ).toBeGreaterThan(20);
  });
});
