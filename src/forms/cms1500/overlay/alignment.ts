import type { Drawing, DrawnLine, DrawnText } from '../../pdf/drawing';
import { GRID, pointAt } from './grid';
import type { Offset } from './offset';
import { FIRST_LINE_ROW, LINE_FIELDS, MARK_FIELDS, ROWS_A_LINE, TEXT_FIELDS } from './overlay-fields';
import type { Stretch } from './overlay-fields';
import { LINES_PER_PAGE } from '../cms1500-boxes';

const INSTRUCTIONS = [
  'Alignment test for the CMS-1500 (02/12)',
  'Print at actual size (100 %, no scaling) on the form, or on plain paper',
  'held behind it against the light. Every X must stand inside its box.',
  'If not, measure how far off it is and set the offset: the first number',
  'moves to the right, the second down; 72 points are an inch.',
];

/** First printed row of the form, below the payer's address. */
const FORM_TOP = 8;
const FORM_BOTTOM = 61;

/** An X in the first and last place of every field, a frame of X around the form, and rulers. */
export function alignmentDrawing(offset: Offset): Drawing {
  const places = new Map<string, { row: number; column: number }>();
  for (const place of [...fieldEnds(), ...frame()]) places.set(`${place.row} ${place.column}`, place);
  const marks = [...places.values()].map(({ row, column }): DrawnText => ({
    text: 'X',
    ...pointAt(row, column, offset),
    size: GRID.fontSize,
    font: 'Courier',
    gray: 0,
  }));
  return {
    texts: [...marks, ...words(offset), ...rulerNumbers(offset)],
    lines: rulers(offset),
    boxes: [],
  };
}

function fieldEnds(): { row: number; column: number }[] {
  const lineNumbers = Array.from({ length: LINES_PER_PAGE }, (_, index) => index);
  const fields: Stretch[] = [
    ...TEXT_FIELDS.flatMap((field) => (field.then ? [field, field.then] : [field])),
    ...LINE_FIELDS.flatMap((field) =>
      lineNumbers.map((line) => ({ ...field, row: field.row + line * ROWS_A_LINE })),
    ),
    ...MARK_FIELDS.flatMap(({ row, columns }) =>
      Object.values(columns).map((column) => ({ row, column, width: 1 })),
    ),
  ];
  return fields.flatMap(({ row, column, width }) => [
    { row, column },
    { row, column: column + width - 1 },
  ]);
}

/** The outermost places in which anything is printed. */
function frame(): { row: number; column: number }[] {
  const rows = [FORM_TOP, FIRST_LINE_ROW, FORM_BOTTOM];
  return rows.flatMap((row) => [1, GRID.columns].map((column) => ({ row, column })));
}

function words(offset: Offset): DrawnText[] {
  const said = [
    ...INSTRUCTIONS,
    `Printed with an offset of ${String(offset.right)} points right, ${String(offset.down)} points down.`,
  ];
  return said.map((text, index) => ({
    text,
    x: GRID.left,
    y: GRID.top + 24 + index * 10,
    size: 8,
    font: index === 0 ? 'Helvetica-Bold' : 'Helvetica',
    gray: 0,
  }));
}

const TICK = 4;
const LONG_TICK = 8;
const EVERY = 10;
const HAIRLINE = 0.4;

/** Columns above the payer's address, rows at the left edge. */
function rulers(offset: Offset): DrawnLine[] {
  const columns = Array.from({ length: GRID.columns + 1 }, (_, index): DrawnLine => {
    const { x } = pointAt(1, index + 1, offset);
    const long = index % EVERY === 0;
    return line(x, GRID.top, x, GRID.top + (long ? LONG_TICK : TICK));
  });
  const rows = Array.from({ length: FORM_BOTTOM }, (_, index): DrawnLine => {
    const { y } = pointAt(index + 1, 1, offset);
    const long = (index + 1) % EVERY === 0;
    return line(RULER_LEFT, y, RULER_LEFT + (long ? LONG_TICK : TICK), y);
  });
  return [...columns, ...rows];
}

/** As far to the left as ordinary printers reach. */
const RULER_LEFT = 13;

function line(x: number, y: number, toX: number, toY: number): DrawnLine {
  return { x, y, toX, toY, width: HAIRLINE, gray: 0 };
}

function rulerNumbers(offset: Offset): DrawnText[] {
  const tens = (most: number) =>
    Array.from({ length: Math.floor(most / EVERY) }, (_, index) => (index + 1) * EVERY);
  const small = { size: 5, font: 'Helvetica', gray: 0 } as const;
  return [
    ...tens(GRID.columns).map((column) => ({
      ...small,
      text: String(column),
      x: pointAt(1, column + 1, offset).x + 1,
      y: GRID.top + LONG_TICK,
    })),
    ...tens(FORM_BOTTOM).map((row) => ({
      ...small,
      text: String(row),
      x: RULER_LEFT,
      y: pointAt(row, 1, offset).y - 1,
    })),
  ];
}
