import { foldedKey } from './folded-key';
import type { RememberedClaim, RememberedRun } from './memory';

interface LineOfClaim {
  account: string;
  /** Fingerprints of the sessions that it billed. */
  sources: readonly { key: string }[];
}

/** Claims of the register, as far as it takes to tell whether one that is remembered is among them. */
interface RegisteredClaims {
  claims: readonly { account: string }[];
  lines: readonly LineOfClaim[];
  retired: readonly LineOfClaim[];
}

/**
 * Says of a remembered claim whether it is in the register: its account is, and some session that it billed stands
 * there. Where none does, somebody else's claim has its number, as after two copies of a workbook were put together.
 */
export function standingClaims(
  made: readonly RememberedRun[],
  { claims, lines, retired }: RegisteredClaims,
): (claim: RememberedClaim) => boolean {
  const accounts = new Set(claims.map(({ account }) => account));
  const asked = new Set(made.flatMap((run) => run.claims.map(({ account }) => account)));
  const sessions = new Map<string, Set<string>>();
  for (const { account, sources } of [...lines, ...retired]) {
    if (!asked.has(account)) continue;
    const own = sessions.get(account) ?? new Set();
    sessions.set(account, own);
    for (const { key } of sources) own.add(foldedKey(key));
  }
  return ({ account, sessions: billed }) => {
    const own = sessions.get(account);
    const isKnown = own !== undefined && own.size > 0 && billed.length > 0;
    return accounts.has(account) && (!isKnown || billed.some((folded) => own.has(folded)));
  };
}
