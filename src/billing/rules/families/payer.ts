import { inForce, isOrder } from '../../authorizations/row';
import { procedure } from '../../codes/procedures';
import { progressReportsDue, type ReportRhythm } from '../progress-reports';
import { usDate } from '../../values/day';
import { codeCell, codesOf, dateCell, linesOf, type CheckedVisit } from '../checked-visit';
import type { RuleContext } from '../context';
import { goesBy, payerName } from '../payers';
import { hitIf, listOf, type Hit, type Rule } from '../rule';
import { fieldOf } from './profession';

const family = 'payer';
const REPORT = 'WAC 296-23-250: a progress report after 6 visits or one month, whichever comes first';

/** Washington's workers' compensation counts a month where the Payers table has only days. */
const WASHINGTON: ReportRhythm = { visits: 6, days: null, months: 1 };

/** What a therapist should know of an insurer before the first claim, by the header of the Payers table. */
const WORTH_ASKING = [
  ['referralNeeded', 'Referral needed'],
  ['authorizationNeeded', 'Authorization needed'],
  ['ncciApplies', 'NCCI applies'],
  ['daysToFile', 'Days to file'],
] as const;

export const PAYER_RULES: readonly Rule[] = [
  {
    id: 'code-not-accepted',
    family,
    severity: 'WARN',
    test: (visit) => {
      const accepted = visit.payer?.acceptedCodes ?? [];
      const others = accepted.length > 0 ? codesOf(visit).filter((code) => !accepted.includes(code)) : [];
      const [line] = linesOf(visit, others[0] ?? '');
      return hitIf(others.length > 0, line ? codeCell(line) : null, {
        codes: listOf(others),
        payer: payerName(visit),
      });
    },
    message: '{payer} does not accept {codes}.',
    fix: 'Expect a denial, or correct "Codes accepted" in the Payers table.',
    source: 'Payers table, "Codes accepted" of {payer}',
  },
  {
    id: 'order-not-in-force',
    family,
    severity: 'STOP',
    test: orderMissing(true),
    message: 'No order or referral of {client} is in force on this date, and {payer} pays only with one.',
    fix: 'Enter the new order in the Authorizations table, or correct its dates.',
    source: 'Payers table, "Referral needed" of {payer}; WAC 296-23-250 for injuries at work in Washington',
  },
  {
    id: 'order-run-out',
    family,
    severity: 'WARN',
    test: orderMissing(false),
    message: 'The order or referral of {client} does not reach this date.',
    fix: 'Ask for a new one, if {payer} wants it.',
    source: 'Authorizations table, "From" and "To"',
  },
  {
    id: 'progress-report-due',
    family,
    severity: 'WARN',
    test: (visit, context) =>
      goesBy('wa-lni', visit, context) ? [] : reportDue(visit, context, ownRhythm(visit)),
    message: 'A progress report to {payer} is due with this visit.',
    fix: 'Send it with your notes before the next visit.',
    source: 'Payers table, "Report every visits" and "Report every days" of {payer}',
  },
  {
    id: 'washington-progress-report-due',
    family,
    severity: 'WARN',
    test: (visit, context) => (goesBy('wa-lni', visit, context) ? reportDue(visit, context, WASHINGTON) : []),
    message: 'A progress report to {payer} falls due on {due}.',
    fix: 'Send it with your notes; visits beyond the 6th are paid only with shown improvement and a plan.',
    source: REPORT,
    since: '2008-07-01',
  },
  {
    id: 'therapy-report-due',
    family,
    severity: 'NOTE',
    test: (visit, context) => {
      const { payer, paidBy, lines } = visit;
      const isOriginal = payer?.kind === 'medicare' && payer.filingCode !== '16' && paidBy === 'insurance';
      const isTherapy = lines.some(({ code }) => procedure(code)?.alwaysTherapy === true);
      const isAsked = payer?.progressReportVisits === null && payer.progressReportDays === null;
      if (!isOriginal || !isTherapy || !isAsked || !fieldOf(visit, context)?.plan) return [];
      return reportDue(visit, context, EVERY_TEN_DAYS);
    },
    message: 'This is the tenth treatment day since the last progress report to {payer} was due.',
    fix: 'See that the note of this visit, or one since the last, is a progress report; write another rhythm under "Report every visits" in the Payers table.',
    source:
      'Medicare Benefit Policy Manual, chapter 15, section 220.3: at least every ten treatment days (medicalbillingforyou.blogspot.com)',
  },
  {
    id: 'payer-rules-not-known',
    family,
    severity: 'NOTE',
    about: 'payer',
    test: ({ payer, paidBy }, { practice }) => {
      if (!payer || paidBy !== 'insurance' || practice === null) return [];
      const open = WORTH_ASKING.filter(([column]) => payer[column] === null);
      const [first] = open;
      const place = first ? (payer.cells[first[0]] ?? null) : null;
      return hitIf(first !== undefined, place, {
        payer: payer.name,
        columns: listOf(open.map(([, header]) => `"${header}"`)),
      });
    },
    message: 'Of {payer} it is not known: {columns}. Nothing is assumed, so nothing warns you there.',
    fix: 'Ask {payer}, or look in the contract, and fill the cells of the Payers table.',
    source: 'Payers table: an empty cell is not known',
  },
  {
    id: 'who-bills-not-known',
    family,
    severity: 'NOTE',
    about: 'payer',
    test: ({ payer, paidBy }, { practice }) =>
      hitIf(
        payer !== null && paidBy === 'insurance' && practice !== null && payer.billing === null,
        payer?.cells['billing'] ?? null,
        { payer: payer?.name ?? '' },
      ),
    message: 'Whether you bill {payer} or the client does is not known; claims are made.',
    fix: 'Write claim or superbill under "Billing" in the Payers table.',
    source: 'Payers table, "Billing"',
  },
];

const EVERY_TEN_DAYS: ReportRhythm = { visits: 10, days: null, months: null };

function orderMissing(needed: boolean) {
  return (visit: CheckedVisit, { authorizations }: RuleContext): Hit[] => {
    const { payer, client, date } = visit;
    if (!payer || !client || visit.paidBy !== 'insurance') return [];
    const isNeeded = payer.referralNeeded === true || payer.kind === 'workers-comp';
    const orders = authorizations.filter(isOrder);
    if (isNeeded !== needed || orders.length === 0 || orders.some((row) => inForce(row, date))) return [];
    const place = orders.at(-1)?.cells['to'] ?? null;
    return [{ place, fill: { client: client.name, payer: payer.name } }];
  };
}

function ownRhythm({ payer }: CheckedVisit): ReportRhythm {
  return {
    visits: payer?.progressReportVisits ?? null,
    days: payer?.progressReportDays ?? null,
    months: null,
  };
}

/** A report that fell due since the visit before this one, this date included. */
function reportDue(visit: CheckedVisit, { history }: RuleContext, rhythm: ReportRhythm): Hit[] {
  const before = history.filter((date) => date < visit.date).at(-1);
  if (before === undefined && rhythm.visits !== 1) return [];
  const until = history.filter((date) => date <= visit.date);
  const due = progressReportsDue(until, rhythm, visit.date).filter((date) => date > (before ?? -Infinity));
  const [first] = due;
  return first === undefined
    ? []
    : [{ place: dateCell(visit), fill: { payer: payerName(visit), due: usDate(first) } }];
}
