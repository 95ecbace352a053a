import type { Answer, CellPlace, Finding } from '../../billing/findings';
import { personKey, personsOffered, SOMEBODY_ELSE } from '../../billing/people/same-person';
import { directoryOf } from '../../billing/visits/directory';
import { isSilent, NO_PAYER, nobodyPays } from '../../billing/visits/no-payer';
import { unknownClient } from '../../billing/visits/unclear-names';
import { localDay } from '../../billing/values/day';
import { FIELD_NAMES } from '../../workbook/sessions/mapping/field-names';
import type { WorkbookReading } from '../../workbook/reading';
import { Refusal } from '../../workbook/refusal';
import { DATE_ORDER } from '../../workbook/sessions/rows/order-findings';
import { readSessionSheets, type SessionSheets } from '../../workbook/sessions/session-sheets';
import { readTableUnless } from '../../workbook/tables/read-table';
import type { Memory } from '../memory/memory';
import { memoryOf } from '../memory/read-memory';
import { Vanished } from '../memory/vanished';
import { readRecords } from '../records';
import { readRegister } from '../register/register';
import { sortSessions } from '../sessions/billed-once';
import {
  asRemembered,
  COLUMN,
  columnValue,
  columnsAnswered,
  NO_COLUMN_ANSWER,
} from '../set-up/as-remembered';
import type { Remembered } from '../set-up/remembered';
import { asAnswered, everyQuestion } from './ask-about';
import { datesAnswer } from './dates';
import { columnField, questionKind } from './kinds';
import { placeWords } from './place';
import { withServices } from './services';
import { TIME_ZONE, timeZone, timeZoneQuestion } from './time-zone';

/** An answer that the user gave, with the question as the workbook would ask it now. */
export interface MyAnswer {
  key: string;
  value: string;
  /** The question with its evidence. */
  question: string;
  /** A cell that asks it. */
  place: CellPlace | null;
  /** The answer in words. */
  words: string;
  /** `YYYY-MM-DD HH:MM`; null where it was not noted. */
  when: string | null;
  /** What may be answered, the answer that was given among it. */
  answers: readonly Answer[];
}

const NOTHING: ReadonlyMap<string, string> = new Map();

/**
 * Every answer that the workbook remembers, the latest first. Nothing but its key is kept of a question: its words and
 * cells are those of the workbook as it is now.
 */
export function myAnswers(reading: WorkbookReading, remembered: Remembered, now: Date): MyAnswer[] {
  const memory = memoryOf(reading);
  const chosen = columnsChosen(remembered, memory.answers);
  const given = [...memory.answers, ...chosen].sort(([a], [b]) =>
    (memory.answered.get(b) ?? '').localeCompare(memory.answered.get(a) ?? ''),
  );
  if (given.length === 0) return [];
  const { questions, columns } = asked(reading, remembered, now);
  return given.map(([key, value]) => {
    const kind = questionKind(key);
    const question = questions.get(key);
    const answers = question?.answers?.filter((answer) => answer.key === key) ?? [];
    const offered = columnField(key) === null ? (answers.length > 0 ? answers : ofKind(key)) : columns(key);
    const words = offered.find((answer) => answer.value === value)?.words ?? valueWords(key, value);
    return {
      key,
      value,
      question:
        question?.message ?? kind?.words ?? 'A question that this version of Claimsheet does not ask.',
      place: question?.place ?? null,
      words,
      when: memory.answered.get(key) ?? null,
      answers: offered.some((answer) => answer.value === value)
        ? offered
        : [{ key, value, words }, ...offered],
    };
  });
}

function ofKind(key: string): Answer[] {
  return (questionKind(key)?.answers ?? []).map((answer) => ({ key, ...answer }));
}

function valueWords(key: string, value: string): string {
  if (key.startsWith('place-')) return placeWords(value);
  if (value === SOMEBODY_ELSE) return 'It is somebody else';
  if (key.startsWith('person-')) return 'Somebody who is not in the Clients table any more';
  return value;
}

/** Columns that were chosen in set-up are answers as well. */
function columnsChosen({ columns }: Remembered, answers: Memory['answers']): [string, string][] {
  const answered = columnsAnswered(answers);
  return Object.entries(columns).flatMap(([field, header]): [string, string][] =>
    Object.hasOwn(answered, field) ? [] : [[`${COLUMN}${field}`, columnValue(header)]],
  );
}

interface Asked {
  questions: Map<string, Finding>;
  /** What may be answered to the question for a column. */
  columns: (key: string) => Answer[];
}

/** The questions as they would be asked had nothing been answered. */
function asked(reading: WorkbookReading, remembered: Remembered, now: Date): Asked {
  const { answers } = memoryOf(reading);
  const read = readTableUnless(() => undefined);
  const records = readRecords(reading, read);
  const { practice, clients, payers } = records;
  const sheets = readUnless(reading, {
    ...asRemembered({}, remembered, reading, answers),
    today: localDay(now),
    zone: practice === null ? undefined : timeZone(practice, answers),
    dates: datesAnswer(answers),
  });
  const directory = directoryOf(clients, payers);
  const services = withServices(asAnswered(sheets.sessions, NOTHING), records.fees, NOTHING);
  const { sessions } = services;
  const asking = {
    answers: NOTHING,
    directory,
    practice,
    fees: records.fees,
    therapists: records.therapists,
    services,
  };
  const questions = everyQuestion(sessions, asking, (key) => answers.has(key));
  if (answers.has(DATE_ORDER)) {
    const undecided = readUnless(reading, { ...asRemembered({}, remembered, reading, answers) });
    const isDate = (key: string) => key === DATE_ORDER;
    for (const [key, finding] of everyQuestion(undecided.sessions, asking, isDate))
      questions.set(key, finding);
  }
  const offered = personsOffered(clients);
  for (const session of sessions) {
    const key = personKey(session.client);
    if (!answers.has(key) || questions.has(key)) continue;
    questions.set(key, offered(unknownClient(session, directory), session.client));
  }
  const silent = clients.filter(isSilent);
  if (silent.length > 0 && answers.has(NO_PAYER)) questions.set(NO_PAYER, nobodyPays(silent));
  if (practice && answers.has(TIME_ZONE)) questions.set(TIME_ZONE, timeZoneQuestion(practice));
  if ([...answers.keys()].some((key) => key.startsWith('visit:'))) {
    const register = readRegister(reading, clients, read);
    const vanished = new Vanished([], () => true, []);
    const { held } = sortSessions(sessions, { register, directory, memory: { answers: NOTHING }, vanished, lost: [], older: null }); // prettier-ignore
    for (const { finding } of held) for (const { key } of finding.answers ?? []) questions.set(key, finding);
  }
  return { questions, columns: columnAnswers(sheets) };
}

const NO_SESSIONS: SessionSheets = { sessions: [], findings: [], accounts: [], mappings: [] };

/** What was answered is shown also where sessions cannot be read, as of a column that is gone. */
function readUnless(...asked: Parameters<typeof readSessionSheets>): SessionSheets {
  try {
    return readSessionSheets(...asked);
  } catch (error) {
    if (error instanceof Refusal) return NO_SESSIONS;
    throw error;
  }
}

function columnAnswers({ mappings }: SessionSheets): Asked['columns'] {
  const labels = new Set(
    mappings.flatMap(({ columns }) => columns.map(({ label }) => label)).filter((label) => label !== ''),
  );
  return (key) => {
    const field = columnField(key);
    const none = field === 'date' || field === 'client' || field === null ? [] : [noColumn(key, field)];
    return [...none, ...[...labels].map((label) => ({ key, value: label, words: `"${label}"` }))];
  };
}

function noColumn(key: string, field: keyof typeof FIELD_NAMES): Answer {
  return { key, value: NO_COLUMN_ANSWER, words: `No column is ${FIELD_NAMES[field]}` };
}
