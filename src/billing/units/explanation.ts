import { minutesOfUnits, UNIT_MINUTES } from './unit-table';
import type { CodeUnits, CountedVisit } from './visit';

/** Why a visit has these units, sentence by sentence, for somebody who wants to check the sum. */
export function whyUnits(visit: CountedVisit): string[] {
  const timed = visit.codes.filter((code) => code.timed);
  const sentences = visit.rule === 'CMS' ? totalTimeSentences(visit, timed) : timed.map(ownTimeSentence);
  for (const { code, timed: byTime } of visit.codes) {
    if (!byTime) sentences.push(`${code} is not billed by time: 1 unit, and its minutes do not count.`);
  }
  for (const { code, items } of visit.codes) {
    if (items.length > 1) sentences.push(`${code} stands on ${items.length} lines; bill it as one line.`);
  }
  return sentences;
}

function totalTimeSentences(visit: CountedVisit, timed: readonly CodeUnits[]): string[] {
  if (timed.length === 0) return [];
  const units = timed.reduce((sum, code) => sum + code.units, 0);
  const { least, most } = minutesOfUnits(units);
  const sentences = [
    `${visit.timedMinutes} timed minutes are ${counted(units)} (${least} to ${most} minutes).`,
    ...timed.map(wholeFifteensSentence),
  ];
  if (visit.tie) {
    const { codes, units: free } = visit.tie;
    sentences.push(
      `${codes.join(' and ')} have the same minutes over: you may choose which gets ${counted(free)}.`,
    );
  }
  return sentences;
}

function wholeFifteensSentence(code: CodeUnits): string {
  const earns = code.units > code.full ? ', which earn one more' : '';
  const over = code.leftover > 0 ? ` and ${code.leftover} over${earns}` : '';
  return `${code.code}: ${code.minutes} minutes are ${code.full} times ${UNIT_MINUTES}${over}: ${counted(code.units)}.`;
}

function ownTimeSentence(code: CodeUnits): string {
  const { least, most } = minutesOfUnits(code.units);
  return `${code.code}: ${code.minutes} minutes alone are ${counted(code.units)} (${least} to ${most} minutes).`;
}

function counted(units: number): string {
  return units === 1 ? '1 unit' : `${units} units`;
}
