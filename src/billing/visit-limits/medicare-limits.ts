import { isOriginalMedicare } from '../payers/rules-of-payer';
import type { VisitAmounts } from '../authorizations/amounts';
import type { KeptVisit } from '../authorizations/kept-visits';
import { procedure } from '../codes/procedures';
import type { Benefit, Payer } from '../records/practice';
import type { PriceOf } from '../payments/agreed-allowed';
import { therapyDay } from '../therapy-threshold/therapy-day';
import { thresholdOf, type TherapyPool } from '../therapy-threshold/thresholds';
import { plus, sum, ZERO, type Cents } from '../values/cents';
import { addDays, addYears, dayOf, FIRST_DAY, LAST_DAY, yearOf, type Day } from '../values/day';
import { plainNumber } from '../values/plain-number';
import type { Limit, LimitPart, Limits } from './limit';
import { unknown } from './limit-rows';

interface Asked {
  benefits: readonly Benefit[];
  /** Earliest first, up to the day asked about. */
  visits: readonly KeptVisit[];
  payer: Payer | null;
  asOf: Day;
  today: Day;
  amounts: VisitAmounts;
  priceOf: PriceOf;
}

const POOLS: readonly TherapyPool[] = ['physical and speech', 'occupational'];

/** Acupuncture of chronic low back pain: Medicare national coverage determination 30.3.3. */
const NEEDLES = { visits: 12, days: 90, inAYear: 20 };

/** What original Medicare itself limits: therapy dollars without KX, and acupuncture. */
export function medicareLimits(asked: Asked): Limits {
  const { payer } = asked;
  if (payer === null || !isOriginalMedicare(payer)) return { known: [], obstacles: [] };
  const therapy = POOLS.map((pool) => therapyLimit(asked, payer, pool));
  return {
    known: [...therapy.flatMap(({ known }) => known), ...acupunctureLimits(asked)],
    obstacles: therapy.flatMap(({ obstacles }) => obstacles),
  };
}

/** Visits like the latest one that the allowed dollars of the year still hold without KX. */
function therapyLimit(asked: Asked, payer: Payer, pool: TherapyPool): Limits {
  const { benefits, visits, asOf, today, priceOf } = asked;
  const year = yearOf(asOf);
  const threshold = thresholdOf(pool, year);
  const sizes = visits.map((visit) => ({ date: visit.date, allowed: ofPool(visit, payer, pool, priceOf) }));
  const own = sizes.filter(({ allowed }) => allowed !== 'none');
  const latest = own.at(-1)?.allowed;
  if (!threshold || latest === undefined || latest === 'none') return { known: [], obstacles: [] };
  const ofYear = own.filter(({ date }) => yearOf(date) === year).map(({ allowed }) => allowed);
  if (latest === 'not told' || ofYear.includes('not told')) {
    const words = `What ${payer.name} allows for each code is not in the Fees table, so the therapy dollars without KX cannot be told.`;
    return { known: [], obstacles: [unknown(payer.cells['name'], words)] };
  }
  const elsewhere = benefits
    .filter((row) => yearOf(row.verifiedOn ?? today) === year)
    .reduce((total, row) => plus(total, row.dollarsElsewhere ?? ZERO), ZERO);
  const used = plus(elsewhere, sum(ofYear.flatMap((each) => (typeof each === 'string' ? [] : [each]))));
  const size = plainNumber(latest);
  const room = plainNumber(threshold.amount) - plainNumber(used);
  if (size <= 0) return { known: [], obstacles: [] };
  const part: LimitPart = {
    name: `Medicare's ${pool} therapy of ${String(year)} without KX`,
    measure: 'dollars',
    allowed: plainNumber(threshold.amount),
    used: plainNumber(used),
    elsewhere: plainNumber(elsewhere),
    from: dayOf(year, 1, 1),
    to: dayOf(year, 12, 31),
    next: 'beyond it with KX',
  };
  return { known: [{ kind: 'gate', left: Math.floor(room / size) + 0, parts: [part] }], obstacles: [] };
}

function ofPool(
  visit: KeptVisit,
  payer: Payer,
  pool: TherapyPool,
  priceOf: PriceOf,
): Cents | 'none' | 'not told' {
  const amounts = therapyDay(visit, visit.billed, payer, priceOf, null).flatMap((each) =>
    each?.pool === pool ? [each.allowed] : [],
  );
  if (amounts.length === 0) return 'none';
  const known = amounts.flatMap((each) => each ?? []);
  return known.length < amounts.length ? 'not told' : sum(known);
}

function acupunctureLimits({ visits, asOf, amounts }: Asked): Limit[] {
  const dates = visits
    .filter((visit) => amounts.codes(visit).some((code) => isNeedling(code)))
    .map(({ date }) => date);
  if (dates.length === 0) return [];
  const yearAgo = addYears(asOf, -1);
  const inYear = dates.filter((date) => date > yearAgo);
  let first = inYear[0];
  for (const date of inYear) if (first !== undefined && date > addDays(first, NEEDLES.days)) first = date;
  const gate = (name: string, allowed: number, used: number, from: Day, to: Day, next: string): Limit => ({
    kind: 'gate',
    left: allowed - used,
    parts: [{ name, measure: 'visits', allowed, used, elsewhere: 0, from, to, next }],
  });
  const limits = [
    gate('Medicare acupuncture in twelve months', NEEDLES.inAYear, inYear.length, yearAgo, LAST_DAY, ''),
  ].map((limit) => ({ ...limit, parts: limit.parts.map((part) => ({ ...part, to: null })) }));
  if (first === undefined || asOf > addDays(first, NEEDLES.days)) return limits;
  const since = inYear.filter((date) => date >= (first ?? FIRST_DAY)).length;
  const words = 'beyond it only with noted improvement, at most 8 more';
  return [
    ...limits,
    gate(
      'Medicare acupuncture in 90 days',
      NEEDLES.visits,
      since,
      first,
      addDays(first, NEEDLES.days),
      words,
    ),
  ];
}

function isNeedling(code: string): boolean {
  const of = procedure(code)?.of ?? [];
  return of.length === 1 && of[0] === 'acupuncture';
}
