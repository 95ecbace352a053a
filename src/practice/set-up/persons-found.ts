import type { Finding } from '../../billing/findings';
import {
  likelyPersons,
  personAnswers,
  personKey,
  personMeant,
  SOMEBODY_ELSE,
  somebodyElse,
  type Likely,
} from '../../billing/people/same-person';
import type { Session } from '../../billing/records/session';
import { addAll } from '../../billing/values/lists';
import { labelKey, nameKey } from '../../billing/values/name-key';
import { CLIENT_UNKNOWN } from '../../billing/visits/unclear-names';
import { spellings } from './spellings';

/** A client as sessions name them, with the spellings that mean the same. */
export interface PersonFound {
  name: string;
  others: string[];
  payers: string[];
}

interface Named extends PersonFound {
  sessions: number;
}

interface Asked {
  name: string;
  likely: Likely[];
}

type Answers = ReadonlyMap<string, string>;

/** The clients of a workbook without a Clients table; who may be one of them under another name is none of their own. */
export function personsFound(sessions: readonly Session[], answers: Answers): PersonFound[] {
  return sorted(sessions, answers).persons;
}

/**
 * Asks of each name that is probably another way of writing a client's, before the Clients table is made: a row of its
 * own would ask for a second member ID, and bill one person as two.
 */
export function personQuestions(sessions: readonly Session[], answers: Answers): Finding[] {
  const { asked } = sorted(sessions, answers);
  const first = new Map<string, Session>();
  for (const session of sessions) if (!first.has(session.client)) first.set(session.client, session);
  return asked.map(({ name, likely }) => {
    const session = first.get(name);
    const persons = likely.map((person) => `${person.name} (${person.why})`).join(' or ');
    return {
      rule: CLIENT_UNKNOWN,
      severity: 'STOP',
      place: session?.cells.client ?? session?.place ?? null,
      message: `"${name}" may be ${persons}.`,
      fix: `Say whether it is: it is then written under "Also written". If it is somebody else, say so, and the Clients table gets a row for ${name}.`,
      source: 'Claimsheet: a claim is made for exactly one row of the Clients and one of the Payers table',
      client: name,
      answers: [...personAnswers(name, likely), somebodyElse(name)],
    };
  });
}

function sorted(sessions: readonly Session[], answers: Answers): { persons: PersonFound[]; asked: Asked[] } {
  const persons: Named[] = [];
  const asked: Asked[] = [];
  for (const one of fullestFirst(named(sessions))) {
    const likely = likelyOf(one, persons, asked);
    const meant = persons.find(({ name }) => personMeant(one.name, name, answers));
    if (meant) {
      addAll(meant.others, [one.name, ...one.others]);
      meant.payers = [...new Set([...meant.payers, ...one.payers])];
    } else if (likely.length === 0 || answers.get(personKey(one.name)) === SOMEBODY_ELSE) persons.push(one);
    else asked.push({ name: one.name, likely });
  }
  return { persons: persons.sort((a, b) => a.name.localeCompare(b.name)), asked };
}

/** Those with a row whom it may mean; through a name that waits for an answer, those whom that may mean. */
function likelyOf(one: Named, persons: readonly Named[], asked: readonly Asked[]): Likely[] {
  const possible = persons.filter((other) => mayShareAPayer(one, other));
  const direct = likelyPersons(one.name, possible);
  if (direct.length > 0) return direct;
  const through = asked.filter((other) => likelyPersons(one.name, [other]).length > 0);
  return through
    .flatMap(({ name, likely }) => likely.map((person) => ({ name: person.name, why: `as ${name} may be` })))
    .filter(({ name }) => possible.some((other) => other.name === name))
    .slice(0, 1);
}

function named(sessions: readonly Session[]): Named[] {
  const of = new Map<string, { payers: Map<string, string>; sessions: number }>();
  for (const { client, payer } of sessions) {
    const known = of.get(nameKey(client)) ?? { payers: new Map<string, string>(), sessions: 0 };
    of.set(nameKey(client), known);
    known.sessions++;
    if (payer !== null && !known.payers.has(labelKey(payer))) known.payers.set(labelKey(payer), payer);
  }
  const names = spellings(
    sessions.map(({ client }) => client),
    nameKey,
  );
  return names.map(({ name, others }) => {
    const known = of.get(nameKey(name));
    return { name, others, payers: [...(known?.payers.values() ?? [])], sessions: known?.sessions ?? 0 };
  });
}

/** Whole names before short ones, two together last, then those of most sessions: who comes first gets the row. */
function fullestFirst(names: readonly Named[]): Named[] {
  const rank = ({ name }: Named) =>
    /[&/+]|\b(?:and|y)\b/i.test(name)
      ? 0
      : name.split(/[^\p{L}'’-]+/u).filter((word) => word.length > 2).length > 1
        ? 2
        : 1;
  return [...names].sort(
    (a, b) => rank(b) - rank(a) || b.sessions - a.sessions || b.name.length - a.name.length,
  );
}

/** What speaks against one person: two names whose sessions name different payers. */
function mayShareAPayer(one: Named, other: Named): boolean {
  const keys = new Set(other.payers.map(labelKey));
  return one.payers.length === 0 || keys.size === 0 || one.payers.some((payer) => keys.has(labelKey(payer)));
}
