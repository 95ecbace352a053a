import type { DrawnBox, DrawnText, Drawing } from '../../pdf/drawing';
import { boxKey } from '../claim-labels';
import { BOX_ENTRIES } from '../cms1500-boxes';
import { lineBoxes } from '../service-boxes';
import { GRID, cellsAt, pointAt } from './grid';
import { NO_OFFSET } from './offset';
import { overlayDrawing } from './overlay-drawing';
import { MARK_FIELDS, ROWS_A_LINE } from './overlay-fields';
import type { OverlayText } from './overlay-texts';
import { LINE_HEAD_ROWS, LINE_OUTLINES, LINE_ROWS, OUTLINE_BOXES, type Caption } from './outline-boxes';

const RULE = { lineWidth: 0.4, lineGray: 0.45 } as const;
const SHADE = 0.93;
const SMALL = { size: 5.25, font: 'Helvetica', gray: 0.3 } as const;
/** Lines stand a little to the left of the first letter. */
const NUDGE = 3;
/** From the upper edge of a cell down to where a caption, and the words of marks below it, stand. */
const CAPTION_DOWN = 5.5;
const MARK_WORD_DOWN = 11;

const names = new Map([...BOX_ENTRIES, ...lineBoxes].map((entry) => [boxKey(entry), entry]));

/** The texts of a page inside an outline of our own, for the file; never moved, as no form lies under it. */
export function outlineDrawing(texts: readonly OverlayText[], whose: string): Drawing {
  return {
    texts: [...heading(whose), ...captions, ...markWords, ...overlayDrawing(texts, NO_OFFSET).texts],
    lines: [],
    boxes: [...outlines, ...lineOutlines, ...markBoxes],
  };
}

function heading(whose: string): DrawnText[] {
  const at = (row: number) => pointAt(row, 1, NO_OFFSET);
  return [
    { ...at(2), text: 'Claim, file copy', size: 14, font: 'Helvetica-Bold', gray: 0 },
    { ...at(3), text: whose, size: 9, font: 'Helvetica', gray: 0 },
    { ...at(4), text: 'For the file, not for sending: payers take the red form only.', ...SMALL, size: 7 },
  ];
}

function rectangle(
  [firstRow, lastRow]: readonly [number, number],
  [first, last]: readonly [number, number],
): DrawnBox {
  const cells = cellsAt({ first: firstRow, last: lastRow }, { first, last });
  return { ...cells, x: cells.x - NUDGE, ...RULE, fillGray: null };
}

const outlines = OUTLINE_BOXES.map(({ rows, columns, shaded }) => ({
  ...rectangle(rows, columns),
  fillGray: shaded ? SHADE : null,
}));

const upperRows = Array.from({ length: (LINE_ROWS[1] - LINE_ROWS[0] + 1) / ROWS_A_LINE }, (_, index) => {
  const row = LINE_ROWS[0] + index * ROWS_A_LINE;
  return { ...rectangle([row, row], [1, GRID.columns]), lineWidth: 0, fillGray: SHADE };
});
const lineRules = upperRows.map((upper) => ({
  ...upper,
  height: ROWS_A_LINE * GRID.rowHeight,
  ...RULE,
  fillGray: null,
}));
const lineOutlines: readonly DrawnBox[] = [
  ...upperRows,
  ...lineRules,
  ...LINE_OUTLINES.flatMap(({ columns }) => [
    rectangle(LINE_HEAD_ROWS, columns),
    rectangle(LINE_ROWS, columns),
  ]),
];

function captionText({ box, text }: Caption): string {
  if (text !== undefined) return text;
  const entry = names.get(box);
  if (!entry) throw new RangeError(`there is no box ${box}`);
  const isFirst = BOX_ENTRIES.find(({ number }) => number === entry.number) === entry;
  return isFirst ? `${entry.number}  ${entry.name}` : entry.name;
}

function captionAt(row: number, column: number, level: Caption['level']): { x: number; y: number } {
  const { x, y } = cellsAt({ first: row, last: row }, { first: column, last: column });
  return level === 'beside' ? pointAt(row, column, NO_OFFSET) : { x: x - 1, y: y + CAPTION_DOWN };
}

const captions: readonly DrawnText[] = [
  { ...captionAt(1, 41, 'above'), text: names.get('payer name')?.name ?? '', ...SMALL },
  ...OUTLINE_BOXES.flatMap(({ rows, columns, captions: inside }) =>
    inside.map((caption) => ({
      ...captionAt(caption.row ?? rows[0], caption.column ?? columns[0], caption.level),
      text: captionText(caption),
      ...SMALL,
    })),
  ),
  ...LINE_OUTLINES.flatMap(({ box, columns, text }): DrawnText[] => {
    const entry = names.get(box);
    const [head, nameRow] = LINE_HEAD_ROWS;
    return [
      { ...captionAt(head, columns[0], 'above'), text: entry?.number ?? '', ...SMALL },
      { ...captionAt(nameRow, columns[0], 'above'), text: text ?? entry?.name ?? '', ...SMALL },
    ];
  }),
];

const marks = MARK_FIELDS.flatMap(({ row, columns }) =>
  Object.entries(columns).map(([word, column]) => ({ row, column, word })),
);

const markWords = marks.map(({ row, column, word }): DrawnText => {
  const above = cellsAt({ first: row - 1, last: row - 1 }, { first: column, last: column });
  return { x: above.x - 1, y: above.y + MARK_WORD_DOWN, text: word, ...SMALL, size: 4.25 };
});

const markBoxes = marks.map(({ row, column }): DrawnBox => {
  const { x, y } = pointAt(row, column, NO_OFFSET);
  return { x: x - 0.6, y: y - 8, width: GRID.columnWidth + 1.2, height: 9, ...RULE, fillGray: null };
});
