import { SaxesParser } from 'saxes';
import { parseCellName } from '../addresses';
import { prefixOf } from '../xml/tree';
import { columnName } from '../../book/address';
import { cellKey, LIMITS } from '../../book/book';
import { BadWorkbook } from '../bad-workbook';
import type { SheetSection, SheetXml, SourceRow } from './source';

export interface ScannedFormula {
  text: string;
  type: string | undefined;
  reference: string | undefined;
  group: string | undefined;
  /** The cell has metadata: the mark of a dynamic array. */
  isDynamic: boolean;
}

export interface ScannedCell {
  row: number;
  column: number;
  type: string | undefined;
  /** Number of the cell format. */
  format: number;
  value: string | null;
  inline: string;
  formula: ScannedFormula | null;
}

export interface ScannedRow {
  row: number;
  attributes: Record<string, string>;
}

export interface SheetVisitor {
  row(row: ScannedRow): void;
  cell(cell: ScannedCell): void;
}

/** A cell or row that no sheet has. */
function noPlace(what: string, name: string): BadWorkbook {
  const shown = name.length > 20 ? `${name.slice(0, 20)}…` : name;
  return new BadWorkbook(
    `The workbook is damaged: it has a ${what} “${shown}”, and a sheet ends with ${what === 'row' ? 'row 1048576' : 'cell XFD1048576'}.`,
  );
}

/** Goes once through a worksheet part: notes where everything stands and hands rows and cells to the visitor. */
export function scanSheet(xml: string, visitor: SheetVisitor): SheetXml {
  const sheet: SheetXml = {
    xml,
    prefix: '',
    rootOpenEnd: 0,
    rootCloseStart: 0,
    rootTag: '',
    sections: [],
    rows: [],
    cells: { keys: [], starts: [], ends: [], shared: [] },
    formulas: new Map(),
    hasImplicitAddresses: false,
  };
  const parser = new SaxesParser({ xmlns: false, position: false });
  const { cells } = sheet;
  let depth = 0;
  let section: SheetSection | null = null;
  let inCells = false;
  let row: SourceRow | null = null;
  let cell: ScannedCell | null = null;
  let column = -1;
  let isDynamic = false;
  /** Collects the text of `v`, `f` or `t`; null elsewhere. */
  let text: string | null = null;
  let phonetic = 0;
  const tagStart = (): number => xml.lastIndexOf('<', parser.position - 1);

  const openInCells = (local: string, attributes: Record<string, string>): void => {
    if (local === 'c') {
      const start = tagStart();
      const named = attributes['r'] === undefined ? null : parseCellName(attributes['r']);
      if (attributes['r'] === undefined) sheet.hasImplicitAddresses = true;
      else if (!named) throw noPlace('cell', attributes['r']);
      column = named ? named.column : column + 1;
      if (column >= LIMITS.columns) throw noPlace('cell', columnName(column) + String((row?.row ?? 0) + 1));
      cell = {
        row: row?.row ?? 0,
        column,
        type: attributes['t'],
        format: Number(attributes['s'] ?? '0'),
        value: null,
        inline: '',
        formula: null,
      };
      isDynamic = attributes['cm'] !== undefined;
      cells.keys.push(cellKey(cell.row, column));
      cells.starts.push(start);
    } else if (local === 'row') {
      const named = attributes['r'];
      if (named === undefined) sheet.hasImplicitAddresses = true;
      const number = named === undefined ? (sheet.rows.at(-1)?.row ?? -1) + 1 : Number(named) - 1;
      if (!Number.isInteger(number) || number < 0 || number >= LIMITS.rows)
        throw noPlace('row', named ?? String(number + 1));
      const at = parser.position;
      const firstCell = cells.keys.length;
      row = {
        row: number,
        start: tagStart(),
        openEnd: at,
        closeStart: at,
        end: at,
        firstCell,
        endCell: firstCell,
      };
      column = -1;
      visitor.row({ row: number, attributes });
    } else if (local === 'f' && cell) {
      cell.formula = {
        text: '',
        type: attributes['t'],
        reference: attributes['ref'],
        group: attributes['si'],
        isDynamic,
      };
      text = '';
    } else if (local === 'v' || (local === 't' && phonetic === 0)) text = '';
    else if (local === 'rPh') phonetic++;
  };

  const closeInCells = (local: string, isSelfClosing: boolean): void => {
    if (local === 'c' && cell) {
      cells.ends.push(parser.position);
      cells.shared.push(cell.type === 's' && cell.value !== null ? Number(cell.value) : -1);
      visitor.cell(cell);
      cell = null;
    } else if (local === 'row' && row) {
      row.end = parser.position;
      row.closeStart = isSelfClosing ? row.openEnd : tagStart();
      row.endCell = cells.keys.length;
      sheet.rows.push(row);
      row = null;
    } else if (local === 'v' && cell) cell.value = text ?? '';
    else if (local === 'f' && cell?.formula) cell.formula.text = text ?? '';
    else if (local === 't' && cell) cell.inline += text ?? '';
    else if (local === 'rPh') phonetic--;
    if (local === 'v' || local === 'f' || local === 't') text = null;
  };

  parser.on('opentag', (tag) => {
    depth++;
    const local = tag.name.slice(sheet.prefix.length);
    if (inCells) openInCells(local, tag.attributes);
    else if (depth === 1) {
      sheet.prefix = prefixOf(tag.name);
      sheet.rootOpenEnd = parser.position;
      sheet.rootTag = xml.slice(tagStart(), parser.position);
    } else if (depth === 2) {
      const at = parser.position;
      const isOwn = tag.name.startsWith(sheet.prefix) && !local.includes(':');
      section = { local: isOwn ? local : tag.name, start: tagStart(), openEnd: at, closeStart: at, end: at };
      inCells = section.local === 'sheetData';
    }
  });
  const addText = (piece: string): void => {
    if (text !== null) text += piece;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', (tag) => {
    if (depth === 2 && section) {
      section.end = parser.position;
      section.closeStart = tag.isSelfClosing ? section.openEnd : tagStart();
      sheet.sections.push(section);
      section = null;
      inCells = false;
    } else if (inCells) closeInCells(tag.name.slice(sheet.prefix.length), tag.isSelfClosing);
    else if (depth === 1) sheet.rootCloseStart = tag.isSelfClosing ? parser.position : tagStart();
    depth--;
  });
  parser.write(xml).close();
  return sheet;
}
