import { procedure } from '../../billing/codes/procedures';
import type { Session } from '../../billing/records/session';
import { unitsOfMinutes } from '../../billing/units/unit-table';
import { sessionKey } from '../../billing/visits/session-key';
import type { RowQuestion } from './row-question';

const AS_WRITTEN = 'as-written';
export const UNITS_ANSWERS = [{ value: AS_WRITTEN, words: 'Bill the units as written' }];

/** Asks about a row that writes more units of timed codes than its own minutes make under any rule. */
export function unitsQuestion(session: Session, answers: ReadonlyMap<string, string>): RowQuestion | null {
  const { minutes, procedures } = session;
  const key = `units-${sessionKey(session)}`;
  const timed = procedures.filter(({ code }) => procedure(code)?.counting.kind === 'timed');
  const written = timed.reduce((sum, { units }) => sum + (units ?? 0), 0);
  const areOwn = timed.some((each) => each.minutes !== null);
  if (minutes === null || areOwn || answers.get(key) === AS_WRITTEN) return null;
  // Two codes may each round up under the AMA rule: one unit more for each further code is no contradiction.
  const most = unitsOfMinutes(minutes) + Math.max(0, timed.length - 1);
  if (written <= most) return null;
  return {
    rule: 'session-more-units-than-minutes',
    key,
    message: (rows) =>
      `${rows} writes ${String(written)} units, and its ${String(minutes)} minutes make ${String(unitsOfMinutes(minutes))}.`,
    fix: 'Correct the minutes or the units; if the units are right as written, say so.',
    source: 'Medicare Claims Processing Manual, chapter 5, section 20.2 (8-minute rule)',
    answers: UNITS_ANSWERS,
    cell: ({ cells, place }) => cells.units ?? cells.cpt ?? place,
  };
}
