import type { GridTable, GridValue, SheetGrid } from '../../../src/workbook/sessions/grid';

/** A sheet for a test: values from A1 on, formats by column letter position where they matter. */
export function sheet(
  values: GridValue[][],
  more: {
    name?: string;
    formats?: string[];
    tables?: GridTable[];
    date1904?: boolean;
    firstRow?: number;
  } = {},
): SheetGrid {
  return {
    name: more.name ?? 'Sessions',
    firstRow: more.firstRow ?? 1,
    firstColumn: 1,
    values,
    formats: more.formats === undefined ? [] : values.map(() => more.formats ?? []),
    tables: more.tables ?? [],
    date1904: more.date1904 ?? false,
  };
}
