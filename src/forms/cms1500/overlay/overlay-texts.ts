import type { Claim } from '../../../billing/claims/claim';
import type { Box, ClaimPage } from '../box';
import { boxKey } from '../claim-labels';
import { BOX_ENTRIES, cms1500Boxes } from '../cms1500-boxes';
import { cut } from '../paper-text';
import {
  LINE_FIELDS,
  MARK_FIELDS,
  NOTHING_PRINTED,
  ROWS_A_LINE,
  TEXT_FIELDS,
  type Stretch,
  type TextField,
} from './overlay-fields';

/** One text on the print grid. */
export interface OverlayText {
  /** `5 street`; of box 24 with its line: `24F/1`. */
  box: string;
  text: string;
  row: number;
  column: number;
  /** The characters that its field has room for, from `column` on. */
  width: number;
}

/** Why a value cannot stand in its box. */
export interface Misfit {
  box: Box;
  why: 'too long' | 'unprintable';
  /** Characters that fit. */
  maxLength: number;
}

interface Layout {
  texts: OverlayText[];
  /** What could not be placed: never cut, never printed. */
  misfits: Misfit[];
}

const textFields = new Map([...TEXT_FIELDS, ...LINE_FIELDS].map((field) => [field.box, field]));
const markFields = new Map(MARK_FIELDS.map((field) => [field.box, field]));
const nothingPrinted = new Set(NOTHING_PRINTED);
const mayBeCut = new Set(BOX_ENTRIES.filter((entry) => entry.cut).map(boxKey));

/** What is printed on one page of a claim. What does not fit is left out here and named by `overlayMisfits`. */
export function overlayTexts(claim: Claim, page: ClaimPage): OverlayText[] {
  return layOut(claim, page).texts;
}

/** The values of a page that the red form has no room for, and that nobody may shorten. */
export function overlayMisfits(claim: Claim, page: ClaimPage): Misfit[] {
  return layOut(claim, page).misfits;
}

function layOut(claim: Claim, page: ClaimPage): Layout {
  const layout: Layout = { texts: [], misfits: [] };
  for (const box of cms1500Boxes(claim, page)) {
    if (box.value !== '') place(box, layout);
  }
  return layout;
}

function place(box: Box, layout: Layout): void {
  const key = boxKey(box);
  const marks = markFields.get(key);
  if (marks) {
    const column = Object.hasOwn(marks.columns, box.value) ? marks.columns[box.value] : undefined;
    if (column === undefined) throw new RangeError(`box ${key} has no mark for ${box.value}`);
    layout.texts.push({ box: key, text: 'X', row: marks.row, column, width: 1 });
    return;
  }
  const field = textFields.get(key);
  if (!field) {
    throw new RangeError(
      nothingPrinted.has(key) ? `box ${key} stays empty on paper` : `box ${key} has no place`,
    );
  }
  const maxLength = field.width + (field.then?.width ?? 0);
  if (!isPrintable(box.value)) {
    layout.misfits.push({ box, why: 'unprintable', maxLength });
    return;
  }
  const pieces = piecesOf(field, box.value, mayBeCut.has(key));
  if (!pieces) {
    layout.misfits.push({ box, why: 'too long', maxLength });
    return;
  }
  const down = box.line === null ? 0 : (box.line - 1) * ROWS_A_LINE;
  const name = box.line === null ? key : `${key}/${String(box.line)}`;
  for (const { text, at } of pieces) {
    layout.texts.push({ box: name, text, row: at.row + down, column: at.column, width: at.width });
  }
}

interface Piece {
  text: string;
  at: Stretch;
}

/** The text in its stretches of the grid, or null when it does not fit and may not be cut. */
function piecesOf(field: TextField, value: string, isCut: boolean): Piece[] | null {
  const { then } = field;
  if (then?.after === 'area code' && value.length > field.width) {
    const number = value.slice(field.width);
    return number.length > then.width
      ? null
      : [
          { text: value.slice(0, field.width), at: field },
          { text: number, at: then },
        ];
  }
  if (value.length <= field.width) return [{ text: value, at: field }].map((piece) => aligned(piece, field));
  if (!isCut) return null;
  const words = then ? wordsThatFit(value, field.width) : null;
  if (!then || !words) return [{ text: cut(value, field.width), at: field }];
  return [
    { text: words, at: field },
    { text: cut(value.slice(words.length).trimStart(), then.width), at: then },
  ];
}

function aligned({ text, at }: Piece, field: TextField): Piece {
  if (!field.right) return { text, at };
  const blanks = field.width - text.length;
  return { text, at: { row: at.row, column: at.column + blanks, width: text.length } };
}

/** The whole words at the beginning of a text that fit; null when its first word alone is too long. */
function wordsThatFit(text: string, width: number): string | null {
  const end = text.lastIndexOf(' ', width);
  return end > 0 ? text.slice(0, end) : null;
}

/** What Courier prints and a scanner reads: letters without accents, digits and plain signs. */
function isPrintable(text: string): boolean {
  return /^[\u0020-\u007e]*$/.test(text);
}
