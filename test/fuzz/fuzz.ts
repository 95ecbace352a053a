import { claimAnswers, syntaxAnswers } from './kinds/answers';
import { functionArguments } from './kinds/functions';
import { remittances } from './kinds/remittances';
import { csvFiles, sessionCells, tableCells } from './kinds/sessions';
import type { Kind } from './laws';
import { randomOf } from './random';

/** Every way in for what others wrote. */
export const KINDS: readonly Kind[] = [
  remittances,
  syntaxAnswers,
  claimAnswers,
  csvFiles,
  sessionCells,
  tableCells,
  functionArguments,
];

export interface Breach {
  /** Makes the same input again. */
  seed: number;
  input: unknown;
  words: string;
}

/** What breaks a law among the inputs of the seeds from `seed` on. */
export function* breaches(kind: Kind, seed: number, count: number): Generator<Breach> {
  for (let one = seed; one < seed + count; one++) {
    const { input, broken } = kind.tryOne(randomOf(one));
    for (const words of broken) yield { seed: one, input, words };
  }
}
