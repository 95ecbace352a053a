import { plainWords } from './text';

/**
 * What people write of a session that went to an insurer, by the beginning of the text: "submitted 10/20", "claim #1042",
 * "billed Regence". Of these words a status tells the same.
 */
const BILLED =
  /^(?:(?:re ?)?billed|(?:re ?)?submitted|(?:claim|insurance|ins) (?:was )?(?:sent|submitted|filed|billed|paid)|sent(?: on)? \d+|sent to (?:ins|insurance|payer)|e ?filed|filed|claim (?:no |number |id )?[a-z]*\d+|denied|rejected|adjudicated|processed|paid(?: in full)?|facturado|enviado)\b/;

/** Whether a text says that the session was billed to an insurer before. */
export function saysBilled(text: string): boolean {
  return BILLED.test(plainWords(text));
}
