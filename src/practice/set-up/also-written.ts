import { isPersonKey, personMeant } from '../../billing/people/same-person';
import type { Client } from '../../billing/records/practice';
import { nameKey } from '../../billing/values/name-key';
import { cellAt } from '../../workbook/journal/former-values';
import type { Plan, TypedCell } from '../../workbook/plan/plan';
import { refuseProtected } from '../../workbook/plan/writable-table';
import type { WorkbookReading } from '../../workbook/reading';
import { cellOf } from '../../workbook/tables/cell-values';
import { clientsTable } from '../../workbook/tables/clients';
import { readTable } from '../../workbook/tables/read-table';
import { nextRun } from '../numbers';

/**
 * The cells of "Also written" in the Clients table that keep answers to whose name a spelling is: it is added to the
 * client who was meant, and taken from any other. `names` are the spellings of the sessions.
 */
export function alsoWritten(
  reading: WorkbookReading,
  names: Iterable<string>,
  answers: ReadonlyMap<string, string> = new Map(),
): TypedCell[] {
  if (![...answers.keys()].some(isPersonKey)) return [];
  const clients = readTable(reading, 'Clients').rows;
  const aliases = new Map<Client, string[]>();
  for (const [key, name] of new Map([...names].map((each) => [nameKey(each), each]))) {
    const meant = clients.filter((client) => personMeant(name, client.name, answers));
    if (meant.length === 0) continue;
    for (const client of clients) {
      const before = aliases.get(client) ?? client.aliases;
      const others = before.filter((alias) => nameKey(alias) !== key);
      if (meant.includes(client))
        aliases.set(client, others.length < before.length ? before : [...before, name]);
      else if (others.length < before.length) aliases.set(client, others);
    }
  }
  return [...aliases].flatMap(([client, list]) => cellWith(reading, client, list));
}

function cellWith(
  reading: WorkbookReading,
  { cells, aliases }: Client,
  list: readonly string[],
): TypedCell[] {
  const place = cells.aliases;
  // A comma parts the spellings: one with a comma in it stays an answer.
  const writable = list.filter((alias) => aliases.includes(alias) || !/[,;\n]/.test(alias));
  if (place === undefined || writable.join() === aliases.join()) return [];
  refuseProtected(reading, place.sheet);
  const before = cellAt(reading, place);
  const after = String(cellOf(clientsTable.columns.aliases, writable, reading.date1904) ?? '');
  return [{ ...place, before, after, format: null }];
}

/** A run that keeps them, where nothing else is written: as if they were typed there, so Undo passes over it. */
export function alsoWrittenPlan(reading: WorkbookReading, typed: TypedCell[], when: string): Plan {
  const { id } = nextRun(reading, 'typed', when.slice(0, 7));
  const run = { id, when, what: 'Other spellings, kept in Clients', isKept: true as const };
  return { run, documents: [], rows: [], typed };
}
