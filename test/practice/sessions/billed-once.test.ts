import { sessionKey } from '../../../src/billing/visits/session-key';
import type { BilledLine } from '../../../src/billing/records/billed-line';
import type { Session } from '../../../src/billing/records/session';
import { cents, ZERO } from '../../../src/billing/values/cents';
import { directoryOf } from '../../../src/billing/visits/directory';
import { NO_MEMORY } from '../../../src/practice/memory/memory';
import { Vanished } from '../../../src/practice/memory/vanished';
import { ANOTHER_VISIT, visitKey } from '../../../src/practice/sessions/billed-findings';
import { linesWithoutSessions, sessionRow, sortSessions } from '../../../src/practice/sessions/billed-once';
import { billedLine } from '../../support/remittance/write-remittance';
import { day } from '../../support/values';

function session(row: number, change: Partial<Session> = {}): Session {
  return {
    place: { sheet: 'Sessions', row, column: 1 },
    cells: {},
    date: day('2026-10-05'),
    client: 'Ada Applegate',
    minutes: 60,
    procedures: [{ code: '97124', modifiers: [], minutes: null, units: null }],
    diagnoses: ['M54.2'],
    payer: null,
    charge: cents(12000),
    paid: null,
    copay: null,
    insurancePaid: null,
    status: 'kept',
    provider: null,
    notes: null,
    ...change,
  };
}

const code = (of: string) => ({ code: of, modifiers: [], minutes: null, units: null });

function linesOf(billed: readonly Session[], account = 'C26100001'): BilledLine[] {
  return billed.map((each, index) =>
    billedLine({
      control: `${account}L${String(index + 1)}`,
      account,
      client: each.client,
      date: each.date,
      code: each.procedures[0]?.code ?? '',
      charge: each.charge ?? ZERO,
      sources: [{ row: sessionRow(each), key: sessionKey(each) }],
    }),
  );
}

function sorted(
  sessions: readonly Session[],
  billed: readonly Session[] = [],
  answers: ReadonlyMap<string, string> = new Map(),
) {
  const register = { lines: linesOf(billed), mistrusted: new Set<string>(), findings: [] };
  const vanished = new Vanished([], () => false, sessions);
  const memory = { ...NO_MEMORY, answers };
  const { held, ...rest } = sortSessions(sessions, {
    register,
    directory: directoryOf([], []),
    memory,
    vanished,
    lost: [],
    older: null,
  });
  return { ...rest, held: held.map(({ session: each, finding }) => [each, finding.rule]), findings: held };
}

describe('what was billed', () => {
  test('is nothing with an empty register: every session is new', () => {
    const sessions = [session(2), session(3)];
    expect(sorted(sessions).fresh).toEqual(sessions);
  });

  test('is not offered again', () => {
    expect(sorted([session(2)], [session(2)])).toMatchObject({ fresh: [], held: [] });
  });

  test('is still known where its row was moved by sorting', () => {
    const { fresh, billedBefore } = sorted([session(9)], [session(2)]);
    expect([fresh.length, billedBefore.length]).toEqual([0, 1]);
  });

  test('is known once, though two lines came from its session', () => {
    const second = session(3, { date: day('2026-10-06') });
    expect(sorted([session(2), second], [session(2), session(2)]).fresh).toEqual([second]);
  });
});

describe('a row is held back with the claim that may have billed it', () => {
  test('where it says the same as a billed one and is another', () => {
    const { fresh, held, findings } = sorted([session(2), session(3)], [session(2)]);
    expect([fresh, held]).toEqual([[], [[session(3), 'session-billed-otherwise']]]);
    expect(findings[0]?.finding.message).toContain('C26100001');
  });

  test('where it was corrected after billing', () => {
    const corrected = session(2, { charge: cents(9000) });
    const { fresh, held } = sorted([corrected], [session(2)]);
    expect([fresh, held]).toEqual([[], [[corrected, 'session-changed-since-billed']]]);
  });

  test('where it was corrected and moved', () => {
    const moved = session(9, { charge: cents(9000), client: 'APPLEGATE, Ada' });
    const { fresh, held } = sorted([moved], [session(2)]);
    expect([fresh, held]).toEqual([[], [[moved, 'session-billed-otherwise']]]);
  });

  test.each([
    ['its date was corrected and it was moved', { date: day('2026-10-08') }],
    ['its client was renamed and it was moved', { client: 'Ada Appletree' }],
    ['its code was corrected and it was moved', { procedures: [code('97140')] }],
    [
      'code, fee and date were corrected',
      { procedures: [code('97140')], charge: cents(9500), date: day('2026-10-08') },
    ],
    [
      'its client was renamed, its fee raised and it was moved',
      { client: 'Ada Appletree', charge: cents(12500) },
    ],
    [
      'only a part of it is left, with another code',
      { procedures: [code('97110')], minutes: 30, charge: cents(6000) },
    ],
  ])('where %s, and the billed row is gone', (_, change) => {
    const moved = session(9, change);
    const { fresh, held } = sorted([moved], [session(2)]);
    expect([fresh, held]).toEqual([[], [[moved, 'session-perhaps-billed']]]);
  });

  test('where it is one of several that the billed row, which is gone, may have become', () => {
    const [near, far] = [session(9, { date: day('2026-10-06') }), session(10, { date: day('2026-10-08') })];
    const { fresh, held } = sorted([far, near], [session(2)]);
    expect([fresh, held.map(([row]) => row)]).toEqual([[], [far, near]]);
  });

  test('and again where it is copied after the user said that it is another visit, and it was billed', () => {
    const [second, third] = [session(3), session(4)];
    const answers = new Map([[visitKey(second, { control: 'C26100001L1' }), ANOTHER_VISIT]]);
    expect(sorted([session(2), second, third], [session(2), second], answers)).toMatchObject({
      fresh: [],
      held: [[third, 'session-billed-otherwise']],
    });
  });

  test('unless the user said that it is another visit', () => {
    const second = session(3);
    const { fresh, held } = sorted(
      [session(2), second],
      [session(2)],
      new Map([[visitKey(second, { control: 'C26100001L1' }), ANOTHER_VISIT]]),
    );
    expect([fresh, held]).toEqual([[second], []]);
  });
});

describe('a row is new', () => {
  test('where it was inserted in the place of a billed one', () => {
    const inserted = session(2, { client: 'Bruno Birchwood' });
    expect(sorted([inserted, session(3)], [session(2)])).toMatchObject({ fresh: [inserted], held: [] });
  });

  test.each([
    ['of another day, while the billed row is there', { date: day('2026-10-06') }],
    ['with another code', { procedures: [{ code: '97140', modifiers: [], minutes: null, units: null }] }],
    ['that did not take place', { status: 'cancelled' as const }],
  ])('%s', (_, change) => {
    const other = session(3, change);
    expect(sorted([session(2), other], [session(2)])).toMatchObject({ fresh: [other], held: [] });
  });
});

describe('a billed line', () => {
  const billed = session(5, { client: 'Ana Ruiz' });
  const without = (sessions: Session[], lines = linesOf([billed]), answers = new Map<string, string>()) =>
    linesWithoutSessions({ lines }, sessions, { directory: directoryOf([], []), answers }).map(
      ({ control }) => control,
    );

  test('whose session is in the sheet, there or elsewhere, is not without one', () => {
    expect(without([billed])).toEqual([]);
    expect(without([session(90, { client: 'Ana Ruiz' })])).toEqual([]);
  });

  test('whose session is gone is without one', () => {
    expect(without([session(6, { client: 'Ana Ruiz', date: day('2026-09-02') })])).toEqual(['C26100001L1']);
  });

  test('whose row was corrected is not: the visit must not count twice', () => {
    expect(without([session(5, { client: 'RUIZ, Ana', date: day('2026-10-12') })])).toEqual([]);
  });

  test('that is said to be a row elsewhere is not: the visit counts once', () => {
    const elsewhere = session(40, { client: 'Ana Ruiz', date: day('2026-10-12') });
    const [line] = linesOf([billed]);
    const same = new Map([[`visit:${sessionKey(elsewhere)}@${line?.control ?? ''}`, 'same']]);
    expect(without([elsewhere])).toEqual(['C26100001L1']);
    expect(without([elsewhere], linesOf([billed]), same)).toEqual([]);
  });

  test('whose row is another client’s now is without one', () => {
    expect(without([session(5, { client: 'Boris Vell', date: day('2026-10-12') })])).toEqual(['C26100001L1']);
  });

  test('whose row is another billed session’s now is without one', () => {
    const moved = session(5, { client: 'Ana Ruiz', date: day('2026-10-19') });
    const lines = [
      ...linesOf([billed]),
      ...linesOf([{ ...moved, place: { ...moved.place, row: 9 } }], 'C26100002'),
    ];
    expect(without([moved], lines)).toEqual(['C26100001L1']);
  });
});
