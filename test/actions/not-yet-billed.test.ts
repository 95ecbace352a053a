import { sessionKey } from '../../src/billing/claims/session-key';
import type { Session } from '../../src/billing/records/session';
import type { Register } from '../../src/actions/register';
import { accountNumbers, nextRun } from '../../src/actions/register';
import { notYetBilled, sessionRow } from '../../src/actions/sessions/not-yet-billed';

function session(row: number, change: Partial<Session> = {}): Session {
  return {
    place: { sheet: 'Sessions', row, column: 1 },
    cells: {},
    date: 46300,
    client: 'Ada Applegate',
    minutes: 60,
    procedures: [{ code: '97124', modifiers: [], minutes: null, units: null }],
    diagnoses: ['M54.2'],
    payer: null,
    charge: 12000,
    paid: null,
    copay: null,
    insurancePaid: null,
    status: 'kept',
    provider: null,
    notes: null,
    ...change,
  };
}

function registerOf(billed: Session[], account = 'C26100001'): Register {
  return {
    accounts: new Set([account]),
    claims: [],
    files: new Set(),
    runs: new Set(['2026-10 claims']),
    lines: billed.map((each, index) => ({
      control: `${account}L${String(index + 1)}`,
      account,
      service: null,
      visit: null,
      charge: null,
      sources: [{ row: sessionRow(each), key: sessionKey(each) }],
    })),
  };
}

const empty: Register = { accounts: new Set(), claims: [], files: new Set(), runs: new Set(), lines: [] };

test('with an empty register every session is new', () => {
  const sessions = [session(2), session(3)];
  expect(notYetBilled(sessions, empty).fresh).toEqual(sessions);
});

test('a billed session is not offered again', () => {
  expect(notYetBilled([session(2)], registerOf([session(2)]))).toMatchObject({ fresh: [], corrected: [] });
});

test('a billed row that was moved by sorting is still known', () => {
  const result = notYetBilled([session(9)], registerOf([session(2)]));
  expect(result.fresh).toEqual([]);
  expect(result.billedBefore).toHaveLength(1);
});

test('a second row that says the same as a billed one is new', () => {
  expect(notYetBilled([session(2), session(3)], registerOf([session(2)])).fresh).toEqual([session(3)]);
});

test('two lines from one session count it once', () => {
  const register = registerOf([session(2), session(2)]);
  expect(notYetBilled([session(2), session(3)], register).fresh).toEqual([session(3)]);
});

test('a row that was corrected after billing is held back, with the claim that holds it', () => {
  const corrected = session(2, { charge: 9000 });
  const result = notYetBilled([corrected], registerOf([session(2)]));
  expect(result.fresh).toEqual([]);
  expect(result.corrected).toEqual([corrected]);
  expect(result.findings[0]?.words).toContain('C26100001');
});

test('a new row inserted where a billed one stood is new', () => {
  const inserted = session(2, { client: 'Bruno Birchwood' });
  const result = notYetBilled([inserted, session(3)], registerOf([session(2)]));
  expect(result.fresh).toEqual([inserted]);
  expect(result.corrected).toEqual([]);
});

test('account numbers go on after the last one of the month', () => {
  const next = accountNumbers(registerOf([], 'C26100007'), 'C', '2026-10');
  expect([next(), next()]).toEqual(['C26100008', 'C26100009']);
  expect(accountNumbers(registerOf([], 'C26100007'), 'C', '2026-11')()).toBe('C26110001');
});

test('a second run of a month has its own name', () => {
  expect(nextRun(registerOf([]), 'claims', '2026-10')).toEqual({ id: '2026-10 claims 2', number: 2 });
});
