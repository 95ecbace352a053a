import { yearInSheetName, monthInTitle, yearInTitle, type Period } from '../cells/titles';
import type { SheetGrid } from '../grid';
import type { Block } from './block';
import { clientLabelAt, nextFilled, periodOfRow, type ClientLabel } from './labels';

/** What the rows above say of a row: whose sessions follow, and in which month or year. */
export interface RowContext extends Period {
  client: ClientLabel | null;
}

type Said = 'client' | 'period';

/**
 * What labels and headings say of the rows below them, down one or more tables under each other: "Client: Jane Doe",
 * "October 2026". Made once for a range of columns.
 */
export class RowContexts {
  private readonly clients: { row: number; client: ClientLabel }[] = [];
  private readonly periods: { row: number; period: Period }[] = [];
  private readonly said = new Map<number, Said>();
  private readonly ofSheet: Period;

  constructor(
    private readonly grid: SheetGrid,
    { header, last, left, right }: Block,
  ) {
    this.ofSheet = { year: yearInSheetName(grid.name), month: monthInTitle(grid.name) };
    for (let row = 0; row < header; row++) this.readTitle(row, left, right);
    this.readTitles(header, left, right);
    for (let row = header + 1; row <= last; row++) this.readRow(row, left, right);
  }

  /** Whether the row is itself such a label. */
  saidBy(row: number): Said | null {
    return this.said.get(row) ?? null;
  }

  /** How many labels name a client from one row to another. */
  clientsFrom(from: number, to: number): ClientLabel[] {
    return this.clients.filter(({ row }) => row > from && row <= to).map(({ client }) => client);
  }

  at(row: number): RowContext {
    const client = latest(this.clients, row)?.client ?? null;
    return { client, ...(latest(this.periods, row)?.period ?? this.ofSheet) };
  }

  /** A month without a year is of the year before it, unless an earlier month of the year follows: then nobody knows. */
  private say(row: number, { year, month }: Period): void {
    const before = this.periods.at(-1)?.period ?? this.ofSheet;
    const isLater = before.month === null || (month !== null && month >= before.month);
    this.periods.push({ row, period: { year: year ?? (isLater ? before.year : null), month } });
  }

  /** A title may name the client anywhere. */
  private readTitle(row: number, left: number, right: number): void {
    const cells = this.grid.values[row] ?? [];
    for (let at = nextFilled(cells, left, right); at !== null; at = nextFilled(cells, at + 1, right)) {
      const client = clientLabelAt(this.grid, row, at, { right });
      if (client === null) continue;
      this.clients.push({ row, client });
      this.said.set(row, 'client');
    }
  }

  /** All titles together say one year and one month, or none. */
  private readTitles(header: number, left: number, right: number): void {
    const own = textsAbove(this.grid, header, left, right);
    const all = textsAbove(this.grid, header, 0, Infinity);
    const only = (values: readonly (number | null)[]): number | null => {
      const known = new Set(values.filter((value) => value !== null));
      return known.size === 1 ? ([...known][0] ?? null) : null;
    };
    const year = only(own.map(yearInTitle)) ?? only(all.map(yearInTitle));
    const month = only(own.map(monthInTitle)) ?? only(all.map(monthInTitle));
    const sheet = this.ofSheet;
    if (year !== null || month !== null)
      this.periods.push({ row: header, period: { year: year ?? sheet.year, month: month ?? sheet.month } });
  }

  private readRow(row: number, left: number, right: number): void {
    const cells = this.grid.values[row] ?? [];
    const at = nextFilled(cells, left, right);
    if (at === null) return;
    const client = clientLabelAt(this.grid, row, at, { right });
    if (client !== null) {
      this.clients.push({ row, client });
      this.said.set(row, 'client');
      return;
    }
    const period = periodOfRow(this.grid, row, { left, right });
    if (period === null) return;
    this.say(row, period);
    this.said.set(row, 'period');
  }
}

/** What labels say in each of the tables; those that stand under each other share their labels. */
export function contextsOf(grid: SheetGrid, blocks: readonly Block[]): (block: Block) => RowContexts {
  const made = new Map<string, RowContexts>();
  const keyOf = ({ left, right }: Block) => `${String(left)}:${String(right)}`;
  return (block) => {
    const known = made.get(keyOf(block));
    if (known !== undefined) return known;
    const chain = blocks.filter((other) => keyOf(other) === keyOf(block));
    const header = Math.min(...chain.map((each) => each.header));
    const contexts = new RowContexts(grid, {
      ...block,
      header,
      last: Math.max(...chain.map((each) => each.last)),
    });
    made.set(keyOf(block), contexts);
    return contexts;
  };
}

function textsAbove(grid: SheetGrid, header: number, left: number, right: number): string[] {
  return grid.values
    .slice(0, header)
    .flatMap((cells) => cells.slice(left, right + 1))
    .flatMap((cell) => (typeof cell === 'string' ? [cell] : typeof cell === 'number' ? [String(cell)] : []));
}

/** The last event at or above a row; events stand in the order of their rows. */
function latest<Event extends { row: number }>(events: readonly Event[], row: number): Event | undefined {
  let [low, high] = [0, events.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((events[middle]?.row ?? 0) <= row) low = middle + 1;
    else high = middle;
  }
  return events[low - 1];
}
