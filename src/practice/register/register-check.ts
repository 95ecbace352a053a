import type { CellPlace, Finding } from '../../billing/findings';
import { formatDollars, sum, ZERO, type Cents } from '../../billing/values/cents';
import { earliestOf, latestOf, usDate } from '../../billing/values/day';
import { totalCount } from '../../billing/values/counts';
import { nameKey } from '../../billing/values/name-key';
import { Refusal } from '../../workbook/refusal';
import type { ClaimLineRow } from '../../workbook/tables/claim-lines';
import type { ClaimRow } from '../../workbook/tables/claims';
import { claimPrint } from '../memory/claim-print';
import { foldedKey } from '../memory/folded-key';
import type { RememberedClaim, RememberedRun } from '../memory/memory';
import { isRetired, VOID } from '../../workbook/tables/retired';

export interface RegisterCheck {
  findings: Finding[];
  /** Keys of the names of clients of whom nothing is to be billed until it is mended. */
  mistrusted: ReadonlySet<string>;
}

const SOURCE = 'Claimsheet: what was billed is never billed again, so the register must agree with itself';

/**
 * Lays each claim beside its lines: their number and their charges, the claim's own count and total; and beside what is
 * remembered of it (`made`). What does not agree is a finding of severity STOP that names the claim. Refuses where one
 * of the two tables is empty and the other is not.
 */
export function checkRegister(
  claims: readonly ClaimRow[],
  lines: readonly ClaimLineRow[],
  made: readonly RememberedRun[],
): RegisterCheck {
  refuseOneWithoutTheOther(claims, lines);
  const check = new Checker();
  const remembered = new Map(made.flatMap((run) => run.claims.map((claim) => [claim.account, claim])));
  const linesOf = grouped(lines, ({ account }) => account);
  const claimsOf = grouped(claims, ({ account }) => account);
  for (const [account, [first, second]] of claimsOf) {
    const own = linesOf.get(account) ?? [];
    if (!first) continue;
    if (second) check.tell(second.cells.account, 'claim-twice', [first, second, ...own], twice(account));
    else check.claim(first, own, remembered.get(account));
  }
  for (const [account, own] of linesOf) {
    if (!claimsOf.has(account))
      check.tell(own[0]?.cells.account, 'lines-without-claim', own, noClaim(account, own));
  }
  checkReplacements(claims, check);
  for (const [control, [first, second]] of grouped(lines, (line) => line.control)) {
    if (first && second)
      check.tell(
        second.cells.control,
        'line-number-twice',
        [first, second],
        lineTwice(control, first, second),
      );
  }
  return check;
}

/** A claim stands until another one says that it takes its place, and no longer than that. */
function checkReplacements(claims: readonly ClaimRow[], check: Checker): void {
  const replaced = new Set(claims.flatMap(({ replaces }) => replaces ?? []));
  const byAccount = new Map(claims.map((claim) => [claim.account, claim]));
  for (const claim of claims) {
    const { account, status, frequency, cells } = claim;
    if (!['', '1', '7', VOID].includes(frequency))
      check.tell(cells.frequency, 'frequency-unknown', [claim], unknownFrequency(account, frequency));
    const other = claim.replaces === null ? undefined : byAccount.get(claim.replaces);
    if (other && nameKey(other.client) !== nameKey(claim.client))
      check.tell(cells.replaces, 'replaces-of-another-client', [claim, other], ofAnother(claim, other));
    if (frequency === VOID) {
      if (claim.replaces === null)
        check.tell(cells.frequency, 'void-of-no-claim', [claim], voidOfNone(account));
    } else if (isRetired(claim) && !replaced.has(account)) {
      check.tell(cells.status, 'claim-replaced-by-none', [claim], {
        message: `Claim ${account} is marked "${status}", and no claim says under Replaces that it took its place.`,
        fix: 'Write the status that it had; to correct or void it, use Month end.',
      });
    } else if (!isRetired(claim) && replaced.has(account)) {
      check.tell(cells.status, 'claim-replaced-and-open', [claim], {
        message: `Claim ${account} is marked "${status}", and another claim took its place.`,
        fix: 'Write Replaced as its status, or Voided where the other one voids it.',
      });
    }
  }
}

function unknownFrequency(account: string, frequency: string): Pick<Finding, 'message' | 'fix'> {
  return {
    message: `Claim ${account} has the frequency "${frequency}", which is none of a claim.`,
    fix: 'Write the one that it had: 1 for an original, 7 for a corrected claim, 8 for a void.',
  };
}

function voidOfNone(account: string): Pick<Finding, 'message' | 'fix'> {
  return {
    message: `Claim ${account} has frequency 8, a void, and Replaces names no claim that it takes back.`,
    fix: 'Write the frequency that it had: 1 for an original, 7 for a corrected claim.',
  };
}

const UNREADABLE = { date: 'date of service', charge: 'charge', units: 'units' } as const;

class Checker implements RegisterCheck {
  readonly findings: Finding[] = [];
  readonly mistrusted = new Set<string>();

  claim(claim: ClaimRow, own: readonly ClaimLineRow[], remembered: RememberedClaim | undefined): void {
    for (const line of own) {
      const key = (['date', 'charge', 'units'] as const).find((each) => line[each] === null);
      if (key === undefined) continue;
      this.tell(line.cells[key], 'register-line-unreadable', [claim, ...own], {
        message: `Line ${line.control} of claim ${claim.account} has no readable ${UNREADABLE[key]}.`,
        fix: 'Type it as the claim has it.',
      });
      return;
    }
    const stranger = ofAnotherClient(claim, own);
    if (stranger) return this.tell(claim.cells.client, 'line-of-another-client', [claim, ...own], stranger);
    const days = ofOtherDays(claim, own);
    if (days) return this.tell(claim.cells.from, 'claim-dates-differ', [claim, ...own], days);
    const total = sum(own.map(({ charge }) => charge ?? ZERO));
    if (claim.lines === own.length && claim.billed === total) {
      if (remembered && isChanged(claim, own, remembered))
        this.tell(claim.cells.account, 'claim-changed-since-made', [claim, ...own], changed(claim));
      return;
    }
    const place = claim.lines === own.length ? claim.cells.billed : claim.cells.lines;
    this.tell(place, 'claim-does-not-agree', [claim, ...own], disagreement(claim, own.length, total));
  }

  tell(
    place: CellPlace | undefined,
    rule: string,
    rows: readonly { client: string }[],
    said: Pick<Finding, 'message' | 'fix'>,
  ): void {
    const client = rows.find((row) => row.client !== '')?.client;
    const waits = client === undefined ? '' : ` Until then nothing more is billed for ${client}.`;
    for (const row of rows) if (row.client !== '') this.mistrusted.add(nameKey(row.client));
    this.findings.push({
      rule,
      severity: 'STOP',
      place: place ?? null,
      message: said.message,
      fix: said.fix + waits,
      source: SOURCE,
      ...(client === undefined ? {} : { client }),
    });
  }
}

function disagreement(
  { account, lines, billed }: ClaimRow,
  count: number,
  total: Cents,
): Pick<Finding, 'message' | 'fix'> {
  const says = `${counted(lines, 'line')}${billed === null ? '' : ` and $${formatDollars(billed)}`}`;
  const has = count === 0 ? 'none' : `${counted(count, 'line')} and $${formatDollars(total)}`;
  return {
    message: `Claims says ${says} for ${account}, and ClaimLines has ${has} of it.`,
    fix: 'Put back what was there when the claim was made (Ctrl+Z, or a copy of the workbook).',
  };
}

const AS_IT_WAS = 'Put back what was there when the claim was made (Ctrl+Z, or a copy of the workbook).';

function ofAnother(claim: ClaimRow, other: ClaimRow): Pick<Finding, 'message' | 'fix'> {
  return {
    message: `Claim ${claim.account} of ${claim.client} says that it replaces ${other.account}, which is one of ${other.client}.`,
    fix: AS_IT_WAS,
  };
}

function ofAnotherClient(
  { account, client }: ClaimRow,
  own: readonly ClaimLineRow[],
): Pick<Finding, 'message' | 'fix'> | null {
  const isOther = (name: string) => name !== '' && client !== '' && nameKey(name) !== nameKey(client);
  const line = own.find((each) => isOther(each.client));
  if (!line) return null;
  const message = `Line ${line.control} is one of ${line.client}, and its claim ${account} is one of ${client}.`;
  return { message, fix: AS_IT_WAS };
}

function ofOtherDays(
  { account, from, to }: ClaimRow,
  own: readonly ClaimLineRow[],
): Pick<Finding, 'message' | 'fix'> | null {
  const dates = own.flatMap(({ date }) => date ?? []);
  if (!from || !to || dates.length === 0) return null;
  const [first, last] = [earliestOf(dates), latestOf(dates)];
  if (first === from && last === to) return null;
  const message = `Claims says ${usDate(from)} to ${usDate(to)} for ${account}, and its lines are of ${usDate(first)} to ${usDate(last)}.`;
  return { message, fix: AS_IT_WAS };
}

/** A claim of which no session is here is not the one that is remembered; `Vanished` tells of that. */
function isChanged(
  claim: ClaimRow,
  own: readonly ClaimLineRow[],
  { sessions, print }: RememberedClaim,
): boolean {
  const here = new Set(own.flatMap(({ sessionKeys }) => sessionKeys.map(foldedKey)));
  const found = sessions.filter((folded) => here.has(folded)).length;
  if (found === 0 && sessions.length > 0) return false;
  return found < sessions.length || (print !== undefined && print !== claimPrint(claim, own));
}

function changed({ account }: ClaimRow): Pick<Finding, 'message' | 'fix'> {
  return {
    message: `Claim ${account} no longer says what it said when it was made: in Claims or ClaimLines a date, code, units, charge, session, kind, frequency or what the client paid was changed.`,
    fix: 'Put back what was there (Ctrl+Z, or a copy of the workbook). If the claim itself was wrong, correct it then under Month end.',
  };
}

function twice(account: string): Pick<Finding, 'message' | 'fix'> {
  return {
    message: `Two rows of Claims have the account ${account}.`,
    fix: 'Delete the copy; a claim has one row.',
  };
}

function noClaim(account: string, own: readonly ClaimLineRow[]): Pick<Finding, 'message' | 'fix'> {
  const name = account === '' ? 'no account' : `the account ${account}, which Claims does not have`;
  return {
    message: `${counted(own.length, 'line')} of ClaimLines ${own.length === 1 ? 'has' : 'have'} ${name}.`,
    fix: 'Put the row of the claim back (Ctrl+Z, or a copy of the workbook).',
  };
}

function lineTwice(
  control: string,
  first: ClaimLineRow,
  second: ClaimLineRow,
): Pick<Finding, 'message' | 'fix'> {
  return {
    message: `The line number ${control} is in ClaimLines twice: ${first.account === second.account ? `both times for ${first.account}` : `for ${first.account} and for ${second.account}`}.`,
    fix: 'Put back what was there when the claims were made (Ctrl+Z, or a copy of the workbook).',
  };
}

function refuseOneWithoutTheOther(claims: readonly ClaimRow[], lines: readonly ClaimLineRow[]): void {
  if ((claims.length === 0) === (lines.length === 0)) return;
  const claimed = totalCount(claims.map((claim) => claim.lines ?? 0));
  const what =
    lines.length === 0
      ? `Claims says ${counted(claimed, 'line')} of ${counted(claims.length, 'claim')}, and ClaimLines has none`
      : `ClaimLines has ${counted(lines.length, 'line')}, and Claims has no claim`;
  throw new Refusal(
    'register-broken',
    `${what}, so nobody can tell what was billed before. Put the rows back (Ctrl+Z, or a copy of the workbook) before anything is billed or posted.`,
  );
}

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

function counted(number: number | null, thing: string): string {
  return number === null ? `no number of ${thing}s` : `${String(number)} ${thing}${number === 1 ? '' : 's'}`;
}
