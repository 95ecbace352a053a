import { largest } from '../../billing/values/lists';
import { columnTotal } from './lay-out-table';
import { neededWidth } from './page-rows';
import type { ReportBlock, ReportTable } from './report';
import { spansOn } from './spans';
import { cellStyle, laidNumber, laidValue } from './values';

/** The widths, with room for every amount: Excel shows #### for a number that is wider than its column. */
export function wideEnough(widths: readonly number[], blocks: readonly ReportBlock[]): number[] {
  const wide = [...widths];
  for (const block of blocks) if (block.kind === 'table') widen(wide, block);
  return wide;
}

function widen(widths: number[], table: ReportTable): void {
  const spans = spansOn(table.columns, widths.length);
  let next = 0;
  table.columns.forEach(({ holds, total }, index) => {
    const span = spans[index] ?? 1;
    next += span;
    // Over several columns cells are merged where they must.
    if (span !== 1 || holds === 'text') return;
    const values = table.rows.flatMap(
      ({ cells }) => laidValue(cells[index] ?? null, holds, () => null) ?? [],
    );
    if (total && table.total !== undefined) values.push(laidNumber(columnTotal(table, index), holds));
    const needed = values
      .filter(({ kind }) => kind !== 'text')
      .map((value) => neededWidth({ value, style: cellStyle(value, holds), bold: true }));
    widths[next - 1] = largest(needed, widths[next - 1] ?? 0);
  });
}
