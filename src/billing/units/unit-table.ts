/** A unit of a timed code is fifteen minutes. */
export const UNIT_MINUTES = 15;
/** Eight minutes, more than half of fifteen, earn the next unit. */
export const MINUTES_FOR_A_UNIT = 8;

/**
 * Units that so many minutes make: 8 to 22 are 1, 23 to 37 are 2, and so on by fifteens.
 * Medicare Claims Processing Manual, chapter 5, section 20.2; the AMA's midpoint gives the same for one code.
 */
export function unitsOfMinutes(minutes: number): number {
  const rest = minutes % UNIT_MINUTES;
  return Math.floor(minutes / UNIT_MINUTES) + (rest >= MINUTES_FOR_A_UNIT ? 1 : 0);
}
