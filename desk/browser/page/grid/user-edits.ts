import { CellValueType } from '@univerjs/presets';
import type { FUniver, ICellData, IRange, IStyleData } from '@univerjs/presets';
import type { Area } from '../../../book/book';
import type { Entry, FromPage, UserEdit } from '../../view/messages';
import type { BY_DESK } from './show-change';
import { points } from './sheet-data';

interface Watched {
  send: (message: FromPage) => void;
  notice: (sentence: string) => void;
}

interface CommandParameters {
  subUnitId?: string;
  range?: IRange;
  name?: string;
  order?: number;
  index?: number;
  ySplit?: number;
  xSplit?: number;
}

/** What the user asks of the grid and the book does, before the grid does it: the change comes back from the book. */
const ASKED: Readonly<Record<string, (parameters: CommandParameters, sheet: string) => UserEdit | null>> = {
  'sheet.command.insert-row-by-range': ({ range }, sheet) =>
    range ? { kind: 'insert', sheet, area: areaOf(range), shift: 'Down' } : null,
  'sheet.command.insert-col-by-range': ({ range }, sheet) =>
    range ? { kind: 'insert', sheet, area: areaOf(range), shift: 'Right' } : null,
  'sheet.command.remove-row-by-range': ({ range }, sheet) =>
    range ? { kind: 'delete', sheet, area: areaOf(range), shift: 'Up' } : null,
  'sheet.command.remove-col-by-range': ({ range }, sheet) =>
    range ? { kind: 'delete', sheet, area: areaOf(range), shift: 'Left' } : null,
  'sheet.command.insert-sheet': ({ index }) => ({ kind: 'add sheet', position: index ?? 1000 }),
  'sheet.command.remove-sheet': (_, sheet) => ({ kind: 'delete sheet', sheet }),
  'sheet.command.set-worksheet-name': ({ name }, sheet) => ({
    kind: 'rename sheet',
    sheet,
    name: name ?? '',
  }),
  'sheet.command.set-worksheet-order': ({ order }, sheet) => ({
    kind: 'move sheet',
    sheet,
    position: order ?? 0,
  }),
  'sheet.command.set-frozen': ({ ySplit, xSplit }, sheet) => ({
    kind: 'freeze',
    sheet,
    rows: ySplit ?? 0,
    columns: xSplit ?? 0,
  }),
  'sheet.command.cancel-frozen': (_, sheet) => ({ kind: 'freeze', sheet, rows: 0, columns: 0 }),
  'sheet.command.set-worksheet-hidden': (_, sheet) => ({ kind: 'show sheet', sheet, visible: false }),
  'sheet.command.set-worksheet-show': (_, sheet) => ({ kind: 'show sheet', sheet, visible: true }),
};

/** Commands that change only what the grid shows, or end in a mutation that is followed. */
const FOLLOWED = new Set(
  (
    'set-range-values clear-selection-content auto-fill refill copy-down copy-right auto-clear-content move-range ' +
    'delta-column-width set-worksheet-col-width delta-row-height set-row-height set-worksheet-activate ' +
    'select-range insert-row insert-col remove-row remove-col remove-row-confirm remove-col-confirm ' +
    'insert-row-before insert-row-after insert-col-before insert-col-after insert-multi-rows-above ' +
    'insert-multi-rows-after insert-multi-cols-before insert-multi-cols-right paste cut copy'
  )
    .split(' ')
    .map((name) => `sheet.command.${name}`),
);

/** Commands of Univer that change the workbook in ways that are not brought to the book. */
const REFUSED =
  /^sheet\.command\.(set-style|set-bold|set-italic|set-underline|set-stroke|set-font|set-text|set-background|set-border|set-vertical|set-horizontal|set-tab-color|add-worksheet-merge|remove-worksheet-merge|copy-sheet|insert-range-move|delete-range-move|move-rows|move-cols|set-col-hidden|set-rows-hidden|set-selected|set-col-is-auto|set-row-is-auto|set-range-protection|add-range-protection|add-worksheet-protection|set-defined-name|insert-defined-name|remove-defined-name|clear-selection-all|clear-selection-format|toggle-gridlines|numfmt|set-once-format-painter|split-text|sort|reorder)/;

/** Tells the book what the user does in the grid. */
export function watchUser(api: FUniver, { send, notice }: Watched): void {
  let typed: { sheet: string; row: number; column: number; text: string } | null = null;
  const edit = (made: UserEdit): void => send({ kind: 'edit', edit: made });
  // Univer sets a dragged or copied formula twice in one go: as a reference to the first one, and as its own text.
  let told = new Set<string>();
  const isNews = ([row, column, input]: Entry): boolean => {
    if (!input.startsWith('=')) return true;
    const name = [row, column, input].join(' ');
    const isNew = !told.has(name);
    if (told.size === 0) setTimeout(() => (told = new Set()), 0);
    told.add(name);
    return isNew;
  };

  api.addEvent(api.Event.SheetEditStarted, () => send({ kind: 'editing cell', isEdited: true }));
  api.addEvent(api.Event.SheetEditEnded, () => send({ kind: 'editing cell', isEdited: false }));
  api.addEvent(api.Event.BeforeSheetEditEnd, ({ worksheet, row, column, value, isConfirm }) => {
    // What was typed, before Univer makes its own value of it: the book reads it as Excel does.
    const text = value
      .toPlainText()
      .replace(/\r?\n$/, '')
      .replaceAll('\r', '\n');
    typed = isConfirm ? { sheet: worksheet.getSheetId(), row, column, text } : null;
  });

  api.addEvent(api.Event.BeforeCommandExecute, (event) => {
    if (isByDesk(event.options)) return;
    const parameters = (event.params ?? {}) as CommandParameters;
    const sheet = parameters.subUnitId ?? activeSheet(api);
    const asked = ASKED[event.id]?.(parameters, sheet);
    if (asked) {
      event.cancel = true;
      edit(asked);
    } else if (!FOLLOWED.has(event.id) && REFUSED.test(event.id)) {
      event.cancel = true;
      notice('The Desk shows this, but does not change it. Excel does.');
    }
  });

  api.addEvent(api.Event.CommandExecuted, ({ id, params, options }) => {
    if (isByDesk(options)) return;
    if (id === 'sheet.mutation.set-range-values') {
      const { subUnitId: sheet, cellValue = {} } = params as { subUnitId: string; cellValue?: Matrix };
      const entries = entriesOf(cellValue, (row, column) => {
        const isTyped = typed?.sheet === sheet && typed.row === row && typed.column === column;
        return isTyped ? (typed?.text ?? null) : null;
      });
      typed = null;
      const cells = entries.map((entry) => withFormula(api, sheet, entry, cellValue)).filter(isNews);
      if (cells.length === 0) return;
      send({ kind: 'editing cell', isEdited: false });
      edit({ kind: 'write', sheet, cells });
    } else if (id === 'sheet.mutation.set-worksheet-col-width') {
      const {
        subUnitId: sheet,
        ranges,
        colWidth,
      } = params as { subUnitId: string; ranges: IRange[]; colWidth: Sizes };
      for (const { startColumn: first, endColumn: last } of ranges)
        eachSize(first, last, colWidth, (from, to, size) =>
          edit({ kind: 'column width', sheet, first: from, last: to, width: points(size) }),
        );
    } else if (id === 'sheet.mutation.set-worksheet-row-height') {
      const {
        subUnitId: sheet,
        ranges,
        rowHeight,
      } = params as { subUnitId: string; ranges: IRange[]; rowHeight: Sizes };
      for (const { startRow: first, endRow: last } of ranges)
        eachSize(first, last, rowHeight, (from, to, size) =>
          edit({ kind: 'row height', sheet, first: from, last: to, height: points(size) }),
        );
    }
  });
}

type Matrix = Record<number, Record<number, ICellData | null>>;
type Sizes = number | Record<number, number | null>;

function isByDesk(options: unknown): boolean {
  return (options as typeof BY_DESK | undefined)?.fromDesk === true;
}

function activeSheet(api: FUniver): string {
  return api.getActiveWorkbook()?.getActiveSheet().getSheetId() ?? '';
}

export function areaOf({ startRow, endRow, startColumn, endColumn }: IRange): Area {
  return {
    row: startRow,
    column: startColumn,
    rows: endRow - startRow + 1,
    columns: endColumn - startColumn + 1,
  };
}

/** Cells whose content was changed. One that only looks different is left alone. */
function entriesOf(matrix: Matrix, typedAt: (row: number, column: number) => string | null): Entry[] {
  const entries: Entry[] = [];
  for (const [row, line] of Object.entries(matrix)) {
    for (const [column, cell] of Object.entries(line ?? {})) {
      const at: [number, number] = [Number(row), Number(column)];
      const typed = typedAt(...at);
      if (typed !== null) entries.push([...at, typed]);
      else if (cell === null) entries.push([...at, '']);
      else if ('v' in cell || 'f' in cell || 'p' in cell || 'si' in cell) {
        const pattern = (cell.s as IStyleData | null | undefined)?.n?.pattern;
        entries.push([...at, inputOf(cell), ...(pattern ? ([pattern] as [string]) : ([] as []))]);
      }
    }
  }
  return entries;
}

function inputOf({ f, p, v, t }: ICellData): string {
  if (typeof f === 'string' && f !== '') return f;
  if (p?.body) return p.body.dataStream.replace(/\r\n$/, '').replaceAll('\r', '\n');
  if (v === null || v === undefined) return '';
  if (t === CellValueType.BOOLEAN) return Number(v) === 0 ? 'FALSE' : 'TRUE';
  return t === CellValueType.FORCE_STRING ? `'${String(v)}` : String(v);
}

/** A dragged formula comes as a reference to the first one (`si`); Univer knows what it reads here. */
function withFormula(api: FUniver, sheet: string, entry: Entry, matrix: Matrix): Entry {
  const [row, column] = entry;
  const cell = matrix[row]?.[column];
  if (!cell?.si || cell.f) return entry;
  const formula = api.getActiveWorkbook()?.getSheetBySheetId(sheet)?.getRange(row, column).getFormula();
  return formula ? [row, column, formula] : entry;
}

function eachSize(
  first: number,
  last: number,
  sizes: Sizes,
  tell: (first: number, last: number, size: number) => void,
): void {
  if (typeof sizes === 'number') return tell(first, last, sizes);
  for (let line = first; line <= last; line++) {
    const size = sizes[line - first] ?? sizes[line];
    if (typeof size === 'number') tell(line, line, size);
  }
}
