/**
 * Where each box of the red form is on the print grid: row and first column count from 1, widths are characters.
 * Rows and columns: the CMS-1500 (02/12) as print programs lay it out. Widths: `manual` is the field length of the
 * NUCC 1500 reference manual (02/12); `grid` is where the grid leaves less room than the manual, before the next box
 * or the right edge, or where the manual gives no length.
 */
export type WidthFrom = 'manual' | 'grid';

/** A stretch of one row. */
export interface Stretch {
  row: number;
  column: number;
  width: number;
}

export interface TextField extends Stretch {
  /** Number and part as in the table of boxes: `5 street`, `24F`. */
  box: string;
  widthFrom: WidthFrom;
  /** Money stands at the right, against the line before the cents. */
  right?: true;
  /** Where the text goes on: after its area code, or with the words that no longer fit. */
  then?: Stretch & { after: 'area code' | 'whole words' };
}

export interface MarkField {
  box: string;
  row: number;
  /** The word that the box says, and the column of its X. */
  columns: Readonly<Record<string, number>>;
}

type More = Pick<TextField, 'right' | 'then'>;

const field = (
  box: string,
  row: number,
  column: number,
  width: number,
  widthFrom: WidthFrom,
  more: More = {},
): TextField => ({ box, row, column, width, widthFrom, ...more });

const phone = (box: string, row: number, area: number, number: number, width: number): TextField =>
  field(box, row, area, 3, 'manual', { then: { row, column: number, width, after: 'area code' } });

/** Every text but those of box 24, in the order of the rows. */
export const TEXT_FIELDS: readonly TextField[] = [
  field('payer name', 2, 41, 31, 'grid', { then: { row: 3, column: 41, width: 31, after: 'whole words' } }),
  field('payer street', 4, 41, 31, 'grid'),
  field('payer city', 5, 41, 31, 'grid'),
  field('1a', 8, 50, 29, 'manual'),
  field('2', 10, 1, 28, 'manual'),
  field('3 birth date', 10, 31, 10, 'manual'),
  field('4', 10, 50, 29, 'manual'),
  field('5 street', 12, 1, 28, 'manual'),
  field('7 street', 12, 50, 29, 'manual'),
  field('5 city', 14, 1, 24, 'manual'),
  field('5 state', 14, 26, 3, 'manual'),
  field('7 city', 14, 50, 23, 'manual'),
  field('7 state', 14, 74, 4, 'manual'),
  field('5 zip', 16, 1, 12, 'manual'),
  phone('5 phone', 16, 15, 19, 10),
  field('7 zip', 16, 50, 12, 'manual'),
  phone('7 phone', 16, 65, 69, 10),
  field('9', 18, 1, 28, 'manual'),
  field('11', 18, 50, 29, 'manual'),
  field('9a', 20, 1, 28, 'manual'),
  field('11a birth date', 20, 53, 10, 'manual'),
  field('10b state', 22, 45, 2, 'manual'),
  field('11b qualifier', 22, 50, 2, 'manual'),
  field('11b number', 22, 53, 27, 'grid'),
  field('11c', 24, 50, 29, 'manual'),
  field('9d', 26, 1, 28, 'manual'),
  field('10d', 26, 34, 15, 'grid'),
  field('12', 29, 7, 17, 'grid'),
  field('13', 29, 55, 17, 'grid'),
  field('14 date', 32, 2, 10, 'manual'),
  field('14 qualifier', 32, 16, 3, 'manual'),
  field('15 qualifier', 32, 31, 3, 'manual'),
  field('15 date', 32, 37, 10, 'manual'),
  field('16 from', 32, 54, 10, 'manual'),
  field('16 to', 32, 68, 10, 'manual'),
  field('17a', 33, 30, 17, 'grid'),
  field('17 qualifier', 34, 1, 2, 'manual'),
  field('17 name', 34, 4, 24, 'manual'),
  field('17b', 34, 33, 10, 'manual'),
  field('18 from', 34, 54, 10, 'manual'),
  field('18 to', 34, 68, 10, 'manual'),
  field('19', 36, 1, 48, 'grid'),
  field('20 charges', 36, 63, 8, 'grid', { right: true }),
  field('21 indicator', 37, 42, 1, 'manual'),
  ...[...'ABCDEFGHIJKL'].map((letter, index) =>
    field(`21 ${letter}`, 38 + Math.floor(index / 4), [3, 16, 29, 42][index % 4] ?? 0, 7, 'manual'),
  ),
  field('22 code', 38, 50, 11, 'manual'),
  field('22 reference', 38, 62, 18, 'manual'),
  field('23', 40, 50, 29, 'manual'),
  field('25', 56, 1, 15, 'manual'),
  field('26', 56, 23, 14, 'manual'),
  field('28', 56, 52, 8, 'grid', { right: true }),
  field('29', 56, 62, 8, 'grid', { right: true }),
  phone('33 phone', 57, 66, 70, 8),
  field('32 name', 58, 23, 26, 'manual'),
  field('33 name', 58, 50, 29, 'manual'),
  field('32 street', 59, 23, 26, 'manual'),
  field('33 street', 59, 50, 29, 'manual'),
  field('31', 60, 1, 22, 'grid'),
  field('32 city', 60, 23, 26, 'manual'),
  field('33 city', 60, 50, 29, 'manual'),
  field('31 date', 61, 6, 10, 'grid'),
  field('32a', 61, 23, 10, 'manual'),
  field('32b', 61, 36, 13, 'grid'),
  field('33a', 61, 50, 10, 'manual'),
  field('33b', 61, 63, 17, 'manual'),
];

/** Each service line has two rows: the upper, shaded one for supplements, the lower one for the line itself. */
export const FIRST_LINE_ROW = 44;
export const ROWS_A_LINE = 2;

/** The texts of box 24, at the lower row of the first line. */
export const LINE_FIELDS: readonly TextField[] = [
  field('24A from', FIRST_LINE_ROW, 1, 8, 'manual'),
  field('24A to', FIRST_LINE_ROW, 10, 8, 'manual'),
  field('24B', FIRST_LINE_ROW, 19, 2, 'manual'),
  field('24C', FIRST_LINE_ROW, 22, 2, 'manual'),
  field('24D code', FIRST_LINE_ROW, 25, 6, 'manual'),
  field('24D modifiers', FIRST_LINE_ROW, 33, 11, 'manual'),
  field('24E', FIRST_LINE_ROW, 45, 4, 'manual'),
  field('24F', FIRST_LINE_ROW, 50, 8, 'grid', { right: true }),
  field('24G', FIRST_LINE_ROW, 59, 3, 'manual'),
  field('24H', FIRST_LINE_ROW, 63, 1, 'manual'),
  field('24I', FIRST_LINE_ROW - 1, 65, 2, 'manual'),
  field('24J', FIRST_LINE_ROW, 68, 10, 'manual'),
];

const yesNo = (box: string, row: number, yes: number, no: number): MarkField => ({
  box,
  row,
  columns: { YES: yes, NO: no },
});

/** The boxes that are marked with an X. */
export const MARK_FIELDS: readonly MarkField[] = [
  {
    box: '1',
    row: 8,
    columns: { MEDICARE: 1, MEDICAID: 8, TRICARE: 15, CHAMPVA: 24, GROUP: 31, FECA: 39, OTHER: 45 },
  },
  { box: '3 sex', row: 10, columns: { M: 42, F: 47 } },
  { box: '6', row: 12, columns: { SELF: 33, SPOUSE: 38, CHILD: 42, OTHER: 47 } },
  yesNo('10a', 20, 35, 41),
  yesNo('10b', 22, 35, 41),
  yesNo('10c', 24, 35, 41),
  { box: '11a sex', row: 20, columns: { M: 68, F: 75 } },
  yesNo('11d', 26, 52, 57),
  yesNo('20', 36, 52, 57),
  { box: '25 type', row: 56, columns: { SSN: 17, EIN: 19 } },
  yesNo('27', 56, 38, 43),
];

/** Boxes that nothing is ever printed in: reserved (02/12), or dated by hand beside a signature by hand. */
export const NOTHING_PRINTED: readonly string[] = ['8', '9b', '9c', '30', '12 date'];
