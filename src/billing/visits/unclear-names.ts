import type { CellPlace, Finding } from '../findings';
import type { Client, Payer } from '../records/practice';
import type { Session } from '../records/session';
import { closeNames } from '../values/name-key';
import type { Directory } from './directory';

const ONE_ROW_EACH =
  'Claimsheet: a claim is made for exactly one row of the Clients and one of the Payers table';
const ONE_COVERAGE = '837P 2010BA NM109 and 2010BB: the member ID must be of the payer that gets the claim';

/** The rule of a name that is not in the Clients table. */
export const CLIENT_UNKNOWN = 'client-unknown';

export function unknownClient(session: Session, directory: Directory): Finding {
  return {
    rule: CLIENT_UNKNOWN,
    severity: 'STOP',
    place: session.cells.client ?? session.place,
    message: `"${session.client}" is not in the Clients table${meant(session.client, directory.clientNames)}`,
    fix: 'Correct the name, or add it to the Clients table, in a row of its own or under "Also written".',
    source: ONE_ROW_EACH,
    client: session.client,
  };
}

export function twoClients(session: Session, clients: readonly Client[]): Finding {
  const payers = clients.map((client) => client.payer ?? 'no payer').join(', ');
  return {
    rule: 'client-ambiguous',
    severity: 'STOP',
    place: session.cells.client ?? session.place,
    message: `"${session.client}" could be ${clients.length} rows of the Clients table (${payers}).`,
    fix: 'Give each of these clients a name of their own, or name the payer in the session.',
    source: ONE_ROW_EACH,
    client: session.client,
  };
}

export function chosenByPayer(client: Client, payer: Payer, session: Session): Finding {
  return {
    rule: 'client-chosen-by-payer',
    severity: 'NOTE',
    place: session.cells.payer ?? session.place,
    message: `Several rows of the Clients table are called ${client.name}; the one with ${payer.name} is used.`,
    fix: 'Nothing, if these rows are one person with several coverages.',
    source: ONE_ROW_EACH,
    client: client.name,
  };
}

export function unknownPayer(name: string, directory: Directory, place: CellPlace): Finding {
  return {
    rule: 'payer-unknown',
    severity: 'STOP',
    place,
    message: `"${name}" is not in the Payers table${meant(name, directory.payerNames)}`,
    fix: 'Correct the name, or add it to the Payers table, in a row of its own or under "Also written".',
    source: ONE_ROW_EACH,
  };
}

export function twoPayers(name: string, payers: readonly Payer[], session: Session): Finding {
  return {
    rule: 'payer-ambiguous',
    severity: 'STOP',
    place: payers[1]?.cells['name'] ?? session.cells.payer ?? session.place,
    message: `"${name}" could be ${payers.length} rows of the Payers table.`,
    fix: 'Give each payer a name of its own.',
    source: ONE_ROW_EACH,
  };
}

export function noPayer(client: Client): Finding {
  return {
    rule: 'client-payer-missing',
    severity: 'STOP',
    place: client.cells['payer'] ?? null,
    message: `${client.name} has a member ID or claim number, but no payer is named.`,
    fix: 'Name the payer in the Clients table, or write Cash there.',
    source: ONE_COVERAGE,
    client: client.name,
  };
}

export function otherPayer(session: Session, client: Client, named: Payer): Finding {
  return {
    rule: 'payer-not-the-clients',
    severity: 'STOP',
    place: session.cells.payer ?? session.place,
    message: `The session names ${named.name}, but the member ID on file for ${client.name} is of ${client.payer ?? 'nobody'}.`,
    fix: `Correct the payer, or add a row to the Clients table for ${client.name} with ${named.name}.`,
    source: ONE_COVERAGE,
    client: client.name,
    date: session.date,
  };
}

/** A name that is not in its table stands in many rows, and is compared with all names there only once. */
const known = new WeakMap<readonly string[], Map<string, string>>();

/** `: did you mean "Ana Ruiz"?`, or only the full stop. */
function meant(name: string, names: readonly string[]): string {
  const before = known.get(names) ?? new Map<string, string>();
  known.set(names, before);
  const words = before.get(name) ?? likeliest(name, names);
  before.set(name, words);
  return words;
}

function likeliest(name: string, names: readonly string[]): string {
  const close = closeNames(name, names).map((candidate) => `"${candidate}"`);
  return close.length > 0 ? `: did you mean ${close.join(' or ')}?` : '.';
}
