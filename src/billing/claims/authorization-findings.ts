import type { Shortage } from '../authorizations/account';
import type { Why } from '../authorizations/amounts';
import { MEASURES } from '../authorizations/measures';
import { isNeeded, rowName } from '../authorizations/row';
import type { CellPlace, Finding, Severity } from '../findings';
import type { Authorization } from '../records/practice';
import { isoOf } from '../values/day';
import { visitFinding, visitName, type Visit } from '../visits/visit';
import type { ClaimVisit } from './claim-visit';

const FIELD = 'NUCC 1500 manual, item 23; 837P 2300 REF*G1';

export function isNeededFor({ payer }: Visit): boolean {
  return isNeeded('authorization', payer) === true;
}

export function missing(visit: ClaimVisit): Finding {
  return {
    rule: 'authorization-missing',
    severity: severityFor(visit),
    place: visit.client.cells['name'] ?? null,
    message: `There is no authorization of ${visit.payer.name} for ${visit.clientName}${but(visit)}.`,
    fix: 'Enter it in the Authorizations table, with its number, dates and visits.',
    source: FIELD,
    client: visit.clientName,
  };
}

export function usedUp(visit: ClaimVisit, shortages: readonly Shortage[]): Finding {
  const [first] = shortages;
  const told = shortages.map(({ row, measure, allowed, used, visit: last }) => {
    const { count, words } = MEASURES[measure];
    const isOne = count(used) === '1';
    return `${rowName(row)} allows ${words(allowed)}; ${count(used)} ${isOne ? 'is' : 'are'} used with ${visitName(last)}`;
  });
  return about(visit, {
    rule: 'authorization-used-up',
    place: first?.row.cells[first.measure],
    message: `${told.join('; ')}${but(visit)}.`,
    fix: `Ask ${visit.payer.name} for more ${first?.measure ?? 'visits'} and enter the new authorization.`,
  });
}

export function otherCodes(
  visit: ClaimVisit,
  rows: readonly Authorization[],
  codes: readonly string[],
): Finding {
  return about(visit, {
    rule: 'authorization-for-other-codes',
    place: rows[0]?.cells['codes'],
    message: `${namesOf(rows)} of ${visitName(visit)} does not cover ${codes.join(' and ')}${but(visit)}.`,
    fix: `Correct the codes, or ask ${visit.payer.name} to authorize them.`,
  });
}

export function otherDates(visit: ClaimVisit, rows: readonly Authorization[]): Finding {
  return about(visit, {
    rule: 'authorization-for-other-dates',
    place: rows[0]?.cells['to'],
    message: `No authorization covers ${visitName(visit)} (${rows.map(windowOf).join('; ')})${but(visit)}.`,
    fix: `Correct its dates, or ask ${visit.payer.name} for another one.`,
  });
}

export function notTold(visit: ClaimVisit, { place, message, fix }: Why): Finding {
  return about(visit, {
    rule: 'authorization-not-counted',
    place: place ?? undefined,
    message: `What the authorization of ${visitName(visit)} leaves cannot be counted${but(visit)}. ${message}`,
    fix,
  });
}

export function chosen(visit: ClaimVisit, row: Authorization, others: readonly Authorization[]): Finding {
  return {
    rule: 'authorization-chosen',
    severity: 'NOTE',
    place: row.cells['number'] ?? null,
    message: `Besides ${rowName(row)}, ${others.map(rowName).join(' and ')} would cover visits of ${visit.clientName}; the one that ends first is used up first.`,
    fix: 'Nothing, unless the payer told you which one to use.',
    source: FIELD,
    client: visit.clientName,
  };
}

function about(
  visit: ClaimVisit,
  { message, place, ...more }: { rule: string; place: CellPlace | undefined; message: string; fix: string },
): Finding {
  const sentence = message.charAt(0).toUpperCase() + message.slice(1);
  const severity = severityFor(visit);
  return visitFinding(visit, { ...more, message: sentence, place: place ?? null, severity, source: FIELD });
}

function severityFor(visit: ClaimVisit): Severity {
  return isNeededFor(visit) ? 'STOP' : 'WARN';
}

function but(visit: ClaimVisit): string {
  return isNeededFor(visit) ? `, and ${visit.payer.name} pays only what it authorized` : '';
}

function namesOf(rows: readonly Authorization[]): string {
  return rows.map(rowName).join(' and ');
}

function windowOf(row: Authorization): string {
  const from = row.from === null ? '' : `from ${isoOf(row.from)} `;
  return `${rowName(row)} runs ${from}${row.to === null ? 'without an end' : `to ${isoOf(row.to)}`}`;
}
