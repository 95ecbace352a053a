import { MEASURES } from '../authorizations/measures';
import { usDate, type Day } from '../values/day';
import type { Limit, LimitPart, VisitsLeft } from './limit';

/** `5 left: authorization A-17, 7 of 12 visits used, to 10/31/2026`. */
export function visitsLeftWords(answer: VisitsLeft & { outcome: 'known' }, asOf: Day): string {
  const { left, binding, unknown } = answer;
  const counted = left < 0 ? `${String(-left)} over` : `${String(left)} left`;
  const notes = unknown.length > 0 ? ` (${unknown.join(' ')})` : '';
  return `${counted}: ${limitWords(binding, asOf)}${notes}`;
}

function limitWords({ parts }: Limit, asOf: Day): string {
  return parts.map((part) => partWords(part, asOf)).join('; and ');
}

function partWords(part: LimitPart, asOf: Day): string {
  const { name, measure, allowed, used, elsewhere, from, to, next } = part;
  const after = next === '' ? '' : `, ${next}`;
  if (measure === 'window') {
    const when =
      from !== null && from > asOf ? `begins ${usDate(from)}` : `ended ${to === null ? '' : usDate(to)}`;
    return `${name} ${when}${after}`;
  }
  const others = elsewhere > 0 ? ` (${MEASURES[measure].count(elsewhere)} elsewhere)` : '';
  const { count, words } = MEASURES[measure];
  const until = to === null ? '' : `, to ${usDate(to)}`;
  return `${name}, ${count(used)} of ${words(allowed)} used${others}${until}${after}`;
}
