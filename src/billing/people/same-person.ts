import type { Answer, Finding } from '../findings';
import type { Client } from '../records/practice';
import { nameKey } from '../values/name-key';
import { textHash } from '../values/text-hash';
import { CLIENT_UNKNOWN } from '../visits/unclear-names';
import { whyOnePerson } from './one-person';

/** Somebody of the Clients table whom a name may mean, and why. */
export interface Likely {
  name: string;
  why: string;
}

const MAX_OFFERED = 4;
/** "Ana & Luis Ruiz", "Ana/Luis", "Ana and Luis". */
const TOGETHER = /\s*(?:&|\/|\+|\band\b|\by\b)\s*/i;

/** Whom a name that is not in the Clients table may mean; of two persons written together, each. */
export function likelyPersons(name: string, clients: readonly Pick<Client, 'name'>[]): Likely[] {
  const parts = name.split(TOGETHER).filter((part) => part.trim() !== '');
  const asked = parts.length > 1 ? withLastName(parts) : [name];
  const likely = new Map<string, Likely>();
  for (const { name: known } of clients) {
    const why = asked.map((part) => (nameKey(part) === nameKey(known) ? 'one of the two' : whyOnePerson(part, known))).find((reason) => reason !== null); // prettier-ignore
    if (why !== undefined && !likely.has(known)) likely.set(known, { name: known, why });
  }
  return [...likely.values()].slice(0, MAX_OFFERED);
}

/** The last name stands once, behind the second. */
function withLastName(parts: readonly string[]): string[] {
  const last = (parts.at(-1) ?? '').trim().split(/\s+/).slice(1).join(' ');
  return parts.map((part) =>
    part.trim().includes(' ') || last === '' ? part.trim() : `${part.trim()} ${last}`,
  );
}

const PERSON = 'person-';

/** Key of the question whom a name means: nothing in it tells the name. */
export function personKey(name: string): string {
  return `${PERSON}${hashOf(name)}`;
}

export function isPersonKey(key: string): boolean {
  return key.startsWith(PERSON);
}

/** Whether it was answered that a name means this client. */
export function personMeant(name: string, client: string, answers: ReadonlyMap<string, string>): boolean {
  return answers.get(personKey(name)) === hashOf(client);
}

/** The answers to it. */
export function personAnswers(name: string, likely: readonly Likely[]): Answer[] {
  return likely.map((person) => ({
    key: personKey(name),
    value: hashOf(person.name),
    words: `It is ${person.name}`,
  }));
}

/** The answer that a name is nobody of those it was offered as. */
export const SOMEBODY_ELSE = 'somebody-else';

export function somebodyElse(name: string): Answer {
  return { key: personKey(name), value: SOMEBODY_ELSE, words: 'It is somebody else' };
}

/** Offers with a finding about a name that nobody knows those of the Clients table whom it may mean. */
export function personsOffered(
  clients: readonly Pick<Client, 'name'>[],
): (finding: Finding, name: string) => Finding {
  const known = new Map<string, Likely[]>();
  return (finding, name) => {
    if (finding.rule !== CLIENT_UNKNOWN) return finding;
    const likely = known.get(name) ?? likelyPersons(name, clients);
    known.set(name, likely);
    if (likely.length === 0) return finding;
    const persons = likely.map((person) => `${person.name} (${person.why})`).join(' or ');
    return {
      ...finding,
      fix: `If it is ${persons}, say so. ${finding.fix}`,
      answers: personAnswers(name, likely),
    };
  };
}

/** The clients with the names that were answered to mean them, beside those of "Also written", and without others'. */
export function withAnsweredNames<Row extends Pick<Client, 'name' | 'aliases'>>(
  clients: readonly Row[],
  names: Iterable<string>,
  answers: ReadonlyMap<string, string>,
): Row[] {
  if (![...answers.keys()].some(isPersonKey)) return [...clients];
  const also = new Map<string, string[]>();
  for (const name of new Set(names)) {
    const who = answers.get(personKey(name));
    if (who !== undefined) also.set(who, [...(also.get(who) ?? []), name]);
  }
  const answered = new Set([...also.values()].flat().map(nameKey));
  return clients.map((client) => {
    const more = also.get(hashOf(client.name)) ?? [];
    const others = client.aliases.filter((alias) => !answered.has(nameKey(alias)));
    return more.length === 0 && others.length === client.aliases.length
      ? client
      : { ...client, aliases: [...others, ...more] };
  });
}

function hashOf(name: string): string {
  return textHash(nameKey(name)).toString(36);
}
