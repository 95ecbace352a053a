import type { Finding } from '../../billing/findings';
import type { BilledLine } from '../../billing/records/billed-line';
import type { Client } from '../../billing/records/practice';
import { nameKey } from '../../billing/values/name-key';
import type { WorkbookReading } from '../../workbook/reading';
import type { AnswerRow } from '../../workbook/tables/answers';
import type { ClaimLineRow } from '../../workbook/tables/claim-lines';
import type { ClaimRow } from '../../workbook/tables/claims';
import { readTable, type ReadTable } from '../../workbook/tables/read-table';
import { memoryOf } from '../memory/read-memory';
import { checkRegister } from './register-check';
import { isRetired } from '../../workbook/tables/retired';

/** What was made before, read once: the Claims, ClaimLines and Answers tables. */
export interface Register {
  /** Every row of Claims, also of claims that no longer stand. */
  claims: ClaimRow[];
  /** Lines of the claims and superbills that stand. */
  lines: BilledLine[];
  /** Lines of claims that were replaced or voided, or void others: nothing is owed on them; payers still answer them. */
  retired: BilledLine[];
  answers: AnswerRow[];
  /** What cannot be read or does not agree. */
  findings: Finding[];
  /** Those of them that say that claims and lines do not agree. */
  disagreements: readonly Finding[];
  /** Keys of the names of clients whose claims do not agree with their lines: nothing of theirs is billed. */
  mistrusted: ReadonlySet<string>;
}

/**
 * Reads the register. Throws the refusals of `findTable`, and one where the lines of all claims, or the claims of all
 * lines, are gone: then nothing can be said of what was billed.
 */
export function readRegister(
  reading: WorkbookReading,
  clients: readonly Client[],
  read: ReadTable = readTable,
): Register {
  const claims = read(reading, 'Claims');
  const claimLines = read(reading, 'ClaimLines');
  const answers = read(reading, 'Answers');
  const check = checkRegister(claims.rows, claimLines.rows, memoryOf(reading).made);
  const byAccount = new Map(claims.rows.map((claim) => [claim.account, claim]));
  const known = clientsByName(clients);
  const findings = [...claims.findings, ...claimLines.findings, ...answers.findings, ...check.findings];
  const register: Register = {
    claims: claims.rows,
    lines: [],
    retired: [],
    answers: answers.rows,
    findings,
    disagreements: check.findings,
    mistrusted: check.mistrusted,
  };
  for (const row of claimLines.rows) {
    const claim = byAccount.get(row.account);
    const line = billedLine(row, claim, known);
    if (!line) continue;
    (claim && isRetired(claim) ? register.retired : register.lines).push(line);
  }
  return register;
}

/** Null without a readable date, charge or units; `checkRegister` says so. */
function billedLine(
  row: ClaimLineRow,
  claim: ClaimRow | undefined,
  clients: ReadonlyMap<string, KnownClient>,
): BilledLine | null {
  const { date, charge, units, sessionRows, sessionKeys } = row;
  if (date === null || charge === null || units === null) return null;
  const { control, account, client, payer, code, modifiers, diagnoses, minutes } = row;
  return {
    ...{ control, account, client, payer, date, code, modifiers, diagnoses, units, minutes, charge },
    memberId: clients.get(nameKey(client))?.memberId ?? null,
    names: clients.get(nameKey(client))?.names ?? [],
    authorization: claim?.authorization ?? null,
    billedOn: claim?.madeOn ?? null,
    isSuperbill: claim?.kind === 'Superbill',
    sources: sessionKeys.map((key, index) => ({ key, row: sessionRows[index] ?? '' })),
  };
}

interface KnownClient {
  memberId: string | null;
  names: readonly string[];
}

/** By each name that a client goes by. */
function clientsByName(clients: readonly Client[]): Map<string, KnownClient> {
  const known = new Map<string, KnownClient>();
  for (const { name, aliases, firstName, lastName, memberId } of clients) {
    const full = firstName !== null && lastName !== null ? [`${firstName} ${lastName}`] : [];
    const names = [name, ...aliases, ...full];
    for (const each of names) known.set(nameKey(each), { memberId, names });
  }
  return known;
}
