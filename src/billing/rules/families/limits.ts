import { plainText } from '../../identifiers/reading';
import { maximumOfDay, type MaximumOfDay } from '../../payers/daily-maximums';
import { rulesOf } from '../../payers/rules-of-payer';
import type { Authorization } from '../../records/practice';
import { formatDollars, sum } from '../../values/cents';
import { addDays, addYears, daysBetween, FIRST_DAY, usDate, type Day } from '../../values/day';
import { codeCell, dateCell, linesOf, codesOf, type CheckedVisit } from '../checked-visit';
import type { RuleContext } from '../context';
import { lastDayToFile } from '../filing-limit';
import { fieldOf } from './profession';
import { goesBy, payerName } from '../payers';
import { planYearOf } from '../plan-year';
import { hitIf, type Hit, type Rule } from '../rule';

const family = 'limits';

/** Days before the last day to file at which it is time to hurry. */
const FILE_SOON = 14;
const LNI = 'Washington L&I, "Physical, occupational and massage therapy" (lni.wa.gov)';
const VA_EPISODE = 'VA Community Care standardized episodes of care, massage therapy 1.12.1 and 1.13.1';

export const LIMIT_RULES: readonly Rule[] = [
  {
    id: 'date-in-future',
    family,
    severity: 'STOP',
    test: (visit, { today }) => hitIf(today !== null && visit.date > today, dateCell(visit)),
    message: 'The session is dated after today.',
    fix: 'Correct the date, or bill it when it has been held.',
    source: 'NUCC 1500 manual, item 24A; a service is billed after it was given',
  },
  {
    id: 'filing-limit-passed',
    family,
    severity: 'STOP',
    test: (visit, { today }) => {
      const last = lastDay(visit);
      return hitIf(today !== null && last !== null && today > last, dateCell(visit), {
        payer: payerName(visit),
        last: last === null ? '' : usDate(last),
      });
    },
    message: 'The last day to bill {payer} for it was {last}.',
    fix: 'If you billed before, send the proof as an appeal; if the limit is wrong, correct "Days to file" in the Payers table.',
    source:
      'Payers table, "Days to file"; Medicare: one calendar year (42 CFR 424.44); payers deny late claims (CARC 29)',
  },
  {
    id: 'filing-limit-near',
    family,
    severity: 'WARN',
    test: (visit, { today }) => {
      const last = lastDay(visit);
      if (today === null || last === null || today > last) return [];
      const left = daysBetween(today, last);
      if (left > FILE_SOON) return [];
      const fill = {
        payer: payerName(visit),
        last: usDate(last),
        left: left === 1 ? '1 day' : `${String(left)} days`,
      };
      return [{ place: dateCell(visit), fill }];
    },
    message: '{payer} must have the claim by {last}: {left} left.',
    fix: 'Send this claim first.',
    source: 'Payers table, "Days to file"; Medicare: one calendar year (42 CFR 424.44)',
  },
  {
    id: 'washington-visits-7-to-12',
    family,
    severity: 'STOP',
    test: waLniVisits((visit) => visit >= 7 && visit <= 12),
    message:
      'This is massage visit {visit} of the claim; {payer} authorizes visits 7 to 12 on the Provider Hotline request form, F245-417-000.',
    fix: 'Ask with that form, then enter the authorization in the Authorizations table. A new referral, surgery or condition does not start the count again.',
    source: LNI,
  },
  {
    id: 'washington-visits-over-12',
    family,
    severity: 'STOP',
    test: waLniVisits((visit) => visit > 12),
    message:
      'This is massage visit {visit} of the claim; beyond 12 the claim manager of {payer} must authorize it.',
    fix: 'Call the claim manager, then enter the authorization in the Authorizations table.',
    source: LNI,
  },
  {
    id: 'washington-two-visits-a-day',
    family,
    severity: 'WARN',
    test: (visit, context) => {
      if (!goesBy('wa-lni', visit, context)) return [];
      const twice = codesOf(visit).filter(
        (code) => new Set(linesOf(visit, code).map((line) => line.session)).size > 1,
      );
      const second = linesOf(visit, twice[0] ?? '')[1];
      return hitIf(second !== undefined, second ? codeCell(second) : null, {
        code: twice[0] ?? '',
        payer: payerName(visit),
      });
    },
    message:
      '{code} stands on two sessions of this date; {payer} pays more than one visit a day only if the attending doctor says why.',
    fix: 'Ask the attending doctor for the reason in writing, or correct the date of one of them.',
    source: 'WAC 296-23-250',
    since: '2008-07-01',
  },
  {
    id: 'charges-over-daily-maximum',
    family,
    severity: 'NOTE',
    test: (visit, context) => {
      const most = maximumOf(visit, context);
      const charges = visit.lines.map(({ charge }) => charge);
      if (most === null || most === 'not-known' || charges.includes(null)) return [];
      const charged = sum(charges.flatMap((charge) => charge ?? []));
      return hitIf(charged > most.amount, dateCell(visit), {
        payer: payerName(visit),
        most: formatDollars(most.amount),
        charged: formatDollars(charged),
        source: most.source,
      });
    },
    message: '${charged} is charged for this date; {payer} pays at most ${most} a day.',
    fix: 'Nothing: expect the rest to be written off. The fee stays the same for everybody.',
    source: '{source}',
  },
  {
    id: 'washington-daily-maximum-not-known',
    family,
    severity: 'NOTE',
    about: 'payer',
    test: (visit, context) =>
      hitIf(
        maximumOf(visit, context) === 'not-known',
        visit.payer?.cells['dailyMaximum'] ?? visit.payer?.cells['name'] ?? null,
        { payer: payerName(visit) },
      ),
    message: 'The most that {payer} pays for a day is not known for these dates; it changes each July.',
    fix: 'Look it up in the fee schedule of the year and write it under "Most a day" in the Payers table.',
    source: 'WAC 296-23-220, -230 and -250; figures published up to 06/30/2026',
  },
  {
    id: 'va-visits-over-episode',
    family,
    severity: 'WARN',
    test: (visit, context) => {
      const row = vaAuthorization(visit, context);
      if (!row || row.visits !== null) return [];
      const number = visitsSince(context, visit, row.from);
      return hitIf(number > 12, row.cells['visits'] ?? null, {
        visit: String(number),
        payer: payerName(visit),
      });
    },
    message:
      'This is visit {visit} since the authorization began, and a VA massage episode has 12; how many this one allows is not in the table.',
    fix: 'Look at the authorization and write its visits in the Authorizations table; ask for a continuation before the visits beyond it.',
    source: VA_EPISODE,
  },
  {
    id: 'va-episode-over-in-time',
    family,
    severity: 'WARN',
    test: (visit, context) => {
      const row = vaAuthorization(visit, context);
      const first = row && context.history.find((date) => date >= (row.from ?? -Infinity));
      if (!row || row.to !== null || first === undefined || visit.date <= addDays(first, 90)) return [];
      return [{ place: row.cells['to'] ?? null, fill: { last: usDate(addDays(first, 90)) } }];
    },
    message:
      'A VA massage episode runs 90 days from its first treatment, here to {last}; when this one ends is not in the table.',
    fix: 'Look at the authorization and write its last day in the Authorizations table. A continuation runs 180 days.',
    source: VA_EPISODE,
  },
  {
    id: 'plan-year-visits-used-up',
    family,
    severity: 'WARN',
    test: (visit, { benefits, history, today }) =>
      benefits.flatMap((row) => {
        if (row.visitsPerYear === null || row.planYearStarts === null || isAccidentCase(visit)) return [];
        const { from, to } = planYearOf(visit.date, row.planYearStarts);
        const asked = row.verifiedOn ?? today ?? visit.date;
        const elsewhere = from <= asked && asked <= to ? (row.visitsUsedElsewhere ?? 0) : 0;
        const number = elsewhere + history.filter((date) => date >= from && date <= visit.date).length;
        return hitIf(number > row.visitsPerYear, row.cells['visitsPerYear'] ?? null, {
          visit: String(number),
          visits: String(row.visitsPerYear),
          from: usDate(from),
          payer: payerName(visit),
        });
      }),
    message: 'This is visit {visit} of the plan year from {from}, and the plan has {visits}.',
    fix: 'Expect {payer} to deny it (CARC 119); tell the client before the session.',
    source: 'Benefits table, "Visits a year" and "Plan year starts"',
  },
  {
    id: 'case-visits-used-up',
    family,
    severity: 'WARN',
    test: (visit, { benefits, history }) =>
      benefits.flatMap((row) => {
        if (row.visitsPerYear === null || !isAccidentCase(visit)) return [];
        const from = visit.client?.accidentDate ?? -Infinity;
        const own = history.filter((date) => date >= from && date <= visit.date).length;
        const number = own + (row.visitsUsedElsewhere ?? 0);
        return hitIf(number > row.visitsPerYear, row.cells['visitsPerYear'] ?? null, {
          visit: String(number),
          visits: String(row.visitsPerYear),
          payer: payerName(visit),
        });
      }),
    message:
      'This is visit {visit} of the whole claim, which has {visits}; the visits of an accident never begin anew.',
    fix: 'Ask {payer} for more before the session.',
    source:
      'Benefits table, "Visits a year"; workers’ compensation and auto claims count over their whole life (lni.wa.gov)',
  },
  {
    id: 'plan-year-not-known',
    family,
    severity: 'NOTE',
    about: 'client',
    test: (visit, { benefits }) => {
      const { client } = visit;
      const row = benefits.find((each) => each.visitsPerYear !== null && each.planYearStarts === null);
      return hitIf(row !== undefined && !isAccidentCase(visit), row?.cells['planYearStarts'] ?? null, {
        client: client?.name ?? '',
      });
    },
    message: 'When the plan year of {client} starts is not known, so its visits are not counted.',
    fix: 'Write any day on which it starts under "Plan year starts" in the Benefits table.',
    source: 'Benefits table: an empty cell is not known',
  },
  {
    id: 'washington-pip-three-years',
    family,
    severity: 'STOP',
    test: ({ payer, paidBy, client, date }) => {
      if (payer?.kind !== 'auto' || paidBy !== 'insurance' || !client || client.accidentDate === null)
        return [];
      if (plainText(client.accidentState ?? '') !== 'WA') return [];
      const last = addYears(client.accidentDate, 3);
      return hitIf(date > last, client.cells['accidentDate'] ?? null, {
        last: usDate(last),
        payer: payer.name,
      });
    },
    message: 'PIP in Washington pays what was incurred within three years of the accident, here to {last}.',
    fix: 'Let the client pay, or correct the accident date.',
    source: 'WAC 284-30-395(1); Durant v. State Farm (Wash. 2018)',
  },
  {
    id: 'washington-first-visits-free-of-authorization',
    family,
    severity: 'NOTE',
    test: (visit, { practice, history }) => {
      const { payer } = visit;
      if (payer?.authorizationNeeded !== true || payer.kind !== 'commercial' || payer.inNetwork !== true)
        return [];
      if (practice?.address.state === undefined || plainText(practice.address.state ?? '') !== 'WA')
        return [];
      const publicPlan = goesBy('wa-public-employees', visit, { practice });
      const free = publicPlan ? 1 : 6;
      const number = history.filter((date) => date <= visit.date).length;
      const law = publicPlan ? 'RCW 41.05.074' : 'RCW 48.43.016(2)';
      const visits = publicPlan ? 'first treatment visit' : 'first six treatment visits';
      return hitIf(number >= 1 && number <= free, dateCell(visit), { payer: payer.name, law, visits });
    },
    message:
      'Washington law lets the evaluation and the {visits} of a new episode go without prior authorization; {payer} may still want a referral.',
    fix: 'Nothing, if it is a new episode; the law counts consecutive visits with a contracted therapist.',
    source: 'Revised Code of Washington, {law}',
  },
];

function maximumOf(visit: CheckedVisit, context: RuleContext): MaximumOfDay {
  const { payer, client, paidBy, date } = visit;
  if (payer === null || paidBy !== 'insurance') return null;
  const field = fieldOf(visit, context)?.id === 'massage' ? 'massage' : 'therapy';
  return maximumOfDay(payer, rulesOf(payer, { client, practice: context.practice }), { field, date });
}

function isAccidentCase({ payer }: CheckedVisit): boolean {
  return payer?.kind === 'auto' || payer?.kind === 'workers-comp';
}

function lastDay({ payer, paidBy, date }: CheckedVisit): Day | null {
  return payer === null || paidBy !== 'insurance' ? null : lastDayToFile(payer, date);
}

/** Visits of the whole claim, which begins with the injury, up to one that no authorization has room for. */
function waLniVisits(holds: (visit: number) => boolean) {
  return (visit: CheckedVisit, context: RuleContext): Hit[] => {
    if (visit.paidBy !== 'insurance' || !goesBy('wa-lni', visit, context)) return [];
    const { outcome } = context.authorized;
    if (outcome === 'room' || outcome === 'not-told') return [];
    const number = visitsSince(context, visit, visit.client?.accidentDate ?? null);
    return hitIf(holds(number), dateCell(visit), { visit: String(number), payer: payerName(visit) });
  };
}

function vaAuthorization({ payer }: CheckedVisit, { authorized }: RuleContext): Authorization | undefined {
  return payer?.kind === 'va' && authorized.outcome === 'room' ? authorized.row : undefined;
}

function visitsSince({ history }: RuleContext, { date }: CheckedVisit, from: Day | null): number {
  return history.filter((day) => day >= (from ?? FIRST_DAY) && day <= date).length;
}
