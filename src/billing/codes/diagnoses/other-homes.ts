import { parseIso, type Day } from '../../values/day';

/** Codes in another place of the book that a condition moved to, which no common beginning can tell. */
export interface OtherHome {
  /** The condition, as a therapist would say it. */
  condition: string;
  codes: string[];
  from: Day;
  source: string;
}

const OTHER_HOMES: ReadonlyMap<string, Omit<OtherHome, 'from'> & { from: string }> = new Map(
  Object.entries({
    'M72.2': {
      condition: 'plantar fasciitis',
      codes: ['M67.A01', 'M67.A02', 'M67.A09'],
      from: '2026-10-01',
      source: 'CMS ICD-10-CM addenda FY2027',
    },
  }),
);

/** Where a condition that was billed with this code belongs on that date, or null. */
export function otherHome(code: string, day: Day): OtherHome | null {
  const home = OTHER_HOMES.get(code);
  const from = home ? parseIso(home.from) : null;
  return home && from !== null && day >= from ? { ...home, from } : null;
}
