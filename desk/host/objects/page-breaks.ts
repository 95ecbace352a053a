import type { Sheet } from '../../book/book';
import { integerArgument, optionalRange } from '../arguments';
import { findRange } from '../cells/find-range';
import { requireUnprotected } from '../cells/protection';
import type { ClassSpec } from '../class-spec';
import { ExcelError, invalidArgument } from '../errors';
import { object, type HostObject, type Targets } from '../targets';

/** Horizontal page breaks. A break stands before its row. */
export const pageBreakCollection: ClassSpec<Sheet> = {
  items: (sheet) => rows(sheet).map((row) => object('PageBreak', { sheet, row })),
  item: at,
  methods: {
    Add(sheet, [range], workspace) {
      requireUnprotected(sheet);
      const { area } = optionalRange(range) ?? findRange(workspace.book, sheet, range);
      if (area.row === 0) throw invalidArgument();
      sheet.pageBreakRows.add(area.row);
      return object('PageBreak', { sheet, row: area.row });
    },
    GetCount: (sheet) => sheet.pageBreakRows.size,
    GetItem: (sheet, [index]) => at(sheet, index),
    RemovePageBreaks(sheet) {
      requireUnprotected(sheet);
      sheet.pageBreakRows.clear();
    },
  },
};

export const pageBreak: ClassSpec<Targets['PageBreak']> = {
  isGone: ({ sheet, row }) => !sheet.pageBreakRows.has(row),
  // Excel asks for a break again by its number.
  identity: ({ sheet, row }) => ({ _Id: rows(sheet).indexOf(row) }),
  properties: { RowIndex: { get: ({ row }) => row } },
  methods: {
    Delete({ sheet, row }) {
      requireUnprotected(sheet);
      sheet.pageBreakRows.delete(row);
    },
    GetCellAfterBreak: ({ sheet, row }, _args, workspace) =>
      workspace.range(sheet, { row, column: 0, rows: 1, columns: 1 }),
  },
};

function at(sheet: Sheet, index: unknown): HostObject {
  const row = rows(sheet)[integerArgument(index)];
  if (row === undefined) throw new ExcelError('ItemNotFound');
  return object('PageBreak', { sheet, row });
}

function rows(sheet: Sheet): number[] {
  return [...sheet.pageBreakRows].sort((a, b) => a - b);
}
