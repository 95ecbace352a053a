import { applyPlan } from '../workbook/excel/apply-plan';
import type { Progress } from '../workbook/excel/payload';
import type { Plan } from '../workbook/plan/plan';
import type { WorkbookReading } from '../workbook/reading';
import { hasTable } from '../workbook/tables/own-table';
import { browserStore } from './browser-store';
import { finishPlan } from './finish-plan';
import { noteRun } from './memory/later-runs';
import { memoryText, NEWEST, parseMemory } from './memory/memory-text';
import { memoryOf } from './memory/read-memory';
import type { ActionOptions } from './options';
import { readPracticeBook, type PracticeBook } from './practice-book';
import { nextRun } from './numbers';
import { REFERENCE_TABLES, setUpPlan } from './set-up/set-up-plan';

/** What an action has decided, before it is applied: shown as a preview, then written as a whole. */
export interface Prepared<Report> {
  reading: WorkbookReading;
  /** Null when there is nothing to write. */
  plan: Plan | null;
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
  const plan = book.isSetUp ? decided.plan : setUp(book);
  if (!book.isSetUp) decided.report.tablesMade = (plan?.rows ?? []).map(({ table }) => table);
  return {
    reading: book.reading,
    plan: plan ? finishPlan(plan, book.reading, book.memory) : answersPlan(book),
    report: decided.report,
  };
}

/** Writes what was prepared; does nothing when there is nothing to write. */
export async function applyPrepared(
  context: Excel.RequestContext,
  prepared: Prepared<unknown>,
  progress?: Progress,
): Promise<void> {
  const { plan, reading } = prepared;
  if (!plan) return;
  await applyPlan(context, reading, plan, progress);
  const after = plan.memory === undefined ? null : parseMemory(plan.memory);
  if (after && after !== NEWEST) noteRun(browserStore('runs'), after, plan.run.id);
}

/** Answers are kept though nothing came of them yet; they are no run, so that Undo goes on with the run before. */
function answersPlan({ memory, reading, when }: PracticeBook): Plan | null {
  if (memory === memoryOf(reading)) return null;
  const run = { id: 'answers', when, what: 'Questions answered' };
  return { run, documents: [], rows: [], memory: memoryText(memory) };
}

function setUp(book: PracticeBook): Plan {
  const missing = REFERENCE_TABLES.filter((table) => !hasTable(book.reading, table));
  const run = {
    id: nextRun(book.reading, 'set-up', book.when.slice(0, 7)).id,
    when: book.when,
    what: 'Set up',
  };
  return setUpPlan(book.sessions, missing, run);
}
