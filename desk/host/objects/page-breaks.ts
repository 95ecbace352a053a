import type { Sheet } from '../../book/book';
import { integerArgument, optionalRange } from '../arguments';
import { findRange } from '../cells/find-range';
import { requireUnprotected } from '../cells/protection';
import type { ClassSpec } from '../class-spec';
import { ExcelError, invalidArgument } from '../errors';
import { object, type HostObject, type Targets } from '../targets';

/** Excel's specifications: so many a sheet, of each kind. */
const MOST = 1026;

type Breaks = Targets['PageBreakCollection'];

/** The page breaks of a sheet, across or down. A break stands before its row or column. */
export const pageBreakCollection: ClassSpec<Breaks> = {
  items: (breaks) => sorted(breaks).map((at) => object('PageBreak', { ...breaks, at })),
  item: found,
  methods: {
    Add(breaks, [range], workspace) {
      const { sheet, kind } = breaks;
      requireUnprotected(sheet);
      const { area } = optionalRange(range) ?? findRange(workspace.book, sheet, range);
      const at = kind === 'Horizontal' ? area.row : area.column;
      const places = placesOf(breaks);
      if (at === 0) throw invalidArgument();
      if (places.size >= MOST && !places.has(at)) throw new ExcelError('GeneralException');
      places.add(at);
      return object('PageBreak', { ...breaks, at });
    },
    GetCount: (breaks) => placesOf(breaks).size,
    GetItem: (breaks, [index]) => found(breaks, index),
    RemovePageBreaks(breaks) {
      requireUnprotected(breaks.sheet);
      placesOf(breaks).clear();
    },
  },
};

export const pageBreak: ClassSpec<Targets['PageBreak']> = {
  isGone: (target) => !placesOf(target).has(target.at),
  // Excel asks for a break again by its number.
  identity: (target) => ({ _Id: sorted(target).indexOf(target.at) }),
  properties: {
    RowIndex: { get: ({ kind, at }) => (kind === 'Horizontal' ? at : 0) },
    ColumnIndex: { get: ({ kind, at }) => (kind === 'Vertical' ? at : 0) },
  },
  methods: {
    Delete(target) {
      requireUnprotected(target.sheet);
      placesOf(target).delete(target.at);
    },
    GetCellAfterBreak: ({ sheet, kind, at }, _args, workspace) => {
      const corner = kind === 'Horizontal' ? { row: at, column: 0 } : { row: 0, column: at };
      return workspace.range(sheet, { ...corner, rows: 1, columns: 1 });
    },
  },
};

function found(breaks: Breaks, index: unknown): HostObject {
  const at = sorted(breaks)[integerArgument(index)];
  if (at === undefined) throw new ExcelError('ItemNotFound');
  return object('PageBreak', { ...breaks, at });
}

function placesOf({ sheet, kind }: { sheet: Sheet; kind: Breaks['kind'] }): Set<number> {
  return kind === 'Horizontal' ? sheet.pageBreakRows : sheet.pageBreakColumns;
}

function sorted(breaks: { sheet: Sheet; kind: Breaks['kind'] }): number[] {
  return [...placesOf(breaks)].sort((a, b) => a - b);
}
