import type { Finding } from '../findings';
import type { Client } from '../records/practice';

/** Key of the question who pays for clients of whom nothing is said, and its only answer. */
export const NO_PAYER = 'no-payer';
const SELF_PAY = 'self-pay';
export const NO_PAYER_ANSWERS = [{ value: SELF_PAY, words: 'All clients without a payer pay themselves' }];

/**
 * Nobody is taken for a cash client because a cell is empty. It is asked once for all clients of the table of whom
 * nothing is said.
 */
export function nobodyPays(silent: readonly Client[]): Finding {
  const [first, ...more] = silent;
  const names = silent.slice(0, NAMED).map(({ name }) => name);
  const others = silent.length > NAMED ? ` and ${String(silent.length - NAMED)} more` : '';
  const whom =
    more.length === 0 ? names.join('') : `${String(silent.length)} clients (${names.join(', ')}${others})`;
  return {
    rule: 'client-payer-unknown',
    severity: 'STOP',
    place: first?.cells['payer'] ?? null,
    message: `The Clients table names nobody's insurance for ${whom}, and no column of the sessions does: which column is it, or do they pay themselves?`,
    fix: 'If a column of the sessions names the payer, say which one in Set up (--answer column-payer="HEADER"); else name the payer in the Clients table, or write Cash there. If they all pay themselves, say so once.',
    source: 'Claimsheet guesses nothing that decides whether an insurer gets a claim',
    ...(more.length === 0 && first ? { client: first.name } : {}),
    answers: NO_PAYER_ANSWERS.map((answer) => ({ key: NO_PAYER, ...answer })),
  };
}

const NAMED = 5;

/** The clients as answered: those of whom nothing is said pay themselves. */
export function withAnsweredPayers<Row extends Client>(
  clients: readonly Row[],
  answers: ReadonlyMap<string, string>,
): Row[] {
  if (answers.get(NO_PAYER) !== SELF_PAY) return [...clients];
  return clients.map((client) => (isSilent(client) ? { ...client, payer: 'self pay' } : client));
}

/** Whether the Clients table says nothing of a payer. */
export function isSilent({ payer, memberId, claimNumber }: Client): boolean {
  return !payer?.trim() && memberId === null && claimNumber === null;
}
