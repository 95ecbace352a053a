import { sessionKey } from '../../billing/visits/session-key';
import type { Finding } from '../../billing/findings';
import type { BilledLine } from '../../billing/records/billed-line';
import type { Session } from '../../billing/records/session';
import { usDate } from '../../billing/values/day';

/** The answer that they are visits of their own. */
const DIFFERENT_VISITS = 'different';

interface Billed {
  key: string;
  line: BilledLine;
  rows: Set<string>;
  /** By account, with the row that each was billed from. */
  claims: Map<string, BilledLine>;
  times: Set<string>;
}

/**
 * Sessions that stand on two claims with the same code: two people billed them at the same moment, each in a copy of the
 * workbook. Rows that say the same are as many sessions as there are rows, or were when they were billed.
 */
export function billedTwice(
  lines: readonly BilledLine[],
  sessions: readonly Session[],
  answers: ReadonlyMap<string, string>,
): Finding[] {
  const suspects = severalClaims(lines);
  if (suspects.length === 0) return [];
  const asked = new Set(suspects.map(({ key }) => key));
  const inSheets = new Map<string, Session[]>();
  for (const session of sessions) {
    const key = sessionKey(session);
    if (!asked.has(key)) continue;
    const alike = inSheets.get(key);
    if (alike) alike.push(session);
    else inSheets.set(key, [session]);
  }
  return suspects.flatMap((billed) => {
    const own = inSheets.get(billed.key) ?? [];
    const isTwice = billed.times.size > Math.max(billed.rows.size, own.length);
    return isTwice && answers.get(keyOf(billed)) !== DIFFERENT_VISITS ? [findingOf(billed, own[0])] : [];
  });
}

function severalClaims(lines: readonly BilledLine[]): Billed[] {
  const byCode = new Map<string, Billed>();
  for (const line of lines) {
    for (const { key, row } of line.sources) {
      const of = `${key} ${line.code}`;
      const billed = byCode.get(of) ?? { key, line, rows: new Set(), claims: new Map(), times: new Set() };
      byCode.set(of, billed);
      billed.rows.add(row);
      billed.claims.set(line.account, line);
      billed.times.add(`${line.account} ${row}`);
    }
  }
  return [...byCode.values()].filter(({ claims }) => claims.size > 1);
}

function findingOf(billed: Billed, session: Session | undefined): Finding {
  const { line, claims, rows } = billed;
  const accounts = [...claims.keys()];
  const [last = ''] = accounts.slice(-1);
  const superbill = [...claims.values()].find(({ isSuperbill }) => isSuperbill);
  const voided = superbill
    ? `delete ${superbill.account} from the register and tell the client`
    : 'void one of them (Month end > Correct a claim)';
  return {
    rule: 'session-billed-twice',
    severity: 'STOP',
    place: session?.place ?? null,
    client: line.client,
    date: line.date,
    message: `The session of ${usDate(line.date)} (${[...rows][0] ?? ''}) was billed twice with ${line.code}: on ${accounts.join(' and on ')}.`,
    fix: `If ${last} was never sent, undo the run that made it. If both were sent, ${voided} and pay back what was paid twice. If they are different visits, say so.`,
    source: 'CARC 18: a second original claim for the same service is denied as a duplicate',
    answers: [{ key: keyOf(billed), value: DIFFERENT_VISITS, words: 'They are different visits' }],
  };
}

function keyOf({ key, line, claims }: Billed): string {
  return `billed-twice:${key} ${line.code}@${[...claims.keys()].sort().join(' ')}`;
}
