import type { Sheet, Table, TableColumn } from '../../book/book';
import { areaAddress } from '../../book/address';
import { columnFilterTexts } from './column-filters';
import { fileFormula, type CustomFunctionForm } from '../formulas/file-form';
import { MAIN_NAMESPACE } from '../package/blank';
import { withChild } from '../xml/children';
import { openTag, withOpenTag } from '../xml/patch';
import { decodeExcelText, encodeExcelName, encodeExcelText, escapeAttribute, escapeText } from '../xml/text';
import { child, childrenNamed, parseXml, prefixOf, type XmlElement } from '../xml/tree';

const ORDER = ['autoFilter', 'sortState', 'tableColumns', 'tableStyleInfo', 'extLst'];

/** The part of a table: made new, or the file's own with what changed. `names`: its columns as the headers say. */
export function tableText(
  table: Table,
  names: readonly string[],
  id: number,
  before: string | null,
  form: CustomFunctionForm,
): string {
  let text =
    before ??
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
      `<table xmlns="${MAIN_NAMESPACE}" id="${String(id)}" totalsRowShown="0"></table>`;
  const root = parseXml(text);
  const prefix = prefixOf(root.name);
  const head = text.slice(0, root.start);
  const reference = areaAddress(withBody(table));
  text = text.slice(root.start, root.end);

  text = withOpenTag(text, {
    name: encodeExcelName(table.name),
    displayName: encodeExcelName(table.name),
    ref: reference,
    headerRowCount: table.showHeaders === false ? '0' : null,
    totalsRowCount: table.hasTotals ? '1' : null,
    // Says that the totals were never shown.
    ...(table.hasTotals && { totalsRowShown: null }),
  });

  const filter = filterText(table, child(root, 'autoFilter'), before ?? '', prefix);
  text = withChild(text, 'autoFilter', filter, ORDER);
  if (root.attributes['ref'] !== reference) text = withChild(text, 'sortState', null, ORDER);
  const columns = columnsText(table, names, child(root, 'tableColumns'), before ?? '', prefix, form);
  text = withChild(text, 'tableColumns', columns, ORDER);
  text = withChild(
    text,
    'tableStyleInfo',
    styleText(table, child(root, 'tableStyleInfo'), before ?? '', prefix),
    ORDER,
  );
  return head + text;
}

/** Excel refuses a table without a row for data. */
function withBody(table: Table): Table['area'] {
  const own = (table.showHeaders === false ? 0 : 1) + (table.hasTotals ? 1 : 0);
  return { ...table.area, rows: Math.max(table.area.rows, own + 1) };
}

/** The filter covers the header and the data, not the totals. What it was sorted by goes when its place changes. */
function filterText(
  table: Table,
  old: XmlElement | undefined,
  before: string,
  prefix: string,
): string | null {
  if (!table.showFilterButton || table.showHeaders === false) return null;
  const area = withBody(table);
  const ref = areaAddress({ ...area, rows: area.rows - (table.hasTotals ? 1 : 0) });
  const isMoved = old?.attributes['ref'] !== ref;
  const kept = (old?.children ?? [])
    .filter(({ local }) => local !== 'filterColumn' && !(local === 'sortState' && isMoved))
    .map((element) => before.slice(element.start, element.end));
  const inside = [...columnFilterTexts(table.columns, prefix), ...kept].join('');
  const open = old ? openTag(before.slice(old.start, old.openEnd)) : `<${prefix}autoFilter>`;
  const element = inside === '' ? open.replace(/>$/, '/>') : `${open}${inside}</${prefix}autoFilter>`;
  return withOpenTag(element, { ref });
}

function styleText(table: Table, old: XmlElement | undefined, before: string, prefix: string): string | null {
  const tag = old
    ? before.slice(old.start, old.end)
    : `<${prefix}tableStyleInfo showFirstColumn="0" showLastColumn="0" showColumnStripes="0"/>`;
  return withOpenTag(tag, { name: table.style, showRowStripes: table.showBandedRows ? '1' : '0' });
}

/** Columns keep their element (id, totals, formats) by name, or by place when only the name changed. */
function columnsText(
  table: Table,
  names: readonly string[],
  old: XmlElement | undefined,
  before: string,
  prefix: string,
  form: CustomFunctionForm,
): string {
  const elements = childrenNamed(old, 'tableColumn');
  const nameOf = (element: XmlElement) => decodeExcelText(element.attributes['name'] ?? '');
  const byName = new Map(elements.map((element) => [nameOf(element), element]));
  const kept = names.map((name, index) => {
    const here = elements[index];
    return byName.get(name) ?? (here && !names.includes(nameOf(here)) ? here : undefined);
  });
  let nextId = elements.reduce((most, { attributes }) => Math.max(most, Number(attributes['id'])), 0);
  const texts = table.columns.map((column, index) => {
    const element = kept[index];
    const name = names[index] ?? '';
    return element
      ? oldColumn(table, column, name, before.slice(element.start, element.end), prefix, form)
      : newColumn(table, column, index, name, ++nextId, prefix, form);
  });
  return `<${prefix}tableColumns count="${String(texts.length)}">${texts.join('')}</${prefix}tableColumns>`;
}

const COLUMN_ORDER = ['calculatedColumnFormula', 'totalsRowFormula', 'xmlColumnPr', 'extLst'];

function oldColumn(
  table: Table,
  column: TableColumn,
  name: string,
  text: string,
  prefix: string,
  form: CustomFunctionForm,
): string {
  const root = parseXml(text);
  const same = decodeExcelText(root.attributes['name'] ?? '') === name;
  const named = same ? text : withOpenTag(text, { name: encodeExcelName(name) });
  const before = child(root, 'calculatedColumnFormula')?.text;
  const formula = column.formula === null ? null : inFile(table, column.formula, form);
  if (formula === (before === undefined ? null : decodeExcelText(before))) return named;
  const element = formulaElement('calculatedColumnFormula', formula, prefix);
  return withChild(named, 'calculatedColumnFormula', element, COLUMN_ORDER);
}

function newColumn(
  table: Table,
  column: TableColumn,
  index: number,
  name: string,
  id: number,
  prefix: string,
  form: CustomFunctionForm,
): string {
  const formula = column.formula === null ? null : inFile(table, column.formula, form);
  const totals = table.hasTotals ? totalsOf(table, index, form) : { attributes: '', formula: null };
  const inside =
    (formulaElement('calculatedColumnFormula', formula, prefix) ?? '') +
    (formulaElement('totalsRowFormula', totals.formula, prefix) ?? '');
  const tag = `<${prefix}tableColumn id="${String(id)}" name="${escapeAttribute(encodeExcelName(name))}"${totals.attributes}`;
  return inside === '' ? `${tag}/>` : `${tag}>${inside}</${prefix}tableColumn>`;
}

/** The functions a totals cell offers in its list, by their SUBTOTAL number (18.18.91). */
const TOTALS: Record<string, string> = {
  101: 'average',
  102: 'countNums',
  103: 'count',
  104: 'max',
  105: 'min',
  107: 'stdDev',
  109: 'sum',
  110: 'var',
};

function totalsOf(
  table: Table,
  index: number,
  form: CustomFunctionForm,
): { attributes: string; formula: string | null } {
  const { area } = table;
  const cell = table.sheet.cell(area.row + area.rows - 1, area.column + index);
  if (cell?.formula != null) {
    const number = /^=SUBTOTAL\((\d+),/i.exec(cell.formula)?.[1];
    const known = number === undefined ? undefined : TOTALS[number];
    return known === undefined
      ? { attributes: ' totalsRowFunction="custom"', formula: inFile(table, cell.formula, form) }
      : { attributes: ` totalsRowFunction="${known}"`, formula: null };
  }
  const label = typeof cell?.value === 'string' ? cell.value : '';
  const attributes = label === '' ? '' : ` totalsRowLabel="${escapeAttribute(encodeExcelName(label))}"`;
  return { attributes, formula: null };
}

function inFile(table: Table, formula: string, form: CustomFunctionForm): string {
  return fileFormula(formula, { ownTable: table.name, customFunctions: form, isArray: false });
}

function formulaElement(name: string, formula: string | null, prefix: string): string | null {
  if (formula === null) return null;
  return `<${prefix}${name}>${escapeText(encodeExcelText(formula))}</${prefix}${name}>`;
}

/**
 * The names of a table's columns as its header cells say, since Excel repairs a file where they differ. An empty or
 * repeated header gets a name the way Excel gives it.
 */
export function headerNames(sheet: Sheet, table: Table): string[] {
  const taken = new Set<string>();
  return table.columns.map((column, index) => {
    const cell =
      table.showHeaders === false ? undefined : sheet.cell(table.area.row, table.area.column + index);
    const value = cell?.value;
    const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    const wanted = text.trim() === '' ? column.name : text;
    const base = wanted === '' ? `Column${String(index + 1)}` : wanted;
    let name = base;
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = base + String(number);
    taken.add(name.toLowerCase());
    return name;
  });
}
