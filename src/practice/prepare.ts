import type { Progress } from '../workbook/excel/payload';
import type { Plan, TypedCell } from '../workbook/plan/plan';
import type { WorkbookReading } from '../workbook/reading';
import { browserStore } from './browser-store';
import { finishPlan, isJournaled, memoryPlan, type FinishedPlan } from './finish-plan';
import { noteRun } from './memory/later-runs';
import { NEWEST, parseMemory } from './memory/memory-text';
import { memoryOf } from './memory/read-memory';
import type { ActionOptions } from './options';
import { readPracticeBook, type PracticeBook } from './practice-book';
import { nextRun } from './numbers';
import { twiceWhereChanged } from './writing/outcomes';
import { writeRun, writeUnjournaled } from './writing/write-run';
import { alsoWritten, alsoWrittenPlan } from './set-up/also-written';
import { setUpPlan, tablesMissing } from './set-up/set-up-plan';

/** What an action has decided, before it is applied: shown as a preview, then written as a whole. */
export interface Prepared<Report> {
  reading: WorkbookReading;
  /** Null when there is nothing to write. */
  plan: FinishedPlan | null;
  report: Report;
}

interface Decided<Report> {
  plan: Plan | null;
  report: Report;
}

/**
 * Reads the workbook and lets `decide` plan over it. Where the reference tables are not there yet, nothing can be
 * billed: the plan is then to make them, filled with what the sessions tell.
 */
export async function prepare<Report extends { tablesMade: string[] }>(
  context: Excel.RequestContext,
  options: ActionOptions,
  decide: (book: PracticeBook) => Decided<Report>,
): Promise<Prepared<Report>> {
  const book = await readPracticeBook(context, options);
  const decided = decide(book);
  const spellings = alsoWritten(
    book.reading,
    book.sessions.map(({ client }) => client),
    options.answers,
  );
  const plan = withSpellings(book.isSetUp ? decided.plan : setUp(book), spellings, book);
  if (!book.isSetUp) decided.report.tablesMade = (plan?.rows ?? []).map(({ table }) => table);
  return {
    reading: book.reading,
    plan: plan ? finishPlan(plan, book.reading, book.memory) : answersPlan(book),
    report: decided.report,
  };
}

/**
 * Prepares and writes. Where somebody changed the workbook between the two, it is prepared once more. `isWanted` may
 * find that what would be written now is not what the user was shown: then nothing is.
 */
export async function prepareAndApply<Found extends Prepared<unknown>>(
  context: Excel.RequestContext,
  prepareIt: () => Promise<Found>,
  progress?: Progress,
  isWanted: (prepared: Found) => boolean = () => true,
): Promise<{ prepared: Found; isMade: boolean }> {
  return twiceWhereChanged(async () => {
    const prepared = await prepareIt();
    if (!isWanted(prepared)) return { prepared, isMade: false };
    await applyPrepared(context, prepared, progress);
    return { prepared, isMade: true };
  });
}

/** Writes what was prepared; does nothing when there is nothing to write. */
export async function applyPrepared(
  context: Excel.RequestContext,
  prepared: Prepared<unknown>,
  progress?: Progress,
): Promise<void> {
  const { plan, reading } = prepared;
  if (!plan) return;
  if (!isJournaled(plan)) {
    await writeUnjournaled(context, reading, plan);
    return;
  }
  await writeRun(context, reading, plan, progress);
  const after = plan.memory === undefined ? null : parseMemory(plan.memory);
  if (after && after !== NEWEST) noteRun(browserStore('runs'), after, plan.run.id);
}

/** The plan with the spellings that were answered to mean a client. */
function withSpellings(
  plan: Plan | null,
  spellings: TypedCell[],
  { reading, when }: PracticeBook,
): Plan | null {
  if (spellings.length === 0) return plan;
  return plan
    ? { ...plan, typed: [...(plan.typed ?? []), ...spellings] }
    : alsoWrittenPlan(reading, spellings, when);
}

/** Answers are kept though nothing came of them yet; they are no run, so that Undo goes on with the run before. */
function answersPlan({ memory, reading }: PracticeBook): FinishedPlan | null {
  return memory === memoryOf(reading) ? null : memoryPlan(memory);
}

function setUp(book: PracticeBook): Plan {
  const { reading, sessions, records, memory } = book;
  const missing = tablesMissing(reading, { sessions, practice: records.practice, answers: memory.answers });
  const run = {
    id: nextRun(reading, 'set-up', book.when.slice(0, 7)).id,
    when: book.when,
    what: 'Set up',
  };
  return setUpPlan({ sessions, answers: memory.answers }, missing, run);
}
