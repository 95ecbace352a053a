import { cellKey, type Sheet, type Table } from '../../book/book';
import { TableSource, tableSnapshot } from './read-table';
import { headerNames, tableText } from './write-table';
import { CONTENT_TYPES } from '../package/blank';
import type { Package } from '../package/package';
import { relationshipAttribute } from '../sheet/relationship-attribute';
import type { SheetXml } from '../sheet/source';
import type { Sections } from '../sheet/write-layout';
import type { WriteContext } from '../workbook/write-context';
import { attribute, childrenNamed, parseXml } from '../xml/tree';

/** Writes the tables of a sheet that are new or changed, takes out those that are gone, and lists them in the sheet. */
export function writeTables(
  context: WriteContext,
  sheet: Sheet,
  before: readonly Table[],
  part: string,
  xml: SheetXml,
  sections: Sections,
): void {
  const { parts } = context;
  const added: string[] = [];
  for (const table of sheet.tables) {
    const source = sourceOf(table, before);
    if (!source) added.push(addTable(context, sheet, table, part));
    else if (source.snapshot !== tableSnapshot(table) || headersTouched(sheet, table))
      parts.setText(
        source.part,
        tableText(table, headerNames(sheet, table), source.id, source.xml, context.customFunctions),
      );
  }
  const gone = new Set<string>();
  for (const table of before) {
    if (sheet.tables.some((kept) => kept.source === table.source)) continue;
    if (!(table.source instanceof TableSource)) continue;
    gone.add(table.source.relationship);
    parts.unrelate(part, table.source.relationship);
    parts.remove(table.source.part);
  }
  if (added.length > 0 || gone.size > 0) listTables(sections, xml, added, gone);
}

/** The header texts that a sheet's new and changed tables need, by `cellKey`. */
export function headerTexts(sheet: Sheet, before: readonly Table[]): Map<number, string> {
  const texts = new Map<number, string>();
  for (const table of sheet.tables) {
    const source = sourceOf(table, before);
    const same = source?.snapshot === tableSnapshot(table) && !headersTouched(sheet, table);
    if (same || table.showHeaders === false) continue;
    headerNames(sheet, table).forEach((name, index) => {
      texts.set(cellKey(table.area.row, table.area.column + index), name);
    });
  }
  return texts;
}

function sourceOf(table: Table, before: readonly Table[]): TableSource | null {
  const { source } = table;
  return source instanceof TableSource && before.some((old) => old.source === source) ? source : null;
}

function headersTouched(sheet: Sheet, table: Table): boolean {
  return table.columns.some((_, index) =>
    sheet.touched.has(cellKey(table.area.row, table.area.column + index)),
  );
}

/** Returns the id of the relationship. */
function addTable(context: WriteContext, sheet: Sheet, table: Table, sheetPart: string): string {
  const { parts } = context;
  const name = parts.freeName('xl/tables/table', '.xml');
  const text = tableText(table, headerNames(sheet, table), freeTableId(parts), null, context.customFunctions);
  parts.add(name, text, CONTENT_TYPES.table);
  return parts.relate(sheetPart, name, 'table');
}

function freeTableId(parts: Package): number {
  let highest = 0;
  for (const name of parts.names) {
    if (!/\/tables\/[^/]*\.xml$/i.test(name)) continue;
    const id = /<(?:\w+:)?table\s[^>]*?\bid\s*=\s*["'](\d+)/.exec(parts.text(name))?.[1];
    highest = Math.max(highest, Number(id ?? '0'));
  }
  return highest + 1;
}

function listTables(
  sections: Sections,
  xml: SheetXml,
  added: readonly string[],
  gone: ReadonlySet<string>,
): void {
  const before = sections.get('tableParts');
  const kept =
    before === null
      ? []
      : childrenNamed(parseXml(before), 'tablePart')
          .filter((element) => !gone.has(attribute(element, 'id') ?? ''))
          .map((element) => before.slice(element.start, element.end));
  const { prefix } = sections;
  const own = added.map((id) => `<${prefix}tablePart${relationshipAttribute(xml.rootTag, id)}/>`);
  const items = [...kept, ...own];
  const count = String(items.length);
  sections.set(
    'tableParts',
    items.length === 0
      ? null
      : `<${prefix}tableParts count="${count}">${items.join('')}</${prefix}tableParts>`,
  );
}
