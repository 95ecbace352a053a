import type { Finding } from '../findings';
import type { Client, Payer } from '../records/practice';
import type { Session } from '../records/session';
import { labelKey } from '../values/name-key';
import type { Directory } from './directory';
import * as unclear from './unclear-names';

/** Who pays for a session. `unclear` comes with what the therapist must mend first. */
export type WhoPays =
  | { kind: 'insurance'; client: Client; payer: Payer; remarks: Finding[] }
  | { kind: 'client'; why: 'cash' | 'superbill'; client: Client | null; payer: Payer | null }
  | { kind: 'unclear'; findings: Finding[] };

/** What people write in a payer column when there is no insurance. */
const NO_INSURANCE = new Set(
  (
    'cash, cash pay, cash client, check, card, credit card, venmo, zelle, direct pay, out of pocket, oop, ' +
    'self, self pay, self paid, self payer, sp, private, private pay, pp, client, patient, ' +
    'none, n/a, no, no payer, no insurance, uninsured, ' +
    'efectivo, pago propio, particular, sin seguro, cliente, paciente'
  )
    .split(', ')
    .map(labelKey),
);

/** Whether a payer column says that there is no insurance: "Cash", "self-pay". */
export function saysNoInsurance(written: string): boolean {
  return NO_INSURANCE.has(labelKey(written));
}

export function whoPays(session: Session, directory: Directory): WhoPays {
  const written = session.payer?.trim() ?? '';
  const named = written === '' ? [] : directory.payers(written);
  if (named.length > 1) return { kind: 'unclear', findings: [unclear.twoPayers(written, named, session)] };
  const payer = named[0] ?? null;
  const clients = directory.clients(session.client);
  if (payer && selfPayOf(payer)) return selfPay(payer, onlyOne(clients));
  if (!payer && saysNoInsurance(written)) return selfPay(null, onlyOne(clients));

  const unknownPayer =
    written !== '' && !payer
      ? [unclear.unknownPayer(written, directory, session.cells.payer ?? session.place)]
      : [];
  const client = clientFor(clients, payer);
  if (!client) {
    const about =
      clients.length === 0 ? unclear.unknownClient(session, directory) : unclear.twoClients(session, clients);
    return { kind: 'unclear', findings: [about, ...unknownPayer] };
  }
  if (unknownPayer.length > 0) return { kind: 'unclear', findings: unknownPayer };
  const remarks = payer && clients.length > 1 ? [unclear.chosenByPayer(client, payer, session)] : [];
  return withClient(session, client, payer, directory, remarks);
}

function withClient(
  session: Session,
  client: Client,
  named: Payer | null,
  directory: Directory,
  remarks: Finding[],
): WhoPays {
  const onFile = client.payer?.trim() ?? '';
  if (onFile === '') {
    if (named) return { kind: 'insurance', client, payer: named, remarks };
    const isInsured = client.memberId !== null || client.claimNumber !== null;
    return {
      kind: 'unclear',
      findings: [isInsured ? unclear.noPayer(client) : directory.nobodyPays(client)],
    };
  }
  if (saysNoInsurance(onFile) && directory.payers(onFile).length === 0) {
    return named
      ? { kind: 'unclear', findings: [unclear.otherPayer(session, client, named)] }
      : selfPay(null, client);
  }
  const payers = directory.payers(onFile);
  if (payers.length > 1) return { kind: 'unclear', findings: [unclear.twoPayers(onFile, payers, session)] };
  const payer = payers[0];
  if (!payer) {
    const place = client.cells['payer'] ?? session.place;
    return { kind: 'unclear', findings: [unclear.unknownPayer(onFile, directory, place)] };
  }
  if (named && named !== payer) {
    return { kind: 'unclear', findings: [unclear.otherPayer(session, client, named)] };
  }
  return selfPayOf(payer) ? selfPay(payer, client) : { kind: 'insurance', client, payer, remarks };
}

/** The row of the client, or among several rows of one name the one with the payer that the session names. */
function clientFor(clients: readonly Client[], payer: Payer | null): Client | null {
  if (clients.length < 2 || !payer) return onlyOne(clients);
  const names = [payer.name, ...payer.aliases].map(labelKey);
  return onlyOne(clients.filter((client) => names.includes(labelKey(client.payer ?? ''))));
}

function onlyOne<Row>(rows: readonly Row[]): Row | null {
  return rows.length === 1 ? (rows[0] ?? null) : null;
}

function selfPayOf(payer: Payer): 'cash' | 'superbill' | null {
  if (payer.billing === 'superbill') return 'superbill';
  return payer.kind === 'cash' ? 'cash' : null;
}

function selfPay(payer: Payer | null, client: Client | null): WhoPays {
  return { kind: 'client', why: (payer && selfPayOf(payer)) ?? 'cash', client, payer };
}
