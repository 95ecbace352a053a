export interface InterestCap {
  /** Two letters. */
  state: string;
  /** Percent a year on medical debt. */
  percent: number;
  /** First day it holds. */
  since: string;
  source: string;
}

/** Most interest on medical debt, by state. A state that is not here is not known: nothing is assumed of it. */
const CAPS: readonly InterestCap[] = [
  {
    state: 'WA',
    percent: 9,
    since: '2019-07-28',
    source: 'RCW 19.52.010 and .020 as amended by SHB 1531, since 2019-07-28',
  },
];

/** The cap of a state, by its two letters; null where it is not known. */
export function interestCap(state: string | null): InterestCap | null {
  const letters = (state ?? '').trim().toUpperCase();
  return CAPS.find((cap) => cap.state === letters) ?? null;
}
