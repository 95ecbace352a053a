import type { Finding } from '../../billing/findings';
import { professionOf } from '../../billing/professions/profession-of';
import type { Fee, Practice } from '../../billing/records/practice';
import type { Session } from '../../billing/records/session';
import { ownServices } from '../../billing/services/code-for';
import { serviceOf } from '../../billing/services/of-session';
import { SERVICES } from '../../billing/services/services';
import { procedure, rungsOf } from '../../billing/codes/procedures';
import { keyOf, type RowQuestion } from './row-question';

/** Sessions with the codes that their words stand for, and what is to be told or asked of them. */
export interface ServicesRead {
  sessions: Session[];
  /** Why a row has no code yet. */
  unclear: ReadonlyMap<Session, { words: string; why: string }>;
  /** The words that were read, each with the codes that they came to and the sessions that have them. */
  read: ReadonlyMap<string, { codes: Set<string>; sessions: Session[] }>;
}

/** Reads rows that say in words what was done. An answer stands for a code, or for another word of the table. */
export function withServices(
  sessions: readonly Session[],
  fees: readonly Pick<Fee, 'code' | 'aliases'>[],
  answers: ReadonlyMap<string, string>,
): ServicesRead {
  const own = ownServices(fees);
  const unclear = new Map<Session, { words: string; why: string }>();
  const told = new Map<string, { codes: Set<string>; sessions: Session[] }>();
  const all = sessions.map((session) => {
    if (session.status !== 'kept' && session.status !== 'scheduled') return session;
    const written = serviceOf(session, own);
    if (written === null) return session;
    const answer = written.ok ? undefined : answers.get(keyOf('service', written.words));
    const read =
      answer === undefined ? written : (serviceOf({ ...session, service: answer }, own) ?? written);
    if (!read.ok) {
      unclear.set(session, { words: written.words, why: read.why });
      return session;
    }
    const of = { ...session, procedures: read.procedures, minutes: read.minutes };
    const words = written.words.toLowerCase();
    const known = told.get(words) ?? { codes: new Set<string>(), sessions: [] };
    told.set(words, known);
    known.sessions.push(of);
    for (const { code } of read.procedures) known.codes.add(code);
    return of;
  });
  return { sessions: all, unclear, read: told };
}

/** Asks what a word stands for that the table does not know, or that stands for several codes. */
export function serviceQuestion(
  session: Session,
  unclear: ServicesRead['unclear'],
  practice: Practice | null,
): RowQuestion | null {
  const found = unclear.get(session);
  if (found === undefined) return null;
  return {
    rule: 'session-service-unclear',
    key: keyOf('service', found.words),
    message: (rows) => `${rows}: ${found.why}`,
    fix: 'Say what it is; or write your word under "Also written" beside its code in the Fees table.',
    source: 'NUCC 1500 manual, item 24D; 837P 2400 SV101-2',
    answers: offered(practice),
    cell: ({ cells, place }) => cells.service ?? place,
  };
}

/** The services of the therapist's own field; of no known field, none: any word of the table or a code is an answer. */
function offered(practice: Practice | null): { value: string; words: string }[] {
  const field = practice && professionOf(practice)?.discipline;
  if (!field) return [];
  return SERVICES.flatMap((service) => {
    const [value = ''] = service.names;
    if ('ask' in service) return [];
    const codes = 'code' in service ? [service.code] : rungsOf(service.ladder).map(({ code }) => code);
    const isOwn = codes.some((code) => procedure(code)?.of.includes(field));
    return isOwn ? [{ value, words: `${value}: ${codes.join(', ')}` }] : [];
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
      place: session?.cells.service ?? session?.place ?? null,
      message: `Words for services are read as codes: ${listed.join(', ')}${more}.`,
      fix: 'Nothing, if that is right; else write your word under "Also written" beside its code in the Fees table.',
      source: 'Claimsheet table of services; minutes choose the code where a word stands for several',
    },
  ];
}
