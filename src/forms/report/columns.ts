/** Columns of the grid from `column` on, counted from 1. */
export interface Span {
  column: number;
  columns: number;
}

/** The columns that all blocks of a report share. Widths in points. */
export class Columns {
  constructor(private readonly widths: readonly number[]) {}

  get all(): Span {
    return { column: 1, columns: this.widths.length };
  }

  width({ column, columns }: Span): number {
    return this.widths.slice(column - 1, column - 1 + columns).reduce((sum, each) => sum + each, 0);
  }

  /** The first columns of a span that are at least `points` wide together; at least one stays behind them. */
  atLeast(span: Span, points: number): Span {
    let columns = 1;
    while (columns < span.columns - 1 && this.width({ ...span, columns }) < points) columns++;
    return { ...span, columns };
  }

  /** What is left of a span behind its first columns. */
  after(span: Span, first: Span): Span {
    return { column: first.column + first.columns, columns: span.columns - first.columns };
  }

  /** A span in parts about as wide as each other, each of at least `least` columns; fewer if it has not so many. */
  parts(span: Span, count: number, least: number): Span[] {
    const wanted = Math.max(1, Math.min(count, Math.floor(span.columns / least)));
    if (wanted === 1) return [span];
    const share = this.width(span) / wanted;
    const most = span.columns - (wanted - 1) * least;
    let columns = least;
    while (columns < most && this.misses(span, columns + 1, share) <= this.misses(span, columns, share))
      columns++;
    const first = { ...span, columns };
    return [first, ...this.parts(this.after(span, first), wanted - 1, least)];
  }

  private misses(span: Span, columns: number, wanted: number): number {
    return Math.abs(this.width({ ...span, columns }) - wanted);
  }
}
