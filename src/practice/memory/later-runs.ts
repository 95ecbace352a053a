import * as v from 'valibot';
import type { Finding } from '../../billing/findings';
import type { TextStore } from '../browser-store';
import type { Memory } from './memory';

/** The last run of each workbook that this browser saw: the workbook's id, how many runs it had, the run's id. */
const Seen = v.array(v.tuple([v.string(), v.pipe(v.number(), v.safeInteger()), v.string()]));

/** Workbooks that are remembered, the latest first. */
const MAX_WORKBOOKS = 50;

/** The answer that this copy is the one to go on with. */
export const THIS_COPY = 'this-copy';

export function noteRun(store: TextStore, { workbook, runs }: Memory, id: string): void {
  const others = seenIn(store).filter(([name]) => name !== workbook);
  store.write(JSON.stringify([[workbook, runs, id], ...others].slice(0, MAX_WORKBOOKS)));
}

/**
 * What is to be said of a workbook that knows fewer runs than this browser has seen of it: an older copy, in whose
 * register the later claims are not. Null where that is not so, or where the user said to go on with it.
 */
export function olderCopy(store: TextStore, { workbook, runs, answers }: Memory): Finding | null {
  const seen = workbook === '' ? undefined : seenIn(store).find(([name]) => name === workbook);
  if (!seen || seen[1] <= runs) return null;
  const [, number, id] = seen;
  const key = `older-copy:${String(number)}`;
  if (answers.get(key) === THIS_COPY) return null;
  return {
    rule: 'older-copy',
    severity: 'STOP',
    place: null,
    message: `This workbook is an older copy: Claimsheet worked in a later one (${id}), and what it made there is not in this register.`,
    fix: 'Open the later one. If it is gone, go on with this copy; look at what was sent from the later one before you bill.',
    source: 'CARC 18: a second original claim for the same service is denied as a duplicate',
    answers: [{ key, value: THIS_COPY, words: 'Go on with this copy' }],
  };
}

function seenIn(store: TextStore): v.InferOutput<typeof Seen> {
  const text = store.read();
  if (text === null) return [];
  try {
    const seen = v.safeParse(Seen, JSON.parse(text));
    return seen.success ? seen.output : [];
  } catch {
    return [];
  }
}
