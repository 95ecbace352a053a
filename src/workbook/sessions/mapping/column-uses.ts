import type { SessionField } from '../../../billing/records/session';
import { outcomeMeasure } from '../../../billing/documents/outcome-measures';
import type { ColumnMapping, ColumnUse } from '../column-mapping';
import type { Column } from './columns';
import { normaliseHeader } from './header-words';

/** What became of each column of a table: taken for a field, offered as one, kept for progress reports, or not used. */
export function usesOf(
  columns: readonly Column[],
  { fields, unsure }: Pick<ColumnMapping, 'fields' | 'unsure'>,
): ColumnUse[] {
  return columns.map(({ index, label }) => {
    const taken = (Object.keys(fields) as SessionField[]).filter((field) =>
      fields[field]?.columnIndexes.includes(index),
    );
    if (taken.length > 0) return { column: index, label, use: 'taken', fields: taken };
    const offered = unsure.filter(({ candidates }) => candidates.includes(label)).map(({ field }) => field);
    if (offered.length > 0) return { column: index, label, use: 'offered', fields: offered };
    const isOutcome = outcomeMeasure(normaliseHeader(label)) !== null;
    return { column: index, label, use: isOutcome ? 'outcome' : 'not used', fields: [] };
  });
}
