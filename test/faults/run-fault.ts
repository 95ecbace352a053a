import fc from 'fast-check';
import type { Book } from '../../desk/book/book';
import type { Failure } from '../../desk/host/host';
import { readXlsx } from '../../desk/xlsx/read-xlsx';
import type { Delivery } from '../../desk/runtime/delivery';
import { openAuthor, type Author } from '../../desk/together/author';
import { readSettledIfPossible } from '../../src/practice/writing/settle-unfinished';
import { wordsFor } from '../../src/taskpane/office/work';
import { inTurn, leaveBatch } from '../../src/workbook/excel/in-turn';
import { Refusal } from '../../src/workbook/refusal';
import type { Scenario } from './scenarios';
import { stateOf } from './state';
import { fileOf, NOW } from './workbooks';

/** The ways in which a round trip fails. */
const KINDS = ['refused', 'cut', 'answer lost', 'never sent', 'never answered'] as const;

/** Something that goes wrong at one round trip. */
export interface Fault {
  /** Counts from 1. */
  request: number;
  kind: (typeof KINDS)[number];
  /** For `cut`: so many writes of the request are done. */
  after: number;
  /** Nothing comes through any more until the workbook is opened anew. */
  staysAway: boolean;
}

/** A press without a fault: what the workbook says before and after it, and the writes of each round trip. */
export interface CleanRun {
  before: string;
  after: string;
  writes: number[];
}

export async function cleanRun(scenario: Scenario): Promise<CleanRun> {
  const book = await bookFor(scenario);
  const before = stateOf(book);
  const author = await openAuthor(book, { mayShareWindow: true });
  await author.as(() => scenario.press('clean'));
  await author.client.close();
  const requests = author.host.requests.filter(({ kind }) => kind === 'sync');
  return { before, after: stateOf(book), writes: requests.map(({ writes }) => writes) };
}

/** Every fault of a press: each round trip, each of its writes, each way to fail. */
export function faultsOf({ writes }: CleanRun): Fault[] {
  return writes.flatMap((count, index) => {
    const at = (kind: Fault['kind'], after = 0): Fault[] =>
      [false, true].map((staysAway) => ({ request: index + 1, kind, after, staysAway }));
    const cuts = Array.from({ length: Math.max(0, count - 1) }, (_, done) => at('cut', done + 1)).flat();
    const answered = count === 0 ? [] : [...at('answer lost'), ...at('never answered')];
    return [...at('refused'), ...at('never sent'), ...cuts, ...answered];
  });
}

/** One fault of each kind that the press can have: its place by the seed, the connection away in turn. */
export function oneOfEachKind(clean: CleanRun, seed: number): Fault[] {
  const all = faultsOf(clean);
  return KINDS.flatMap((kind, index) => {
    const staysAway = (seed + index) % 2 === 0;
    const faults = all.filter((fault) => fault.kind === kind && fault.staysAway === staysAway);
    return faults.length === 0
      ? []
      : fc.sample(fc.constantFrom(...faults), { numRuns: 1, seed: seed + index });
  });
}

let windows = 0;

/** What was wrong after a press with the fault: sentences; none where all was right. */
export async function runFault(scenario: Scenario, clean: CleanRun, fault: Fault): Promise<string[]> {
  const book = await bookFor(scenario);
  const wrong: string[] = [];
  const window = `window ${String(++windows)}`;
  const first = await openWith(book, fault);
  const told = await pressIn(first, scenario, window);
  if (told.kind === 'done' && stateOf(book) !== clean.after) wrong.push('it said that it was done');
  if (told.kind === 'nothing' && stateOf(book) !== clean.before && !scenario.inParts)
    wrong.push(`it said that nothing was written: ${told.words}`);
  if (told.kind === 'other') wrong.push(`it said: ${told.words}`);
  if (!fault.staysAway && told.kind !== 'done') await pressedAgain(first, window);
  close(first.author);
  await started();
  return wrong;

  /** The same window, where Excel answers again. */
  async function pressedAgain(window_: Opened, name: string): Promise<void> {
    const answers = { author: window_.author, silent: new Promise(() => undefined) };
    const second = await pressIn(answers, scenario, name);
    if (second.kind !== 'done') wrong.push(`pressed again, it said: ${second.words}`);
    if (stateOf(book) !== clean.after) wrong.push('pressed again, the workbook is not as after one press');
  }

  /** The workbook is opened anew. */
  async function started(): Promise<void> {
    const next = await openAuthor(book, { mayShareWindow: true });
    await next.as(() => inTurn((context) => readSettledIfPossible(context, NOW)));
    const state = stateOf(book);
    if (state !== clean.before && state !== clean.after && !scenario.inParts)
      wrong.push('opened anew, it is neither before nor after');
    if (state !== clean.after && told.kind !== 'done') {
      await next.as(() => scenario.press(`${window} anew`));
      if (stateOf(book) !== clean.after) wrong.push('pressed after that, it is not as after one press');
    }
    close(next);
  }
}

type Told = { kind: 'done' } | { kind: 'nothing' | 'unknown' | 'other'; words: string };

/** What the user is told; where Excel never answers, the user lets it be after half a minute. */
async function pressIn({ author, silent }: Opened, scenario: Scenario, window: string): Promise<Told> {
  return author.as(async () => {
    const left = silent.then((): Told => {
      leaveBatch();
      return { kind: 'unknown', words: 'it did not answer' };
    });
    const pressed = scenario.press(window).then((): Told => ({ kind: 'done' }), toldOf);
    return Promise.race([pressed, left]);
  });
}

function toldOf(error: unknown): Told {
  const words = wordsFor(error);
  if (error instanceof Refusal && error.code === 'outcome-unknown') return { kind: 'unknown', words };
  const isTrue = error instanceof Refusal && /as it was before|[Nn]othing (was written|is lost)/.test(words);
  return isTrue || isExcels(error) ? { kind: 'nothing', words } : { kind: 'other', words };
}

/** An error of Excel's own, in whose words nothing is said to be written. */
function isExcels(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'debugInfo' in error;
}

interface Opened {
  author: Author;
  /** Resolves when a request will never be answered. */
  silent: Promise<unknown>;
}

async function openWith(book: Book, fault: Fault): Promise<Opened> {
  const { request, kind, after, staysAway } = fault;
  let tell: (value: unknown) => void = () => undefined;
  const silent = new Promise((resolve) => (tell = resolve));
  if (kind === 'never sent' || kind === 'never answered') {
    let seen = 0;
    const delivery = (record: { kind: string }): Delivery => {
      if (record.kind !== 'sync') return 'answered';
      seen++;
      if (seen < request || (seen > request && !staysAway)) return 'answered';
      if (kind === 'never sent' || seen > request) setTimeout(() => tell(null), 0);
      return kind === 'never sent' || seen > request ? 'lost' : 'unanswered';
    };
    let done = 0;
    const onDone = (): void => {
      if (++done === request && kind === 'never answered') setTimeout(() => tell(null), 0);
    };
    return { author: await openAuthor(book, { delivery, onDone }), silent };
  }
  const afterWrites = kind === 'refused' ? 0 : kind === 'cut' ? after : Infinity;
  const failAt: Failure = { request, kind: 'sync', afterWrites, code: 'GeneralException', staysAway };
  return { author: await openAuthor(book, { failAt, mayShareWindow: true }), silent };
}

/** Nobody waits for what was never answered. */
function close(author: Author): void {
  void author.client.close();
}

async function bookFor({ on }: Scenario): Promise<Book> {
  return readXlsx(await fileOf(on));
}
