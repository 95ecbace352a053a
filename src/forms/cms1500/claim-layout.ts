/**
 * Where each box stands on the readable claim page. The page is ours (the red form may not be imitated); the
 * order and the three zones are those of the form, so that both can be read side by side: columns 1-5, 6-8
 * and 9-13.
 */
export const COLUMN_WIDTHS = [60, 56, 32, 52, 52, 54, 30, 52, 66, 36, 28, 36, 80] as const;

/** Rows of the page. A band is a row of small labels and a row of values below it. */
export const ROWS = {
  title: 1,
  account: 3,
  firstBand: 5,
  diagnoses: 33,
  lineHead: 37,
  firstLine: 38,
  billing: 44,
  providers: 46,
  last: 50,
} as const;

const LABEL = 12.75;
const VALUE = 18.75;
const bands = (count: number): number[] => Array.from({ length: count }, () => [LABEL, VALUE]).flat();

export const ROW_HEIGHTS: readonly number[] = [
  ...[22.5, 15, 18, 6],
  ...bands(14),
  ...[15, VALUE, 15, VALUE],
  ...[24, 21, 21, 21, 21, 21, 21],
  ...bands(1),
  ...[15, 15, 15, 15, 18],
];

/** Outline of one printed box. */
export interface Outline {
  row: number;
  rows: number;
  column: number;
  lastColumn: number;
  /** Reserved boxes are shaded. */
  reserved?: true;
}

/** A box value and its label. */
export interface Place {
  number: string;
  part: string;
  /** Of the value. */
  row: number;
  column: number;
  /** Of the label: the row above, unless said otherwise; null where a box needs none. */
  labelAt: { row: number; column: number } | null;
}

interface BandBox {
  first: number;
  last: number;
  /** Number, part and column of each value in the box. */
  values: readonly (readonly [number: string, part: string, column: number])[];
  /** Two, but for a box that goes on in the next band. */
  rows?: number;
  reserved?: true;
}

const UPPER_BANDS: readonly (readonly BandBox[])[] = [
  [
    { first: 1, last: 8, values: [['1', '', 1]] },
    { first: 9, last: 13, values: [['1a', '', 9]] },
  ],
  [
    { first: 1, last: 5, values: [['2', '', 1]] },
    {
      first: 6,
      last: 8,
      values: [
        ['3', 'birth date', 6],
        ['3', 'sex', 8],
      ],
    },
    { first: 9, last: 13, values: [['4', '', 9]] },
  ],
  [
    { first: 1, last: 5, values: [['5', 'street', 1]] },
    { first: 6, last: 8, values: [['6', '', 6]] },
    { first: 9, last: 13, values: [['7', 'street', 9]] },
  ],
  [
    {
      first: 1,
      last: 5,
      values: [
        ['5', 'city', 1],
        ['5', 'state', 5],
      ],
    },
    { first: 6, last: 8, values: [['8', '', 6]], rows: 4, reserved: true },
    {
      first: 9,
      last: 13,
      values: [
        ['7', 'city', 9],
        ['7', 'state', 13],
      ],
    },
  ],
  [
    {
      first: 1,
      last: 5,
      values: [
        ['5', 'zip', 1],
        ['5', 'phone', 3],
      ],
    },
    {
      first: 9,
      last: 13,
      values: [
        ['7', 'zip', 9],
        ['7', 'phone', 12],
      ],
    },
  ],
  [
    { first: 1, last: 5, values: [['9', '', 1]] },
    { first: 6, last: 8, values: [['10a', '', 6]] },
    { first: 9, last: 13, values: [['11', '', 9]] },
  ],
  [
    { first: 1, last: 5, values: [['9a', '', 1]] },
    {
      first: 6,
      last: 8,
      values: [
        ['10b', '', 6],
        ['10b', 'state', 8],
      ],
    },
    {
      first: 9,
      last: 13,
      values: [
        ['11a', 'birth date', 9],
        ['11a', 'sex', 12],
      ],
    },
  ],
  [
    { first: 1, last: 5, values: [['9b', '', 1]], reserved: true },
    { first: 6, last: 8, values: [['10c', '', 6]] },
    {
      first: 9,
      last: 13,
      values: [
        ['11b', 'qualifier', 9],
        ['11b', 'number', 10],
      ],
    },
  ],
  [
    { first: 1, last: 5, values: [['9c', '', 1]], reserved: true },
    { first: 6, last: 8, values: [['10d', '', 6]] },
    { first: 9, last: 13, values: [['11c', '', 9]] },
  ],
  [
    { first: 1, last: 8, values: [['9d', '', 1]] },
    { first: 9, last: 13, values: [['11d', '', 9]] },
  ],
  [
    {
      first: 1,
      last: 8,
      values: [
        ['12', '', 1],
        ['12', 'date', 6],
      ],
    },
    { first: 9, last: 13, values: [['13', '', 9]] },
  ],
  [
    {
      first: 1,
      last: 3,
      values: [
        ['14', 'date', 1],
        ['14', 'qualifier', 3],
      ],
    },
    {
      first: 4,
      last: 8,
      values: [
        ['15', 'qualifier', 4],
        ['15', 'date', 6],
      ],
    },
    {
      first: 9,
      last: 13,
      values: [
        ['16', 'from', 9],
        ['16', 'to', 12],
      ],
    },
  ],
  [
    {
      first: 1,
      last: 5,
      values: [
        ['17', 'qualifier', 1],
        ['17', 'name', 2],
      ],
    },
    {
      first: 6,
      last: 8,
      values: [
        ['17a', '', 6],
        ['17b', '', 7],
      ],
    },
    {
      first: 9,
      last: 13,
      values: [
        ['18', 'from', 9],
        ['18', 'to', 12],
      ],
    },
  ],
  [
    { first: 1, last: 8, values: [['19', '', 1]] },
    {
      first: 9,
      last: 13,
      values: [
        ['20', '', 9],
        ['20', 'charges', 12],
      ],
    },
  ],
];

const BILLING_BAND: readonly BandBox[] = [
  {
    first: 1,
    last: 3,
    values: [
      ['25', '', 1],
      ['25', 'type', 3],
    ],
  },
  { first: 4, last: 5, values: [['26', '', 4]] },
  { first: 6, last: 8, values: [['27', '', 6]] },
  { first: 9, last: 10, values: [['28', '', 9]] },
  { first: 11, last: 12, values: [['29', '', 11]] },
  { first: 13, last: 13, values: [['30', '', 13]], reserved: true },
];

/** The value columns of box 21, A to D, each with its letter in the column before. */
const DIAGNOSIS_COLUMNS = [2, 4, 6, 8] as const;

/** Box 24, a value in each column of the grid: number, part and column. */
export const LINE_COLUMNS: readonly (readonly [number: string, part: string, column: number])[] = [
  ['24A', 'from', 1],
  ['24A', 'to', 2],
  ['24B', '', 3],
  ['24C', '', 4],
  ['24D', 'code', 5],
  ['24D', 'modifiers', 6],
  ['24E', '', 8],
  ['24F', '', 9],
  ['24G', '', 10],
  ['24H', '', 11],
  ['24I', '', 12],
  ['24J', '', 13],
];

const bandRow = (index: number): number => ROWS.firstBand + index * 2;

function placesOfBand(boxes: readonly BandBox[], labelRow: number): Place[] {
  return boxes.flatMap((box) =>
    box.values.map(([number, part, column]) => ({
      number,
      part,
      row: labelRow + 1,
      column,
      labelAt: { row: labelRow, column },
    })),
  );
}

function outlinesOfBand(boxes: readonly BandBox[], row: number): Outline[] {
  return boxes.map(({ first, last, rows, reserved }) => ({
    row,
    rows: rows ?? 2,
    column: first,
    lastColumn: last,
    ...(reserved ? { reserved } : {}),
  }));
}

const at = (
  number: string,
  part: string,
  row: number,
  column: number,
  labelAt: Place['labelAt'] = null,
): Place => ({ number, part, row, column, labelAt });

const d = ROWS.diagnoses;
const p = ROWS.providers;

/** Every box but the payer block and box 24. */
export const PLACES: readonly Place[] = [
  ...UPPER_BANDS.flatMap((band, index) => placesOfBand(band, bandRow(index))),
  at('21', 'indicator', d, 8, { row: d, column: 6 }),
  ...[...'ABCDEFGHIJKL'].map((letter, index) => {
    const row = d + 1 + Math.floor(index / 4);
    const column = DIAGNOSIS_COLUMNS[index % 4] ?? 2;
    return at('21', letter, row, column, { row, column: column - 1 });
  }),
  at('22', 'code', d + 1, 9, { row: d, column: 9 }),
  at('22', 'reference', d + 1, 10, { row: d, column: 10 }),
  at('23', '', d + 3, 9, { row: d + 2, column: 9 }),
  ...placesOfBand(BILLING_BAND, ROWS.billing),
  at('31', '', p + 1, 1, { row: p, column: 1 }),
  at('31', 'date', p + 4, 2, { row: p + 4, column: 1 }),
  at('32', 'name', p + 1, 4, { row: p, column: 4 }),
  at('32', 'street', p + 2, 4),
  at('32', 'city', p + 3, 4),
  at('32a', '', p + 4, 5, { row: p + 4, column: 4 }),
  at('32b', '', p + 4, 8, { row: p + 4, column: 7 }),
  at('33', 'name', p + 1, 9, { row: p, column: 9 }),
  at('33', 'phone', p, 12, { row: p, column: 11 }),
  at('33', 'street', p + 2, 9),
  at('33', 'city', p + 3, 9),
  at('33a', '', p + 4, 10, { row: p + 4, column: 9 }),
  at('33b', '', p + 4, 13, { row: p + 4, column: 12 }),
];

/** The payer, at the top right as on the form. */
export const PAYER_PLACES: readonly Place[] = [
  at('payer', 'name', 1, 9, { row: 1, column: 8 }),
  at('payer', 'street', 2, 9),
  at('payer', 'city', 3, 9),
];

export const OUTLINES: readonly Outline[] = [
  ...UPPER_BANDS.flatMap((band, index) => outlinesOfBand(band, bandRow(index))),
  { row: d, rows: 4, column: 1, lastColumn: 8 },
  { row: d, rows: 2, column: 9, lastColumn: 13 },
  { row: d + 2, rows: 2, column: 9, lastColumn: 13 },
  ...outlinesOfBand(BILLING_BAND, ROWS.billing),
  { row: p, rows: 5, column: 1, lastColumn: 3 },
  { row: p, rows: 5, column: 4, lastColumn: 8 },
  { row: p, rows: 5, column: 9, lastColumn: 13 },
];
