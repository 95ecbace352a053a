import type { Area, Book, Sheet } from '../book/book';
import { boundingArea } from '../book/areas';
import { shiftCells } from '../book/structure';
import { moveCells } from '../host/cells/shift-range';
import { EVENT_TYPE } from '../host/events';
import type { Workspace } from '../host/workspace';
import type { Move } from './moves';
import type { Aspect, Change } from './state/aspect';
import { sheetById } from './state/aspect';
import { cells } from './state/cells';
import { ASPECTS, changesBetween } from './state/changes';
import { hasTableKey, setTableKey, tableKey } from './state/tables';

/** What an author did in one request, or by hand after it. */
export interface Effect {
  moves: Move[];
  changes: [aspect: Aspect, change: Change][];
  /** What the author called sheets and tables then, for the formulas that name them. */
  sheetNames: Map<string, string>;
  tableNames: Map<string, string>;
}

const ROUNDS = 4;
const REMOTE = { source: 'Remote', triggerSource: 'Unknown' } as const;

/** One author's copy of a workbook, and what was done in it. */
export class Copy {
  private readonly moved: Move[] = [];
  private nextTable = 1;

  constructor(
    readonly book: Book,
    /** The copy as it was when the last effect was noted. */
    private readonly noted: Book,
    private readonly name: string,
  ) {
    this.record();
  }

  /** What was done since the last time; null when nothing was. */
  note(idOf: (sheet: Sheet) => string): Effect | null {
    for (const sheet of this.book.sheets) idOf(sheet);
    for (const table of this.book.tables())
      if (!hasTableKey(table)) setTableKey(table, `${this.name} ${String(this.nextTable++)}`);
    const moves = this.moved.splice(0).filter(({ sheet }) => sheetById(this.noted, sheet));
    for (const { sheet, area, shift } of moves) {
      const on = sheetById(this.noted, sheet);
      if (on) shiftCells(on, area, shift);
    }
    const changes = bring(this.noted, this.book);
    if (moves.length === 0 && changes.length === 0) return null;
    const sheetNames = new Map(this.book.sheets.map((sheet) => [idOf(sheet), sheet.name]));
    const tableNames = new Map([...this.book.tables()].map((table) => [tableKey(table), table.name]));
    return { moves, changes, sheetNames, tableNames };
  }

  /** Makes the copy what `common` is; the author's add-in is told of it as of a co-author's doing. */
  receive(common: Book, moves: readonly Move[], workspace: Workspace): void {
    this.book.onShift = () => undefined;
    for (const { sheet: id, area, shift } of moves) {
      const sheet = sheetById(this.book, id);
      if (!sheet) continue;
      moveCells(sheet, area, shift, workspace);
      const word = shift === 'Down' || shift === 'Right' ? 'Inserted' : 'Deleted';
      const kind = shift === 'Down' || shift === 'Up' ? 'Row' : 'Column';
      workspace.changed(sheet, area, { ...REMOTE, changeType: `${kind}${word}` });
      const noted = sheetById(this.noted, id);
      if (noted) shiftCells(noted, area, shift);
    }
    const before = new Set(this.book.sheets);
    const changes = bring(this.book, common);
    bring(this.noted, common);
    this.moved.splice(0);
    this.record();
    this.tell(workspace, before, changes);
  }

  private tell(workspace: Workspace, before: ReadonlySet<Sheet>, changes: Effect['changes']): void {
    const now = new Set(this.book.sheets);
    for (const sheet of now)
      if (!before.has(sheet)) workspace.raiseForSheet(EVENT_TYPE.worksheetAdded, sheet, { source: 'Remote' });
    for (const sheet of before)
      if (!now.has(sheet)) workspace.raiseForSheet(EVENT_TYPE.worksheetDeleted, sheet, { source: 'Remote' });
    for (const [sheet, area] of changedAreas(this.book, changes)) workspace.changed(sheet, area, REMOTE);
    if (changes.length > 0) workspace.edited = workspace.dirty = true;
    workspace.deliverSoon();
  }

  private record(): void {
    this.book.onShift = (sheet, area, shift) => {
      if (sheet.id !== null) this.moved.push({ sheet: sheet.id, area, shift });
    };
  }
}

/** Makes one book what another is; answers what had to be changed. */
function bring(book: Book, to: Book): Effect['changes'] {
  return ASPECTS.flatMap((aspect) => {
    const changes = changesBetween(aspect, book, to);
    for (const change of changes) aspect.write(book, change);
    // A name is free only once what had it has been given another.
    for (let rest = changes, round = 0; rest.length > 0 && round < ROUNDS; round++) {
      rest = changesBetween(aspect, book, to);
      for (const change of rest) aspect.write(book, change);
    }
    return changes.map((change): [Aspect, Change] => [aspect, change]);
  });
}

/** One area a sheet, around all its changed cells. */
function changedAreas(book: Book, changes: Effect['changes']): Map<Sheet, Area> {
  const areas = new Map<Sheet, Area>();
  for (const [aspect, { at }] of changes) {
    const sheet = aspect === cells ? sheetById(book, at[0]) : undefined;
    if (!sheet) continue;
    const area = { row: Number(at[1]), column: Number(at[2]), rows: 1, columns: 1 };
    const known = areas.get(sheet);
    areas.set(sheet, known ? boundingArea(known, area) : area);
  }
  return areas;
}
