import type { Claim } from '../../billing/claims/claim';
import type { Form, FormPage, FrameArea } from '../form';
import type { Box } from './box';
import { boxKey, boxLabels, lineLook } from './claim-labels';
import {
  COLUMN_WIDTHS,
  LINE_COLUMNS,
  OUTLINES,
  PAYER_PLACES,
  PLACES,
  ROWS,
  ROW_HEIGHTS,
} from './claim-layout';
import { LINES_PER_PAGE, cms1500Boxes, linePages } from './cms1500-boxes';

const LAST_COLUMN = COLUMN_WIDTHS.length;
const NOTICE = 'For reading and checking; not the red form.';

const outlines = OUTLINES.map(({ row, rows, column, lastColumn, reserved }): FrameArea => ({
  row,
  rows,
  column,
  columns: lastColumn - column + 1,
  style: reserved ? 'boxEmpty' : 'box',
}));

/** The grid of box 24: a column each, modifiers wide enough for four of them. */
const grid = LINE_COLUMNS.flatMap(([number, part, column]): FrameArea[] => {
  const columns = part === 'modifiers' ? 2 : 1;
  const style = lineLook(number).value;
  return [
    { row: ROWS.lineHead, rows: LINES_PER_PAGE + 1, column, columns, style: 'box' },
    { row: ROWS.firstLine, rows: LINES_PER_PAGE, column, columns, style },
  ];
});

const lineRules = Array.from({ length: LINES_PER_PAGE }, (_, index): FrameArea => ({
  row: ROWS.firstLine + index,
  rows: 1,
  column: 1,
  columns: LAST_COLUMN,
  style: 'lineAbove',
}));

/** The readable claim page: every box of the CMS-1500 (02/12) with its number and a short name of ours. */
export const claimForm: Form = {
  name: 'Claim page',
  columnWidths: [...COLUMN_WIDTHS],
  rowHeights: [...ROW_HEIGHTS],
  cells: [
    { row: ROWS.title, column: 1, text: 'Claim page', style: 'title' },
    { row: ROWS.title + 1, column: 1, text: NOTICE, style: 'subtitle' },
    ...boxLabels,
  ],
  areas: [
    { row: 1, rows: ROWS.last, column: 1, columns: LAST_COLUMN, style: 'value' },
    ...outlines,
    { row: ROWS.lineHead, rows: 1, column: 1, columns: LAST_COLUMN, style: 'lineHead' },
    ...grid,
    ...lineRules,
    { row: ROWS.account, rows: 1, column: 1, columns: 1, style: 'caption' },
    { row: 1, rows: 1, column: 9, columns: 1, style: 'valueStrong' },
    { row: ROWS.billing + 1, rows: 1, column: 9, columns: 1, style: 'valueStrong' },
  ],
  page: {
    orientation: 'Portrait',
    margins: { top: 28, bottom: 28, left: 25, right: 25 },
    fitToWidth: true,
  },
};

export { linePages };

const placesByBox = new Map([...PAYER_PLACES, ...PLACES].map((place) => [boxKey(place), place]));
const lineColumns = new Map(LINE_COLUMNS.map(([number, part, column]) => [boxKey({ number, part }), column]));

/** The pages of one claim, six service lines each, to be laid on the `claimForm`. */
export function claimPages(claim: Claim): FormPage[] {
  const pages = linePages(claim);
  return pages.map((page, index) => ({
    values: [
      {
        row: ROWS.account,
        column: 1,
        value: `Claim ${claim.account}, page ${String(index + 1)} of ${String(pages.length)}`,
      },
      ...cms1500Boxes(claim, page)
        .filter((box) => box.value !== '')
        .map((box) => ({ ...placeOf(box), value: box.value })),
    ],
  }));
}

function placeOf(box: Box): { row: number; column: number } {
  if (box.line !== null) {
    const column = lineColumns.get(boxKey(box));
    if (column !== undefined) return { row: ROWS.firstLine + box.line - 1, column };
  }
  const place = placesByBox.get(boxKey(box));
  if (!place) throw new RangeError(`box ${boxKey(box)} has no place on the claim page`);
  return { row: place.row, column: place.column };
}
