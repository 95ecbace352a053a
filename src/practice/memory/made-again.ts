import type { Finding } from '../../billing/findings';
import type { Session } from '../../billing/records/session';
import { monthOf } from '../../billing/values/day';
import { dayOfFolded } from './folded-key';
import type { RememberedClaim } from './memory';
import type { Vanished } from './vanished';

/** A vanished claim or superbill with the sessions that it billed, as they are now. */
export interface ClaimToRestore {
  account: string;
  sessions: Session[];
  /** Number of the 837P file that carried it. */
  file: number | null;
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
  for (const { file, claims: own } of vanished.runs) {
    for (const claim of own) {
      if (!claim.account.startsWith(letter) || !isOfMonth(claim, month)) continue;
      const sessions = vanished.sessionsOf(claim);
      if (taken.has(claim.account)) findings.push(numberTaken(claim.account));
      else if (sessions) claims.push({ account: claim.account, sessions, file });
      else findings.push(cannotBeRestored(claim.account));
    }
  }
  return { claims, findings };
}

export function cannotBeRestored(account: string): Finding {
  return {
    rule: 'vanished-claim-changed',
    severity: 'STOP',
    place: null,
    message: `${account} cannot be made again: its sessions no longer say what they said when it was made.`,
    fix: 'Put the sessions back as they were, or put the register back from a copy of the workbook.',
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

function isOfMonth({ sessions }: RememberedClaim, month: string): boolean {
  return sessions.some((folded) => {
    const date = dayOfFolded(folded);
    return date !== null && monthOf(date) === month;
  });
}
