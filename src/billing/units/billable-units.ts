import type { UnitRule } from '../records/practice';
import { unitsByMidpoint } from './midpoint';
import { unitsByTotalTime } from './total-time';
import type { TimedItem, UnitsOutcome } from './visit';

const COUNTING: Record<UnitRule, (items: readonly TimedItem[]) => UnitsOutcome> = {
  CMS: unitsByTotalTime,
  AMA: unitsByMidpoint,
};

/** The units of one visit (a client's date of service) under a rule. */
export function countUnits(items: readonly TimedItem[], rule: UnitRule): UnitsOutcome {
  return COUNTING[rule](items);
}

/** What minutes without a code are counted as: any timed code gives the same. */
const SOME_TIMED_CODE = '97124';

/**
 * Units for columns of minutes and codes. One code for several minutes holds for all of them; no codes at all
 * means timed minutes of one service. A row without minutes and code is empty and has no units.
 */
export function billableUnits(
  minutes: readonly (number | null)[],
  codes: readonly string[],
  rule: UnitRule,
): UnitsOutcome {
  if (codes.length > 1 && codes.length !== minutes.length) {
    const reason = `There are ${minutes.length} minutes for ${codes.length} codes; each code needs its own minutes.`;
    return { ok: false, reason, item: null };
  }
  const rows = minutes.map((spent, row) => {
    const code = codes.length === 0 ? SOME_TIMED_CODE : ((codes.length === 1 ? codes[0] : codes[row]) ?? '');
    return { row, item: { code, minutes: spent } };
  });
  const codeIsShared = codes.length === 0 || (codes.length === 1 && minutes.length > 1);
  const filled = rows.filter(
    ({ item }) => item.minutes !== null || (item.code.trim() !== '' && !codeIsShared),
  );
  const outcome = countUnits(
    filled.map(({ item }) => item),
    rule,
  );
  return outcome.ok ? byRow(outcome, filled, rows.length) : { ...outcome, item: rowOf(filled, outcome.item) };
}

/** Positions among the filled rows turned back into positions among all rows. */
function byRow(
  outcome: UnitsOutcome & { ok: true },
  filled: readonly { row: number }[],
  rows: number,
): UnitsOutcome {
  const { visit } = outcome;
  const units = Array.from({ length: rows }, () => 0);
  filled.forEach(({ row }, item) => (units[row] = visit.units[item] ?? 0));
  const codes = visit.codes.map((code) => ({
    ...code,
    items: code.items.map((item) => rowOf(filled, item) ?? item),
  }));
  return { ok: true, visit: { ...visit, units, codes } };
}

function rowOf(filled: readonly { row: number }[], item: number | null): number | null {
  return item === null ? null : (filled[item]?.row ?? null);
}
