import type { Area, Book, Sheet, Table } from '../book/book';
import { areaAddress } from '../book/address';
import { EVENT_CATEGORY, EVENT_TYPE, WORKBOOK_TARGET, type ChangeDetails } from './events';
import type { MessageEntry } from './protocol';
import { identitiesOf, type Identities } from './identities';
import { object, type HostObject, type RangeTarget } from './targets';
import type { Turns } from './turns';

/** Who has a book open. */
const windowsOf = new WeakMap<Book, Set<Workspace>>();

/** What Excel holds beside the book while it is open: ids, the selection, references and who listens to what. */
export class Workspace {
  calculationMode = 'Automatic';
  /** Until the end of the request that asked for it. */
  calculationSuspended = false;
  /** Something was changed since the workbook was opened. */
  edited = false;
  selection: RangeTarget | null = null;
  /** Whether the add-in's task pane is on screen; `onPaneVisible` is told when the add-in asks for it, or hides it. */
  paneVisible = true;
  onPaneVisible: (visible: boolean) => void = () => undefined;
  /** Sheets and the workbook structure that were protected here and without a password. */
  readonly protectedHere: WeakSet<object>;
  /** Called with the results of custom functions. */
  onFunctionResults: (results: readonly unknown[]) => void = () => undefined;
  readonly events: MessageEntry[] = [];
  /** Takes the events that have been raised to the add-in. */
  onEvents: () => void = () => undefined;
  /** Whether the client's requirement set (ExcelApi 1.14) has `triggerSource`. */
  tellsTrigger = true;
  private readonly references = new Map<string, HostObject>();
  private readonly referenceIds = new WeakMap<object, string>();
  private readonly ranges = new Set<RangeTarget>();
  private readonly listening = new Map<string, number>();
  /** The add-in has asked for events, now or before. */
  hasListened = false;
  private readonly identities: Identities;
  private readonly calculation: { isDue: boolean; isOfAll: boolean };
  private ownSheet: Sheet | null = null;
  private isUser = false;
  private nextReference = 1;

  constructor(
    readonly book: Book,
    readonly readOnly: boolean,
    readonly fileName: string,
    /** Today's day number, for dates typed without a year. */
    readonly today: () => number,
    /** One of several windows on the book: it has an active sheet of its own. */
    private readonly isWindow = false,
  ) {
    this.identities = identitiesOf(book);
    this.protectedHere = isWindow ? this.identities.protectedHere : new WeakSet();
    this.calculation = isWindow ? this.identities.calculation : { isDue: false, isOfAll: false };
    if (!isWindow) return;
    this.ownSheet = book.sheets[book.activeSheet] ?? null;
    windowsOf.set(book, new Set([...(windowsOf.get(book) ?? []), this]));
  }

  /** Something was changed since the last calculation, of which all windows have one. */
  get dirty(): boolean {
    return this.calculation.isDue;
  }

  set dirty(isDue: boolean) {
    this.calculation.isDue = isDue;
  }

  /** Every formula is to be calculated, not only what the changes touch. */
  get allDue(): boolean {
    return this.calculation.isOfAll;
  }

  set allDue(isDue: boolean) {
    this.calculation.isOfAll = isDue;
    if (isDue) this.dirty = true;
  }

  get turns(): Turns {
    return this.identities.turns;
  }

  /** The window is gone: nothing need be told to it, and its ranges need not be moved. */
  close(): void {
    windowsOf.get(this.book)?.delete(this);
  }

  sheetId(sheet: Sheet): string {
    return this.identities.sheetId(sheet);
  }

  tableId(table: Table): string {
    return this.identities.tableId(table);
  }

  /** The sheet in front. When a window's own is gone or hidden, it is the book's. */
  get activeSheet(): Sheet {
    const own = this.ownSheet;
    if (own?.visibility === 'Visible' && this.book.sheets.includes(own)) return own;
    const sheet = this.book.sheets[this.book.activeSheet] ?? this.book.sheets[0];
    if (!sheet) throw new RangeError('a workbook without sheets');
    return sheet;
  }

  /** A new range object; it follows insertions and deletions for as long as it is held. */
  range(sheet: Sheet, area: Area): HostObject {
    const target: RangeTarget = { sheet, area: { ...area } };
    this.ranges.add(target);
    return object('Range', target);
  }

  keep(kept: HostObject): string {
    const known = kept.target && this.referenceIds.get(kept.target);
    if (known !== undefined && known !== null) return known;
    const id = `r${String(this.nextReference++)}`;
    this.references.set(id, kept);
    if (kept.target) this.referenceIds.set(kept.target, id);
    return id;
  }

  reference(id: string): HostObject | undefined {
    return this.references.get(id);
  }

  release(id: string): void {
    const target = this.references.get(id)?.target;
    if (target) this.referenceIds.delete(target);
    this.references.delete(id);
  }

  /** Forgets the ranges that only the finished request used. */
  endRequest(): void {
    this.calculationSuspended = false;
    const held = new Set<unknown>([...this.references.values()].map((kept) => kept.target));
    for (const range of this.ranges)
      if (!held.has(range) && range !== this.selection) this.ranges.delete(range);
  }

  /** Tells this window's add-in, and those of the others, what was raised, once the request at hand is answered. */
  deliverSoon(): void {
    for (const { events, onEvents } of [this, ...this.others()])
      if (events.length > 0) setTimeout(onEvents, 0);
  }

  /** Every range that somebody holds on a sheet, in any window, so that insertions and deletions move it. */
  heldRanges(sheet: Sheet): RangeTarget[] {
    const all = [this, ...this.others()].flatMap((window) => [...window.ranges]);
    return all.filter((range) => range.sheet === sheet);
  }

  listen(type: number, target: string, count: 1 | -1): void {
    this.hasListened = true;
    const key = `${String(type)} ${target}`;
    this.listening.set(key, Math.max(0, (this.listening.get(key) ?? 0) + count));
  }

  /** Whether the add-in of any window listens to such events, of whatever sheet. */
  hears(type: number): boolean {
    return [this, ...this.others()].some((window) =>
      [...window.listening].some(([key, count]) => count > 0 && key.startsWith(`${String(type)} `)),
    );
  }

  /** Queues an event if the add-in asked for it; it is delivered after the answer to the current request. */
  raise(type: number, target: string, details: Record<string, unknown>): void {
    if (!this.listening.get(`${String(type)} ${target}`)) return;
    this.events.push([EVENT_CATEGORY, type, target, JSON.stringify(details), 0]);
  }

  /** What the user has selected; cell A1 of the active sheet to begin with. */
  selected(): RangeTarget {
    const sheet = this.activeSheet;
    const held = this.selection;
    return held?.sheet === sheet && !held.deleted
      ? held
      : { sheet, area: { row: 0, column: 0, rows: 1, columns: 1 } };
  }

  select(sheet: Sheet, area: Area): void {
    this.selection = { sheet, area: { ...area } };
    this.ranges.add(this.selection);
    this.activate(sheet);
    const worksheetId = this.sheetId(sheet);
    const details = { worksheetId, address: areaAddress(area) };
    this.raise(EVENT_TYPE.worksheetSelectionChanged, worksheetId, details);
    this.raise(EVENT_TYPE.worksheetSelectionChanged, WORKBOOK_TARGET, details);
  }

  activate(sheet: Sheet): void {
    const before = this.activeSheet;
    this.book.activeSheet = this.book.sheets.indexOf(sheet);
    if (this.isWindow) this.ownSheet = sheet;
    if (before === sheet) return;
    if (this.selection?.sheet !== sheet) this.selection = null;
    this.raiseForSheet(EVENT_TYPE.worksheetDeactivated, before);
    this.raiseForSheet(EVENT_TYPE.worksheetActivated, sheet);
  }

  /** An event that names nothing but its sheet. What has a source is told to the other windows as well. */
  raiseForSheet(type: number, sheet: Sheet, details: Record<string, unknown> = {}): void {
    const worksheetId = this.sheetId(sheet);
    this.raise(type, worksheetId, { worksheetId, ...details });
    this.raise(type, WORKBOOK_TARGET, { worksheetId, ...details });
    if (details['source'] !== 'Local') return;
    for (const other of this.others()) other.raiseForSheet(type, sheet, { ...details, source: 'Remote' });
  }

  /** What `edit` changes is told to the add-in as the user's doing. */
  byUser(edit: () => void): void {
    this.isUser = true;
    try {
      edit();
    } finally {
      this.isUser = false;
    }
  }

  /** Cells were changed: whoever listens is told, and formulas must be calculated again. */
  changed(sheet: Sheet, area: Area, details: ChangeDetails = {}): void {
    this.dirty = true;
    this.edited = true;
    const triggerSource = this.isUser ? 'Unknown' : 'ThisLocalAddin';
    this.tellChanged(sheet, area, { source: 'Local', triggerSource, ...details });
    for (const other of this.others()) {
      other.edited = true;
      other.tellChanged(sheet, area, { ...details, source: 'Remote', triggerSource: 'Unknown' });
    }
  }

  private others(): Workspace[] {
    return [...(windowsOf.get(this.book) ?? [])].filter((window) => window !== this);
  }

  private tellChanged(sheet: Sheet, area: Area, details: ChangeDetails): void {
    const worksheetId = this.sheetId(sheet);
    const table = sheet.tables.find((candidate) => overlaps(candidate.area, area));
    const listeners: [type: number, target: string][] = [
      [EVENT_TYPE.worksheetChanged, worksheetId],
      [EVENT_TYPE.worksheetChanged, WORKBOOK_TARGET],
    ];
    if (table) {
      const { tableChanged } = EVENT_TYPE;
      listeners.push(
        [tableChanged, this.tableId(table)],
        [tableChanged, worksheetId],
        [tableChanged, WORKBOOK_TARGET],
      );
    }
    if (!listeners.some(([type, target]) => this.listening.get(`${String(type)} ${target}`))) return;
    const event = {
      changeType: 'RangeEdited',
      shiftDirection: 'None',
      worksheetId,
      address: areaAddress(area),
      referenceId: this.keep(this.range(sheet, area)),
      ...(table ? { tableId: this.tableId(table) } : {}),
      ...details,
      ...(!this.tellsTrigger && { triggerSource: undefined }),
    };
    for (const [type, target] of listeners) this.raise(type, target, event);
  }
}

function overlaps(a: Area, b: Area): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}
