import { renameInFormula, type Renames } from '../formulas/rename';
import type { Package } from '../package/package';
import { withAttributes } from '../xml/patch';
import { escapeText } from '../xml/text';
import { parseXml } from '../xml/tree';

/** Elements that hold a formula: of rules, validations, chart series and sparklines. Charts write `<c:f>`. */
const FORMULA = /<((?:\w+:)?(?:formula|formula1|formula2|f))(?:\s[^>]*)?>[^<]*<\/\1>/g;
/** Elements that name a place in an attribute. */
const PLACE = /<(?:\w+:)?(hyperlink|worksheetSource)\s[^>]*>/g;

/** Follows renamed sheets and tables in XML that is otherwise kept as it is. */
export function renameInXml(xml: string, renames: Renames): string {
  return xml
    .replace(FORMULA, (text) => {
      const element = parseXml(text);
      const renamed = renameInFormula(element.text, renames);
      return renamed === element.text
        ? text
        : text.slice(0, element.openEnd) + escapeText(renamed) + text.slice(element.closeStart);
    })
    .replace(PLACE, (tag: string, kind: string) => {
      const { attributes } = parseXml(tag.endsWith('/>') ? tag : tag.replace(/>$/, '/>'));
      const { location, sheet } = attributes;
      if (kind === 'hyperlink' && location !== undefined)
        return withAttributes(tag, { location: renameInFormula(location, renames) });
      const renamed = sheet === undefined ? undefined : renames.sheets.get(sheet.toLowerCase());
      return renamed == null ? tag : withAttributes(tag, { sheet: renamed });
    });
}

const KEPT_PARTS = /\/(?:charts|chartsheets|pivotCache)\/[^/]*\.xml$/i;

/** The same in the parts of charts and pivot tables. */
export function renameInParts(parts: Package, renames: Renames): void {
  for (const name of parts.names) {
    if (!KEPT_PARTS.test(name)) continue;
    const text = parts.text(name);
    const renamed = renameInXml(text, renames);
    if (renamed !== text) parts.setText(name, renamed);
  }
}
