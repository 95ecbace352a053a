import type { EarlierVisit } from '../billing/claims/decision';
import type { Cents } from '../billing/values/cents';
import type { Day } from '../billing/values/day';
import { recordsOf, type RecordCells } from '../workbook/tables/cells';
import type { OwnTable } from '../workbook/tables/own-table';
import { claimOf, fileNumbers, isSuperseded, type RegisterClaim } from './register-claims';

/** What was made before: the Claims, ClaimLines, Answers and Activity tables. */
export interface Register {
  accounts: Set<string>;
  claims: RegisterClaim[];
  /** Of the claims and superbills that count: not of those that a later one replaced or voided. */
  lines: RegisterLine[];
  /** Numbers of the 837P files that were made. */
  files: Set<number>;
  /** Ids of all runs that are not undone. */
  runs: Set<string>;
}

/** A line of the register, with the sessions it came from. */
export interface RegisterLine {
  control: string;
  account: string;
  /** What was done, when and for whom; null where the date cannot be read. */
  service: EarlierVisit | null;
  /** The same on a claim; null on a superbill. */
  visit: EarlierVisit | null;
  charge: Cents | null;
  sources: { row: string; key: string }[];
}

/** Joins the sessions of one line in a cell. */
const SEPARATOR = '; ';

export function readRegister(tables: {
  claims: OwnTable | null;
  claimLines: OwnTable | null;
  answers?: OwnTable | null;
  activity: OwnTable | null;
}): Register {
  const claims = tables.claims ? recordsOf(tables.claims) : [];
  const made = claims.map(claimOf);
  const superseded = new Set(made.filter(isSuperseded).map(({ account }) => account));
  const authorizationOf = new Map(claims.map((row) => [row.text('account'), row.text('authorization')]));
  const kindOf = new Map(claims.map((row) => [row.text('account'), row.text('kind')]));
  const lines = (tables.claimLines ? recordsOf(tables.claimLines) : []).map((row): RegisterLine => {
    const account = row.text('account') ?? '';
    const date = row.date('date');
    const keys = splitCell(row.text('sessionKeys'));
    const rows = splitCell(row.text('sessionRows'));
    const service = date === null ? null : serviceOf(row, date, authorizationOf.get(account) ?? null);
    return {
      control: row.text('control') ?? '',
      account,
      service,
      visit: kindOf.get(account) === 'Superbill' ? null : service,
      charge: row.money('charge'),
      sources: keys.map((key, index) => ({ key, row: rows[index] ?? '' })),
    };
  });
  return {
    accounts: new Set(claims.flatMap((row) => row.text('account') ?? [])),
    claims: made,
    lines: lines.filter(({ account }) => !superseded.has(account)),
    files: fileNumbers([...claims, ...(tables.answers ? recordsOf(tables.answers) : [])]),
    runs: new Set(
      (tables.activity ? recordsOf(tables.activity) : []).flatMap((row) => row.text('run') ?? []),
    ),
  };
}

function serviceOf(row: RecordCells, date: Day, authorization: string | null): EarlierVisit {
  return {
    client: row.text('client') ?? '',
    payer: row.text('payer') ?? '',
    date,
    code: row.text('code') ?? '',
    units: row.number('units') ?? 0,
    authorization,
  };
}

export function joinCell(parts: readonly string[]): string {
  return parts.join(SEPARATOR);
}

/**
 * Gives patient account numbers that the workbook has not used: a letter, year and month of service, and a running
 * number, e.g. C26100001. Nine characters, since box 26 holds fourteen.
 */
export function accountNumbers(register: Register, letter: 'C' | 'S', month: string): () => string {
  const prefix = `${letter}${month.slice(2, 4)}${month.slice(5, 7)}`;
  let last = 0;
  for (const account of register.accounts) {
    if (account.startsWith(prefix)) last = Math.max(last, Number(account.slice(prefix.length)) || 0);
  }
  return () => `${prefix}${String(++last).padStart(4, '0')}`;
}

/** The first run of a kind and month that is still free: `2026-10 claims`, then `2026-10 claims 2`. */
export function nextRun(register: Register, kind: string, month: string): { id: string; number: number } {
  for (let number = 1; ; number++) {
    const id = number === 1 ? `${month} ${kind}` : `${month} ${kind} ${String(number)}`;
    if (!register.runs.has(id)) return { id, number };
  }
}

function splitCell(text: string | null): string[] {
  return (text ?? '').split(SEPARATOR).filter((part) => part !== '');
}
