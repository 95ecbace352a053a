import { labelKey } from '../../billing/values/name-key';
import { presetOf, type PresetField, type PresetId } from '../../billing/payers/presets';
import { readWorkbook } from '../../workbook/excel/read-workbook';
import { recordsOf } from '../../workbook/tables/cells';
import { findOwnTable } from '../../workbook/tables/own-table';
import { cellOf } from '../../workbook/tables/row-values';
import { Refusal } from '../../workbook/refusal';
import { isOwnDocument } from '../practice-book';
import type { Typed } from './type-into';

/** A cell of a payer's row that a preset fills, for the user to see before it is written. */
export interface PresetEntry extends Typed {
  header: string;
  /** The document that says so. */
  source: string;
}

/** What a preset would type into the empty cells of a payer's row; what stands there stays. */
export async function preparePreset(
  context: Excel.RequestContext,
  payer: string,
  id: PresetId,
): Promise<PresetEntry[]> {
  const table = findOwnTable(await readWorkbook(context, isOwnDocument), 'Payers');
  const row = table && recordsOf(table).find((each) => labelKey(each.text('name') ?? '') === labelKey(payer));
  if (!table || !row) {
    throw new Refusal('table-damaged', `The Payers table has no row for "${payer}" any more.`);
  }
  const { values } = presetOf(id);
  return table.schema.columns.flatMap((column): PresetEntry[] => {
    const said = column.key in values ? values[column.key as PresetField] : null;
    const place = row.cells[column.key];
    if (!said || !place || row.text(column.key) !== null) return [];
    const value = String(cellOf(column, said.value, false) ?? '');
    return [{ place, column, value, header: column.header, source: said.source }];
  });
}
