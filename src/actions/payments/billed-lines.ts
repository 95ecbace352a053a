import type { Finding } from '../../billing/findings';
import type { BilledLine } from '../../billing/payments/billed-line';
import type { Posting } from '../../billing/payments/posting';
import type { Client } from '../../billing/records/practice';
import { share, type Cents } from '../../billing/values/cents';
import type { Day } from '../../billing/values/day';
import { nameKey } from '../../billing/values/name-key';
import { recordsOf } from '../../workbook/tables/cells';
import type { OwnTable } from '../../workbook/tables/own-table';
import { wordsOf } from './posting-rows';

/** Lines of such claims are no longer owed: another claim took their place, or they were taken back. */
const RETIRED: ReadonlySet<string> = new Set(['replaced', 'voided']);
/** A claim that only takes another one back charges nothing itself. */
const VOID = '8';

/** A row of the Claims table, as far as payments change it. */
export interface ClaimRow {
  account: string;
  isSuperbill: boolean;
  isRetired: boolean;
  clientPaid: Cents | null;
  madeOn: Day | null;
  /** What stands in the cells that payments change. */
  cells: ClaimCells;
}

export interface ClaimCells {
  allowed: Cents | null;
  insurerPaid: Cents | null;
  adjusted: Cents | null;
  clientOwes: Cents | null;
  balance: Cents | null;
  status: string | null;
  payerClaimNumber: string | null;
}

export interface BilledRegister {
  claims: Map<string, ClaimRow>;
  lines: BilledLine[];
  /** Of claims that were replaced or voided: nothing is owed on them, but payers still answer them. */
  retired: BilledLine[];
  findings: Finding[];
}

/** The lines of the register as payments need them. A line without a readable date or charge is a finding. */
export function billedRegister(
  tables: { claims: OwnTable | null; claimLines: OwnTable | null },
  clients: readonly Client[],
): BilledRegister {
  const findings: Finding[] = [];
  const claims = claimRows(tables.claims, findings);
  const memberIds = memberIdsOf(clients);
  const lines: BilledLine[] = [];
  const retired: BilledLine[] = [];
  for (const row of tables.claimLines ? recordsOf(tables.claimLines) : []) {
    const account = row.text('account') ?? '';
    const control = row.text('control') ?? '';
    const claim = claims.get(account);
    const date = row.date('date');
    const charge = row.money('charge');
    const client = row.text('client') ?? '';
    const line = {
      control,
      account,
      client,
      memberId: memberIds.get(nameKey(client)) ?? null,
      payer: row.text('payer') ?? '',
      code: row.text('code') ?? '',
      modifiers: wordsOf(row.text('modifiers')),
      units: row.number('units') ?? 0,
      billedOn: claim?.madeOn ?? null,
      ...(claim?.isSuperbill ? { isClients: true } : {}),
    };
    findings.push(...row.findings);
    if (date === null || charge === null) {
      findings.push({
        rule: 'register-line-unreadable',
        severity: 'STOP',
        place: row.cells[date === null ? 'date' : 'charge'] ?? null,
        words: `Line ${control} of the register has no readable date or charge, so it does not count.`,
        toDo: 'Type it as the claim has it.',
        source: 'your ClaimLines table',
      });
    } else (claim?.isRetired ? retired : lines).push({ ...line, date, charge });
  }
  return { claims, lines, retired, findings };
}

function claimRows(table: OwnTable | null, findings: Finding[]): Map<string, ClaimRow> {
  const claims = new Map<string, ClaimRow>();
  for (const row of table ? recordsOf(table) : []) {
    const account = row.text('account');
    if (account === null) continue;
    const status = row.text('status');
    claims.set(account, {
      account,
      isSuperbill: row.choice('kind', ['Claim', 'Superbill']) === 'Superbill',
      isRetired: RETIRED.has((status ?? '').toLowerCase()) || row.text('frequency') === VOID,
      clientPaid: row.money('clientPaid'),
      madeOn: row.date('madeOn'),
      cells: {
        allowed: row.money('allowed'),
        insurerPaid: row.money('insurerPaid'),
        adjusted: row.money('adjusted'),
        clientOwes: row.money('clientOwes'),
        balance: row.money('balance'),
        status,
        payerClaimNumber: row.text('payerClaimNumber'),
      },
    });
    findings.push(...row.findings);
  }
  return claims;
}

/** By each name that a client goes by. */
function memberIdsOf(clients: readonly Client[]): Map<string, string> {
  const ids = new Map<string, string>();
  for (const { name, aliases, firstName, lastName, memberId } of clients) {
    if (memberId === null) continue;
    const full = firstName !== null && lastName !== null ? [`${firstName} ${lastName}`] : [];
    for (const each of [name, ...aliases, ...full]) ids.set(nameKey(each), memberId);
  }
  return ids;
}

/** What clients paid at the visit, laid over the lines of the claim by charge, on the date of service. */
export function paidAtVisits({ claims, lines }: Pick<BilledRegister, 'claims' | 'lines'>): Posting[] {
  const byAccount = new Map<string, BilledLine[]>();
  for (const line of lines) {
    const own = byAccount.get(line.account);
    if (own) own.push(line);
    else byAccount.set(line.account, [line]);
  }
  return [...byAccount].flatMap(([account, own]) => {
    const paid = claims.get(account)?.clientPaid ?? 0;
    if (paid === 0) return [];
    const parts = share(
      paid,
      own.map(({ charge }) => Math.abs(charge)),
    );
    return own.flatMap((line, index) => {
      const part = parts[index] ?? 0;
      return part === 0 ? [] : [paidAtVisit(line, part)];
    });
  });
}

function paidAtVisit({ account, control, client, charge, date }: BilledLine, paid: Cents): Posting {
  return {
    key: `visit|${account}|${control}`,
    payment: `visit|${account}`,
    from: { kind: 'client', name: client },
    reference: '',
    received: date,
    account,
    control,
    client,
    charge,
    allowed: null,
    paid,
    adjusted: 0,
    clientShare: 0,
    disputed: 0,
    adjustments: [],
    remarks: [],
    status: '',
    denied: false,
    forwardedTo: null,
    matchedBy: 'by hand',
    at: null,
  };
}
