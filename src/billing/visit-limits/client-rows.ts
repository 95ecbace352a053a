import { cellName } from '../cell-name';
import type { CellPlace, Finding } from '../findings';
import type { Authorization, Benefit, Client } from '../records/practice';
import type { Session } from '../records/session';
import { addAll } from '../values/lists';
import { closeNames } from '../values/name-key';
import type { Day } from '../values/day';
import type { Directory } from '../visits/directory';
import type { EarlierVisit } from '../visits/earlier-visit';
import { isStop } from '../visits/finding-log';

/** What the workbook holds under a client's name, whoever pays. */
export interface ClientRows {
  authorizations: Authorization[];
  benefits: Benefit[];
  /** Kept ones. */
  sessions: Session[];
  /** Booked, not held yet. */
  booked: Session[];
  billed: EarlierVisit[];
  /** Rows that may be this client's, or may not. */
  doubts: Doubt[];
}

export interface Doubt {
  /** Null where no date is known. */
  date: Day | null;
  words: string;
}

export interface RowsInput {
  authorizations: readonly Authorization[];
  benefits: readonly Benefit[];
  /** Of all months. */
  sessions: readonly Session[];
  /** From reading the session sheets: rows that had to be left out are among them. */
  sessionFindings: readonly Finding[];
  /** Lines of the register whose sessions are no longer in the workbook. */
  billed: readonly EarlierVisit[];
}

export function emptyRows(): ClientRows {
  return { authorizations: [], benefits: [], sessions: [], booked: [], billed: [], doubts: [] };
}

/** Puts every row of every table to the clients that it names. */
export function rowsByClient(input: RowsInput, directory: Directory): ReadonlyMap<Client, ClientRows> {
  const sorted = new Map<Client, ClientRows>();
  const strangers = new Map<string, Doubt[]>();
  const rowsOf = (client: Client): ClientRows => {
    const rows = sorted.get(client) ?? emptyRows();
    sorted.set(client, rows);
    return rows;
  };
  const put = (name: string, add: (rows: ClientRows) => void, ifUnknown: Doubt): void => {
    const clients = directory.clients(name);
    for (const client of clients) add(rowsOf(client));
    if (clients.length === 0) strangers.set(name, [...(strangers.get(name) ?? []), ifUnknown]);
  };

  for (const row of input.authorizations) {
    const doubt = unknownName(row.client, row.cells['client'], null);
    put(row.client, (rows) => rows.authorizations.push(row), doubt);
  }
  for (const row of input.benefits) {
    const doubt = unknownName(row.client, row.cells['client'], null);
    put(row.client, (rows) => rows.benefits.push(row), doubt);
  }
  for (const session of input.sessions) {
    if (session.status === 'scheduled')
      for (const client of directory.clients(session.client)) rowsOf(client).booked.push(session);
    if (session.status !== 'kept') continue;
    const doubt = unknownName(session.client, session.cells.client ?? session.place, session.date);
    put(session.client, (rows) => rows.sessions.push(session), doubt);
  }
  for (const line of input.billed) {
    put(line.client, (rows) => rows.billed.push(line), unknownName(line.client, undefined, line.date));
  }
  for (const { client, doubt } of leftOut(input)) put(client, (rows) => rows.doubts.push(doubt), doubt);

  for (const [name, doubts] of strangers) {
    for (const close of closeNames(name, directory.clientNames)) {
      for (const client of directory.clients(close)) {
        addAll(
          rowsOf(client).doubts,
          doubts.map((doubt) => nearlyOf(client, doubt)),
        );
      }
    }
  }
  return sorted;
}

/** Rows of the session sheets that name a client and could not be read. */
function leftOut({ sessions, sessionFindings }: RowsInput): { client: string; doubt: Doubt }[] {
  const read = new Set(sessions.map(({ place }) => rowName(place)));
  return sessionFindings.flatMap((finding) => {
    const { place, client, date = null } = finding;
    if (!isStop(finding) || client === undefined || !place || read.has(rowName(place))) return [];
    return [{ client, doubt: { date, words: `${finding.message} ${finding.fix}` } }];
  });
}

/** A name that is nearly a client's may be that client: then nobody knows how many visits there were. */
function nearlyOf({ name }: Client, { date, words }: Doubt): Doubt {
  const fix = `If that is ${name}, correct it or write it under "Also written"; if not, give it a row of its own.`;
  return { date, words: `${words} ${fix}` };
}

function unknownName(name: string, place: CellPlace | undefined, date: Day | null): Doubt {
  const where = place ? cellName(place) : 'The ClaimLines table';
  return { date, words: `${where}: "${name}" is not in the Clients table.` };
}

function rowName({ sheet, row }: CellPlace): string {
  return `${sheet}!${String(row)}`;
}
