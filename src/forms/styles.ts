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
const strong: FormLine = { weight: 'Medium', color: accent };
const around = { EdgeTop: thin, EdgeBottom: thin, EdgeLeft: thin, EdgeRight: thin };

/** Arial: the same widths on Windows, the Mac, the web and (as Liberation Sans) in LibreOffice. */
const page = { fontName: 'Arial', fontSize: 9, color: ink, vertical: 'Center' } as const;
/** Text, so that Excel leaves an NPI, a place of service or a date with blanks just as it is. */
const text = { ...page, numberFormat: '@' } as const;
const money = { ...page, numberFormat: '#,##0.00', horizontal: 'Right' } as const;

export const styles = {
  page,
  title: { ...page, fontSize: 15, bold: true, color: accent },
  subtitle: { ...page, fontSize: 8.5, color: quiet },
  subtitleRight: { ...page, fontSize: 8.5, color: quiet, horizontal: 'Right' },
  heading: { ...page, fontSize: 9, bold: true, color: accent },
  note: { ...page, fontSize: 7.5, color: quiet },

  box: { borders: around },
  boxEmpty: { fill: pale, borders: around },
  lineAbove: { borders: { EdgeTop: thin } },
  lineBelow: { borders: { EdgeBottom: thin } },
  strongLineBelow: { borders: { EdgeBottom: strong } },
  strongLineAbove: { borders: { EdgeTop: strong } },

  label: { ...page, fontSize: 6.5, color: quiet, horizontal: 'Left' },
  labelCenter: { ...page, fontSize: 6.5, color: quiet, horizontal: 'Center' },
  labelRight: { ...page, fontSize: 6.5, color: quiet, horizontal: 'Right' },
  columnHead: { ...page, fontSize: 7.5, bold: true, color: accent, fill: pale, horizontal: 'Left' },
  columnHeadCenter: { ...page, fontSize: 7.5, bold: true, color: accent, fill: pale, horizontal: 'Center' },
  columnHeadRight: { ...page, fontSize: 7.5, bold: true, color: accent, fill: pale, horizontal: 'Right' },

  value: { ...text, horizontal: 'Left' },
  valueCenter: { ...text, horizontal: 'Center' },
  valueRight: { ...text, horizontal: 'Right' },
  valueStrong: { ...text, bold: true, horizontal: 'Left' },
  date: { ...page, numberFormat: 'mm/dd/yyyy', horizontal: 'Left' },
  units: { ...page, numberFormat: '0', horizontal: 'Center' },
  money,
  moneyStrong: { ...money, bold: true },
} satisfies Record<string, FormStyle>;

export type StyleName = keyof typeof styles;

export function formStyle(name: StyleName): FormStyle {
  return styles[name];
}
