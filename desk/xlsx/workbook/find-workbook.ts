import { BadWorkbook } from '../bad-workbook';
import type { Package } from '../package/package';

/** The part with the list of sheets. Throws BadWorkbook for packages that are something else. */
export function findWorkbookPart(parts: Package): string {
  const main = parts.relationships('').find((each) => each.kind === 'officeDocument')?.target;
  const part = main !== undefined && parts.has(main) ? main : parts.find('xl/workbook.xml');
  if (part === undefined) throw new BadWorkbook(otherKind(parts));
  if (part.endsWith('.bin'))
    throw new BadWorkbook('This is a binary Excel workbook (.xlsb); open it in Excel and save it as .xlsx.');
  if (!/<(?:\w+:)?workbook[\s>]/.test(parts.text(part))) throw new BadWorkbook(otherKind(parts));
  return part;
}

function otherKind(parts: Package): string {
  if (parts.has('mimetype') && parts.has('content.xml'))
    return 'This is an OpenDocument file (.ods); save it as .xlsx first.';
  if (parts.names.some((name) => name.startsWith('word/') || name.startsWith('ppt/')))
    return 'This is a Word or PowerPoint file, not an Excel workbook.';
  return 'There is no Excel workbook in this file.';
}
