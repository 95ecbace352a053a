import type { Finding } from '../../billing/findings';
import type { BilledLine } from '../../billing/records/billed-line';
import type { Session } from '../../billing/records/session';
import { usDate } from '../../billing/values/day';
import { textHash } from '../../billing/values/text-hash';

/** The answer that what is billed now are other visits. */
const OTHER_VISITS = 'others';
/** So many rows are named. */
const MAX_NAMED = 5;

/**
 * Billed rows that are in no sheet any more though others of their month are: whoever corrected date and client of one
 * and moved it would see it billed anew, since nothing tells that it is the same. Said once for those that are gone.
 */
export function rowsGone(
  lines: readonly BilledLine[],
  { fresh, answers }: { fresh: readonly Session[]; answers: ReadonlyMap<string, string> },
): Finding[] {
  const key = `rows-gone:${textHash(lines.map(({ control }) => control).join(' ')).toString(36)}`;
  const isBilling = fresh.some(({ status }) => status === 'kept');
  if (lines.length === 0 || !isBilling || answers.get(key) === OTHER_VISITS) return [];
  const named = lines
    .slice(0, MAX_NAMED)
    .map(({ code, date, client, account }) => `${code} of ${usDate(date)} for ${client} (${account})`);
  const more = lines.length - named.length;
  const isOne = lines.length === 1;
  return [
    {
      rule: 'billed-rows-gone',
      severity: 'WARN',
      place: null,
      message: `${isOne ? 'A row that was billed is' : `${String(lines.length)} rows that were billed are`} in no sheet any more: ${named.join(', ')}${more > 0 ? `, and ${String(more)} more` : ''}.`,
      fix: 'If one of the visits below is that one with another date or client, do not bill it again: correct its claim (Month end > Correct a claim). Else say that they are others.',
      source: 'CARC 18: a second original claim for the same service is denied as a duplicate',
      answers: [{ key, value: OTHER_VISITS, words: 'They are other visits' }],
    },
  ];
}
