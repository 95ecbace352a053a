import type { BilledLine } from '../records/billed-line';
import type { Client, Payer } from '../records/practice';
import type { Directory } from './directory';

/** A service line that was billed before and whose session is no longer in the workbook. */
export type EarlierVisit = Pick<
  BilledLine,
  'client' | 'payer' | 'date' | 'code' | 'units' | 'charge' | 'authorization'
>;

/** Whose line it is, by the tables as they are now; null where they say nobody's or do not tell. */
export function whoseLine(
  line: Pick<EarlierVisit, 'client' | 'payer'>,
  directory: Directory,
): { client: Client; payer: Payer } | null {
  const [payer, otherPayer] = directory.payers(line.payer);
  const clients = directory.clients(line.client);
  if (!payer || otherPayer) return null;
  const insured = clients.filter((client) => directory.payers(client.payer ?? '').includes(payer));
  const withoutPayer = clients.filter((client) => (client.payer?.trim() ?? '') === '');
  const [client, another] = insured.length > 0 ? insured : clients.length === 1 ? withoutPayer : [];
  return client && !another ? { client, payer } : null;
}
