import type { SessionField } from '../../../billing/records/session';
import type { UnsureField } from '../column-mapping';
import type { Column } from './columns';
import type { ColumnProfile } from './content';
import { FIELD_NAMES } from './field-names';
import { isUnnamed, MOST } from './scores';

/** Of which values a column is asked about that has no known header, and what they say. */
const ASKED: readonly { field: SessionField; says: string; isSo: (profile: ColumnProfile) => boolean }[] = [
  { field: 'status', says: 'says how visits went', isSo: saysHow },
  { field: 'billed', says: 'says what was billed', isSo: ({ billed, filled }) => billed > 0 && billed >= MOST * filled },
  // Ticks and letters that nobody can read: what they may say would change a claim.
  { field: 'status', says: 'has marks that may say how visits went', isSo: areMarks },
  { field: 'billed', says: 'has marks that may say what was billed before', isSo: areMarks },
  { field: 'cpt', says: 'holds numbers like procedure codes', isSo: ({ codes, filled }) => codes > 0 && codes >= MOST * filled },
  { field: 'dx', says: 'holds texts like diagnosis codes', isSo: ({ diagnoses, filled }) => diagnoses > 0 && diagnoses >= MOST * filled },
  { field: 'provider', says: 'has initials that may say who gave the session', isSo: ({ initials, filled }) => initials > 0 && initials >= MOST * filled },
  { field: 'place', says: 'says where visits took place', isSo: ({ places, filled }) => places > 0 && places >= MOST * filled },
]; // prettier-ignore

/** A column in which all that is known says that they came is none to ask about; one with words beside that is. */
function saysHow({ notKept, statuses, filled }: ColumnProfile): boolean {
  return statuses > 0 && statuses >= MOST * filled && (notKept > 0 || statuses < filled);
}

function areMarks({ marks, telling, filled }: ColumnProfile): boolean {
  return telling > 0 && marks >= MOST * filled;
}

/**
 * Columns under headers that nobody knows, whose values would matter on a claim, by the field that no other column was
 * taken for: they are asked about before anything is billed, and never taken.
 */
export function askedColumns(
  columns: readonly Column[],
  isTaken: (field: SessionField) => boolean,
  isUsed: (column: Column) => boolean,
): UnsureField[] {
  const open = columns.filter((column) => isUnnamed(column) && column.profile.filled > 0 && !isUsed(column));
  const asked = new Map<SessionField, { says: string; labels: string[] }>();
  for (const { label, profile } of open) {
    const found = ASKED.find(({ field, isSo }) => !isTaken(field) && isSo(profile));
    if (found === undefined) continue;
    const known = asked.get(found.field) ?? { says: found.says, labels: [] };
    asked.set(found.field, known);
    known.labels.push(label);
  }
  return [...asked].map(([field, { says, labels }]) => ({
    field,
    candidates: labels,
    why: `${labels.map((label) => `"${label}"`).join(' and ')} ${says}, but nothing names it: is it ${FIELD_NAMES[field]}?`,
    needed: true,
  }));
}
