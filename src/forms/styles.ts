/**
 * The looks of printed pages. Words are those of Office.js. What a style does not name stays as it was laid
 * down before it, so that a label can stand in a box without taking the box's lines away.
 */
export interface FormStyle {
  fontName?: string;
  fontSize?: number;
  bold?: boolean;
  italic?: boolean;
  color?: string;
  fill?: string;
  horizontal?: 'Left' | 'Center' | 'Right';
  vertical?: 'Top' | 'Center' | 'Bottom';
  wrap?: boolean;
  /** Steps of Excel's own indent, about 7 points each. */
  indent?: number;
  numberFormat?: string;
  /** Around the whole area, not around each cell; the inside ones between its rows. */
  borders?: Partial<
    Record<'EdgeTop' | 'EdgeBottom' | 'EdgeLeft' | 'EdgeRight' | 'InsideHorizontal', FormLine>
  >;
}

export interface FormLine {
  weight: 'Hairline' | 'Thin' | 'Medium';
  color: string;
}

const ink = '#1F2933';
const quiet = '#6B7785';
const rule = '#9AA5B1';
const pale = '#F1F4F6';
const accent = '#2F5D62';

const thin: FormLine = { weight: 'Thin', color: rule };
const faint: FormLine = { weight: 'Thin', color: '#DDE3E8' };
const strong: FormLine = { weight: 'Medium', color: accent };
const around = { EdgeTop: thin, EdgeBottom: thin, EdgeLeft: thin, EdgeRight: thin };

/** Arial: the same widths on Windows, the Mac, the web and (as Liberation Sans) in LibreOffice. */
const page = { fontName: 'Arial', fontSize: 9.5, color: ink, vertical: 'Center' } as const;
/** Text, so that Excel leaves an NPI, a place of service or a date with blanks just as it is. */
const text = { ...page, numberFormat: '@' } as const;
const lineHead = { ...page, fontSize: 7, color: quiet, fill: pale, wrap: true } as const;
const money = { ...page, numberFormat: '#,##0.00', horizontal: 'Right', indent: 1 } as const;

export const styles = {
  page,
  title: { ...page, fontSize: 15, bold: true, color: accent, horizontal: 'Left', indent: 0 },
  subtitle: { ...page, fontSize: 8.5, color: quiet, horizontal: 'Left', indent: 0 },
  note: { ...page, fontSize: 8, color: quiet, horizontal: 'Left', indent: 0 },

  box: { borders: around },
  boxEmpty: { fill: pale, borders: around },
  lineAbove: { borders: { EdgeTop: thin } },
  faintLineBelow: { borders: { EdgeBottom: faint } },
  strongLineAbove: { borders: { EdgeTop: strong } },

  label: { ...page, fontSize: 7, color: quiet, horizontal: 'Left', indent: 1 },
  labelRight: { ...page, fontSize: 7, color: quiet, horizontal: 'Right', indent: 1 },
  lineHead: { ...lineHead, horizontal: 'Left', indent: 1 },
  lineHeadCenter: { ...lineHead, horizontal: 'Center', indent: 0 },
  lineHeadRight: { ...lineHead, horizontal: 'Right', indent: 1 },
  columnHead: { ...page, fontSize: 8, bold: true, color: accent, fill: pale, horizontal: 'Left', indent: 1 },
  columnHeadCenter: {
    ...page,
    fontSize: 8,
    bold: true,
    color: accent,
    fill: pale,
    horizontal: 'Center',
    indent: 0,
  },
  columnHeadRight: {
    ...page,
    fontSize: 8,
    bold: true,
    color: accent,
    fill: pale,
    horizontal: 'Right',
    indent: 1,
  },

  /** A line of a heading, at the very edge of the page. */
  caption: { ...text, bold: true, horizontal: 'Left', indent: 0 },
  value: { ...text, horizontal: 'Left', indent: 1 },
  valueCenter: { ...text, horizontal: 'Center', indent: 0 },
  valueRight: { ...text, horizontal: 'Right', indent: 1 },
  valueStrong: { ...text, bold: true, horizontal: 'Left', indent: 1 },
  totalLabel: { ...text, bold: true, horizontal: 'Right', indent: 1 },
  date: { ...page, numberFormat: 'mm/dd/yyyy', horizontal: 'Left', indent: 1 },
  units: { ...page, numberFormat: '0', horizontal: 'Center', indent: 0 },
  money,
  moneyStrong: { ...money, bold: true },

  /** Of reports, whose cells are not text by their format: Excel shows a longer text as #### there. */
  heading: {
    ...page,
    fontSize: 11,
    bold: true,
    color: accent,
    horizontal: 'Left',
    vertical: 'Bottom',
    indent: 0,
  },
  paragraph: { ...page, horizontal: 'Left', indent: 0 },
  paragraphStrong: { ...page, bold: true, horizontal: 'Left', indent: 0 },
  paragraphQuiet: { ...page, fontSize: 8.5, color: quiet, horizontal: 'Left', indent: 0 },
  fact: { ...page, horizontal: 'Left', indent: 0 },
  factLabel: { ...page, color: quiet, horizontal: 'Left', indent: 0 },
  factMoney: { ...page, numberFormat: '#,##0.00', horizontal: 'Left', indent: 0 },
  factDate: { ...page, numberFormat: 'mm/dd/yyyy', horizontal: 'Left', indent: 0 },
  cell: { ...page, horizontal: 'Left', indent: 1 },
  cellNumber: { ...page, horizontal: 'Right', indent: 1 },
  signature: { ...page, fontSize: 8, color: quiet, horizontal: 'Left', vertical: 'Top', indent: 0 },

  wrapped: { wrap: true },
  strong: { bold: true },
  quiet: { color: quiet },
  attention: { color: '#7A4A00', fill: '#FFF3D6' },
  tableLines: { borders: { EdgeTop: thin, EdgeBottom: thin, InsideHorizontal: faint } },
  /** Of one row: Excel fails where a line between rows is asked for and there is one row only. */
  tableRow: { borders: { EdgeTop: thin, EdgeBottom: thin } },
  totals: { bold: true, borders: { EdgeTop: thin, EdgeBottom: strong } },
  lineBelow: { borders: { EdgeBottom: thin } },
} satisfies Record<string, FormStyle>;

/** Of a chart's series, in their order; apart from each other in print without colours too. */
export const chartColors = [accent, '#E3B26B', '#93B7BE', '#B5533C', rule, '#5B4B7A'] as const;

export type StyleName = keyof typeof styles;

export function formStyle(name: StyleName): FormStyle {
  return styles[name];
}
