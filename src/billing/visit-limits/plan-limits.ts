import type { KeptVisit } from '../authorizations/kept-visits';
import type { Benefit, Client, Payer } from '../records/practice';
import { planYearOf } from '../rules/plan-year';
import { usDate, type Day } from '../values/day';
import type { Limit, Limits } from './limit';
import { unknown } from './limit-rows';

interface Days {
  asOf: Day;
  today: Day;
}

/**
 * What the plan's visits leave, from the Benefits table. They begin anew each plan year; those of an auto or workers'
 * compensation case never do: they count from the accident.
 */
export function planLimits(
  rows: readonly Benefit[],
  visits: readonly KeptVisit[],
  client: Client,
  payer: Payer | null,
  days: Days,
): Limits {
  const limits: Limits = { known: [], obstacles: [] };
  for (const row of rows) {
    if (row.visitsPerYear === null) {
      const words = `How many visits a year the plan of ${client.name} has is not known.`;
      limits.obstacles.push(unknown(row.cells['visitsPerYear'], words));
    } else if (isPerAccident(payer)) {
      limits.known.push(wholeClaim(row, row.visitsPerYear, visits, client));
    } else if (row.planYearStarts === null) {
      const words = `When the plan year of ${client.name} starts is not known, so its ${String(row.visitsPerYear)} visits cannot be counted.`;
      limits.obstacles.push(unknown(row.cells['planYearStarts'], words));
    } else {
      limits.known.push(planYear(row, row.visitsPerYear, row.planYearStarts, visits, days));
    }
  }
  return limits;
}

export function isPerAccident(payer: Payer | null): boolean {
  return payer?.kind === 'auto' || payer?.kind === 'workers-comp';
}

/** Visits of an accident case: those from the accident on, or all where its date is not known. */
export function visitsOfCase(visits: readonly KeptVisit[], { accidentDate }: Client): KeptVisit[] {
  return visits.filter(({ date }) => date >= (accidentDate ?? -Infinity));
}

function wholeClaim(row: Benefit, allowed: number, visits: readonly KeptVisit[], client: Client): Limit {
  const elsewhere = row.visitsUsedElsewhere ?? 0;
  const used = visitsOfCase(visits, client).length + elsewhere;
  const from = client.accidentDate;
  const name = from === null ? 'the whole claim' : `the whole claim since ${usDate(from)}`;
  const part = { name, measure: 'visits' as const, allowed, used, elsewhere, from, to: null, next: '' };
  return { kind: 'whole-claim', left: allowed - used, parts: [part] };
}

/** Visits used elsewhere belong to the plan year in which that was asked; without that date, to the present one. */
function planYear(
  row: Benefit,
  allowed: number,
  starts: Day,
  visits: readonly KeptVisit[],
  { asOf, today }: Days,
): Limit {
  const { from, to } = planYearOf(asOf, starts);
  const asked = row.verifiedOn ?? today;
  const elsewhere = from <= asked && asked <= to ? (row.visitsUsedElsewhere ?? 0) : 0;
  const used = visits.filter(({ date }) => from <= date && date <= to).length + elsewhere;
  const name = `the plan year from ${usDate(from)}`;
  const part = { name, measure: 'visits' as const, allowed, used, elsewhere, from, to, next: '' };
  return { kind: 'plan-year', left: allowed - used, parts: [part] };
}
