import type { Sheet } from '../../book/book';
import { writeCharts } from '../charts/write-charts';
import { writeCustomProperties } from '../custom-properties/write-custom-properties';
import { writeLayout, writeSelected, type Sections } from './write-layout';
import { writeRows } from './write-rows';
import { SECTION_ORDER, type SectionName } from './section-order';
import { sectionText, type SheetXml } from './source';
import { areaAddress, parseArea } from '../../book/address';
import { boundingArea } from '../../book/areas';
import { hasRenames } from '../formulas/rename';
import { headerTexts, writeTables } from '../tables/write-tables';
import type { SheetSource } from '../workbook/source';
import { renameInXml } from '../workbook/rename-parts';
import type { WriteContext } from '../workbook/write-context';
import { nextInOrder } from '../xml/children';
import { TextPatch } from '../xml/patch';

/** Writes a sheet into its part; the part is left alone when nothing of it changed. */
export function writeSheet(
  context: WriteContext,
  sheet: Sheet,
  source: SheetSource,
  part: string,
  selected: boolean | null,
): void {
  const { xml } = source;
  const sections = new SectionChanges(xml);
  const rows = writeRows(context, sheet, source, headerTexts(sheet, source.tables));
  if (rows !== null) {
    sections.setRows(rows);
    sections.set('dimension', dimension(sheet, sections));
  }
  writeLayout(context, sheet, source.layout, sections);
  if (selected !== null) writeSelected(sections, selected);
  writeTables(context, sheet, source.tables, part, xml, sections);
  writeCharts(context.parts, sheet, source.charts, part, xml, sections);
  const { customProperties } = source;
  writeCustomProperties(context.parts, part, sheet.customProperties, customProperties, xml, sections);
  const text = sections.apply(
    hasRenames(context.renames) ? (each) => renameInXml(each, context.renames) : null,
  );
  if (text !== null) context.parts.setText(part, text);
}

/** The used area may only grow: cells of the file that were emptied do no harm in it. */
function dimension(sheet: Sheet, sections: Sections): string | null {
  const before = sections.get('dimension');
  const used = sheet.usedArea(false);
  const old = parseArea(/\bref\s*=\s*["']([^"']*)/.exec(before ?? '')?.[1] ?? '');
  const area = used && old ? boundingArea(used, old) : (used ?? old);
  return area ? `<${sections.prefix}dimension ref="${areaAddress(area)}"/>` : before;
}

class SectionChanges implements Sections {
  private readonly changes = new Map<SectionName, string | null>();
  private rows: string | null = null;

  constructor(private readonly xml: SheetXml) {}

  get prefix(): string {
    return this.xml.prefix;
  }

  get(name: SectionName): string | null {
    const changed = this.changes.get(name);
    return changed !== undefined ? changed : sectionText(this.xml, name);
  }

  set(name: SectionName, text: string | null): void {
    if (text !== sectionText(this.xml, name)) this.changes.set(name, text);
    else this.changes.delete(name);
  }

  setRows(rows: string): void {
    this.rows = rows;
  }

  /** The part's new text, or null when it stays. `rename` goes over the sections that are not written anew. */
  apply(rename: ((text: string) => string) | null): string | null {
    const { xml, sections, prefix, rootCloseStart } = this.xml;
    const patch = new TextPatch(xml);
    for (const name of SECTION_ORDER) {
      const text = this.changes.get(name);
      if (text === undefined) continue;
      const existing = sections.find((section) => section.local === name);
      if (existing) patch.replace(existing.start, existing.end, text ?? '');
      else if (text !== null)
        patch.insert(nextInOrder(sections, name, SECTION_ORDER)?.start ?? rootCloseStart, text);
    }
    for (const section of sections) {
      if (section.local === 'sheetData') {
        if (this.rows !== null)
          patch.replace(section.start, section.end, `<${prefix}sheetData>${this.rows}</${prefix}sheetData>`);
      } else if (rename && !this.changes.has(section.local as SectionName)) {
        const text = xml.slice(section.start, section.end);
        const renamed = rename(text);
        if (renamed !== text) patch.replace(section.start, section.end, renamed);
      }
    }
    return patch.isEmpty ? null : patch.apply();
  }
}
