import { yearOf } from '../../values/day';
import { linesOf, unitsCell, unitsOfCode, type CheckedVisit } from '../checked-visit';
import type { RuleContext } from '../context';
import { payerName } from '../payers';
import type { Hit, Rule } from '../rule';

const family = 'limits';
const SOURCE = 'medicarepaymentandreimbursement.com and dietitiandirection.com on Medicare nutrition therapy';

/** Quarter hours that a unit of a code takes of the hours of a year; codes after a new order take none. */
const QUARTERS: ReadonlyMap<string, number> = new Map([
  ['97802', 1],
  ['97803', 1],
  ['97804', 2],
]);

/** Three hours in the calendar year of the first visit, two in each later one. */
const FIRST_YEAR = 12;
const LATER_YEAR = 8;

/** Medicare's hours of nutrition therapy. */
export const NUTRITION_RULES: readonly Rule[] = [
  {
    id: 'nutrition-hours-used-up',
    family,
    severity: 'STOP',
    test: (visit, context) =>
      overHours(visit, context).map(({ used, allowed, year, ...hit }) => ({
        ...hit,
        fill: {
          used: String(used),
          allowed: String(allowed),
          hours: String(allowed / 4),
          year: String(year),
          payer: payerName(visit),
        },
      })),
    message:
      'With this visit {used} quarter hours of nutrition therapy are used in {year}, and {payer} pays {allowed} ({hours} hours).',
    fix: 'With a new order of the physician bill G0270, or G0271 in a group; else the client pays.',
    source: SOURCE,
  },
  {
    id: 'nutrition-referral-of-the-year',
    family,
    severity: 'NOTE',
    about: 'client',
    test: (visit, context) => {
      const { used, earlierYears, client } = hoursOf(visit, context) ?? {
        used: 0,
        earlierYears: false,
        client: '',
      };
      const own = quartersOf(visit);
      return earlierYears && own > 0 && used === own
        ? [{ place: null, fill: { client, payer: payerName(visit), year: String(yearOf(visit.date)) } }]
        : [];
    },
    message: 'With {year} {payer} wants a new referral of a physician for the nutrition therapy of {client}.',
    fix: 'Enter it in the Authorizations table, if you have it.',
    source: SOURCE,
  },
];

function overHours(
  visit: CheckedVisit,
  context: RuleContext,
): (Hit & { used: number; allowed: number; year: number })[] {
  const hours = hoursOf(visit, context);
  if (!hours || quartersOf(visit) === 0) return [];
  const allowed = hours.earlierYears ? LATER_YEAR : FIRST_YEAR;
  const line = visit.lines.find(({ code }) => QUARTERS.has(code));
  if (!line || hours.used <= allowed) return [];
  return [{ place: unitsCell(line), used: hours.used, allowed, year: yearOf(visit.date) }];
}

/** Quarter hours of the calendar year, this visit included, and whether an earlier year had any. */
function hoursOf(
  visit: CheckedVisit,
  { therapy }: RuleContext,
): { used: number; earlierYears: boolean; client: string } | null {
  const { client, payer, paidBy, date } = visit;
  if (!therapy || !client || payer?.kind !== 'medicare' || paidBy === 'client') return null;
  if (quartersOf(visit) === 0) return null;
  const before = therapy.linesBefore(client, payer, date).filter(({ code }) => QUARTERS.has(code));
  const year = yearOf(date);
  const ofYear = before
    .filter((line) => yearOf(line.date) === year)
    .reduce((sum, { code, units }) => sum + (units ?? 0) * (QUARTERS.get(code) ?? 0), 0);
  const earlierYears = before.some((line) => yearOf(line.date) < year);
  return { used: ofYear + quartersOf(visit), earlierYears, client: client.name };
}

function quartersOf(visit: CheckedVisit): number {
  return [...QUARTERS].reduce((sum, [code, quarters]) => {
    const units = linesOf(visit, code).length > 0 ? (unitsOfCode(visit, code) ?? 0) : 0;
    return sum + units * quarters;
  }, 0);
}
