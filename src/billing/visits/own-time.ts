import type { Entry } from './visit';

/**
 * Untimed modalities that run while other work is done or without the therapist, so they take none of the
 * one-on-one minutes. Every other untimed service (evaluation, office visit, group, adjustment) takes time of the
 * session. Medicare Claims Processing Manual, chapter 5, section 20.2: their minutes never enter the total.
 */
const RUNS_BESIDE = new Set([
  '97010',
  '97012',
  '97014',
  'G0283',
  '97016',
  '97018',
  '97022',
  '97024',
  '97026',
  '97028',
]);

export function takesTimeOfItsOwn(entry: Entry): boolean {
  return entry.timing !== 'timed' && !RUNS_BESIDE.has(entry.code);
}
