import type { CountedVisit } from './visit';

/** Units over a limit. They are reported, never cut: what was done stays what was done. */
export interface UnitsOverCap {
  /** The code over its own limit, or null when the visit as a whole is over the payer's. */
  code: string | null;
  units: number;
  cap: number;
}

/**
 * Where a visit exceeds the payer's daily cap (null: not known, so nothing to exceed) or the daily limit of a
 * code (null: none known).
 */
export function unitsOverCaps(
  visit: CountedVisit,
  dailyCap: number | null,
  limitOfCode: (code: string) => number | null = () => null,
): UnitsOverCap[] {
  const over: UnitsOverCap[] = [];
  for (const { code, units } of visit.codes) {
    const cap = limitOfCode(code);
    if (cap !== null && units > cap) over.push({ code, units, cap });
  }
  if (dailyCap !== null && visit.total > dailyCap)
    over.push({ code: null, units: visit.total, cap: dailyCap });
  return over;
}
