import type { Denial } from '../../billing/denials/denial-queue';
import type { AccidentCase } from '../../billing/month/accident-cases';
import type { LooseMoney, MonthDeposit } from '../../billing/month/deposits';
import type { MonthException } from '../../billing/month/exceptions';
import type { FollowUp } from '../../billing/month/follow-ups';
import type { CallToMake } from '../../billing/month/month-view';
import type { ReportTable } from '../../forms/report/report';
import { amount, date, money, number, text } from './grid';

export function callsTable(calls: readonly CallToMake[]): ReportTable {
  return {
    kind: 'table',
    columns: [text('Call', 5), number('Lines'), money('About')],
    rows: calls.map(({ payer, lines, amount }) => ({ cells: [payer, lines, amount] })),
    none: 'Nobody has to be called.',
  };
}

export function exceptionsTable(exceptions: readonly MonthException[]): ReportTable {
  return {
    kind: 'table',
    columns: [
      text('What'),
      text('Client'),
      text('Payer'),
      date('Date'),
      text('Claim', 2),
      amount('Amount'),
      text('Why, and what to do', 6),
    ],
    rows: exceptions.map(
      ({ word, client, payer, date: on, account, amount: about, why, toDo, needsCall }) => ({
        cells: [word, client, payer, on, account, about, `${why} ${toDo}`],
        look: needsCall ? 'attention' : 'plain',
      }),
    ),
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
      date('Date'),
      text('Code'),
      amount('Open'),
      number('Days left'),
      number('Sent again'),
      text('Reasons, and the next step', 5),
    ],
    rows: denials.map((denial) => {
      const { line, appealBy, amount: open, daysLeft, resubmissions, advice } = denial;
      const by = appealBy === null ? 'not known' : { day: appealBy };
      return {
        cells: [
          by,
          line.client,
          line.payer,
          line.date,
          line.code,
          open,
          daysLeft,
          resubmissions,
          `${reasonsOf(denial)}. ${advice.slice(0, 2).join(' ')}`,
        ],
        look: daysLeft !== null && daysLeft >= 0 && daysLeft <= 14 ? 'attention' : 'plain',
      };
    }),
  };
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
      text('What was said', 6),
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
      amount('Dollars left'),
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
      money('Not posted'),
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
        { formula: '[4]-[5]-[6]-[7]+[8]', value: one.unexplained },
      ],
      look: one.unexplained === 0 ? 'plain' : 'attention',
    })),
    none: 'No money came in.',
    total: 'Total',
  };
}

export function unmatchedTable(unmatched: readonly LooseMoney[]): ReportTable {
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
      text('Why no line was found', 6),
    ],
    rows: unmatched.map(({ received, client, from, service, code, charge, paid, why }) => ({
      cells: [received, client, from, service, code, charge, paid, why],
    })),
    total: 'Total',
  };
}
