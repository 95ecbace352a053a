import type { Area } from '../../book/book';
import type { BookChange, BookView } from './view';

/**
 * Typed, pasted or dragged into a cell: the input as a person would type it ('' empties the cell), and the number
 * format that came with it, for a cell that has none.
 */
export type Entry = [row: number, column: number, input: string, numberFormat?: string];

/** What a user does in a grid. Sheets are named by id. */
export type UserEdit =
  | { kind: 'write'; sheet: string; cells: Entry[] }
  | { kind: 'insert'; sheet: string; area: Area; shift: 'Down' | 'Right' }
  | { kind: 'delete'; sheet: string; area: Area; shift: 'Up' | 'Left' }
  | { kind: 'add sheet'; position: number }
  | { kind: 'delete sheet'; sheet: string }
  | { kind: 'rename sheet'; sheet: string; name: string }
  | { kind: 'move sheet'; sheet: string; position: number }
  | { kind: 'show sheet'; sheet: string; visible: boolean }
  /** Points. */
  | { kind: 'column width'; sheet: string; first: number; last: number; width: number }
  | { kind: 'row height'; sheet: string; first: number; last: number; height: number }
  | { kind: 'freeze'; sheet: string; rows: number; columns: number };

export type FromPage =
  /** What Office.js in the pane's frame sends to its host: JSON text. */
  | { kind: 'client'; text: string }
  /** The add-in's page is loaded: its custom functions can be called. */
  | { kind: 'runtime ready' }
  | { kind: 'edit'; edit: UserEdit }
  | { kind: 'select'; sheet: string; area: Area }
  | { kind: 'editing cell'; isEdited: boolean }
  | { kind: 'pane'; visible: boolean };

export type ToPage =
  /** The first message: everything that is to be shown. Sent again when another file was opened. */
  | { kind: 'book'; view: BookView; settings: [string, unknown][]; sheet: string; area: Area }
  | { kind: 'change'; change: BookChange }
  | { kind: 'client'; message: object }
  | { kind: 'select'; sheet: string; area: Area }
  | { kind: 'pane'; visible: boolean }
  /** One sentence for the user. */
  | { kind: 'notice'; text: string };

/** A button of the add-in's ribbon group, from its manifest. */
export interface RibbonButton {
  id: string;
  label: string;
  title: string;
  description: string;
  /** Icon addresses relative to the add-in, by size in pixels. */
  icons: Record<number, string>;
  action: { kind: 'show pane' } | { kind: 'run'; functionName: string };
}

export interface Ribbon {
  group: string;
  buttons: RibbonButton[];
}
