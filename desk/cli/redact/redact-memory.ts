import type { Session } from '../../../src/billing/records/session';
import { nameKey } from '../../../src/billing/values/name-key';
import { textHash } from '../../../src/billing/values/text-hash';
import { sessionKey } from '../../../src/billing/visits/session-key';
import { foldedKey } from '../../../src/practice/memory/folded-key';
import { memoryText, NEWEST, parseMemory } from '../../../src/practice/memory/memory-text';
import { MEMORY_NAMESPACE } from '../../../src/workbook/memory-namespace';
import type { Book } from '../../book/book';
import type { Chance } from './chance';

/** Fingerprints of sessions and names as they are now, by what they were. */
export interface Fingerprints {
  session(key: string): string;
  folded(key: string): string;
  name(hash: string): string;
}

/** `before` and `after` are the sessions of the same rows; `names` what each name became. */
export function fingerprintsOf(
  before: readonly Session[],
  after: readonly Session[],
  names: Iterable<readonly [before: string, after: string]>,
  chance: Chance,
): Fingerprints {
  const rowOf = ({ place }: Session) => `${String(place.row)}:${String(place.column)}`;
  const keys = new Map<string, string>();
  before.forEach((session, at) => {
    const same = after[at];
    if (same && rowOf(session) === rowOf(same)) keys.set(sessionKey(session), sessionKey(same));
  });
  const folded = new Map([...keys].map(([old, now]) => [foldedKey(old), foldedKey(now)]));
  const hashes = new Map([...names].map(([old, now]) => [hashOf(old), hashOf(now)]));
  return {
    session: (key) => keys.get(key) ?? `${key.split('-')[0] ?? ''}-${chance.mark(11, 'session', key)}`,
    folded: (key) => folded.get(key) ?? key.slice(0, 4) + chance.mark(6, 'session', key),
    name: (hash) => hashes.get(hash) ?? hash,
  };
}

function hashOf(name: string): string {
  return textHash(nameKey(name)).toString(36);
}

/** Answers and fingerprints as they are now; what other add-ins keep in the file goes. */
export function redactMemory(book: Book, prints: Fingerprints): void {
  for (const part of book.customXmlParts.splice(0)) {
    const memory = part.namespaceUri === MEMORY_NAMESPACE ? parseMemory(part.xml) : null;
    if (memory === null || memory === NEWEST) continue;
    const made = memory.made.map((run) => ({
      ...run,
      claims: run.claims.map((claim) => ({ ...claim, sessions: claim.sessions.map(prints.folded) })),
    }));
    const answers = new Map(
      [...memory.answers].map(([key, value]) => [answerKey(key, prints), prints.name(value)]),
    );
    part.setXml(memoryText({ ...memory, made, answers }));
    book.customXmlParts.push(part);
  }
}

/** `visit:46327-0k3j9x0a1b2@C26100001A`, `person-1abc…` and others, which name nobody. */
function answerKey(key: string, prints: Fingerprints): string {
  return key
    .replace(/\d{5}-[0-9a-z]{11}/g, (print) => prints.session(print))
    .replace(/^(person|payer)-(.+)$/, (_, about: string, hash: string) => `${about}-${prints.name(hash)}`);
}
