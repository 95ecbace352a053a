import { isOwnDocument } from '../workbook/plan/own-sheets';
import { askRemembered, type Remembered } from '../practice/set-up/remembered';
import { LimitsOfWorkbook } from '../actions/visits-left/limits-of-workbook';
import type { VisitLimits } from '../billing/visit-limits/visits-left';
import { visitsLeftWords } from '../billing/visit-limits/words';
import { localDay, serialIn, type Day } from '../billing/values/day';
import { LiveBook, type LiveState } from '../workbook/excel/live-book';
import { Refusal } from '../workbook/refusal';
import { readClientName, readDate, readFlag, readPayerName, type CellArgument } from './arguments';
import { notAvailable, valueError } from './errors';

export interface VisitsAsked {
  client: CellArgument;
  asOf: CellArgument;
  payer: CellArgument;
  tell: CellArgument;
}

export type RunsOutAsked = Omit<VisitsAsked, 'asOf'>;

type Give = (answer: number | string | CustomFunctions.Error) => void;

type Failure = { error: '#VALUE!' | '#N/A'; words: string };
type Answer = { value: number | string } | Failure;

/** All cells share one reading of the workbook. */
const book = new LiveBook<Remembered>({ skip: isOwnDocument, ask: askRemembered });
const limitsOfWorkbook = new LimitsOfWorkbook();

/** Gives an answer as soon as there is one, and another each time it has become another. Ends when told to. */
export function followVisitsLeft(asked: VisitsAsked, give: Give): () => void {
  return follow((limits) => visitsLeftOf(limits, asked), give);
}

/** The same for the date on which the limit that binds runs out. */
export function followRunsOut(asked: RunsOutAsked, give: Give): () => void {
  return follow((limits) => runsOutOf(limits, asked), give);
}

function follow(answerOf: (limits: Limits) => Answer, give: Give): () => void {
  let given: string | null = null;
  return book.follow((state) => {
    const answer = anyAnswerOf(state, answerOf);
    const key = JSON.stringify(answer);
    if (key === given) return;
    given = key;
    give('error' in answer ? errorOf(answer) : answer.value);
  });
}

interface Limits {
  of: VisitLimits | { words: string };
  today: Day;
  date1904: boolean;
}

let made: { state: LiveState<Remembered>; limits: Limits } | null = null;

/** Made once for each state of the workbook, however many cells ask. */
function limitsOf(state: LiveState<Remembered>): Limits {
  if (made?.state !== state) made = { state, limits: makeLimits(state, localDay(new Date())) };
  return made.limits;
}

function makeLimits(state: LiveState<Remembered>, day: Day): Limits {
  if ('error' in state) {
    const why = state.error instanceof Error ? ` (${state.error.message})` : '';
    const words = `Excel did not let the workbook be read${why}; it is tried again.`;
    return { of: { words }, today: day, date1904: false };
  }
  const { date1904 } = state.reading;
  try {
    return { of: limitsOfWorkbook.of(state.reading, state.extra, day), today: day, date1904 };
  } catch (error) {
    if (error instanceof Refusal) return { of: { words: error.message }, today: day, date1904 };
    throw error;
  }
}

/** A cell without an answer would wait for ever, so that a mistake of ours has to be one too. */
function anyAnswerOf(state: LiveState<Remembered>, answerOf: (limits: Limits) => Answer): Answer {
  try {
    return answerOf(limitsOf(state));
  } catch (error) {
    return wrong(`Claimsheet failed here: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function runsOutOf(limits: Limits, asked: RunsOutAsked): Answer {
  const client = readClientName(asked.client);
  const payer = readPayerName(asked.payer);
  const tell = readFlag(asked.tell);
  if (!client.ok) return wrong(client.words);
  if (!payer.ok) return wrong(payer.words);
  if (!tell.ok) return wrong(tell.words);
  if ('words' in limits.of) return { error: '#N/A', words: limits.of.words };
  const end = limits.of.runsOut(client.value, payer.value);
  switch (end.outcome) {
    case 'known':
      return { value: tell.value ? end.words : serialIn(end.on, limits.date1904) };
    case 'not-available':
      return { error: '#N/A', words: end.words };
    case 'fault':
      return wrong(end.words);
  }
}

function visitsLeftOf(limits: Limits, asked: VisitsAsked): Answer {
  const client = readClientName(asked.client);
  const asOf = readDate(asked.asOf, limits.date1904);
  const payer = readPayerName(asked.payer);
  const tell = readFlag(asked.tell);
  if (!client.ok) return wrong(client.words);
  if (!asOf.ok) return wrong(asOf.words);
  if (!payer.ok) return wrong(payer.words);
  if (!tell.ok) return wrong(tell.words);
  if ('words' in limits.of) return { error: '#N/A', words: limits.of.words };
  const left = limits.of.visitsLeft({ client: client.value, asOf: asOf.value, payer: payer.value });
  switch (left.outcome) {
    case 'known':
      return { value: tell.value ? visitsLeftWords(left, asOf.value ?? limits.today) : left.left };
    case 'not-available':
      return { error: '#N/A', words: left.words };
    case 'fault':
      return wrong(left.words);
  }
}

function wrong(words: string): Failure {
  return { error: '#VALUE!', words };
}

function errorOf({ error, words }: Failure): CustomFunctions.Error {
  return error === '#N/A' ? notAvailable(words) : valueError(words);
}
