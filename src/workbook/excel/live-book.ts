import type { SheetReading, WorkbookReading } from '../reading';
import { isCellEdited } from './cell-edit';
import { readWorkbook } from './read-workbook';

/** The workbook as it stands, or why it could not be read. A new object each time something may have changed. */
export type LiveState<Extra> = { reading: WorkbookReading; extra: Extra } | { error: unknown };

export interface LiveBookOptions<Extra> {
  /** Sheets whose cells are not wanted. */
  skip: (sheetName: string) => boolean;
  /** Asks for more than cells; the answer is there after the next sync. */
  ask: (context: Excel.RequestContext) => () => Extra;
}

/** Several edits in a row, and the calculation that follows them, are read together. */
const GATHER_MILLISECONDS = 150;
const RETRY_MILLISECONDS = 1_000;

type Handler = OfficeExtension.EventHandlerResult<unknown>;

interface Read<Extra> {
  state: LiveState<Extra>;
  handlers: readonly Handler[];
}

/** Ids of changed sheets. */
type Changed = Set<string> | 'everything';

/**
 * One reading of the workbook, shared by all who follow it and renewed when it changes: by the user, by an add-in, by
 * a co-author or by calculation. Only sheets with changes are read again. While nobody follows, nothing is read.
 */
export class LiveBook<Extra> {
  private readonly followers = new Set<(state: LiveState<Extra>) => void>();
  private state: LiveState<Extra> | null = null;
  private changed: Changed = 'everything';
  private isReading = false;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private midnight: ReturnType<typeof setTimeout> | null = null;
  private handlers: readonly Handler[] = [];
  /** Counts the times that the last follower left, so that a reading under way then is dropped. */
  private closings = 0;

  constructor(private readonly options: LiveBookOptions<Extra>) {}

  /** Calls `follower` with the workbook as soon as it is read, and again after each change. Gives what ends that. */
  follow(follower: (state: LiveState<Extra>) => void): () => void {
    this.followers.add(follower);
    if (this.state) follower(this.state);
    else void this.read();
    return () => {
      if (this.followers.delete(follower) && this.followers.size === 0) this.close();
    };
  }

  private async read(): Promise<void> {
    if (this.isReading) return;
    this.isReading = true;
    const { closings, changed } = this;
    this.changed = new Set();
    try {
      // While the user is typing into a cell, Excel answers nothing: then this waits.
      const read = await Excel.run({ delayForCellEdit: true }, (context) => this.readIn(context, changed));
      if (closings === this.closings) this.take(read);
      else stopWatching(read.handlers);
    } catch (error) {
      if (closings === this.closings) this.failed(error);
    } finally {
      this.isReading = false;
    }
    if (this.followers.size === 0) return;
    if (closings !== this.closings) void this.read();
    else if (this.hasChanged()) this.readSoon();
  }

  private hasChanged(): boolean {
    return this.changed === 'everything' || this.changed.size > 0;
  }

  private async readIn(context: Excel.RequestContext, changed: Changed): Promise<Read<Extra>> {
    const handlers = this.handlers.length > 0 ? this.handlers : this.watch(context.workbook);
    const extra = this.options.ask(context);
    const before = this.state && 'reading' in this.state ? this.state.reading : null;
    const { worksheets } = context.workbook;
    const ids = changed === 'everything' ? [] : [...changed];
    const sheets = ids.map((id) => worksheets.getItemOrNullObject(id).load('name'));
    const isUnchanged = (name: string): boolean =>
      changed !== 'everything' && !sheets.some((sheet) => !sheet.isNullObject && sheet.name === name);
    const known = (name: string): SheetReading | null =>
      isUnchanged(name) ? (before?.sheets.find((sheet) => sheet.name === name) ?? null) : null;
    const reading = await readWorkbook(context, this.options.skip, known);
    return { handlers, state: { reading, extra: extra() } };
  }

  private take({ handlers, state }: Read<Extra>): void {
    this.handlers = handlers;
    this.tell(state);
  }

  private watch({ worksheets, tables }: Excel.Workbook): Handler[] {
    const onSheet = (event: { worksheetId?: string }): Promise<void> => {
      this.mark(event.worksheetId ?? '');
      return Promise.resolve();
    };
    return [
      worksheets.onChanged.add(onSheet),
      worksheets.onCalculated.add(onSheet),
      worksheets.onAdded.add(onSheet),
      worksheets.onDeleted.add(onSheet),
      tables.onAdded.add(onSheet),
      tables.onDeleted.add(onSheet),
    ];
  }

  /** A sheet has changed; an event that names none may be about any. */
  private mark(sheetId: string): void {
    if (sheetId === '') this.changed = 'everything';
    else if (this.changed !== 'everything') this.changed.add(sheetId);
    this.readSoon();
  }

  private readSoon(milliseconds = GATHER_MILLISECONDS): void {
    if (this.timer !== null || this.followers.size === 0) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      void this.read();
    }, milliseconds);
  }

  private tell(state: LiveState<Extra>): void {
    this.state = state;
    for (const follower of [...this.followers]) follower(state);
    this.midnight ??= setTimeout(() => this.nextDay(), millisecondsToMidnight(new Date()));
  }

  /** What was read stays; windows and plan years are judged by another day. */
  private nextDay(): void {
    this.midnight = null;
    if (this.state) this.tell({ ...this.state });
  }

  /** What was known stays known; the reading is tried again. */
  private failed(error: unknown): void {
    this.changed = 'everything';
    if (!this.state && !isCellEdited(error)) this.tell({ error });
    this.readSoon(RETRY_MILLISECONDS);
  }

  private close(): void {
    this.closings++;
    for (const timer of [this.timer, this.midnight]) if (timer !== null) clearTimeout(timer);
    this.timer = null;
    this.midnight = null;
    this.state = null;
    this.changed = 'everything';
    stopWatching(this.handlers);
    this.handlers = [];
  }
}

function stopWatching(handlers: readonly Handler[]): void {
  for (const handler of handlers) handler.remove();
  // Where Excel is gone already, there is nothing to take back.
  handlers[0]?.context.sync().catch(() => undefined);
}

function millisecondsToMidnight(now: Date): number {
  const next = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
  return next.getTime() - now.getTime() + 1_000;
}
