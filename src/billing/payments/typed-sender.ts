import type { BilledLine } from '../records/billed-line';
import type { Client, Payer } from '../records/practice';
import { closeNames, labelKey, nameKey } from '../values/name-key';
import { directoryOf } from '../visits/directory';
import { lacks, type Trouble } from './typed-row';

/** Words for the client, whoever the claim is for. */
const CLIENT_WORDS: ReadonlySet<string> = new Set(
  ['client', 'patient', 'self', 'self-pay', 'cash', 'HSA', 'FSA', 'card', 'credit card'].map(labelKey),
);

export function isClientWord(from: string): boolean {
  return CLIENT_WORDS.has(labelKey(from));
}

/** The name in the Payers table, or null. */
export function payerName(from: string, payers: readonly Payer[]): string | null {
  const key = labelKey(from);
  return (
    payers.find(
      ({ kind, name, aliases }) => kind !== 'cash' && [name, ...aliases].some((one) => labelKey(one) === key),
    )?.name ?? null
  );
}

/** Whether the sender is the client whom these lines bill. */
export function isClient(from: string, billed: readonly BilledLine[], payers: readonly Payer[]): boolean {
  const key = labelKey(from);
  return (
    isClientWord(from) ||
    payers.some(
      ({ kind, name, aliases }) => kind === 'cash' && [name, ...aliases].some((one) => labelKey(one) === key),
    ) ||
    billed.some((line) => goesBy(line, from))
  );
}

function goesBy({ client, names }: BilledLine, name: string): boolean {
  return [client, ...(names ?? [])].some((one) => nameKey(one) === nameKey(name));
}

/** A sender who is nearly a payer or the client of these lines; null where nobody is near. */
export function nearlyKnown(
  from: string,
  billed: readonly BilledLine[],
  payers: readonly Payer[],
): Trouble | null {
  const close = closeNames(from, [...billed.map(({ client }) => client), ...payers.map((one) => one.name)]);
  return close.length === 0
    ? null
    : lacks(
        'payment-sender-unclear',
        `is from "${from}", who is neither a payer nor the client of this claim`,
        `${didYouMean(close)} Correct "From".`,
      );
}

export interface People {
  clients: readonly Client[];
  payers: readonly Payer[];
  register: readonly BilledLine[];
}

/** The client who paid for no claim in particular, as the Clients table has the name; else why nobody can be named. */
export function clientAhead(from: string, { clients, payers, register }: People): string | Trouble {
  if (payerName(from, payers) !== null) return NO_CLAIM;
  if (isClientWord(from)) {
    const words = `names no claim or line, and "${from}" does not say which client paid`;
    return lacks(
      'payment-client-unclear',
      words,
      'Write the name of the client under "From", or the account.',
    );
  }
  const directory = directoryOf(clients, payers);
  const [client, other] = directory.clients(from);
  if (client && other) {
    const words = `names no claim, and two clients go by "${from}": "${client.name}" and "${other.name}"`;
    return lacks('payment-client-unclear', words, 'Write under "From" which of them paid.');
  }
  if (client) return client.name;
  const billed = register.find((line) => goesBy(line, from));
  if (billed) return billed.client;
  const names = [...directory.clientNames, ...directory.payerNames, ...register.map((line) => line.client)];
  const close = closeNames(from, [...new Set(names)]);
  const hint =
    close.length > 0 ? didYouMean(close) : 'Correct "From", or add the client to the Clients table.';
  return lacks(
    'payment-client-unknown',
    `names no claim or line, and is from "${from}", who is neither a client nor a payer here`,
    hint,
  );
}

export const NO_CLAIM = lacks(
  'payment-line-unknown',
  'names no claim or line',
  'Type the account of the claim, or the number of the line, as the register has it.',
);

function didYouMean(names: readonly string[]): string {
  return `Did you mean ${names.map((one) => `"${one}"`).join(' or ')}?`;
}
