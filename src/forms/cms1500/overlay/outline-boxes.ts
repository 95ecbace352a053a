/**
 * The outline of the file copy, drawn by us around the print grid of the form: the same order and zones, so that both
 * are read alike, but none of the form's own design or words. Rows and columns are cells of the grid, both inclusive.
 */
export interface OutlineBox {
  rows: readonly [first: number, last: number];
  columns: readonly [first: number, last: number];
  captions: readonly Caption[];
  /** Reserved, always empty. */
  shaded?: true;
}

/** Number and short name of a box, taken from the table of boxes. */
export interface Caption {
  box: string;
  /** Cell in which it begins; the upper left one of the outline unless said otherwise. */
  row?: number;
  column?: number;
  /** Within its row: above the value that stands one row lower, or on the line of a value beside it. */
  level?: 'above' | 'beside';
  text?: string;
}

const outline = (
  rows: OutlineBox['rows'],
  columns: OutlineBox['columns'],
  ...captions: readonly (string | Caption | readonly Caption[])[]
): OutlineBox => ({
  rows,
  columns,
  captions: captions.flat().map((caption) => (typeof caption === 'string' ? { box: caption } : caption)),
});

const reserved = (box: OutlineBox): OutlineBox => ({ ...box, shaded: true });
const beside = (box: string, row: number, column: number, text?: string): Caption => ({
  box,
  row,
  column,
  level: 'beside',
  ...(text === undefined ? {} : { text }),
});

/** The three zones of the form. */
const LEFT = [1, 29] as const;
const MIDDLE = [30, 49] as const;
const RIGHT = [50, 79] as const;
const WIDE = [1, 49] as const;

/** Below the last row of the form: what stands in it has no room for a caption above. */
const UNDER = 62;
const under = (box: string, column: number): Caption => ({ box, row: UNDER, column });

export const OUTLINE_BOXES: readonly OutlineBox[] = [
  outline([7, 8], WIDE, '1'),
  outline([7, 8], RIGHT, '1a'),
  outline([9, 10], LEFT, '2'),
  outline([9, 10], MIDDLE, '3 birth date', { box: '3 sex', column: 42 }),
  outline([9, 10], RIGHT, '4'),
  outline([11, 12], LEFT, '5 street'),
  outline([11, 12], MIDDLE, '6'),
  outline([11, 12], RIGHT, '7 street'),
  outline([13, 14], [1, 24], '5 city'),
  outline([13, 14], [25, 29], '5 state'),
  reserved(outline([13, 16], MIDDLE, '8')),
  outline([13, 14], [50, 72], '7 city'),
  outline([13, 14], [73, 79], '7 state'),
  outline([15, 16], [1, 13], '5 zip'),
  outline([15, 16], [14, 29], '5 phone'),
  outline([15, 16], [50, 63], '7 zip'),
  outline([15, 16], [64, 79], '7 phone'),
  outline([17, 18], LEFT, '9'),
  outline([17, 18], MIDDLE, { box: '10a', text: '10  Is the condition:' }),
  outline([17, 18], RIGHT, '11'),
  outline([19, 20], LEFT, '9a'),
  outline([19, 20], MIDDLE, '10a'),
  outline([19, 20], [50, 65], '11a birth date'),
  outline([19, 20], [66, 79], '11a sex'),
  reserved(outline([21, 22], LEFT, '9b')),
  outline([21, 22], MIDDLE, '10b', { box: '10b state', column: 45 }),
  outline([21, 22], RIGHT, '11b qualifier'),
  reserved(outline([23, 24], LEFT, '9c')),
  outline([23, 24], MIDDLE, '10c'),
  outline([23, 24], RIGHT, '11c'),
  outline([25, 26], LEFT, '9d'),
  outline([25, 26], MIDDLE, '10d'),
  outline([25, 26], RIGHT, '11d'),
  outline([27, 29], WIDE, '12'),
  outline([27, 29], RIGHT, '13'),
  outline([30, 32], LEFT, '14 date', { box: '14 qualifier', row: 31, column: 16 }),
  outline([30, 32], MIDDLE, '15 qualifier', { box: '15 date', row: 31, column: 37 }),
  outline([30, 32], RIGHT, { box: '16 from', column: 50 }, { box: '16 to', row: 31, column: 68 }),
  outline([33, 34], LEFT, '17 qualifier'),
  outline([33, 33], MIDDLE, beside('17a', 33, 43.5)),
  outline([34, 34], MIDDLE, beside('17b', 34, 43.5, '17b  NPI')),
  outline([33, 34], RIGHT, '18 from', { box: '18 to', column: 68 }),
  outline([35, 36], WIDE, '19'),
  outline([35, 36], RIGHT, '20', { box: '20 charges', column: 63 }),
  outline(
    [37, 40],
    WIDE,
    { box: '21 indicator', text: '21  Diagnoses' },
    beside('21 indicator', 37, 36, 'ICD indicator'),
    [...'ABCDEFGHIJKL'].map((letter, index) =>
      beside(`21 ${letter}`, 38 + Math.floor(index / 4), 1.6 + 13 * (index % 4), letter),
    ),
  ),
  outline([37, 38], RIGHT, '22 code', { box: '22 reference', column: 62 }),
  outline([39, 40], RIGHT, '23'),
  outline([55, 56], [1, 22], '25', { box: '25 type', column: 17 }),
  outline([55, 56], [23, 37], '26'),
  outline([55, 56], [38, 49], '27'),
  outline([55, 56], [50, 61], '28'),
  outline([55, 56], [62, 70], '29'),
  reserved(outline([55, 56], [71, 79], '30')),
  outline([57, UNDER], [1, 22], '31', beside('31 date', 61, 1)),
  outline([57, UNDER], [23, 49], '32 name', under('32a', 23), under('32b', 36)),
  outline(
    [57, UNDER],
    RIGHT,
    { box: '33 name', text: '33  Billing provider' },
    beside('33 phone', 57, 62, 'Phone'),
    under('33a', 50),
    under('33b', 63),
  ),
];

/** Box 24: the columns of its grid. */
export const LINE_HEAD_ROWS = [41, 42] as const;
export const LINE_ROWS = [43, 54] as const;
export const LINE_OUTLINES: readonly { box: string; columns: OutlineBox['columns']; text?: string }[] = [
  { box: '24A from', columns: [1, 9] },
  { box: '24A to', columns: [10, 18] },
  { box: '24B', columns: [19, 21] },
  { box: '24C', columns: [22, 24], text: 'Emerg.' },
  { box: '24D code', columns: [25, 32] },
  { box: '24D modifiers', columns: [33, 44] },
  { box: '24E', columns: [45, 49] },
  { box: '24F', columns: [50, 58] },
  { box: '24G', columns: [59, 61] },
  { box: '24H', columns: [62, 64] },
  { box: '24I', columns: [65, 67], text: 'Qual.' },
  { box: '24J', columns: [68, 79] },
];
