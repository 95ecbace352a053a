import { pairChanges } from '../codes/pairs';
import { MAXIMUM_CHANGES } from '../payers/daily-maximums';
import { firstDayOfFiscalYear, fiscalYearOf } from '../codes/diagnoses/fiscal-year';
import { rulesOf } from '../payers/rules-of-payer';
import { addDays, FIRST_DAY, LAST_DAY, parseIso, type Day } from '../values/day';
import { codesOf, type CheckedVisit } from './checked-visit';
import type { RuleContext } from './context';
import { RULES } from './rule-table';

/** First and last day of a span. */
export interface Days {
  from: Day;
  to: Day;
}

/**
 * What of a date of service the rules depend on where nothing but codes is known, as in a formula: `silent` ones need a
 * client or other sessions. A rule that is not named here does not look at the date; a test holds it to that.
 */
export const DEPENDS_ON_DATE: Readonly<
  Record<'fiscalYear' | 'pairs' | 'license' | 'maximums' | 'silent', readonly string[]>
> = {
  fiscalYear: [
    'diagnosis-split',
    'diagnosis-heading',
    'diagnosis-seventh-character-missing',
    'diagnosis-deleted',
    'diagnosis-not-yet',
    'diagnosis-unknown',
    'diagnosis-date-outside-table',
  ],
  pairs: [
    'massage-with-manual-therapy',
    'massage-with-manual-therapy-elsewhere',
    'pair-never-together',
    'pair-never-together-elsewhere',
    'pair-needs-modifier',
    'pair-needs-modifier-elsewhere',
    'pair-with-modifier',
    'modifier-59-without-reason',
  ],
  license: ['license-expired'],
  maximums: ['charges-over-daily-maximum', 'washington-daily-maximum-not-known'],
  silent: [
    'order-not-in-force',
    'order-run-out',
    'filing-limit-passed',
    'filing-limit-near',
    'washington-pip-three-years',
    'kx-missing',
    'kx-not-needed',
    'therapy-dollars-for-review',
    'therapy-dollars-not-known',
    'nutrition-hours-used-up',
    'nutrition-referral-of-the-year',
    'birth-date-after-service',
    'accident-after-service',
  ],
};

/**
 * The days around the visit's own on which the rules say the same of its codes, diagnoses, payer and minutes: between
 * one change of a table and the next.
 */
export function daysAlike(visit: CheckedVisit, { tables, practice }: RuleContext): Days {
  const year = fiscalYearOf(visit.date);
  const expires = practice?.licenseExpires ?? null;
  const codes = codesOf(visit);
  const { from, to } = tables.pairs.edition;
  const changes: Day[] = [
    firstDayOfFiscalYear(year),
    firstDayOfFiscalYear(year + 1),
    from,
    addDays(to, 1),
    ...rulesChange(),
    ...(hasPublishedMaximum(visit, practice) ? MAXIMUM_CHANGES : []),
    ...(expires === null ? [] : [addDays(expires, 1)]),
    ...codes.flatMap((code, at) =>
      codes.slice(at + 1).flatMap((other) => pairChanges(code, other, tables.pairs)),
    ),
  ];
  let [first, next] = [FIRST_DAY, LAST_DAY];
  for (const change of changes) {
    if (change <= visit.date && change > first) first = change;
    if (change > visit.date && change < next) next = change;
  }
  return { from: first, to: addDays(next, -1) };
}

function hasPublishedMaximum({ payer, client }: CheckedVisit, practice: RuleContext['practice']): boolean {
  return payer !== null && rulesOf(payer, { client, practice }) === 'wa-lni';
}

let known: readonly Day[] | null = null;

/** Days on which rules begin to hold, or hold no more. */
function rulesChange(): readonly Day[] {
  known ??= RULES.flatMap(({ since, until }) => {
    const [first, last] = [since, until].map((iso) => (iso === undefined ? null : parseIso(iso)));
    return [...(first ? [first] : []), ...(last ? [addDays(last, 1)] : [])];
  });
  return known;
}
