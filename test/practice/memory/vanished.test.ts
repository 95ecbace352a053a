import { sessionKey } from '../../../src/billing/visits/session-key';
import type { Session } from '../../../src/billing/records/session';
import { isoOf } from '../../../src/billing/values/day';
import { foldedKey } from '../../../src/practice/memory/folded-key';
import { claimsToRestore } from '../../../src/practice/memory/made-again';
import { Vanished } from '../../../src/practice/memory/vanished';
import { sessionOf } from '../../billing/claims/records';
import { day } from '../../support/values';

const on = (iso: string): Session => sessionOf({ date: day(iso) });
const sessions = [on('2026-10-05'), on('2026-10-31'), on('2026-11-01')];
const folded = (session: Session): string => foldedKey(sessionKey(session));

/** A claim that billed sessions of these fingerprints is no longer in the register. */
function vanished(...fingerprints: string[]): Vanished {
  const claims = [{ account: 'C26100001', sessions: fingerprints }];
  return new Vanished([{ id: '2026-10 claims', file: null, claims }], () => false, sessions);
}

const waiting = (of: Vanished) =>
  sessions.filter((session) => of.finding(session)).map(({ date }) => isoOf(date));

test('the sessions of a claim that vanished wait, and no others as long as they are all there', () => {
  expect(waiting(vanished(folded(on('2026-10-05'))))).toEqual(['2026-10-05']);
});

test('where one of them is gone, its fingerprint tells the month of which all wait', () => {
  expect(waiting(vanished(folded(on('2026-10-12'))))).toEqual(['2026-10-05', '2026-10-31']);
});

test('a fingerprint that somebody damaged tells no month: the question is asked, and no session waits', () => {
  const damaged = vanished('', '????0a1b2c');
  expect(waiting(damaged)).toEqual([]);
  expect(damaged.findings(null)).toMatchObject([{ rule: 'vanished-claims', severity: 'STOP' }]);
  expect(claimsToRestore(damaged, 'C', '2026-10', new Set())).toMatchObject({
    claims: [],
    findings: [{ rule: 'vanished-claim-changed' }],
  });
});

test('two claims that billed rows that say the same get one of the rows each', () => {
  const alike = [on('2026-10-05'), on('2026-10-05')];
  const made = ['C26100001', 'C26100002'].map((account) => ({
    account,
    sessions: [folded(on('2026-10-05'))],
  }));
  const both = new Vanished([{ id: '2026-10 claims', file: null, claims: made }], () => false, alike);
  const { claims } = claimsToRestore(both, 'C', '2026-10', new Set());
  expect(claims.map((claim) => claim.sessions)).toEqual([[alike[0]], [alike[1]]]);
});
