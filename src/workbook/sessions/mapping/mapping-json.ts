import type { SessionField } from '../../../billing/records/session';
import type { ColumnMapping } from '../column-mapping';

/** The mapping as `desk map --json` prints it; `column` is a list where columns are joined. */
export interface MappingJson {
  sheet: string;
  headerRow: number;
  fields: Partial<Record<SessionField, { column: string | string[]; confidence: number; factor?: number }>>;
  unsure: { field: SessionField; candidates: string[]; why: string }[];
}

export function mappingToJson(mapping: ColumnMapping): MappingJson {
  const fields: MappingJson['fields'] = {};
  for (const [field, mapped] of Object.entries(mapping.fields)) {
    const [only = '', ...more] = mapped.columns;
    fields[field as SessionField] = {
      column: more.length === 0 ? only : mapped.columns,
      confidence: mapped.confidence,
      ...(mapped.factor === 1 ? {} : { factor: mapped.factor }),
    };
  }
  const unsure = mapping.unsure.map(({ field, candidates, why }) => ({ field, candidates, why }));
  return { sheet: mapping.sheet, headerRow: mapping.headerRow, fields, unsure };
}
