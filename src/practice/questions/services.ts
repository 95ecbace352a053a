import type { Finding } from '../../billing/findings';
import { professionOf } from '../../billing/professions/profession-of';
import type { Fee, Practice } from '../../billing/records/practice';
import type { Session } from '../../billing/records/session';
import { ownServices } from '../../billing/services/code-for';
import { serviceOf, type ServiceRead, type ServiceUnclear } from '../../billing/services/of-session';
import { SERVICES } from '../../billing/services/services';
import { procedure, rungsOf } from '../../billing/codes/procedures';
import type { WhoPays } from '../../billing/visits/who-pays';
import { keyOf, type RowQuestion } from './row-question';

/** Sessions with the codes that their words stand for, and what is to be told or asked of them. */
export interface ServicesRead {
  sessions: Session[];
  /** Why a row has no code yet. */
  unclear: ReadonlyMap<Session, ServiceUnclear>;
  /** The words that were read, each with the codes that they came to and the sessions that have them. */
  read: ReadonlyMap<string, { codes: Set<string>; sessions: Session[] }>;
}

/** Reads rows that say in words what was done. An answer stands for a code, or for another word of the table. */
export function withServices(
  sessions: readonly Session[],
  fees: readonly Pick<Fee, 'code' | 'aliases'>[],
  answers: ReadonlyMap<string, string>,
): ServicesRead {
  const known = {
    own: ownServices(fees),
    answered: (word: string) => answers.get(keyOf('service', word)) ?? null,
  };
  const unclear = new Map<Session, ServiceUnclear>();
  const told = new Map<string, { codes: Set<string>; sessions: Session[] }>();
  const reads = new Map<string, ServiceRead | null>();
  // The same few words stand in row after row.
  const readOf = (session: Session) => {
    const { service, minutes, procedures } = session;
    if (service === undefined || procedures.length > 0) return null;
    const key = JSON.stringify([service.text, minutes, service.modifiers, service.units]);
    const before = reads.get(key) ?? serviceOf(session, known);
    reads.set(key, before);
    return before;
  };
  const all = sessions.map((session) => {
    if (session.status !== 'kept' && session.status !== 'scheduled') return session;
    const read = readOf(session);
    if (read === null) return session;
    if (!read.ok) {
      unclear.set(session, read);
      return session;
    }
    const of = {
      ...session,
      procedures: read.procedures.map((each) => ({ ...each })),
      minutes: read.minutes,
    };
    const words = read.words.toLowerCase();
    const before = told.get(words) ?? { codes: new Set<string>(), sessions: [] };
    told.set(words, before);
    before.sessions.push(of);
    for (const { code } of read.procedures) before.codes.add(code);
    return of;
  });
  return { sessions: all, unclear, read: told };
}

const SOURCE = 'NUCC 1500 manual, item 24D; 837P 2400 SV101-2: a service is billed by its code';
const MAX_CODES = 6;

/** Asks what a word stands for that nobody knows, or that stands for several codes; a client who pays cash needs none. */
export function serviceQuestion(
  session: Session,
  who: WhoPays,
  {
    unclear,
    fees,
    practice,
  }: Pick<ServicesRead, 'unclear'> & { fees: readonly Fee[]; practice: Practice | null },
): RowQuestion | null {
  const found = unclear.get(session);
  if (found === undefined || (who.kind === 'client' && who.why === 'cash')) return null;
  const { words, why } = found;
  const cell = ({ service, place }: Session) => service?.place ?? place;
  switch (found.about) {
    case 'word':
      return {
        rule: 'session-service-unclear',
        key: keyOf('service', words),
        message: (rows) => `${rows}: ${why}`,
        fix: `Say what it is; or write "${words}" under "Also written" beside its code in the Fees table.`,
        source: SOURCE,
        answers: offered(found.codes, fees, practice),
        cell,
      };
    case 'minutes':
      return {
        rule: 'session-service-minutes-differ',
        key: keyOf('service-minutes', `${words} ${String(session.minutes)}`),
        message: (rows) => `${rows}: ${why}`,
        fix: 'Correct the minutes in the words or in the row.',
        source: SOURCE,
        answers: [],
        cell,
      };
    case 'units':
      return {
        rule: 'session-service-units-unclear',
        key: keyOf('service-units', words),
        message: (rows) => `${rows}: ${why}`,
        fix: 'Write the codes with the units and modifiers of each, e.g. 97124 x2; 97140-59 x1.',
        source: SOURCE,
        answers: [],
        cell,
      };
    case 'number':
      return {
        rule: 'session-service-number-unclear',
        key: keyOf('service-number', words),
        message: (rows) => `${rows}: ${why}`,
        fix: 'Write the number with "min" or with an x: 60 min, x4.',
        source: SOURCE,
        answers: [],
        cell,
      };
  }
}

/** The codes that the word may be and those of the Fees table, then the services of the therapist's own field. */
function offered(
  codes: readonly string[],
  fees: readonly Fee[],
  practice: Practice | null,
): { value: string; words: string }[] {
  const likely = [...new Set([...codes, ...fees.map(({ code }) => code.trim().toUpperCase())])]
    .flatMap((code) => procedure(code) ?? [])
    .slice(0, MAX_CODES);
  const named = new Set(likely.map(({ code }) => code));
  return [
    ...likely.map(({ code, words }) => ({ value: code, words: `${code}: ${words}` })),
    ...servicesOfField(practice, (code) => named.has(code)),
  ];
}

/** Of no known field, none: any word of the table or a code is an answer. */
function servicesOfField(
  practice: Practice | null,
  isNamed: (code: string) => boolean,
): { value: string; words: string }[] {
  const field = practice && professionOf(practice)?.discipline;
  if (!field) return [];
  return SERVICES.flatMap((service) => {
    const [value = ''] = service.names;
    if ('ask' in service || 'or' in service) return [];
    const codes = 'code' in service ? [service.code] : rungsOf(service.ladder).map(({ code }) => code);
    const isOwn = codes.some((code) => procedure(code)?.of.includes(field));
    return isOwn && !codes.every(isNamed) ? [{ value, words: `${value}: ${codes.join(', ')}` }] : [];
  });
}

const WORDS_TOLD = 12;

/** One note for all words that were read as codes, so that nothing is read in silence. */
export function serviceNotes(read: ServicesRead['read'], isAsked: (session: Session) => boolean): Finding[] {
  const words = [...read].filter(([, { sessions }]) => sessions.some(isAsked));
  const [first] = words;
  if (!first) return [];
  const listed = words
    .slice(0, WORDS_TOLD)
    .map(([word, { codes }]) => `"${word}" as ${[...codes].sort().join(' or ')}`);
  const more = words.length > WORDS_TOLD ? ` and ${String(words.length - WORDS_TOLD)} more` : '';
  const [session] = first[1].sessions.filter(isAsked);
  return [
    {
      rule: 'session-services-read',
      severity: 'NOTE',
      place: session?.service?.place ?? session?.place ?? null,
      message: `Words for services are read as codes: ${listed.join(', ')}${more}.`,
      fix: 'Nothing, if that is right; else write your word under "Also written" beside its code in the Fees table.',
      source: 'Claimsheet table of services; minutes choose the code where a word stands for several',
    },
  ];
}
