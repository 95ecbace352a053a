import type { SessionRow } from './practice';

/** BILLABLE_UNITS of one timed code: 8 to 22 minutes are one unit, and so on by fifteens. */
export function plainUnits(minutes: number): number {
  let units = 0;
  while (minutes >= 8 + 15 * units) units += 1;
  return units;
}

/** What CHECK_CODES has to begin with, and what it has to speak of, for the codes and payers of the practice of 500. */
export function plainCheck({ code, dx, payer, minutes }: SessionRow): { begins: string; tells: string[] } {
  const isVa = payer?.toLowerCase() === 'va community care';
  // The VA wants the modifier GP, and keeps to Medicare's 4 units of massage a day; workers' compensation does not.
  const tooLong = code === '97124' && plainUnits(minutes) > 4;
  const isFree = ['cash', 'basalt casualty'].includes(payer?.toLowerCase() ?? '');
  const stops = [
    ...(dx === 'M54.5' ? ['M54.5 is not billable since 10/01/2021'] : []),
    ...(tooLong && isVa ? ['5 units of 97124'] : []),
  ];
  const warnings = [...(isVa ? ['GP'] : []), ...(tooLong && !isVa && !isFree ? ['5 units of 97124'] : [])];
  const begins = stops.length > 0 ? 'STOP: ' : warnings.length > 0 ? 'WARN: ' : 'OK';
  return { begins, tells: [...stops, ...warnings] };
}
