import type { Session } from '../../billing/records/session';
import { unitsOfOne } from '../../billing/units/count-units';
import { multiply, portion, ZERO, type Cents } from '../../billing/values/cents';
import { labelKey, nameKey } from '../../billing/values/name-key';
import { personsFound } from './persons-found';
import { spellings } from './spellings';
import type { OwnTables } from '../../workbook/tables';
import type { RowOf } from '../../workbook/tables/define-table';

/** The reference tables as far as the sessions themselves tell: names, codes and prices; blanks are left to type. */
export function foundInSessions(
  sessions: readonly Session[],
  answers: ReadonlyMap<string, string> = new Map(),
): {
  Payers: RowOf<OwnTables['Payers']>[];
  Clients: RowOf<OwnTables['Clients']>[];
  Fees: RowOf<OwnTables['Fees']>[];
  Therapists: RowOf<OwnTables['Therapists']>[];
} {
  return {
    Payers: payersOf(sessions),
    Clients: clientsOf(sessions, answers),
    Fees: feesOf(sessions),
    Therapists: therapistsOf(sessions),
  };
}

function therapistsOf(sessions: readonly Session[]): RowOf<OwnTables['Therapists']>[] {
  return spellings(
    sessions.flatMap(({ provider }) => provider ?? []),
    nameKey,
  ).map(({ name, others }) => ({ name, aliases: others, ...splitAtComma(name) }));
}

function payersOf(sessions: readonly Session[]): RowOf<OwnTables['Payers']>[] {
  return spellings(
    sessions.flatMap(({ payer }) => payer ?? []),
    labelKey,
  ).map(({ name, others }) => ({ name, aliases: others }));
}

/** One row a person: a name that is probably another way of writing one of them is asked about and gets none. */
function clientsOf(
  sessions: readonly Session[],
  answers: ReadonlyMap<string, string>,
): RowOf<OwnTables['Clients']>[] {
  return personsFound(sessions, answers).map(({ name, others, payers }) => ({
    name,
    aliases: others.filter((other) => !other.includes(',')),
    ...splitAtComma(name),
    payer: payers.length === 1 ? (payers[0] ?? null) : null,
  }));
}

/** Only a comma tells which is the last name; without one both stay blank. */
function splitAtComma(name: string): { firstName?: string; lastName?: string } {
  const [last, first, ...more] = name.split(',').map((part) => part.trim());
  return last && first && more.length === 0 ? { firstName: first, lastName: last } : {};
}

/** A code's price where every session that tells one agrees; codes without a certain price stay blank. */
function feesOf(sessions: readonly Session[]): RowOf<OwnTables['Fees']>[] {
  const prices = new Map<string, Set<Cents>>();
  for (const session of sessions) {
    for (const { code } of session.procedures) prices.set(code, prices.get(code) ?? new Set());
    const known = unitPrice(session);
    if (known) prices.get(known.code)?.add(known.price);
  }
  return [...prices]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([code, seen]) => ({ code, fee: seen.size === 1 ? ([...seen][0] ?? null) : null }));
}

function unitPrice(session: Session): { code: string; price: Cents } | null {
  const [only, ...more] = session.procedures;
  if (!only || more.length > 0 || session.charge === null || session.status !== 'kept') return null;
  const units = only.units ?? unitsOfOne(only.code, only.minutes ?? session.minutes) ?? 0;
  if (session.charge <= ZERO || units <= 0) return null;
  const price = portion(session.charge, 1, units);
  return multiply(price, units) === session.charge ? { code: only.code, price } : null;
}
