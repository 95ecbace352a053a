import type { Form, FormPage } from '../../forms/form';
import { MAX_BREAKS } from '../../forms/page-limits';
import type { DocumentSheet } from './plan';

/**
 * Pages on as many sheets as they need, `Claims 2026-10` and `Claims 2026-10 sheet 2`, and for each group, such as a
 * claim, the name of the sheet that it begins on. A group stays on one sheet where that can hold it. `most`: pages a sheet.
 */
export function pagesOnSheets(
  form: Form,
  groups: readonly (readonly FormPage[])[],
  nameOf: (sheet: number) => string,
  most = MAX_BREAKS + 1,
): { documents: DocumentSheet[]; sheetOf: string[] } {
  const documents: DocumentSheet[] = [];
  const next = (): DocumentSheet => {
    const added: DocumentSheet = { name: nameOf(documents.length + 1), form, pages: [] };
    documents.push(added);
    return added;
  };
  const sheetOf = groups.map((pages) => {
    let on = documents[documents.length - 1] ?? next();
    if (on.pages.length > 0 && on.pages.length + pages.length > most) on = next();
    const { name } = on;
    for (const page of pages) {
      if (on.pages.length >= most) on = next();
      on.pages.push(page);
    }
    return name;
  });
  return { documents, sheetOf };
}

/** The name of one of several sheets on which pages go on. */
export function numberedSheet(name: string, sheet: number): string {
  return sheet === 1 ? name : `${name} sheet ${String(sheet)}`;
}
