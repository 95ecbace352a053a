import type { BilledLine } from '../records/billed-line';
import { ZERO, type Cents } from '../values/cents';
import { byDay, type Day } from '../values/day';
import { labelKey, nameKey } from '../values/name-key';
import type { LineAccount } from './line-account';

/** What a payer allowed before for the same service, and on which days. */
export interface Learned {
  /** For the whole line. */
  allowed: Cents;
  /** Date of service of the latest such line, and how many in a row were allowed the same. */
  on: Day;
  times: number;
  /** The payer's new amount and the first date of service with it, where later lines keep to another one. */
  changed: { to: Cents; since: Day } | null;
}

/** Lines in a row with another amount from which it is the payer's new rate, and no slip. */
const A_NEW_RATE = 2;

/** Equal amounts in a row. */
interface Run {
  allowed: Cents;
  from: Day;
  times: number;
  /** The next run that is a new rate. */
  next: Run | null;
}

/** What was usual after all lines of a date and before. */
interface State {
  date: Day;
  usual: Run;
  times: number;
  on: Day;
}

/**
 * What payers allowed for lines like each one: of the same code and units beside the same services on one day, since a
 * reduction of later units hangs on those. Denied lines teach nothing. The answer for a line looks at earlier dates of
 * service only, and says so where the payer went over to another amount.
 */
export function learnedAllowed(accounts: readonly LineAccount[]): (line: BilledLine) => Learned | null {
  const likeness = likenessOf(accounts.map(({ line }) => line));
  const taught = new Map<string, LineAccount[]>();
  for (const account of accounts) {
    if (!teaches(account)) continue;
    const key = likeness(account.line);
    const known = taught.get(key);
    if (known) known.push(account);
    else taught.set(key, [account]);
  }
  const states = new Map([...taught].map(([key, own]) => [key, statesOf(own)]));
  return (line) => learnedOf(states.get(likeness(line)) ?? [], line.date);
}

function teaches({ line, allowed, answers }: LineAccount): boolean {
  return !line.isSuperbill && allowed !== null && allowed > ZERO && !answers.some(({ denied }) => denied);
}

/** Payer, code, modifiers and units of a line, and all services of the client on that day. */
function likenessOf(lines: readonly BilledLine[]): (line: BilledLine) => string {
  const visits = new Map<string, string[]>();
  const visitOf = ({ client, payer, date }: BilledLine) =>
    `${nameKey(client)}|${labelKey(payer)}|${String(date)}`;
  for (const line of lines) {
    const key = visitOf(line);
    const services = visits.get(key);
    if (services) services.push(serviceOf(line));
    else visits.set(key, [serviceOf(line)]);
  }
  return (line) =>
    [labelKey(line.payer), serviceOf(line), ...[...(visits.get(visitOf(line)) ?? [])].sort()].join('|');
}

function serviceOf({ code, modifiers, units }: BilledLine): string {
  return `${[code, ...[...modifiers].sort()].join('-')} x${String(units)}`;
}

/** Date by date. A run of one line after a longer one is no rate yet: the longer one still says what is usual. */
function statesOf(accounts: readonly LineAccount[]): State[] {
  const runs: Run[] = [];
  const states: State[] = [];
  let usual: { run: Run; times: number; on: Day } | null = null;
  for (const { line, allowed } of [...accounts].sort((a, b) => byDay(a.line.date, b.line.date))) {
    if (allowed === null) continue;
    let run = runs.at(-1);
    if (run?.allowed === allowed) run.times += 1;
    else runs.push((run = { allowed, from: line.date, times: 1, next: null }));
    if (usual === null || usual.run === run || run.times >= A_NEW_RATE) {
      usual = { run, times: run.times, on: line.date };
    }
    if (states.at(-1)?.date === line.date) states.pop();
    states.push({ date: line.date, usual: usual.run, times: usual.times, on: usual.on });
  }
  let next: Run | null = null;
  for (const run of runs.reverse()) {
    run.next = next;
    if (run.times >= A_NEW_RATE) next = run;
  }
  return states;
}

/** From the last state before the date. */
function learnedOf(states: readonly State[], date: Day): Learned | null {
  let [low, high] = [0, states.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((states[middle]?.date ?? date) < date) low = middle + 1;
    else high = middle;
  }
  const state = states[low - 1];
  if (!state) return null;
  const { usual, times, on } = state;
  const { next } = usual;
  return {
    allowed: usual.allowed,
    on,
    times,
    changed: next && { to: next.allowed, since: next.from },
  };
}
