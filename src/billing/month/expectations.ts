import { agreedAllowed } from '../payments/agreed-allowed';
import { expectedPayments, type ExpectedPayment } from '../payments/expected-payment';
import { learnedAllowed } from '../payments/learned-allowed';
import type { LineAccount } from '../payments/line-account';
import type { BilledLine } from '../records/billed-line';
import { maximumOfDay } from '../payers/daily-maximums';
import { rulesOf } from '../payers/rules-of-payer';
import { professionOfVisit } from '../professions/profession-of';
import type { Benefit, Client, Fee, Payer, Practice } from '../records/practice';
import { planYearOf } from '../rules/plan-year';
import type { Cents } from '../values/cents';
import { byDay, FIRST_DAY, type Day } from '../values/day';
import { labelKey, nameKey } from '../values/name-key';

interface TablesOfPractice {
  practice: Practice | null;
  payers: readonly Payer[];
  clients: readonly Client[];
  fees: readonly Fee[];
  benefits: readonly Benefit[];
}

/**
 * What payers should do with all lines, by line control number. The deductible left is what the plan said on the day it
 * was verified; the visits of that plan year use it up from there, in order. Before that day and in any other plan year
 * it is not known, and neither is the payment. Where no day is written, the plan year that holds `asOf` is meant. What a
 * code without an agreed price is allowed is learned from `accounts`. No day comes to more than the payer's daily maximum.
 */
export function expectationsOf(
  lines: readonly BilledLine[],
  tables: TablesOfPractice,
  asOf: Day,
  accounts: readonly LineAccount[] = [],
): ReadonlyMap<string, ExpectedPayment> {
  const payers = new Map(tables.payers.map((payer) => [payer.name, payer]));
  const agreedOf = agreedAllowed(tables.fees);
  const learnedOf = learnedAllowed(accounts);
  const clients = new Map(tables.clients.map((client) => [nameKey(client.name), client]));
  const expected = new Map<string, ExpectedPayment>();
  for (const own of groups(lines, ({ client, payer }) => `${nameKey(client)}|${payer}`)) {
    const payer = payers.get(own[0]?.payer ?? '');
    if (!payer) continue;
    const benefit = benefitFor(own[0]?.client ?? '', payer, tables.benefits);
    const visits = groups(own, ({ date }) => String(date)).sort((a, b) => byDay(dateOf(a), dateOf(b)));
    const isKnown = deductibleKnownOn(benefit, asOf);
    let left = benefit?.deductibleLeft ?? null;
    for (const visit of visits) {
      const known = isKnown(dateOf(visit));
      const terms = benefit && { ...benefit, deductibleLeft: known ? left : null };
      const client = clients.get(nameKey(visit[0]?.client ?? '')) ?? null;
      const maximum = maximumFor(visit, payer, { client, practice: tables.practice });
      const answer = expectedPayments(visit, payer, terms, agreedOf, learnedOf, maximum);
      if (known) left = answer.deductibleLeft;
      for (const one of answer.lines) expected.set(one.line.control, one);
    }
  }
  return expected;
}

/** Null where the payer has none, and where it has one that nobody found. */
function maximumFor(
  visit: readonly BilledLine[],
  payer: Payer,
  { client, practice }: { client: Client | null; practice: Practice | null },
): Cents | null {
  const codes = visit.map(({ code }) => code);
  const field = professionOfVisit(codes, practice)?.id === 'massage' ? 'massage' : 'therapy';
  const rules = rulesOf(payer, { client, practice });
  const maximum = maximumOfDay(payer, rules, { field, date: dateOf(visit) });
  return maximum === null || maximum === 'not-known' ? null : maximum.amount;
}

/** The client's row for this payer, before one for all payers; of several the one verified last. */
function benefitFor(client: string, payer: Payer, benefits: readonly Benefit[]): Benefit | null {
  const names = new Set([payer.name, ...payer.aliases].map(labelKey));
  const own = benefits.filter((row) => nameKey(row.client) === nameKey(client));
  const named = own.filter((row) => row.payer !== null && names.has(labelKey(row.payer)));
  const rows = named.length > 0 ? named : own.filter((row) => row.payer === null);
  return [...rows].sort((a, b) => byDay(b.verifiedOn ?? FIRST_DAY, a.verifiedOn ?? FIRST_DAY))[0] ?? null;
}

function deductibleKnownOn(benefit: Benefit | null, asOf: Day): (date: Day) => boolean {
  if (!benefit) return () => false;
  const { verifiedOn, planYearStarts } = benefit;
  const year = planYearStarts === null ? null : planYearOf(verifiedOn ?? asOf, planYearStarts);
  return (date) =>
    (verifiedOn === null || date >= verifiedOn) && (year === null || (date >= year.from && date <= year.to));
}

function dateOf(visit: readonly { date: Day }[]): Day {
  return visit[0]?.date ?? FIRST_DAY;
}

function groups<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[][] {
  const all = new Map<string, Row[]>();
  for (const row of rows) {
    const group = all.get(keyOf(row));
    if (group) group.push(row);
    else all.set(keyOf(row), [row]);
  }
  return [...all.values()];
}
