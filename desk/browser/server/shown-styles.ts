import type { Book } from '../../book/book';
import type { Edge, Style } from '../../book/styles';
import type { BorderEdge, StyleView } from '../view/view';
import type { TableLook } from './table-looks';

const EDGES: readonly (readonly [Edge, BorderEdge])[] = [
  ['EdgeTop', 'top'],
  ['EdgeBottom', 'bottom'],
  ['EdgeLeft', 'left'],
  ['EdgeRight', 'right'],
];

/** The looks that a grid is told of, each once: a style of the book, with what a table adds to it. */
export class ShownStyles {
  /** Key of a look by style and table look; and by the look itself. */
  private readonly known = new Map<string, number>();
  private readonly keys = new Map<string, number>();
  private readonly plain = new Map<number, number>();
  private readonly views: StyleView[] = [];
  private told = 0;

  constructor(private readonly book: Book) {}

  key(style: number, look: TableLook | null): number {
    if (!look) {
      const found = this.plain.get(style) ?? this.intern(styleView(this.book.styles.get(style)));
      this.plain.set(style, found);
      return found;
    }
    const name = `${String(style)} ${JSON.stringify(look)}`;
    const known = this.known.get(name) ?? this.intern(withLook(styleView(this.book.styles.get(style)), look));
    this.known.set(name, known);
    return known;
  }

  all(): Record<number, StyleView> {
    return { ...this.views };
  }

  /** Those made since this was last asked. */
  takeNew(): Record<number, StyleView> {
    const from = this.told;
    this.told = this.views.length;
    return Object.fromEntries(this.views.slice(from).map((view, index) => [from + index, view]));
  }

  private intern(view: StyleView): number {
    const name = JSON.stringify(view);
    const found = this.keys.get(name) ?? this.views.push(view) - 1;
    this.keys.set(name, found);
    return found;
  }
}

/** A cell's own format goes before the table's. */
function withLook(own: StyleView, look: TableLook): StyleView {
  const borders = { ...look.borders, ...own.borders };
  return { ...look, ...own, ...(Object.keys(borders).length > 0 && { borders }) };
}

function styleView(style: Style): StyleView {
  const borders: NonNullable<StyleView['borders']> = {};
  for (const [edge, name] of EDGES) {
    const border = style.borders[edge];
    if (border && border.style !== 'None') borders[name] = border;
  }
  const horizontal = word(style.horizontalAlignment, HORIZONTAL);
  const vertical = word(style.verticalAlignment, VERTICAL);
  return {
    ...(style.numberFormat !== 'General' && { numberFormat: style.numberFormat }),
    ...(style.fontName !== null && { fontName: style.fontName }),
    ...(style.fontSize !== null && { fontSize: style.fontSize }),
    ...(style.fontColor !== null && { fontColor: style.fontColor }),
    ...(style.bold && { bold: true }),
    ...(style.italic && { italic: true }),
    ...(style.underline && { underline: true }),
    ...(style.strikethrough && { strikethrough: true }),
    ...(style.fill !== null && { fill: style.fill }),
    ...(horizontal && { horizontal }),
    ...(vertical && { vertical }),
    ...(style.wrapText && { wrap: true }),
    ...(style.indent > 0 && { indent: style.indent }),
    ...(Object.keys(borders).length > 0 && { borders }),
  };
}

const HORIZONTAL = {
  Left: 'left',
  Center: 'center',
  Right: 'right',
  CenterAcrossSelection: 'center',
  Justify: 'left',
  Distributed: 'center',
} as const;
const VERTICAL = {
  Top: 'top',
  Center: 'center',
  Bottom: 'bottom',
  Justify: 'top',
  Distributed: 'center',
} as const;

function word<T extends string>(alignment: string | null, words: Readonly<Record<string, T>>): T | null {
  return alignment !== null && Object.hasOwn(words, alignment) ? (words[alignment] ?? null) : null;
}
