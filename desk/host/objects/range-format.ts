import { LIMITS, type Sheet } from '../../book/book';
import { booleanArgument, integerArgument, numberArgument, wordArgument } from '../arguments';
import { autofitWidth } from '../cells/autofit';
import { requireUnprotected } from '../cells/protection';
import { restyle, sharedStyle } from '../cells/restyle';
import { uniform } from '../cells/uniform';
import type { ClassSpec } from '../class-spec';
import { invalidArgument, unsupported } from '../errors';
import { object, type RangeTarget } from '../targets';

const HORIZONTAL = [
  'General',
  'Left',
  'Center',
  'Right',
  'Fill',
  'Justify',
  'CenterAcrossSelection',
  'Distributed',
] as const;
const VERTICAL = ['Top', 'Center', 'Bottom', 'Justify', 'Distributed'] as const;

/** Points: a column of 8.43 characters and a row of Calibri 11, as a new workbook has them. */
const STANDARD = { width: 48, height: 15 };
/** Points: what Excel refuses to exceed (255 characters; 409 points). */
const LARGEST = { width: 1342.5, height: 409.5 };

export const rangeFormat: ClassSpec<RangeTarget> = {
  properties: {
    HorizontalAlignment: {
      get: (range) => sharedStyle(range, (style) => style.horizontalAlignment ?? 'General'),
      set: (range, value) => restyle(range, { horizontalAlignment: wordArgument(value, HORIZONTAL) }),
    },
    VerticalAlignment: {
      get: (range) => sharedStyle(range, (style) => style.verticalAlignment ?? 'Bottom'),
      set: (range, value) => restyle(range, { verticalAlignment: wordArgument(value, VERTICAL) }),
    },
    WrapText: {
      get: (range) => sharedStyle(range, (style) => style.wrapText),
      set: (range, value) => restyle(range, { wrapText: booleanArgument(value) }),
    },
    IndentLevel: {
      get: (range) => sharedStyle(range, (style) => style.indent),
      set(range, value) {
        const indent = integerArgument(value);
        if (indent < 0 || indent > 250) throw invalidArgument();
        restyle(range, { indent });
      },
    },
    ColumnWidth: {
      get: ({ sheet, area }) =>
        uniform(
          { ...area, rows: 1 },
          (_row, column) => sheet.columnFormats.get(column)?.width ?? STANDARD.width,
        ),
      set({ sheet, area }, value) {
        requireUnprotected(sheet);
        const width = size(value, LARGEST.width);
        for (let column = area.column; column < area.column + area.columns; column++) {
          setColumnWidth(sheet, column, width);
        }
      },
    },
    RowHeight: {
      get: ({ sheet, area }) =>
        uniform({ ...area, columns: 1, rows: Math.min(area.rows, usedRows(sheet, area.row) + 1) }, (row) => {
          return sheet.rowFormats.get(row)?.height ?? STANDARD.height;
        }),
      set({ sheet, area }, value) {
        requireUnprotected(sheet);
        if (area.rows === LIMITS.rows) throw unsupported('row heights of a whole sheet');
        const height = size(value, LARGEST.height);
        for (let row = area.row; row < area.row + area.rows; row++) setRowHeight(sheet, row, height);
      },
    },
  },
  links: {
    Borders: (range) => object('RangeBorderCollection', range),
    Fill: (range) => object('RangeFill', range),
    Font: (range) => object('RangeFont', range),
    Protection: (range) => object('FormatProtection', range),
  },
  calculated: new Set(['AutofitColumns']),
  methods: {
    AutofitColumns({ sheet, area }) {
      requireUnprotected(sheet);
      const used = sheet.usedArea(true);
      if (!used) return;
      const last = Math.min(area.column + area.columns, used.column + used.columns);
      for (let column = area.column; column < last; column++) {
        const width = autofitWidth(sheet, { ...area, column, columns: 1 });
        if (width !== null) setColumnWidth(sheet, column, width);
      }
    },
    // A row without a height of its own is as high as its content needs: Excel measures it on opening.
    AutofitRows({ sheet, area }) {
      requireUnprotected(sheet);
      for (const [row, format] of sheet.rowFormats) {
        if (row >= area.row && row < area.row + area.rows)
          sheet.rowFormats.set(row, { ...format, height: null });
      }
    },
  },
};

function size(value: unknown, largest: number): number {
  const points = numberArgument(value);
  if (points < 0 || points > largest) throw invalidArgument();
  return points;
}

function setColumnWidth(sheet: Sheet, column: number, width: number): void {
  const format = sheet.columnFormats.get(column) ?? { hidden: false, style: 0 };
  sheet.columnFormats.set(column, { ...format, width });
}

function setRowHeight(sheet: Sheet, row: number, height: number): void {
  const format = sheet.rowFormats.get(row) ?? { hidden: false };
  sheet.rowFormats.set(row, { ...format, height });
}

/** How many rows below one may have a height of their own. */
function usedRows(sheet: Sheet, from: number): number {
  let most = 0;
  for (const row of sheet.rowFormats.keys()) most = Math.max(most, row - from);
  return most;
}
