import type { Finding } from '../findings';
import type { Session } from '../records/session';
import { multiply, sum, ZERO, type Cents } from '../values/cents';
import { addAll } from '../values/lists';
import { isStop } from './finding-log';
import * as chargeFinding from './charge-findings';
import type { FeeLookup } from './fees';
import type { CountedEntry, Visit } from './visit';

/**
 * How a row without a charge is priced: a claim from the fee schedule; a superbill at what the client paid, since
 * it must show the price really charged and not a list price (one fee schedule, discounts written down).
 */
export type Pricing = 'claim' | 'superbill';

export interface ChargesOfVisit {
  /** Charge of each entry; null when a STOP leaves some open. */
  charges: Map<CountedEntry, Cents> | null;
  findings: Finding[];
}

/** Charges of the entries that are billed, from what the rows say, else from the fees. */
export function chargesOfVisit(
  visit: Visit,
  entries: readonly CountedEntry[],
  feeOf: FeeLookup,
  pricing: Pricing,
): ChargesOfVisit {
  const findings: Finding[] = [];
  const charges = new Map<CountedEntry, Cents>();
  const billedCodes = new Set(entries.filter((entry) => entry.units > 0).map((entry) => entry.code));
  for (const session of visit.sessions) {
    const row = entries.filter((entry) => entry.session === session);
    const billed = row.filter((entry) => billedCodes.has(entry.code));
    if (billed.length === 0) continue;
    const { charge, finding } = writtenCharge(visit, session, pricing);
    if (finding) findings.push(finding);
    if (charge !== null && charge <= ZERO) {
      findings.push(chargeFinding.notPositive(visit, session, charge));
    } else if (charge !== null && new Set(row.map((entry) => entry.code)).size === 1) {
      billed.forEach((entry, index) => charges.set(entry, index === 0 ? charge : ZERO));
    } else {
      addAll(findings, priceByFees(visit, session, billed, charge, feeOf, charges));
    }
  }
  if (findings.some(isStop)) return { charges: null, findings };
  addAll(
    findings,
    [...billedCodes].flatMap((code) => freeLine(visit, code, charges)),
  );
  addAll(
    findings,
    pricing === 'claim' ? [...billedCodes].flatMap((code) => mixedLine(visit, code, charges, feeOf)) : [],
  );
  return { charges: findings.some(isStop) ? null : charges, findings };
}

/** A line that would stand on the claim without a charge, because its fee is zero. */
function freeLine(visit: Visit, code: string, charges: ReadonlyMap<CountedEntry, Cents>): Finding[] {
  const own = [...charges].filter(([entry]) => entry.code === code);
  const charge = sum(own.map(([, amount]) => amount));
  const session = own[0]?.[0].session;
  return charge > ZERO || !session ? [] : [chargeFinding.notPositive(visit, session, charge, code)];
}

/** A code whose rows have a price here and a fee there: together they may charge something else than units times fee. */
function mixedLine(
  visit: Visit,
  code: string,
  charges: ReadonlyMap<CountedEntry, Cents>,
  feeOf: FeeLookup,
): Finding[] {
  const own = [...charges].filter(([entry]) => entry.code === code);
  const [written, ...more] = own.filter(([{ session }]) => session.charge !== null);
  const answer = feeOf(code, visit.payer);
  if (!written || more.length + 1 === own.length || answer.kind !== 'fee') return [];
  const units = own.reduce((total, [entry]) => total + entry.units, 0);
  const charge = sum(own.map(([, amount]) => amount));
  const fee = { fee: answer.fee, units };
  return charge === multiply(answer.fee, units)
    ? []
    : [chargeFinding.notUnitsTimesFee(visit, written[0], charge, fee)];
}

function writtenCharge(
  visit: Visit,
  session: Session,
  pricing: Pricing,
): { charge: Cents | null; finding: Finding | null } {
  if (session.charge !== null || pricing === 'claim' || session.paid === null || session.paid <= ZERO) {
    return { charge: session.charge, finding: null };
  }
  return { charge: session.paid, finding: chargeFinding.paidIsThePrice(visit, session, session.paid) };
}

/** Prices each entry at its fee; with several codes in a row the fees must add up to what the row charges. */
function priceByFees(
  visit: Visit,
  session: Session,
  billed: readonly CountedEntry[],
  charge: Cents | null,
  feeOf: FeeLookup,
  charges: Map<CountedEntry, Cents>,
): Finding[] {
  const findings: Finding[] = [];
  const priced = new Map<CountedEntry, Cents>();
  for (const entry of billed) {
    const answer = feeOf(entry.code, visit.payer);
    if (answer.kind === 'fee') priced.set(entry, multiply(answer.fee, entry.units));
    else if (answer.kind === 'two') findings.push(chargeFinding.twoFees(visit, entry.code, answer.place));
    else if (charge === null) findings.push(chargeFinding.noCharge(visit, session, entry.code));
    else findings.push(chargeFinding.noFeeToSplit(visit, session, entry.code));
  }
  if (findings.length > 0) return findings;
  const total = sum(priced.values());
  if (charge !== null && total !== charge)
    return [chargeFinding.feesDoNotAddUp(visit, session, billed, total, charge)];
  for (const [entry, amount] of priced) charges.set(entry, amount);
  return [];
}
