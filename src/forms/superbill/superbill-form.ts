import type { Superbill } from '../../billing/superbills/superbill';
import { dollarsOf, minus, type Cents } from '../../billing/values/cents';
import { largest } from '../../billing/values/lists';
import type { Form, FormPage, FormValue, FrameArea, FrameCell } from '../form';
import type { StyleName } from '../styles';
import { superbillFields } from './superbill-fields';
import { LINES_PER_PAGE, linePages, superbillColumns } from './superbill-lines';
import type { SuperbillPage } from './superbill-lines';

const COLUMN_WIDTHS = [76, 42, 54, 78, 42, 168, 68, 68, 68];
const LAST_COLUMN = COLUMN_WIDTHS.length;
/** First column of the right half, and of the money. */
const RIGHT = 6;
const MONEY = 7;

const BANDS = largest(superbillFields.map((field) => field.band));
const FIRST_BAND = 5;
const HEAD = FIRST_BAND + 2 * BANDS + 1;
const FIRST_LINE = HEAD + 1;
const TOTAL = FIRST_LINE + LINES_PER_PAGE;
const SIGNATURE = TOTAL + 3;
const NOTE = SIGNATURE + 2;

const bandRow = (band: number): number => FIRST_BAND + (band - 1) * 2;

const heads: Record<'Left' | 'Center' | 'Right', StyleName> = {
  Left: 'columnHead',
  Center: 'columnHeadCenter',
  Right: 'columnHeadRight',
};

const labels: FrameCell[] = [
  ...superbillFields.map(({ band, column, label }) => ({
    row: bandRow(band),
    column,
    text: label,
    style: 'label' as const,
  })),
  ...superbillColumns.map(({ header, look }, index) => ({
    row: HEAD,
    column: index + 1,
    text: header,
    style: heads[look],
  })),
  { row: SIGNATURE, column: 1, text: 'Signature of the provider', style: 'label' },
  { row: SIGNATURE, column: RIGHT, text: 'Date', style: 'label' },
  { row: SIGNATURE, column: MONEY, text: 'Paid on, and how', style: 'label' },
  {
    row: NOTE,
    column: 1,
    text: 'Charges are what the client was really charged. Keep a copy for your own records.',
    style: 'note',
  },
];

const area = (row: number, rows: number, column: number, columns: number, style: StyleName): FrameArea => ({
  row,
  rows,
  column,
  columns,
  style,
});

const halves = (row: number, rows: number): FrameArea[] => [
  area(row, rows, 1, RIGHT - 1, 'box'),
  area(row, rows, RIGHT, LAST_COLUMN - RIGHT + 1, 'box'),
];

/** A superbill, or the receipt of a client without a diagnosis: one client, one month of service. */
export const superbillForm: Form = {
  name: 'Superbill',
  columnWidths: COLUMN_WIDTHS,
  rowHeights: [
    ...[24, 15, 18, 9],
    ...Array.from({ length: BANDS }, () => [13.5, 18.75]).flat(),
    ...[12, 19.5],
    ...Array.from({ length: LINES_PER_PAGE }, () => 20.25),
    ...[21, 18, 15, 14.25, 33, 21],
  ],
  cells: labels,
  areas: [
    area(1, NOTE, 1, LAST_COLUMN, 'value'),
    area(1, 1, 1, LAST_COLUMN, 'title'),
    area(2, 1, 1, LAST_COLUMN, 'subtitle'),
    area(3, 1, 1, LAST_COLUMN, 'caption'),
    ...halves(FIRST_BAND, 2 * BANDS),
    area(bandRow(BANDS), 2, 1, LAST_COLUMN, 'lineAbove'),
    area(bandRow(1) + 1, 1, 1, LAST_COLUMN, 'valueStrong'),
    area(HEAD, 1, 1, LAST_COLUMN, 'columnHead'),
    ...superbillColumns.map(({ value }, index) => area(FIRST_LINE, LINES_PER_PAGE, index + 1, 1, value)),
    ...Array.from({ length: LINES_PER_PAGE }, (_, index) =>
      area(FIRST_LINE + index, 1, 1, LAST_COLUMN, 'faintLineBelow'),
    ),
    area(TOTAL, 1, RIGHT, 1, 'totalLabel'),
    area(TOTAL, 1, MONEY, LAST_COLUMN - MONEY + 1, 'moneyStrong'),
    area(TOTAL, 1, 1, LAST_COLUMN, 'strongLineAbove'),
    area(TOTAL + 1, 1, RIGHT, 1, 'totalLabel'),
    area(TOTAL + 1, 1, MONEY, LAST_COLUMN - MONEY + 1, 'moneyStrong'),
    area(SIGNATURE, 2, 1, RIGHT - 1, 'box'),
    area(SIGNATURE, 2, RIGHT, 1, 'box'),
    area(SIGNATURE, 2, MONEY, LAST_COLUMN - MONEY + 1, 'box'),
  ],
  page: {
    orientation: 'Portrait',
    margins: { top: 28, bottom: 28, left: 25, right: 25 },
    fitToWidth: true,
  },
};

const KINDS: Record<Superbill['kind'], { title: string; notice: string }> = {
  superbill: {
    title: 'Superbill',
    notice: 'For the client to hand in; the practice has not billed an insurer for these services.',
  },
  receipt: {
    title: 'Receipt',
    notice: 'For the client’s own records; it names no diagnosis and is not meant for an insurer.',
  },
};

/** The pages of one superbill, to be laid on the `superbillForm`. */
export function superbillPages(superbill: Superbill): FormPage[] {
  const pages = linePages(superbill);
  return pages.map((page, index) => ({
    values: [
      ...headingValues(superbill, index + 1, pages.length),
      ...superbillFields
        .map(({ band, column, value }) => ({ row: bandRow(band) + 1, column, value: value(superbill) }))
        .filter(({ value }) => value !== ''),
      ...lineValues(page),
      ...totalValues(superbill, page, index + 1, pages.length),
    ],
  }));
}

function headingValues(superbill: Superbill, page: number, pages: number): FormValue[] {
  const { title, notice } = KINDS[superbill.kind];
  const number = `${title} ${superbill.account}`;
  return [
    { row: 1, column: 1, value: title },
    { row: 2, column: 1, value: notice },
    {
      row: 3,
      column: 1,
      value: `${number}, ${monthWords(superbill.month)}, page ${String(page)} of ${String(pages)}`,
    },
  ];
}

function lineValues(page: SuperbillPage): FormValue[] {
  return page.lines.flatMap((line, index) =>
    superbillColumns.flatMap(({ of }, column): FormValue[] => {
      const value = of(line);
      return value === null || value === '' ? [] : [{ row: FIRST_LINE + index, column: column + 1, value }];
    }),
  );
}

function totalValues(superbill: Superbill, page: SuperbillPage, number: number, pages: number): FormValue[] {
  if (pages === 1) return totalRow(TOTAL, 'Total', superbill.charged, superbill.paid, superbill.balance);
  const ofThisPage = totalRow(TOTAL, 'This page', page.charged, page.paid, minus(page.charged, page.paid));
  if (number < pages) return ofThisPage;
  return [
    ...ofThisPage,
    ...totalRow(TOTAL + 1, 'All pages', superbill.charged, superbill.paid, superbill.balance),
  ];
}

function totalRow(row: number, label: string, ...amounts: Cents[]): FormValue[] {
  return [
    { row, column: RIGHT, value: label },
    ...amounts.map((amount, index) => ({ row, column: MONEY + index, value: dollarsOf(amount) })),
  ];
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `2026-08` is August 2026. */
function monthWords(month: string): string {
  const name = MONTHS[Number(month.slice(5, 7)) - 1];
  return name ? `${name} ${month.slice(0, 4)}` : month;
}
