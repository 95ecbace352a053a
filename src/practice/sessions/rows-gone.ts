import type { Finding } from '../../billing/findings';
import type { BilledLine } from '../../billing/records/billed-line';
import type { Session } from '../../billing/records/session';
import { usDate } from '../../billing/values/day';
import { textHash } from '../../billing/values/text-hash';
import { ANOTHER_VISIT, visitKey } from './billed-findings';

/** The answer that what is billed now are other visits. */
const OTHER_VISITS = 'others';
/** So many rows are named. */
const MAX_NAMED = 5;

export interface RowsGone {
  clear: Session[];
  held: { session: Session; finding: Finding }[];
  /** Of clients of whom nothing is to be billed now: a visit of somebody else may be the one that is gone. */
  notes: Finding[];
}

/**
 * Billed rows that are in no sheet any more though others of their month are. Whoever corrected the date of one and moved
 * it would see it billed anew, since nothing tells that it is the same: the client's visits wait, for one answer.
 * `clientOf`: who a name is.
 */
export function rowsGone(
  lines: readonly BilledLine[],
  fresh: readonly Session[],
  { clientOf, answers }: { clientOf: (name: string) => string; answers: ReadonlyMap<string, string> },
): RowsGone {
  const gone: RowsGone = { clear: [], held: [], notes: [] };
  const byClient = new Map<string, BilledLine[]>();
  for (const line of lines) {
    const own = byClient.get(clientOf(line.client));
    if (own) own.push(line);
    else byClient.set(clientOf(line.client), [line]);
  }
  const open = new Map<string, Finding>();
  for (const [client, own] of byClient) {
    const finding = findingOf(own);
    if (!finding.answers?.some(({ key }) => answers.get(key) === OTHER_VISITS)) open.set(client, finding);
  }
  const asked = new Set<string>();
  for (const session of fresh) {
    const client = clientOf(session.client);
    const finding = session.status === 'kept' ? open.get(client) : undefined;
    if (finding) asked.add(client);
    const isAnother = (line: BilledLine) => answers.get(visitKey(session, line)) === ANOTHER_VISIT;
    if (finding && !byClient.get(client)?.every(isAnother)) gone.held.push({ session, finding });
    else gone.clear.push(session);
  }
  if (gone.clear.some(({ status }) => status === 'kept'))
    for (const [client, finding] of open)
      if (!asked.has(client)) gone.notes.push({ ...finding, severity: 'WARN' });
  return gone;
}

function findingOf(lines: readonly BilledLine[]): Finding {
  const [{ client = '' } = {}] = lines;
  const named = lines
    .slice(0, MAX_NAMED)
    .map(({ code, date, account }) => `${code} of ${usDate(date)} (${account})`);
  const more = lines.length - named.length;
  const what = lines.length === 1 ? 'A row that was billed' : `${String(lines.length)} rows that were billed`;
  const key = `rows-gone:${textHash(lines.map(({ control }) => control).join(' ')).toString(36)}`;
  return {
    rule: 'billed-rows-gone',
    severity: 'STOP',
    place: null,
    client,
    message: `${what} for ${client} ${lines.length === 1 ? 'is' : 'are'} in no sheet any more: ${named.join(', ')}${more > 0 ? `, and ${String(more)} more` : ''}.`,
    fix: 'If a visit that is to be billed now is that one, with another date or client, correct its claim (Month end > Correct a claim). If it was deleted or moved to another workbook, say that these are other visits.',
    source: 'CARC 18: a second original claim for the same service is denied as a duplicate',
    answers: [{ key, value: OTHER_VISITS, words: 'They are other visits' }],
  };
}
