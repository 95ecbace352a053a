import { readX12 } from './segments/read-x12';

/** What a file that came back may be: money that was paid (835), or answers to claims (TA1, 999, 277CA). */
export type FileKind = 'remittance' | 'answers';

/** Characters of a file that tell its kind. */
export const HEAD = 65_536;

const ANSWERS = new Set(['999', '997', '277']);

/**
 * What a file is by the first transaction in it, whatever its name. A file that is neither counts as a remittance: the
 * reader of those says what it is instead.
 */
export function fileKindOf(head: string): FileKind {
  const { interchanges } = readX12(head);
  const [first] = interchanges.flatMap(({ groups }) => groups.flatMap(({ transactions }) => transactions));
  if (first) return ANSWERS.has(first.kind) ? 'answers' : 'remittance';
  return interchanges.some(({ loose }) => loose.some(({ id }) => id === 'TA1')) ? 'answers' : 'remittance';
}
