import type { CellPlace, Finding } from '../findings';
import type { Session } from '../records/session';
import { formatDollars, type Cents } from '../values/cents';
import { visitFinding, visitName, type CountedEntry, type Visit } from './visit';

const FIELD = 'NUCC 1500 manual, item 24F; 837P 2400 SV102: each line has its own charge, above zero';

const chargeCell = (session: Session) => session.cells.charge ?? session.place;

export function notPositive(
  visit: Visit,
  session: Session,
  charge: Cents,
  code: string | null = null,
): Finding {
  return visitFinding(visit, {
    rule: 'charge-not-positive',
    severity: 'STOP',
    place: chargeCell(session),
    message: `The charge of ${code ? `${code} for ` : ''}${visitName(visit)} is $${formatDollars(charge)}.`,
    fix: 'Write what the session costs.',
    source: FIELD,
  });
}

export function noCharge(visit: Visit, session: Session, code: string): Finding {
  return visitFinding(visit, {
    rule: 'charge-missing',
    severity: 'STOP',
    place: chargeCell(session),
    message: `The session of ${visitName(visit)} has no charge, and the Fees table has no fee for ${code}.`,
    fix: `Write the charge in the session, or the fee of ${code} in the Fees table.`,
    source: FIELD,
  });
}

export function noFeeToSplit(visit: Visit, session: Session, code: string): Finding {
  return visitFinding(visit, {
    rule: 'charge-not-split',
    severity: 'STOP',
    place: chargeCell(session),
    message: `${visitName(visit)} has one charge for several codes, and the Fees table has no fee for ${code} to split it by.`,
    fix: `Write the fee of ${code} in the Fees table, or give each code a row with its own charge.`,
    source: FIELD,
  });
}

export function feesDoNotAddUp(
  visit: Visit,
  session: Session,
  billed: readonly CountedEntry[],
  total: Cents,
  charge: Cents,
): Finding {
  const parts = billed.map((entry) => `${entry.code} x${entry.units}`).join(' and ');
  return visitFinding(visit, {
    rule: 'charge-does-not-add-up',
    severity: 'STOP',
    place: chargeCell(session),
    message: `${visitName(visit)} charges $${formatDollars(charge)}, but the fees of ${parts} come to $${formatDollars(total)}.`,
    fix: 'Correct the charge or the fees, or give each code a row with its own charge.',
    source: FIELD,
  });
}

export function notUnitsTimesFee(
  visit: Visit,
  { session, code }: CountedEntry,
  charge: Cents,
  { fee, units }: { fee: Cents; units: number },
): Finding {
  const count = units === 1 ? '1 unit' : `${String(units)} units`;
  return visitFinding(visit, {
    rule: 'charge-not-units-times-fee',
    severity: 'WARN',
    place: chargeCell(session),
    message: `${code} of ${visitName(visit)} goes out with $${formatDollars(charge)} for ${count}, and its fee is $${formatDollars(fee)} a unit: one of its rows has a charge, another has none.`,
    fix: 'Write the charge into each of these rows, or into none.',
    source: FIELD,
  });
}

export function twoFees(visit: Visit, code: string, place: CellPlace | null): Finding {
  return {
    rule: 'fee-ambiguous',
    severity: 'STOP',
    place,
    message: `The Fees table has two different fees for ${code}${visit.payer ? ` with ${visit.payer.name}` : ''}.`,
    fix: 'Keep one of them.',
    source: 'Claimsheet: one fee schedule; a price is never chosen for you',
  };
}

export function paidIsThePrice(visit: Visit, session: Session, paid: Cents): Finding {
  return visitFinding(visit, {
    rule: 'superbill-price-from-payment',
    severity: 'NOTE',
    place: chargeCell(session),
    message: `The session of ${visitName(visit)} has no charge; the $${formatDollars(paid)} that was paid stands as its price.`,
    fix: 'Write the charge if more is owed.',
    source: 'A superbill shows the price really charged, not the list price (AMTA-WA on fee discounts)',
  });
}
