import { labelKey } from '../../billing/values/name-key';
import type { PresetId } from '../../billing/payers/preset-ids';
import { presetOf, type PresetField } from '../../billing/payers/presets';
import { readWorkbook } from '../../workbook/excel/read-workbook';
import { cellOf } from '../../workbook/tables/cell-values';
import { columnsOf } from '../../workbook/tables/define-table';
import { payersTable } from '../../workbook/tables/payers';
import { readTable } from '../../workbook/tables/read-table';
import { Refusal } from '../../workbook/refusal';
import type { CellChange } from '../../workbook/plan/plan';
import { isOwnDocument } from '../../workbook/plan/own-sheets';
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
  const { rows } = readTable(await readWorkbook(context, isOwnDocument), 'Payers');
  const row = rows.find(({ name }) => labelKey(name) === labelKey(payer));
  if (!row) {
    throw new Refusal('table-damaged', `The Payers table has no row for "${payer}" any more.`);
  }
  const { values, title } = presetOf(id);
  const all = { ...values, preset: { value: id, source: `Chosen: ${title}` } };
  return columnsOf(payersTable).flatMap((column): PresetEntry[] => {
    const key = column.key as PresetField | 'preset';
    const said = all[key];
    const now = row[key];
    if (!said || (Array.isArray(now) ? now.length > 0 : now !== null)) return [];
    const value = String(cellOf(column, said.value, false) ?? '');
    const entry = { column, value, header: column.header, source: said.source };
    const place = row.cells[key];
    if (place) return [{ ...entry, place }];
    const beside = row.cells.name;
    const change = { table: 'Payers', row: row.name, column: key, to: said.value } as CellChange;
    return beside ? [{ ...entry, place: beside, change }] : [];
  });
}
