import type { CellPlace } from '../../../billing/findings';
import type { SheetGrid } from '../grid';
import { isBlank, tidyText } from '../cells/text';

const LABEL = /^(?:client|patient|cliente|paciente)(?:(?:'s)? name)?\s*[:=]\s*(.*)$/i;

/** The client a title above the header names: "Client: Jane Doe", or "Client:" with the name in the next cell. */
export function titleClient(grid: SheetGrid, headerRow: number): { name: string; place: CellPlace } | null {
  for (const [row, cells] of grid.values.slice(0, headerRow).entries()) {
    for (const [column, value] of cells.entries()) {
      const label = isBlank(value) ? null : LABEL.exec(tidyText(value));
      if (label === null) continue;
      const at = label[1] === '' ? column + 1 : column;
      const name = label[1] === '' ? tidyText(cells[at] ?? '') : (label[1] ?? '');
      if (name === '') continue;
      return { name, place: { sheet: grid.name, row: grid.firstRow + row, column: grid.firstColumn + at } };
    }
  }
  return null;
}
