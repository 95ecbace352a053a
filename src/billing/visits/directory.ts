import type { Client, Payer } from '../records/practice';
import { labelKey, nameKey } from '../values/name-key';

/** Finds the rows of the Clients and Payers tables by the names that sessions use. */
export interface Directory {
  /** Every row that goes by this name, in the table's order. */
  clients(name: string): Client[];
  payers(name: string): Payer[];
  clientNames: string[];
  payerNames: string[];
}

export function directoryOf(clients: readonly Client[], payers: readonly Payer[]): Directory {
  const clientIndex = indexBy(clients, (client) => [
    ...[client.name, ...client.aliases].map(nameKey),
    nameKey(`${client.firstName ?? ''} ${client.lastName ?? ''}`),
  ]);
  const payerIndex = indexBy(payers, (payer) => [payer.name, ...payer.aliases].map(labelKey));
  return {
    clients: (name) => clientIndex.get(nameKey(name)) ?? [],
    payers: (name) => payerIndex.get(labelKey(name)) ?? [],
    clientNames: clients.map((client) => client.name),
    payerNames: payers.map((payer) => payer.name),
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
