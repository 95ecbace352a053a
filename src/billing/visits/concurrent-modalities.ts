import { takesMinutes } from '../codes/counting';
import { procedure } from '../codes/procedures';
import type { Entry } from './visit';

/**
 * Modalities that run while other work is done or without the therapist, and questionnaires, take none of the minutes of
 * a row. Every other service that is not billed by time (evaluation, office visit, group, adjustment) takes time of the
 * session. Medicare Claims Processing Manual, chapter 5, section 20.2: their minutes never enter the total.
 */
export function takesTimeOfItsOwn(entry: Entry): boolean {
  return !takesMinutes(entry.timing) && procedure(entry.code)?.runsBeside !== true;
}
