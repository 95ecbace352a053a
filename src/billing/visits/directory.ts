import type { Finding } from '../findings';
import type { Client, Payer } from '../records/practice';
import { labelKey, nameKey } from '../values/name-key';
import { isSilent, nobodyPays } from './no-payer';

/** Finds the rows of the Clients and Payers tables by the names that sessions use. */
export interface Directory {
  /** Every row that goes by this name, in the table's order. */
  clients(name: string): Client[];
  payers(name: string): Payer[];
  clientNames: string[];
  payerNames: string[];
  /** What is asked of those of the Clients table of whom nobody says who pays: one question for all of them. */
  nobodyPays(client: Client): Finding;
}

export function directoryOf(clients: readonly Client[], payers: readonly Payer[]): Directory {
  const clientIndex = indexBy(clients, (client) => [
    ...[client.name, ...client.aliases].map(nameKey),
    nameKey(`${client.firstName ?? ''} ${client.lastName ?? ''}`),
  ]);
  const silent = clients.filter(isSilent);
  const question = silent.length > 0 ? nobodyPays(silent) : null;
  const payerIndex = indexBy(payers, (payer) => [payer.name, ...payer.aliases].map(labelKey));
  return {
    clients: (name) => clientIndex.get(nameKey(name)) ?? [],
    payers: (name) => payerIndex.get(labelKey(name)) ?? [],
    clientNames: clients.map((client) => client.name),
    payerNames: payers.map((payer) => payer.name),
    nobodyPays: (client) => question ?? nobodyPays([client]),
  };
}

function indexBy<Row>(rows: readonly Row[], keysOf: (row: Row) => string[]): Map<string, Row[]> {
  const index = new Map<string, Row[]>();
  for (const row of rows) {
    for (const key of new Set(keysOf(row))) {
      if (key !== '') index.set(key, [...(index.get(key) ?? []), row]);
    }
  }
  return index;
}
