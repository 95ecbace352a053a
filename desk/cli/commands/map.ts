import { jsonText } from '../../../src/actions/json/to-json';
import { mapSheet } from '../../../src/actions/sessions/map-sheet';
import type { SheetAccount } from '../../../src/workbook/sessions/account/account';
import { accountToJson } from '../../../src/workbook/sessions/account/account-json';
import { accountWords, unusedWords } from '../../../src/workbook/sessions/account/account-words';
import type { ColumnMapping } from '../../../src/workbook/sessions/column-mapping';
import { mappingToJson } from '../../../src/workbook/sessions/mapping/mapping-json';
import { openBook } from '../files';
import { readOptions } from '../options';
import { withExcel } from '../with-excel';
import type { Result } from './make-documents';

/** Shows which column is taken for which field, and how sure that is. Nothing is written. */
export async function map(words: string[]): Promise<Result> {
  const options = readOptions('map', words, []);
  const { sheet, columns, answers } = options;
  const { mapping, accounts } = await withExcel(openBook(options.input), (workbook) =>
    workbook.run((context) => mapSheet(context, { sheet, columns, answers })),
  );
  return {
    output: options.json
      ? [jsonText({ ...mappingToJson(mapping), account: accounts.map(accountToJson) })]
      : [...mappingWords(mapping), ...accounts.flatMap(accountLines)],
    exitCode: isUnclear(mapping, accounts) ? 1 : 0,
  };
}

/** Whether a column is asked about that sessions cannot do without, or a row was left out. */
function isUnclear(mapping: ColumnMapping, accounts: readonly SheetAccount[]): boolean {
  return (
    mapping.unsure.some(({ needed }) => needed) ||
    accounts.some(({ tables }) => tables.some(({ rows }) => rows.some(({ kind }) => kind === 'left out')))
  );
}

function accountLines(account: SheetAccount): string[] {
  return [
    `"${account.sheet}": ${accountWords(account)}`,
    ...unusedWords(account).map((words) => `  ${words}`),
  ];
}

function mappingWords(mapping: ColumnMapping): string[] {
  const fields = Object.entries(mapping.fields).map(
    ([field, { columns, confidence, evidence }]) =>
      `  ${field.padEnd(15)}${columns.join(' + ').padEnd(28)}${String(Math.round(confidence * 100)).padStart(3)} %  ${evidence}`,
  );
  const unsure = mapping.unsure.map(({ field, why }) => `  ${field.padEnd(15)}${why}`);
  return [
    `Sheet "${mapping.sheet}", header in row ${String(mapping.headerRow)}:`,
    ...fields,
    ...(unsure.length > 0 ? ['Unsure, say --map FIELD="Column":', ...unsure] : []),
  ];
}
