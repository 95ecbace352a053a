import { sessionKey } from '../../billing/visits/session-key';
import type { Finding } from '../../billing/findings';
import type { Session } from '../../billing/records/session';
import { monthOf } from '../../billing/values/day';
import { dayOfFolded, foldedKey } from './folded-key';
import type { RememberedClaim, RememberedRun } from './memory';

/** Key of the question what became of claims that are no longer in the register, and its answers. */
export const VANISHED_CLAIMS = 'vanished-claims';
export const MAKE_AGAIN = 'make-again';
export const FORGET = 'forget';

/**
 * Claims that were made and are in the register no longer, as after a sheet was deleted or Excel's own undo. Until the
 * user says whether they were sent, the sessions they billed wait; where one of those is gone, all of its month do,
 * since one of them may be it, with another date.
 */
export class Vanished {
  readonly runs: readonly RememberedRun[];
  private readonly byKey = new Map<string, Session[]>();
  private readonly matched = new Set<string>();
  private readonly months = new Set<string>();
  /** By month, the question about its claims. */
  private readonly told = new Map<string, Finding | null>();

  /** `isStanding`: whether a claim is in the register. */
  constructor(
    made: readonly RememberedRun[],
    isStanding: (claim: RememberedClaim) => boolean,
    sessions: readonly Session[],
  ) {
    this.runs = runsWith(latest(made), (claim) => !isStanding(claim));
    if (this.runs.length === 0) return;
    for (const session of sessions) {
      const folded = foldedKey(sessionKey(session));
      const alike = this.byKey.get(folded);
      if (alike) alike.push(session);
      else this.byKey.set(folded, [session]);
    }
    for (const folded of this.runs.flatMap(({ claims }) => claims.flatMap((claim) => claim.sessions))) {
      const date = dayOfFolded(folded);
      if (this.byKey.has(folded)) this.matched.add(folded);
      else if (date !== null) this.months.add(monthOf(date));
    }
  }

  /** The question, where it concerns the session. */
  finding(session: Session): Finding | null {
    const concerns =
      this.matched.has(foldedKey(sessionKey(session))) || this.months.has(monthOf(session.date));
    return concerns ? this.of(monthOf(session.date)) : null;
  }

  /**
   * The sessions that a claim billed, as they are now; null where one of them was changed or is gone. None of `taken`:
   * rows that say the same were billed on as many claims.
   */
  sessionsOf({ sessions }: RememberedClaim, taken: ReadonlySet<Session>): Session[] | null {
    const found = new Set<Session>();
    for (const folded of sessions) {
      const session = this.byKey.get(folded)?.find((each) => !taken.has(each) && !found.has(each));
      if (!session) return null;
      found.add(session);
    }
    return [...found];
  }

  /** Whether no claim of the month vanished but these. */
  isAllOf(accounts: ReadonlySet<string>, month: string): boolean {
    return this.runs.every(({ claims }) =>
      claims.every((claim) => accounts.has(claim.account) || !isOfMonth(claim, month)),
    );
  }

  /** Whether a session that was billed is in no sheet any more. */
  get hasMissingSessions(): boolean {
    return this.months.size > 0;
  }

  /**
   * The question itself, which is told even where no session of these claims is left: of a month, with those of other
   * months named; null: of all.
   */
  findings(month: string | null): Finding[] {
    if (this.runs.length === 0) return [];
    if (month === null) return [vanishedFinding(this.runs)];
    const others = runsWith(this.runs, (claim) => !isOfMonth(claim, month));
    return [this.of(month) ?? [], others.length === 0 ? [] : vanishedElsewhere(others)].flat();
  }

  private of(month: string): Finding | null {
    const known = this.told.get(month);
    if (known !== undefined) return known;
    const runs = runsWith(this.runs, (claim) => isOfMonth(claim, month));
    const finding = runs.length === 0 ? null : vanishedFinding(runs);
    this.told.set(month, finding);
    return finding;
  }
}

/** Claims that were made again count as the run that made them last. */
function latest(made: readonly RememberedRun[]): RememberedRun[] {
  const last = new Map(made.flatMap(({ claims }) => claims.map((claim) => [claim.account, claim])));
  return runsWith(made, (claim) => last.get(claim.account) === claim);
}

function runsWith(
  runs: readonly RememberedRun[],
  isWanted: (claim: RememberedClaim) => boolean,
): RememberedRun[] {
  return runs.flatMap((run) => {
    const claims = run.claims.filter(isWanted);
    return claims.length === 0 ? [] : [{ ...run, claims }];
  });
}

/** Whether a claim billed a session of the month (`YYYY-MM`); one of which nothing is readable is of every month. */
export function isOfMonth({ sessions }: RememberedClaim, month: string): boolean {
  const dates = sessions.flatMap((folded) => dayOfFolded(folded) ?? []);
  return dates.length === 0 || dates.some((date) => monthOf(date) === month);
}

function vanishedElsewhere(runs: readonly RememberedRun[]): Finding {
  return {
    ...vanishedFinding(runs),
    severity: 'WARN',
    fix: 'You are asked about them where their month is billed.',
    answers: [],
  };
}

function vanishedFinding(runs: readonly RememberedRun[]): Finding {
  const what = runs.map(({ file, claims }) => {
    const noun = claims.every(({ account }) => account.startsWith('S')) ? 'superbill' : 'claim';
    const number = `${String(claims.length)} ${noun}${claims.length === 1 ? '' : 's'}`;
    const accounts = `${claims[0]?.account ?? ''}${claims.length > 1 ? ` to ${claims.at(-1)?.account ?? ''}` : ''}`;
    return file === null
      ? `${number} (${accounts})`
      : `${number} of file ${String(file).padStart(9, '0')} (${accounts})`;
  });
  const isOne = runs.length === 1 && runs[0]?.claims.length === 1;
  return {
    rule: VANISHED_CLAIMS,
    severity: 'STOP',
    place: null,
    message: `${what.join(' and ')} ${isOne ? 'was' : 'were'} made and ${isOne ? 'is' : 'are'} no longer in the register: ${isOne ? 'was it' : 'were they'} sent?`,
    fix: 'If so, make them again under the old numbers, so that what the payers answer finds them; if nothing was sent, forget them. Ctrl+Z may bring them back, too.',
    source: 'CARC 18: a second original claim for the same service is denied as a duplicate',
    answers: [
      { key: VANISHED_CLAIMS, value: MAKE_AGAIN, words: 'Make them again under the old numbers' },
      { key: VANISHED_CLAIMS, value: FORGET, words: 'Forget them: nothing was sent' },
    ],
  };
}
