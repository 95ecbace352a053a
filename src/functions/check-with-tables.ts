import { SharedAnswers } from '../billing/rules/shared-answers';
import { restoreEditionsOnce } from '../practice/code-tables/restore-once';
import type { ReferenceTables } from './reference-tables';

// Comes with the code tables, at the first cell that checks codes: those that the user loaded are in force from then on.
restoreEditionsOnce();

const answersOf = new WeakMap<ReferenceTables, SharedAnswers>();

/** Tables that were read again are another object, so that nothing answers by those before. */
export function answersUnder(tables: ReferenceTables): SharedAnswers {
  const known = answersOf.get(tables) ?? new SharedAnswers();
  answersOf.set(tables, known);
  return known;
}

/** Answers that are kept nowhere, for arguments that nothing tells apart. */
export const answersOnce = (): SharedAnswers => new SharedAnswers();
