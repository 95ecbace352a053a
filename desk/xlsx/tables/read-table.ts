import type { Sheet, Table } from '../../book/book';
import { parseArea } from '../../book/address';
import { readColumnFilters } from './column-filters';
import { shownFormula } from '../formulas/file-form';
import { decodeExcelText } from '../xml/text';
import { child, childrenNamed, isTrue, numberOf, parseXml } from '../xml/tree';

/** What the file held of a table. */
export class TableSource {
  constructor(
    readonly part: string,
    /** Of the sheet's relationship to the part. */
    readonly relationship: string,
    readonly id: number,
    readonly xml: string,
    /** The table as it was read. */
    readonly snapshot: string,
  ) {}
}

export function tableSnapshot(table: Table): string {
  const { name, area, hasTotals, showBandedRows, showFilterButton, style, columns } = table;
  const shows = table.showHeaders !== false;
  return JSON.stringify([name, area, shows, hasTotals, showBandedRows, showFilterButton, style, columns]);
}

/** A table part (ECMA-376 part 1, 18.5.1); null when its place cannot be read. */
export function readTable(sheet: Sheet, part: string, relationship: string, xml: string): Table | null {
  const root = parseXml(xml);
  const area = parseArea(root.attributes['ref'] ?? '');
  if (!area) return null;
  const name = decodeExcelText(root.attributes['displayName'] ?? root.attributes['name'] ?? '');
  const look = child(root, 'tableStyleInfo')?.attributes ?? {};
  const hasHeaders = root.attributes['headerRowCount'] !== '0';
  const table: Table = {
    name,
    sheet,
    area,
    ...(!hasHeaders && { showHeaders: false }),
    hasTotals: (numberOf(root.attributes['totalsRowCount']) ?? 0) > 0,
    showBandedRows: isTrue(look['showRowStripes']),
    showFilterButton: child(root, 'autoFilter') !== undefined,
    style: look['name'] ?? null,
    columns: childrenNamed(child(root, 'tableColumns'), 'tableColumn').map((column) => {
      const formula = child(column, 'calculatedColumnFormula')?.text;
      return {
        name: decodeExcelText(column.attributes['name'] ?? ''),
        formula: formula ? shownFormula(decodeExcelText(formula), name) : null,
      };
    }),
    source: null,
  };
  readColumnFilters(table.columns, child(root, 'autoFilter'), xml);
  const id = numberOf(root.attributes['id']) ?? 0;
  table.source = new TableSource(part, relationship, id, xml, tableSnapshot(table));
  return table;
}
