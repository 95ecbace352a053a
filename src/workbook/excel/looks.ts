import { formStyle, type FormStyle, type StyleName } from '../../forms/styles';

/** Lays a named look over a range. */
export function applyLook(range: Excel.Range, name: StyleName): void {
  applyStyle(range, formStyle(name));
}

/** Guess at the request bytes of one look: an action and an object path per property set. */
export const LOOK_BYTES = 2_500;

function applyStyle(range: Excel.Range, style: FormStyle): void {
  const { format } = range;
  if (style.fontName !== undefined) format.font.name = style.fontName;
  if (style.fontSize !== undefined) format.font.size = style.fontSize;
  if (style.bold !== undefined) format.font.bold = style.bold;
  if (style.italic !== undefined) format.font.italic = style.italic;
  if (style.color !== undefined) format.font.color = style.color;
  if (style.fill !== undefined) format.fill.color = style.fill;
  if (style.horizontal !== undefined) format.horizontalAlignment = style.horizontal;
  if (style.vertical !== undefined) format.verticalAlignment = style.vertical;
  if (style.indent !== undefined) format.indentLevel = style.indent;
  if (style.wrap !== undefined) format.wrapText = style.wrap;
  if (style.numberFormat !== undefined) setNumberFormat(range, style.numberFormat);
  for (const [edge, line] of Object.entries(style.borders ?? {})) {
    const border = format.borders.getItem(edge as Excel.BorderIndex);
    border.style = 'Continuous';
    border.weight = line.weight;
    border.color = line.color;
  }
}

/**
 * One number format for all cells of a range. Excel takes a single value in place of rows of values
 * (Office documentation, "Set and get range values"); the type declarations only know the rows.
 */
export function setNumberFormat(range: Excel.Range, format: string): void {
  range.numberFormat = format as unknown as string[][];
}
