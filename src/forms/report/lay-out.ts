import { largest } from '../../billing/values/lists';
import { formStyle, type StyleName } from '../styles';
import { Columns } from './columns';
import type { LaidChart, LaidOutReport, LaidValue } from './laid-out';
import { columnCells, layOutTable, type LaidTable } from './lay-out-table';
import { pageBreaks } from './page-breaks';
import { neededWidth, PageRows, type Piece } from './page-rows';
import { pageSize } from './page-setup';
import type { Report, ReportBlock, ReportCell, ReportChart } from './report';
import { wideEnough } from './wide-enough';
import { factStyle, laidValue, shownText } from './values';

type Of<Kind extends ReportBlock['kind']> = Extract<ReportBlock, { kind: Kind }>;

interface Page {
  rows: PageRows;
  tables: Map<string, LaidTable>;
  charts: LaidChart[];
}

/** Puts a report on a sheet. No text is cut off: what does not fit on a line gets more lines, or more rows. */
export function layOut({ orientation, columnWidths: wanted, blocks }: Report): LaidOutReport {
  const columnWidths = wideEnough(wanted, blocks);
  const columns = new Columns(columnWidths);
  const page: Page = { rows: new PageRows(columns), tables: new Map(), charts: [] };
  for (const block of blocks) layOutBlock(block, page);
  const { capacity } = pageSize(orientation, columns.width(columns.all));
  const breaks = pageBreaks(page.rows.rows, capacity);
  return { orientation, columnWidths, ...page.rows.finish(), breaks, charts: page.charts };
}

function layOutBlock(block: ReportBlock, page: Page): void {
  const { rows } = page;
  switch (block.kind) {
    case 'title':
      addText(rows, block.text, 'title', { keep: block.under !== undefined });
      if (block.under !== undefined) addText(rows, block.under, 'subtitle');
      return rows.addEmpty(8);
    case 'heading':
      return addText(rows, block.text, 'heading', { keep: true, padding: 12 });
    case 'paragraph':
      return addText(rows, block.text, PARAGRAPHS[block.look ?? 'plain'], { padding: 5 });
    case 'lines':
      for (const line of block.lines) addText(rows, line, 'paragraph', { padding: 1 });
      return rows.addEmpty(6);
    case 'facts':
      return addFacts(block, rows);
    case 'table':
      return addTable(block, page);
    case 'chart':
      return addChart(block, page);
    case 'signature':
      return addSignature(block, rows);
    case 'question':
      return addQuestion(block, rows);
    case 'space':
      return rows.addEmpty(10);
    case 'page-break':
      return rows.breakPage();
  }
}

const PARAGRAPHS: Record<NonNullable<Of<'paragraph'>['look']>, StyleName> = {
  plain: 'paragraph',
  quiet: 'paragraphQuiet',
  strong: 'paragraphStrong',
};

function addText(
  rows: PageRows,
  text: string,
  style: StyleName,
  { keep = false, padding = 3 }: { keep?: boolean; padding?: number } = {},
): void {
  for (const line of text.split(/\r\n?|\n/))
    rows.add([{ ...rows.columns.all, value: textValue(line), style }], { keep, padding });
}

function textValue(text: string): LaidValue {
  return { kind: 'text', text };
}

/** A value where no column says what it holds; a formula has no row to refer to there. */
function freeValue(cell: ReportCell): LaidValue {
  return laidValue(cell, 'number', () => null) ?? textValue('');
}

function addFacts({ across, facts }: Of<'facts'>, rows: PageRows): void {
  const { columns } = rows;
  const parts = columns.parts(columns.all, across, 2);
  const pairs = parts.map((part, index) => {
    const labels = facts.filter((_, at) => at % parts.length === index);
    const widths = labels.map(({ label }) => neededWidth({ value: textValue(label), style: 'factLabel' }));
    const label = columns.atLeast(part, Math.min(columns.width(part) * 0.5, largest(widths, 0)));
    return { label, value: columns.after(part, label) };
  });
  for (let at = 0; at < facts.length; at += pairs.length) {
    const pieces = pairs.flatMap(({ label, value }, index): Piece[] => {
      const fact = facts[at + index];
      if (!fact) return [];
      const laid = freeValue(fact.value);
      if (value.columns === 0)
        return [{ ...label, value: textValue(`${fact.label}: ${shownText(laid)}`), style: 'fact' }];
      return [
        { ...label, value: textValue(fact.label), style: 'factLabel' },
        { ...value, value: laid, style: factStyle(laid) },
      ];
    });
    rows.add(pieces, { padding: 3 });
  }
  rows.addEmpty(6);
}

function addTable(table: Of<'table'>, page: Page): void {
  const laid = layOutTable(table, page.rows);
  if (table.id !== undefined) page.tables.set(table.id, laid);
  page.rows.addEmpty(6);
}

/** Nothing is drawn where there is nothing to see. What the picture shows is also said in words, below it. */
function addChart(chart: ReportChart, { rows, tables, charts }: Page): void {
  const table = tables.get(chart.of);
  if (!table)
    throw new RangeError(`the chart "${chart.title}" is of a table "${chart.of}" that is not above it`);
  const categories = columnCells(table, chart.categories);
  const series = chart.series.flatMap((name) => {
    const values = columnCells(table, name);
    const hasAmounts = table.columns.some((column) => column.header === name && column.hasAmounts);
    return values ? [{ name, values, hasAmounts }] : [];
  });
  const filled = series.find(({ hasAmounts }) => hasAmounts);
  if (!categories || !filled) return;
  const row = rows.next;
  const most = 400;
  for (let left = chart.height; left > 0; left -= most) rows.addEmpty(Math.min(left, most), true);
  const { title, type } = chart;
  const place = { row, rows: rows.next - row, ...rows.columns.all };
  const named = series.map(({ name, values }) => ({ name, values }));
  charts.push({ ...place, title, type, categories, series: named, drawnFrom: filled.values });
  addText(rows, chart.alt, 'paragraphQuiet', { padding: 8 });
}

function addSignature({ label }: Of<'signature'>, rows: PageRows): void {
  const { columns } = rows;
  rows.keepLast();
  rows.addEmpty(30, true);
  const name = columns.atLeast(columns.all, columns.width(columns.all) * 0.55);
  const rest = columns.after(columns.all, name);
  const line = rows.next - 1;
  const pieces: Piece[] = [{ ...name, value: textValue(label), style: 'signature' }];
  rows.lay({ row: line, rows: 1, ...name }, 'lineBelow');
  const gap = columns.atLeast(rest, 20);
  const behind = columns.after(rest, gap);
  const date = behind.columns > 0 ? behind : rest;
  if (date.columns > 0) {
    pieces.push({ ...date, value: textValue('Date'), style: 'signature' });
    rows.lay({ row: line, rows: 1, ...date }, 'lineBelow');
  }
  rows.add(pieces, { padding: 4 });
}

/** The answer goes beside the question, or below it where the page has one column only. */
function addQuestion({ text, answer }: Of<'question'>, rows: PageRows): void {
  const { columns } = rows;
  const question = columns.atLeast(columns.all, columns.width(columns.all) * 0.55);
  const beside = columns.after(columns.all, question);
  const value = freeValue(answer ?? null);
  const asked: Piece = { ...question, value: textValue(text), style: 'paragraph' };
  const told: Piece = { ...beside, value, style: factStyle(value) };
  const height = formStyle('paragraph').fontSize ?? 9.5;
  if (beside.columns > 0) {
    const row = rows.add([asked, told], { height: 2.2 * height, padding: 5 });
    rows.layFrom(row, beside, 'lineBelow');
  } else {
    rows.add([asked], { padding: 3, keep: true });
    const row = rows.add([{ ...told, ...columns.all }], { height: 2.2 * height, padding: 5 });
    rows.layFrom(row, columns.all, 'lineBelow');
  }
}
