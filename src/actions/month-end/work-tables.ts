import { cellName } from '../../billing/cell-name';
import type { Denial } from '../../billing/denials/denial-queue';
import type { Finding } from '../../billing/findings';
import type { AccidentCase } from '../../billing/month/accident-cases';
import { whyOf, type ClaimException } from '../../billing/month/by-claim';
import type { UnappliedPayment, MonthDeposit } from '../../billing/month/deposits';
import type { FollowUp } from '../../billing/month/follow-ups';
import type { LateChange } from '../../billing/month/kept-months';
import type { MonthNotBilled } from '../../billing/month/seen';
import type { ClientCredit } from '../../billing/payments/client-credit';
import type { CallToMake } from '../../billing/month/month-view';
import { plus, ZERO } from '../../billing/values/cents';
import { earliest, type Day } from '../../billing/values/day';
import type { ReportTable } from '../../forms/report/report';
import { amount, BLANK, date, money, number, text } from './grid';

export function callsTable(calls: readonly CallToMake[]): ReportTable {
  return {
    kind: 'table',
    columns: [text('Call', 3), number('Claims'), number('Lines'), money('About'), BLANK],
    rows: calls.map(({ payer, claims, lines, amount: about }) => ({ cells: [payer, claims, lines, about] })),
    none: 'Nobody has to be called.',
    ...(calls.length > 1 ? { total: 'Together' } : {}),
  };
}

export function exceptionsTable(exceptions: readonly ClaimException[]): ReportTable {
  return {
    kind: 'table',
    columns: [
      text('What'),
      text('Client'),
      text('Payer'),
      date('First date'),
      number('Lines'),
      text('Claim'),
      amount('Amount'),
      text('Why, and what to do', 'rest'),
    ],
    rows: exceptions.map((one) => ({
      cells: [
        one.word,
        one.client,
        one.payer,
        one.date,
        one.lines,
        one.account,
        one.amount,
        `${whyOf(one)} ${one.fix}`,
      ],
      look: one.needsCall ? 'attention' : 'plain',
    })),
    none: 'Nothing: every line is good or waits its time.',
  };
}

export function denialsTable(denials: readonly Denial[]): ReportTable {
  return {
    kind: 'table',
    columns: [
      text('Appeal by'),
      text('Client'),
      text('Payer'),
      date('First date'),
      number('Lines'),
      text('Claim'),
      amount('Open'),
      number('Days left'),
      number('Sent again'),
      text('Reasons, and the next step', 'rest'),
    ],
    rows: deniedClaims(denials).map((one) => ({
      cells: [
        one.appealBy === null ? 'not known' : { day: one.appealBy },
        one.line.client,
        one.line.payer,
        one.date,
        one.lines,
        one.line.account,
        one.amount,
        one.daysLeft,
        one.resubmissions,
        one.words,
      ],
      look: one.daysLeft !== null && one.daysLeft >= 0 && one.daysLeft <= URGENT_DAYS ? 'attention' : 'plain',
    })),
  };
}

const URGENT_DAYS = 14;

type DeniedClaim = Pick<Denial, 'line' | 'appealBy' | 'daysLeft' | 'resubmissions' | 'amount'> & {
  date: Day;
  lines: number;
  words: string;
};

/** Lines of one claim that were denied for the same reasons are appealed together. */
function deniedClaims(denials: readonly Denial[]): DeniedClaim[] {
  const claims = new Map<string, DeniedClaim>();
  for (const denial of denials) {
    const { line, appealBy, daysLeft, resubmissions, amount: open, advice } = denial;
    const words = `${reasonsOf(denial)}. ${advice.slice(0, 2).join(' ')}`;
    const key = JSON.stringify([line.account, appealBy, words]);
    const claim = claims.get(key);
    if (!claim) {
      const { date: from } = line;
      const same = { line, appealBy, daysLeft, resubmissions, amount: open };
      claims.set(key, { ...same, date: from, lines: 1, words });
      continue;
    }
    claim.amount = plus(claim.amount, open);
    claim.lines += 1;
    claim.resubmissions = Math.max(claim.resubmissions, resubmissions);
    claim.date = earliest(claim.date, line.date);
  }
  return [...claims.values()];
}

function reasonsOf({ reasons, remarks }: Denial): string {
  const all = [
    ...reasons.map(({ group, code, meaning }) => `${group}-${code}${meaning === null ? '' : ` ${meaning}`}`),
    ...remarks.map(({ code, words }) => `${code}${words === null ? '' : ` ${words}`}`),
  ];
  return all.length === 0 ? 'No reason given' : all.join('; ');
}

export function followUpsTable(followUps: readonly FollowUp[]): ReportTable {
  return {
    kind: 'table',
    columns: [
      date('Due'),
      text('Client'),
      text('Payer'),
      text('Claim', 2),
      amount('Open'),
      date('Last call'),
      text('What was said', 'rest'),
    ],
    rows: followUps.map(({ due, client, payer, account, amount: open, lastCall, said }) => ({
      cells: [due, client, payer, account, open, lastCall, said],
    })),
  };
}

export function casesTable(cases: readonly AccidentCase[]): ReportTable {
  return {
    kind: 'table',
    columns: [
      text('Client', 2),
      text('Payer'),
      text('Case', 2),
      number('Visits'),
      money('Charged'),
      money('Paid'),
      money('Written off'),
      money('Open'),
      amount('Dollars left', 'rest'),
      number('Visits left'),
    ],
    rows: cases.map((one) => ({
      cells: [
        one.client,
        one.payer,
        one.kind === 'auto' ? 'auto accident' : "workers' compensation",
        one.visits,
        one.charged,
        one.paid,
        one.adjusted,
        one.open,
        one.dollarsLeft ?? 'not known',
        one.visitsLeft ?? 'not known',
      ],
    })),
    total: 'Total',
  };
}

export function lateTable(changes: readonly LateChange[]): ReportTable {
  return {
    kind: 'table',
    columns: [
      text('Claim', 2),
      text('Client'),
      text('Payer', 2),
      money('Charges'),
      money('Paid'),
      money('Written off'),
      BLANK,
    ],
    rows: changes.map(({ account, client, payer, charges, payments, adjustments }) => ({
      cells: [account || 'Credit', client, payer, charges, payments, adjustments],
    })),
    total: 'Together',
  };
}

export function notBilledTable(months: readonly MonthNotBilled[]): ReportTable {
  return {
    kind: 'table',
    columns: [
      text('Month'),
      number('Clients'),
      number('Visits'),
      amount('Amount'),
      date('Last day to file'),
      BLANK,
    ],
    rows: months.map(({ month, clients, visits, amount: about, lastDay }) => ({
      cells: [month, clients, visits, about, lastDay],
    })),
  };
}

export function creditsTable(credits: readonly ClientCredit[]): ReportTable {
  return {
    kind: 'table',
    columns: [text('Client', 2), text('What it is'), date('Since'), text('Claim', 2), money('Credit'), BLANK],
    rows: credits.flatMap(({ client, sources }) =>
      sources.map(({ kind, date: since, account, amount: own }) => ({
        cells: [client, kind, since, account, own],
      })),
    ),
    total: 'Together',
  };
}

/** Payments and lines that cannot be counted, with what to do. */
export function notCountedTable(findings: readonly Finding[]): ReportTable {
  return {
    kind: 'table',
    columns: [text('Where', 2), text('What, and what to do', 'rest')],
    rows: findings.map(({ place, message, fix: fix }) => ({
      cells: [place ? cellName(place) : null, `${message} ${fix}`],
      look: 'attention',
    })),
  };
}

export function depositsTable(deposits: readonly MonthDeposit[]): ReportTable {
  return {
    kind: 'table',
    columns: [
      date('Received'),
      text('From', 2),
      text('Check or EFT', 2),
      money('Amount'),
      money('Posted'),
      money('Unmatched'),
      money('Not ours'),
      money('Taken back'),
      money('Interest'),
      money('Not posted'),
      BLANK,
    ],
    rows: deposits.map((one) => ({
      cells: [
        one.received,
        one.from,
        one.reference,
        one.amount,
        one.posted,
        one.unmatched,
        one.notOurs,
        one.takenBack,
        one.interest,
        {
          formula: '[Amount]-[Posted]-[Unmatched]-[Not ours]+[Taken back]-[Interest]',
          value: one.unexplained,
        },
      ],
      look: one.unexplained === ZERO ? 'plain' : 'attention',
    })),
    none: 'No money came in.',
    total: 'Total',
  };
}

export function unmatchedTable(unmatched: readonly UnappliedPayment[]): ReportTable {
  return {
    kind: 'table',
    columns: [
      date('Received'),
      text('Client, as the payer has it'),
      text('From'),
      date('Date'),
      text('Code'),
      amount('Charge'),
      money('Paid'),
      text('Why no line was found', 'rest'),
    ],
    rows: unmatched.map(({ received, client, from, service, code, charge, paid, why }) => ({
      cells: [received, client, from, service, code, charge, paid, capitalized(why)],
    })),
    total: 'Total',
  };
}

function capitalized(sentence: string): string {
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
}
