import { plus, type Cents } from '../values/cents';
import { earliest, latest, type Day } from '../values/day';
import type { MonthException } from './exceptions';

/** Exceptions of one claim that are settled by one call or one letter; visits of one client that wait to be billed. */
export interface ClaimException extends MonthException {
  /** Sum of all lines. */
  amount: Cents;
  /** Last date of service; `date` is the first, and code and line are those of the first line. */
  to: Day;
  lines: number;
}

const OTHERS_ALIKE = 'The other visits wait for the same.';

/** One row for what has the same word, reason and remedy; the order stays. The nearest last day counts for all. */
export function byClaim(exceptions: readonly MonthException[]): ClaimException[] {
  const groups = new Map<string, ClaimException>();
  for (const exception of exceptions) {
    const { word, account, client, payer, why, fix, needsCall, date, amount, lastDay, alike } = exception;
    const remedy = account === null ? [client, payer] : [account, fix];
    const key = JSON.stringify([word, needsCall, alike ?? why, ...remedy]);
    const group = groups.get(key);
    if (!group) {
      groups.set(key, { ...exception, to: date, lines: 1 });
      continue;
    }
    group.lines += 1;
    if (alike !== undefined && !group.why.endsWith(OTHERS_ALIKE)) group.why = `${group.why} ${OTHERS_ALIKE}`;
    group.amount = plus(group.amount, amount);
    group.date = earliest(group.date, date);
    group.to = latest(group.to, date);
    if (lastDay !== null && (group.lastDay === null || lastDay < group.lastDay)) {
      group.lastDay = lastDay;
      group.fix = fix;
    }
  }
  return [...groups.values()];
}

/** Why, for all of its lines; an amount in the words is that of each of them. */
export function whyOf({ why, lines }: ClaimException): string {
  return lines > 1 && why.includes('$') && !why.endsWith(OTHERS_ALIKE) ? `On each line: ${why}` : why;
}
