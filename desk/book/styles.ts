export type Edge = 'EdgeTop' | 'EdgeBottom' | 'EdgeLeft' | 'EdgeRight';

export interface BorderLine {
  /** Office.js line styles: Continuous, Dash, Dot, Double, None … */
  style: string;
  /** Hairline, Thin, Medium, Thick. */
  weight: string;
  color: string;
}

/** How a cell looks. Values are Office.js words; colours are `#RRGGBB`. Null: as the workbook's default. */
export interface Style {
  numberFormat: string;
  fontName: string | null;
  fontSize: number | null;
  fontColor: string | null;
  bold: boolean;
  italic: boolean;
  underline: boolean;
  strikethrough: boolean;
  fill: string | null;
  horizontalAlignment: string | null;
  verticalAlignment: string | null;
  wrapText: boolean;
  indent: number;
  locked: boolean;
  borders: Partial<Record<Edge, BorderLine>>;
  /** The file's own cell format this one is, or was changed from; only the codec looks inside. */
  xf: number | null;
  /** False while the style is just as the file's `xf` says. */
  changed: boolean;
}

export const plainStyle = 0;

/** All styles of a workbook, each once; a cell holds an index. Index 0 is the plain style. */
export class StyleTable {
  private readonly styles: Style[] = [];
  private readonly indexes = new Map<string, number>();

  constructor() {
    this.intern(defaultStyle());
  }

  get(index: number): Style {
    const style = this.styles[index];
    if (!style) throw new RangeError(`no style ${String(index)}`);
    return style;
  }

  get size(): number {
    return this.styles.length;
  }

  /** For a file whose plain style is not ours. To be called before any other style is interned. */
  setPlain(style: Style): void {
    this.indexes.clear();
    this.styles.length = 0;
    this.intern(style);
  }

  intern(style: Style): number {
    const key = JSON.stringify(style);
    const known = this.indexes.get(key);
    if (known !== undefined) return known;
    this.styles.push(style);
    this.indexes.set(key, this.styles.length - 1);
    return this.styles.length - 1;
  }

  /** The index of the style that differs from `base` only in `change`. */
  derive(base: number, change: Partial<Omit<Style, 'xf' | 'changed'>>): number {
    return this.intern({ ...this.get(base), ...change, changed: true });
  }
}

export function defaultStyle(): Style {
  return {
    numberFormat: 'General',
    fontName: null,
    fontSize: null,
    fontColor: null,
    bold: false,
    italic: false,
    underline: false,
    strikethrough: false,
    fill: null,
    horizontalAlignment: null,
    verticalAlignment: null,
    wrapText: false,
    indent: 0,
    locked: true,
    borders: {},
    xf: null,
    changed: false,
  };
}
