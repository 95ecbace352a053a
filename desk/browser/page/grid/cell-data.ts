import {
  BooleanNumber,
  BorderStyleTypes,
  CellValueType,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
} from '@univerjs/presets';
import type { IBorderData, IBorderStyleData, ICellData, IStyleData } from '@univerjs/presets';
import type { BookView, CellView, StyleView, ValueView } from '../../view/view';

/** Between 1 January 1900 and 1 January 1904; Univer counts from 1900. */
const DAYS_1904 = 1462;

const HORIZONTAL = {
  left: HorizontalAlign.LEFT,
  center: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
};
const VERTICAL = { top: VerticalAlign.TOP, center: VerticalAlign.MIDDLE, bottom: VerticalAlign.BOTTOM };
/** Pixels of one step of Excel's indent, about three characters. */
const INDENT = 9;

/** The looks and cells of a book in Univer's words. */
export class CellData {
  private readonly styles = new Map<number, IStyleData>();

  constructor(private readonly book: Pick<BookView, 'date1904' | 'defaultFont'>) {}

  learn(styles: Record<number, StyleView>): void {
    for (const [key, style] of Object.entries(styles)) this.styles.set(Number(key), styleData(style));
  }

  style(key: number): IStyleData {
    return this.styles.get(key) ?? {};
  }

  cell([, , value, formula, style]: CellView): ICellData {
    const looks = this.style(style);
    const { v, t } = this.content(value, looks);
    // Excel centres errors and truth values that are not aligned otherwise.
    const isCentred = (typeof value === 'boolean' || isError(value)) && looks.ht === undefined;
    const s = isCentred ? { ...looks, ht: HorizontalAlign.CENTER } : looks;
    const message = isError(value) ? value.message : null;
    return {
      ...(v !== null && { v, t }),
      ...(formula !== null && { f: formula }),
      ...(Object.keys(s).length > 0 && { s }),
      ...(message !== null && { custom: { message } }),
    };
  }

  get defaultStyle(): IStyleData {
    const { name, size } = this.book.defaultFont;
    return { ff: name, fs: size, vt: VerticalAlign.BOTTOM };
  }

  private content(value: ValueView, looks: IStyleData): { v: string | number | null; t: CellValueType } {
    if (isError(value)) return { v: value.error, t: CellValueType.STRING };
    if (typeof value === 'boolean') return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
    if (typeof value === 'number') {
      const isDate = this.book.date1904 && /[dmyhs]/i.test(looks.n?.pattern ?? '');
      return { v: isDate ? value + DAYS_1904 : value, t: CellValueType.NUMBER };
    }
    // Copied text that looks like a number stays text.
    const isNumeric = value !== null && value.trim() !== '' && Number.isFinite(Number(value));
    return { v: value, t: isNumeric ? CellValueType.FORCE_STRING : CellValueType.STRING };
  }
}

function isError(value: ValueView): value is { error: string; message: string | null } {
  return typeof value === 'object' && value !== null;
}

function styleData(style: StyleView): IStyleData {
  const { borders } = style;
  return {
    ...(style.numberFormat !== undefined && { n: { pattern: style.numberFormat } }),
    ...(style.fontName !== undefined && { ff: style.fontName }),
    ...(style.fontSize !== undefined && { fs: style.fontSize }),
    ...(style.fontColor !== undefined && { cl: { rgb: style.fontColor } }),
    ...(style.bold && { bl: BooleanNumber.TRUE }),
    ...(style.italic && { it: BooleanNumber.TRUE }),
    ...(style.underline && { ul: { s: BooleanNumber.TRUE } }),
    ...(style.strikethrough && { st: { s: BooleanNumber.TRUE } }),
    ...(style.fill !== undefined && { bg: { rgb: style.fill } }),
    ...(style.horizontal && { ht: HORIZONTAL[style.horizontal] }),
    ...(style.vertical && { vt: VERTICAL[style.vertical] }),
    ...(style.wrap && { tb: WrapStrategy.WRAP }),
    ...(style.indent !== undefined && { pd: indentOf(style.indent, style.horizontal) }),
    ...(borders && { bd: borderData(borders) }),
  };
}

/** From the edge at which the text stands. */
function indentOf(steps: number, horizontal: StyleView['horizontal']): NonNullable<IStyleData['pd']> {
  return { [horizontal === 'right' ? 'r' : 'l']: 2 + steps * INDENT };
}

function borderData({ top, bottom, left, right }: NonNullable<StyleView['borders']>): IBorderData {
  return {
    ...(top && { t: lineData(top) }),
    ...(bottom && { b: lineData(bottom) }),
    ...(left && { l: lineData(left) }),
    ...(right && { r: lineData(right) }),
  };
}

function lineData({
  style,
  weight,
  color,
}: {
  style: string;
  weight: string;
  color: string;
}): IBorderStyleData {
  return { s: lineType(style, weight), cl: { rgb: color } };
}

function lineType(style: string, weight: string): BorderStyleTypes {
  if (style === 'Double') return BorderStyleTypes.DOUBLE;
  if (style === 'Dot') return BorderStyleTypes.DOTTED;
  if (style.startsWith('Dash'))
    return weight === 'Medium' ? BorderStyleTypes.MEDIUM_DASHED : BorderStyleTypes.DASHED;
  if (weight === 'Hairline') return BorderStyleTypes.HAIR;
  if (weight === 'Medium') return BorderStyleTypes.MEDIUM;
  return weight === 'Thick' ? BorderStyleTypes.THICK : BorderStyleTypes.THIN;
}
