import { cellName } from '../cell-name';
import type { Client, Payer } from '../records/practice';
import { closeNames, labelKey } from '../values/name-key';
import type { Directory } from '../visits/directory';
import { saysNoInsurance } from '../visits/who-pays';

/** A client under one payer: what limits hold for. */
export interface Coverage {
  client: Client;
  /** The row of the Payers table; null when the client pays, or when the table has no such payer. */
  payer: Payer | null;
  /** As the tables spell it; null when nothing says who pays. */
  payerName: string | null;
  isSelfPay: boolean;
  /** Whether other rows of the Clients table have the same name. */
  hasNamesake: boolean;
}

/** Whether a payer's name, in a session or a table, means the payer of a coverage; `unclear` comes with a sentence. */
export type SamePayer = 'same' | 'other' | { unclear: string };

export type CoverageFound = { ok: true; coverage: Coverage } | { ok: false; words: string };

/**
 * The coverage that a formula asks for. Without a payer it is the one of the Clients table; `payersOfRows` are those
 * that the client's rows in other tables name, for a client whose own row names none.
 */
export function findCoverage(
  name: string,
  askedPayer: string | null,
  directory: Directory,
  payersOfRows: (client: Client) => string[],
): CoverageFound {
  const all = directory.clients(name);
  if (all.length === 0) {
    return { ok: false, words: `"${name}" is not in the Clients table${meant(name, directory.clientNames)}` };
  }
  const asked = askedPayer === null ? null : payerRow(askedPayer, directory);
  if (asked && !asked.ok) return asked;
  const clients = all.length > 1 && asked ? all.filter((client) => isOf(client, asked, directory)) : all;
  const [client, second] = clients;
  if (!client || second) return { ok: false, words: severalRows(name, all, askedPayer) };
  const hasNamesake = all.length > 1;
  if (asked) return { ok: true, coverage: { client, ...asked.named, hasNamesake } };
  const own = ownPayer(client, payersOfRows);
  if (own === null) {
    return { ok: true, coverage: { client, payer: null, payerName: null, isSelfPay: false, hasNamesake } };
  }
  const rows = directory.payers(own);
  if (rows.length > 1) return { ok: false, words: severalPayers(own) };
  return { ok: true, coverage: { client, ...namedPayer(own, rows[0] ?? null), hasNamesake } };
}

/** Whether a name in a table means the payer of a coverage. */
export function samePayer(written: string, coverage: Coverage, directory: Directory): SamePayer {
  const { payer, payerName, isSelfPay } = coverage;
  const [row, second] = directory.payers(written);
  if (second) return { unclear: severalPayers(written) };
  const named = namedPayer(written, row ?? null);
  if (named.isSelfPay || isSelfPay) return named.isSelfPay && isSelfPay ? 'same' : 'other';
  if (row) return row === payer ? 'same' : 'other';
  if (payerName !== null && labelKey(written) === labelKey(payerName)) return 'same';
  return { unclear: `"${written}" is not in the Payers table${meant(written, directory.payerNames)}` };
}

/**
 * Whose visit a session or billed line is that names this payer, or none. `another`: of another payer of the same
 * client, by another row of the Clients table. Where nothing says who pays for a client, all visits are one matter.
 */
export function visitOf(
  written: string | null,
  coverage: Coverage,
  directory: Directory,
): 'this' | 'another' | 'nobody' | { unclear: string } {
  const { client, payerName, hasNamesake } = coverage;
  const named = written?.trim() ?? '';
  if (named === '' && hasNamesake) {
    const unclear = `several rows of the Clients table are called ${client.name}, and this one names no payer. Name it here.`;
    return { unclear };
  }
  if (payerName === null) return 'this';
  const payer = named === '' ? (client.payer?.trim() ?? '') : named;
  const answer = payer === '' ? 'same' : samePayer(payer, coverage, directory);
  if (answer !== 'other') return answer === 'same' ? 'this' : answer;
  return hasNamesake && isPayerOfClient(payer, client, directory) ? 'another' : 'nobody';
}

function isPayerOfClient(written: string, { name }: Client, directory: Directory): boolean {
  return directory.clients(name).some(({ payer }) => payer !== null && isSameName(payer, written, directory));
}

/** Whether two names mean one payer, be it in the Payers table or not. */
export function isSameName(one: string, other: string, directory: Directory): boolean {
  const rows = directory.payers(other);
  return labelKey(one) === labelKey(other) || directory.payers(one).some((row) => rows.includes(row));
}

type Named = Pick<Coverage, 'payer' | 'payerName' | 'isSelfPay'>;
type PayerAsked = { ok: true; named: Named } | { ok: false; words: string };

/** A payer that a formula names has to be in the Payers table, or to say that the client pays. */
function payerRow(name: string, directory: Directory): PayerAsked {
  const [row, second] = directory.payers(name);
  if (second) return { ok: false, words: severalPayers(name) };
  if (row || saysNoInsurance(name)) return { ok: true, named: namedPayer(name, row ?? null) };
  return { ok: false, words: `"${name}" is not in the Payers table${meant(name, directory.payerNames)}` };
}

function namedPayer(name: string, row: Payer | null): Named {
  const isSelfPay = row ? row.kind === 'cash' : saysNoInsurance(name);
  return { payer: row, payerName: row?.name ?? name, isSelfPay };
}

/** The payer on file; without one, the only payer that other tables name for the client. */
function ownPayer(client: Client, payersOfRows: (client: Client) => string[]): string | null {
  const onFile = client.payer?.trim() ?? '';
  if (onFile !== '') return onFile;
  const named = payersOfRows(client);
  return new Set(named.map(labelKey)).size === 1 ? (named[0] ?? null) : null;
}

function isOf(client: Client, asked: PayerAsked & { ok: true }, directory: Directory): boolean {
  if (client.payer === null) return false;
  const { payer, payerName } = asked.named;
  return payer
    ? directory.payers(client.payer).includes(payer)
    : payerName !== null && labelKey(client.payer) === labelKey(payerName);
}

function severalRows(name: string, rows: readonly Client[], askedPayer: string | null): string {
  const cells = rows.map(({ cells }) => cells['name']).flatMap((place) => (place ? [cellName(place)] : []));
  const where = cells.length > 0 ? ` (${cells.join(', ')})` : '';
  const could = `"${name}" could be ${String(rows.length)} rows of the Clients table${where}`;
  return askedPayer === null
    ? `${could}: name the payer in the formula, or give each client a name of their own.`
    : `${could}, and not exactly one of them has ${askedPayer} as payer: give each client a name of their own.`;
}

function severalPayers(name: string): string {
  return `"${name}" could be several rows of the Payers table: give each payer a name of its own.`;
}

/** `: did you mean "Ana Ruiz"?`, or only the full stop. */
function meant(name: string, names: readonly string[]): string {
  const close = closeNames(name, names).map((candidate) => `"${candidate}"`);
  return close.length > 0 ? `: did you mean ${close.join(' or ')}?` : '.';
}
