import { BEHAVIOR_AND_NUTRITION } from './procedure-table/behavior-and-nutrition';
import { MENTAL_HEALTH } from './procedure-table/mental-health';
import { MEDICAL_VISITS } from './procedure-table/office-visits';
import { REHABILITATION } from './procedure-table/rehabilitation';
import type { Procedure } from './procedure-table/row';
import { SPINE_AND_NEEDLES } from './procedure-table/spine-and-needles';

export type { Procedure } from './procedure-table/row';

/** The codes of every family, physical medicine first. */
const TABLE: readonly Procedure[] = [
  ...REHABILITATION,
  ...SPINE_AND_NEEDLES,
  ...MEDICAL_VISITS,
  ...MENTAL_HEALTH,
  ...BEHAVIOR_AND_NUTRITION,
];

const BY_CODE: ReadonlyMap<string, Procedure> = new Map(TABLE.map((row) => [row.code, row]));

/** The procedure with that code (five characters, capitals), or null when the table does not know it. */
export function procedure(code: string): Procedure | null {
  return BY_CODE.get(code) ?? null;
}

/** Every procedure of the table, most usual for massage first. */
export function procedures(): readonly Procedure[] {
  return TABLE;
}

/** Whether the code is given under a plan of care (GP, GO, GN). */
export function standsUnderPlan(code: string): boolean {
  return (procedure(code)?.plans ?? []).length > 0;
}

const RUNGS = new Map<string, Procedure[]>();
const ADD_ONS = new Map<string, Procedure[]>();
for (const row of TABLE) {
  if (row.counting.kind === 'ladder') listed(RUNGS, row.counting.ladder).push(row);
  for (const primary of row.addOnOf ?? []) listed(ADD_ONS, primary).push(row);
}

/** The codes of one ladder, shortest time first. */
export function rungsOf(ladder: string): readonly Procedure[] {
  return RUNGS.get(ladder) ?? [];
}

/** The codes that may be added to a code. */
export function addOnsOf(code: string): readonly Procedure[] {
  return ADD_ONS.get(code) ?? [];
}

function listed(lists: Map<string, Procedure[]>, key: string): Procedure[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
