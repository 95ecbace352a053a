import type { ClaimHold } from '../../billing/claims/decision';
import type { Finding } from '../../billing/findings';
import type { Session } from '../../billing/records/session';
import { isOfMonth, type Vanished } from './vanished';

/** A vanished claim or superbill with the sessions that it billed, as they are now. */
export interface ClaimToRestore {
  account: string;
  sessions: Session[];
  /** Number of the 837P file that carried it. */
  file: number | null;
  /** `claimPrint` of what was made; not known of runs of an older version. */
  print: string | undefined;
}

/**
 * The vanished claims (C) or superbills (S) of a month whose sessions all still say what they said, and a finding for
 * each of the others. `taken`: accounts of the register.
 */
export function claimsToRestore(
  vanished: Vanished,
  letter: 'C' | 'S',
  month: string,
  taken: ReadonlySet<string>,
): { claims: ClaimToRestore[]; findings: Finding[] } {
  const claims: ClaimToRestore[] = [];
  const findings: Finding[] = [];
  const used = new Set<Session>();
  for (const { file, claims: own } of vanished.runs) {
    for (const claim of own) {
      if (!claim.account.startsWith(letter) || !isOfMonth(claim, month)) continue;
      const { account, print } = claim;
      const sessions = vanished.sessionsOf(claim, used);
      if (taken.has(account)) findings.push(numberTaken(account));
      else if (sessions) {
        claims.push({ account, sessions, file, print });
        for (const session of sessions) used.add(session);
      } else findings.push(cannotBeRestored(account));
    }
  }
  return { claims, findings };
}

/** What is still said, and held back, once these claims are in the register again. */
export function stillHeld(
  {
    findings,
    holds,
    vanished,
    month,
  }: { month: string; findings: readonly Finding[]; holds: readonly ClaimHold[]; vanished: Vanished },
  restored: readonly Pick<ClaimToRestore, 'account' | 'sessions'>[],
): { findings: Finding[]; holds: ClaimHold[] } {
  const sessions = new Set(restored.flatMap((claim) => claim.sessions));
  const isAll = vanished.isAllOf(new Set(restored.map(({ account }) => account)), month);
  const answered = new Set(isAll ? vanished.findings(month) : []);
  return {
    findings: findings.filter((finding) => !answered.has(finding)),
    holds: holds.filter((hold) => !hold.sessions.every((session) => sessions.has(session))),
  };
}

export function cannotBeRestored(account: string): Finding {
  return {
    rule: 'vanished-claim-changed',
    severity: 'STOP',
    place: null,
    message: `${account} cannot be made again: its sessions and tables no longer say what they said when it was made.`,
    fix: 'Put them back as they were, or put the register back from a copy of the workbook.',
    source: 'CARC 18: a second original claim for the same service is denied as a duplicate',
  };
}

/** Two people made claims at the same moment, each in a copy of the workbook. */
function numberTaken(account: string): Finding {
  return {
    rule: 'vanished-claim-number-taken',
    severity: 'STOP',
    place: null,
    message: `${account} cannot be made again under that number: another claim has it, since two copies of this workbook were put together.`,
    fix: 'If nothing of it was sent, forget it and make claims: it gets a number of its own. If it was sent, withdraw it at the clearinghouse first, since the payer would answer it under the number of the other claim.',
    source: 'CARC 18: a second original claim for the same service is denied as a duplicate',
  };
}
