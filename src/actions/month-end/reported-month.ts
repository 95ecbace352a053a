import type { Ageing } from '../../billing/month/ageing';
import { whyOf } from '../../billing/month/by-claim';
import type { MonthException } from '../../billing/month/exceptions';
import type { Balance } from '../../billing/month/ledger';
import { outstandingOf, type MonthView } from '../../billing/month/month-view';
import type { Denial } from '../../billing/denials/denial-queue';
import { isoOf, type Day } from '../../billing/values/day';

import { dollars, reportFinding, type ReportedFinding } from '../report';
import type { Finding } from '../../billing/findings';

/** A month's view for the pane and as JSON: money in dollars, dates as ISO text. */
export interface MonthEndReport {
  action: 'month-end';
  /** `YYYY-MM`. */
  month: string;
  /** The day that lines and exceptions are judged on. */
  judgedOn: string;
  judgedWords: string;
  /** The month's sheet; null where none was made. */
  sheet: string | null;
  totals: ReportedBalance;
  /** What does not add up, a sentence each; empty when the month balances. */
  outOfBalance: string[];
  calls: { payer: string; claims: number; lines: number; amount: number }[];
  /** A row for each line, calls first. */
  exceptions: ReportedException[];
  /** The same in fewer rows: what one call or one letter settles. */
  toLookAt: (ReportedException & { to: string; lines: number })[];
  byPayer: ReportedBalance[];
  byClient: ReportedBalance[];
  lines: ReportedMonthLine[];
  ageing: {
    byPayer: ReportedAgeing[];
    waitingForSettlement: ReportedAgeing[];
    clients: ReportedAgeing;
    credits: number;
    outstanding: number;
  };
  cases: ReportedCase[];
  deposits: ReportedDeposit[];
  unmatched: ReportedLoose[];
  denials: ReportedDenial[];
  followUps: ReportedFollowUp[];
  /** Cells of the payment tables that could not be read. */
  findings: ReportedFinding[];
}

export interface ReportedBalance {
  name: string;
  opening: number;
  charges: number;
  paidByPayers: number;
  paidByClients: number;
  adjustments: number;
  closing: number;
}

export interface ReportedException extends Omit<MonthException, 'amount' | 'date' | 'lastDay' | 'followUp'> {
  amount: number;
  date: string;
  lastDay: string | null;
  followUp: string | null;
}

export interface ReportedMonthLine extends Omit<ReportedBalance, 'name'> {
  line: string;
  account: string;
  client: string;
  payer: string;
  date: string;
  code: string;
  allowed: number | null;
  expectedPayment: number | null;
  clientOwes: number;
  payerOwes: number;
  word: string;
  why: string;
}

export interface ReportedAgeing {
  payer: string;
  bands: Record<string, number>;
  total: number;
}

export interface ReportedCase {
  client: string;
  payer: string;
  kind: 'auto' | 'workers-comp';
  visits: number;
  charged: number;
  paid: number;
  adjusted: number;
  open: number;
  dollarsLeft: number | null;
  visitsLeft: number | null;
}

export interface ReportedDeposit {
  received: string;
  from: string;
  reference: string;
  amount: number;
  posted: number;
  unmatched: number;
  notOurs: number;
  takenBack: number;
  unexplained: number;
}

export interface ReportedLoose {
  received: string | null;
  from: string;
  reference: string;
  client: string;
  account: string;
  service: string | null;
  code: string;
  charge: number;
  paid: number;
  why: string;
}

export interface ReportedDenial {
  account: string;
  line: string;
  client: string;
  payer: string;
  date: string;
  code: string;
  deniedOn: string;
  amount: number;
  reasons: { group: string; code: string; amount: number; meaning: string | null }[];
  remarks: { code: string; words: string | null }[];
  next: string;
  advice: string[];
  appealBy: string | null;
  appealWords: string;
  daysLeft: number | null;
  resubmissions: number;
  firstClaim: string | null;
  followUp: string | null;
}

export interface ReportedFollowUp {
  account: string;
  client: string;
  payer: string;
  due: string;
  amount: number;
  lastCall: string | null;
  said: string | null;
}

export function reportMonth(
  view: MonthView,
  { sheet, findings }: { sheet: string | null; findings: readonly Finding[] },
): MonthEndReport {
  const { balances, ageing } = view;
  return {
    action: 'month-end',
    month: view.month,
    judgedOn: isoOf(view.judgedOn),
    judgedWords: view.judgedWords,
    sheet,
    totals: reportBalance(balances.total),
    outOfBalance: view.outOfBalance,
    calls: view.calls.map((call) => ({ ...call, amount: dollars(call.amount) })),
    exceptions: view.exceptions.map(reportException),
    toLookAt: view.toLookAt.map((group) => ({
      ...reportException({ ...group, why: whyOf(group) }),
      to: isoOf(group.to),
      lines: group.lines,
    })),
    byPayer: balances.byPayer.map(reportBalance),
    byClient: balances.byClient.map(reportBalance),
    lines: view.lines.map(reportLine),
    ageing: {
      byPayer: ageing.byPayer.map(reportAgeing),
      waitingForSettlement: ageing.waitingForSettlement.map(reportAgeing),
      clients: reportAgeing(ageing.clients),
      credits: dollars(ageing.credits),
      outstanding: dollars(outstandingOf(ageing)),
    },
    cases: view.cases.map((one) => ({
      ...one,
      charged: dollars(one.charged),
      paid: dollars(one.paid),
      adjusted: dollars(one.adjusted),
      open: dollars(one.open),
      dollarsLeft: one.dollarsLeft === null ? null : dollars(one.dollarsLeft),
    })),
    deposits: view.deposits.map((one) => ({
      ...one,
      received: isoOf(one.received),
      amount: dollars(one.amount),
      posted: dollars(one.posted),
      unmatched: dollars(one.unmatched),
      notOurs: dollars(one.notOurs),
      takenBack: dollars(one.takenBack),
      unexplained: dollars(one.unexplained),
    })),
    unmatched: view.unmatched.map((one) => ({
      received: isoOrNull(one.received),
      from: one.from,
      reference: one.reference,
      client: one.client,
      account: one.account,
      service: isoOrNull(one.service),
      code: one.code,
      charge: dollars(one.charge),
      paid: dollars(one.paid),
      why: one.why,
    })),
    denials: view.denials.map(reportDenial),
    followUps: view.followUps.map((one) => ({
      ...one,
      due: isoOf(one.due),
      amount: dollars(one.amount),
      lastCall: isoOrNull(one.lastCall),
    })),
    findings: findings.map(reportFinding),
  };
}

function reportBalance(balance: Balance): ReportedBalance {
  const { name, opening, charges, paidByPayers, paidByClients, adjustments, closing } = balance;
  return {
    name,
    opening: dollars(opening),
    charges: dollars(charges),
    paidByPayers: dollars(paidByPayers),
    paidByClients: dollars(paidByClients),
    adjustments: dollars(adjustments),
    closing: dollars(closing),
  };
}

function reportException(exception: MonthException): ReportedException {
  return {
    ...exception,
    amount: dollars(exception.amount),
    date: isoOf(exception.date),
    lastDay: isoOrNull(exception.lastDay),
    followUp: isoOrNull(exception.followUp),
  };
}

function reportLine({
  line,
  balance,
  account,
  expected,
  verdict,
}: MonthView['lines'][number]): ReportedMonthLine {
  const { name, ...amounts } = reportBalance(balance);
  const payment = expected?.payment ?? null;
  return {
    line: name,
    account: line.account,
    client: line.client,
    payer: line.payer,
    date: isoOf(line.date),
    code: line.code,
    ...amounts,
    allowed: account.allowed === null ? null : dollars(account.allowed),
    expectedPayment: payment === null ? null : dollars(payment),
    clientOwes: dollars(account.clientOwes),
    payerOwes: dollars(account.payerOwes),
    word: verdict.word,
    why: verdict.why,
  };
}

function reportAgeing({ payer, bands, total }: Ageing): ReportedAgeing {
  return {
    payer,
    bands: Object.fromEntries(Object.entries(bands).map(([band, amount]) => [band, dollars(amount)])),
    total: dollars(total),
  };
}

export function reportDenial({ line, ...denial }: Denial): ReportedDenial {
  return {
    account: line.account,
    line: line.control,
    client: line.client,
    payer: line.payer,
    date: isoOf(line.date),
    code: line.code,
    deniedOn: isoOf(denial.deniedOn),
    amount: dollars(denial.amount),
    reasons: denial.reasons.map((reason) => ({ ...reason, amount: dollars(reason.amount) })),
    remarks: denial.remarks,
    next: denial.next,
    advice: denial.advice,
    appealBy: isoOrNull(denial.appealBy),
    appealWords: denial.appealWords,
    daysLeft: denial.daysLeft,
    resubmissions: denial.resubmissions,
    firstClaim: denial.firstClaim,
    followUp: isoOrNull(denial.followUp),
  };
}

function isoOrNull(day: Day | null): string | null {
  return day === null ? null : isoOf(day);
}
