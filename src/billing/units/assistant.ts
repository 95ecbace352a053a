import { unitsOfMinutes, UNIT_MINUTES, MINUTES_FOR_A_UNIT } from './unit-table';

/** Units of a timed code that stand with the assistant's modifier and without it; together those that all minutes make. */
export interface AssistantUnits {
  marked: number;
  unmarked: number;
}

/**
 * Units of one timed code of which the therapist and the assistant each gave some minutes, one after the other. Whole
 * quarter hours go to who gave them. The last unit is the therapist's if she gave eight minutes of it or more, else the
 * assistant's; where two are left, nine to fourteen minutes each, one is each's (CMS "Therapy Services" page, rules
 * since 2022). An assistant's part of a tenth or less marks nothing.
 */
export function assistantUnits(therapist: number, assistant: number): AssistantUnits {
  const total = therapist + assistant;
  const units = unitsOfMinutes(total);
  if (assistant * 10 <= total) return { marked: 0, unmarked: units };
  let unmarked = Math.min(units, Math.floor(therapist / UNIT_MINUTES));
  let marked = Math.min(units - unmarked, Math.floor(assistant / UNIT_MINUTES));
  const left = units - unmarked - marked;
  const rest = therapist % UNIT_MINUTES;
  if (left >= 1 && rest >= MINUTES_FOR_A_UNIT) unmarked += 1;
  else if (left >= 1) marked += 1;
  if (left >= 2) marked += left - 1;
  return { marked, unmarked };
}
