import { largest } from '../../billing/values/lists';
import { formStyle, type StyleName } from '../styles';
import type { Columns, Span } from './columns';
import { joinedAreas } from './joined-areas';
import type { Block, LaidArea, LaidCell, LaidOutReport, LaidValue } from './laid-out';
import { textWidth, wrappedLines, type Font } from './text-width';
import { shownText } from './values';

/** What one cell of a row shall hold. */
export interface Piece extends Span {
  value: LaidValue;
  style: StyleName;
  /** A look that is laid over the row will make it bold. */
  bold?: boolean;
}

export interface RowOptions {
  /** Points at least. */
  height?: number;
  /** Points above and below the text. */
  padding?: number;
  /** Stays on the page of the row after it. */
  keep?: boolean;
}

/** A row as the printer will see it. */
export interface PageRow {
  height: number;
  keep: boolean;
  startsPage: boolean;
}

/** Excel leaves some room beside a text, and about 7 points for each step of its indent. */
const BESIDE = 5;
const INDENT = 7;
const LINE = 1.3;
/** The highest row that Excel has is 409 points; this leaves room for the padding. */
const HIGHEST = 390;

/** The rows of a sheet, filled from the top; a text that needs it gets more lines, merged cells or more rows. */
export class PageRows {
  readonly rows: PageRow[] = [];
  private readonly cells: LaidCell[] = [];
  /** Of single cells: no two of them overlap. */
  private readonly base: LaidArea[] = [];
  private readonly over: LaidArea[] = [];
  private readonly merges: Block[] = [];
  private breakNext = false;

  constructor(readonly columns: Columns) {}

  /** The number of the next row. */
  get next(): number {
    return this.rows.length + 1;
  }

  breakPage(): void {
    this.breakNext = this.rows.length > 0;
  }

  /** The last row stays with the next one. */
  keepLast(): void {
    const last = this.rows[this.rows.length - 1];
    if (last) last.keep = true;
  }

  addEmpty(height: number, keep = false): void {
    this.rows.push({ height, keep, startsPage: this.breakNext });
    this.breakNext = false;
  }

  /** Adds a row, or several where a text is longer than the highest row. Answers the first one's number. */
  add(pieces: readonly Piece[], options: RowOptions = {}): number {
    const first = this.next;
    const fitted = pieces.map((piece) => this.fit(piece));
    const rows = largest(
      fitted.map(({ texts }) => texts.length),
      1,
    );
    for (let index = 0; index < rows; index++) {
      const lines = fitted.map(({ texts, font }) => (texts[index]?.lines ?? 0) * font.size * LINE);
      const height = Math.max(options.height ?? 0, largest(lines) + (options.padding ?? 3));
      for (const { piece, texts, merged } of fitted) {
        const text = texts[index];
        if (text) this.put(piece, text.value, merged);
      }
      this.addEmpty(Math.ceil(height * 4) / 4, options.keep ?? index < rows - 1);
    }
    return first;
  }

  lay(block: Block, style: StyleName): void {
    if (block.rows > 0 && block.columns > 0) this.over.push({ ...block, style });
  }

  /** Lays a style over columns of the rows from `first` to the last one there is. */
  layFrom(first: number, span: Span, style: StyleName): void {
    this.lay({ row: first, rows: this.next - first, ...span }, style);
  }

  finish(): Pick<LaidOutReport, 'rowHeights' | 'cells' | 'areas' | 'merges'> {
    const { cells, merges } = this;
    const page: LaidArea = { row: 1, rows: this.rows.length, ...this.columns.all, style: 'page' };
    const areas = [page, ...joinedAreas(this.base), ...joinedAreas(this.over)];
    return { rowHeights: this.rows.map(({ height }) => height), cells, areas, merges };
  }

  private put(piece: Piece, value: LaidValue, merged: boolean): void {
    const row = this.next;
    const { column, columns } = piece;
    const isWide = columns > 1 && !merged && this.standsRight(piece);
    this.cells.push({ row, column: isWide ? column + columns - 1 : column, value });
    if (merged && columns > 1) this.merges.push({ row, column, rows: 1, columns });
    this.base.push({ row, rows: 1, column, columns, style: piece.style });
    if (merged) this.lay({ row, rows: 1, column, columns }, 'wrapped');
  }

  /** A value at the right edge of several columns stands in the last of them, and runs on to the left. */
  private standsRight({ style }: Piece): boolean {
    return formStyle(style).horizontal === 'Right';
  }

  private fit(piece: Piece): {
    piece: Piece;
    font: Font;
    merged: boolean;
    texts: { value: LaidValue; lines: number }[];
  } {
    const { value, style } = piece;
    const font = fontOf(piece);
    const text = shownText(value);
    const lines = wrappedLines(text, this.room(piece, style), font);
    if (value.kind !== 'text') {
      // Only a text runs on into the cell beside it.
      const own = { column: piece.column, columns: 1 };
      const merged = wrappedLines(text, this.room(own, style), font).length > 1;
      return { piece, font, merged, texts: [{ value, lines: 1 }] };
    }
    const most = Math.max(1, Math.floor(HIGHEST / (font.size * LINE)));
    const texts: { value: LaidValue; lines: number }[] = [];
    for (let at = 0; at < lines.length; at += most) {
      const part = lines.slice(at, at + most);
      const whole = lines.length <= most ? text : part.map((line) => line.trimEnd()).join('\n');
      texts.push({ value: { kind: 'text', text: whole }, lines: part.length });
    }
    return { piece, font, merged: lines.length > 1, texts };
  }

  private room(span: Span, style: StyleName): number {
    return Math.max(1, this.columns.width(span) - BESIDE - INDENT * (formStyle(style).indent ?? 0));
  }
}

/** Points a column must be wide for a value that does not wrap. */
export function neededWidth(piece: Pick<Piece, 'value' | 'style' | 'bold'>): number {
  const { indent } = formStyle(piece.style);
  return textWidth(shownText(piece.value), fontOf(piece)) + BESIDE + INDENT * (indent ?? 0);
}

function fontOf({ style, bold }: Pick<Piece, 'style' | 'bold'>): Font {
  const { fontSize, bold: always } = formStyle(style);
  return { size: fontSize ?? 9.5, bold: bold ?? always ?? false };
}
