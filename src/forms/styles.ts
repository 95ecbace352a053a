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
  /** Around the whole area, not around each cell. */
  borders?: Partial<Record<'EdgeTop' | 'EdgeBottom' | 'EdgeLeft' | 'EdgeRight', FormLine>>;
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
} satisfies Record<string, FormStyle>;

export type StyleName = keyof typeof styles;

export function formStyle(name: StyleName): FormStyle {
  return styles[name];
}
