import { LIMITS, type ColumnFormat, type Sheet } from '../../book/book';
import { widthInFile } from './units';
import type { WriteContext } from '../workbook/write-context';
import { emptyTag, withAttributes } from '../xml/patch';
import { parseXml } from '../xml/tree';

/** Width of a standard column; a column element without a width counts as hidden for some readers. */
const STANDARD = '9.140625';

/**
 * The `<cols>` section: columns that did not change keep their element's attributes (outline level, best fit).
 * `before` is the section of the file, `formats` the columns as they were read.
 */
export function columnsText(
  context: WriteContext,
  sheet: Sheet,
  before: string | null,
  formats: ReadonlyMap<number, ColumnFormat>,
  prefix: string,
): string | null {
  const old = before === null ? [] : oldTags(before);
  const groups: { first: number; last: number; tag: string }[] = [];
  for (const column of [...sheet.columnFormats.keys()].sort((a, b) => a - b)) {
    const format = sheet.columnFormats.get(column);
    if (!format || column >= LIMITS.columns) continue;
    const original = old.find((range) => column >= range.first && column <= range.last)?.tag;
    const same = JSON.stringify(formats.get(column)) === JSON.stringify(format);
    const tag =
      same && original !== undefined ? original : columnTag(context, format, original ?? `<${prefix}col/>`);
    const last = groups.at(-1);
    if (last?.last === column - 1 && last.tag === tag) last.last = column;
    else groups.push({ first: column, last: column, tag });
  }
  if (groups.length === 0) return null;
  const tags = groups.map(({ first, last, tag }) =>
    tag.replace(/^<[^\s/>]+/, (name) => `${name} min="${String(first + 1)}" max="${String(last + 1)}"`),
  );
  return `<${prefix}cols>${tags.join('')}</${prefix}cols>`;
}

function columnTag(context: WriteContext, format: ColumnFormat, tag: string): string {
  const style = context.styles.formatFor(context.book.styles.get(format.style), false);
  return withAttributes(tag, {
    width: format.width === null ? STANDARD : String(widthInFile(format.width)),
    customWidth: format.width === null ? null : '1',
    bestFit: null,
    style: style > 0 ? String(style) : null,
    hidden: format.hidden ? '1' : null,
  });
}

function oldTags(text: string): { first: number; last: number; tag: string }[] {
  return parseXml(text).children.map((element) => ({
    first: Number(element.attributes['min']) - 1,
    last: Number(element.attributes['max']) - 1,
    tag: withAttributes(emptyTag(text.slice(element.start, element.openEnd)), {
      min: null,
      max: null,
    }),
  }));
}
