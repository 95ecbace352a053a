import { readWorkbook } from '../../workbook/excel/read-workbook';
import type { WorkbookReading } from '../../workbook/reading';
import { Refusal } from '../../workbook/refusal';
import type { SheetAccount } from '../../workbook/sessions/account/account';
import type { ColumnMapping, MappingOverrides } from '../../workbook/sessions/column-mapping';
import { mapColumns } from '../../workbook/sessions/mapping/map-columns';
import { readSessions } from '../../workbook/sessions/rows/read-sessions';
import { chooseSessionSheets } from '../../workbook/sessions/session-sheets';
import { isOwnDocument } from '../../workbook/plan/own-sheets';
import type { Memory } from '../../practice/memory/memory';
import { memoryOf } from '../../practice/memory/read-memory';
import { asRemembered } from '../../practice/set-up/as-remembered';
import { askRemembered } from '../../practice/set-up/remembered';

/** How a workbook's sessions are read. */
export interface MappedSheet {
  /** Of the session sheet, of several the first one. */
  mapping: ColumnMapping;
  /** Of each session sheet: every row and column, and what became of it. */
  accounts: SheetAccount[];
}

/**
 * Which column of the session sheet is taken for which field. Where no sheet looks like sessions, the first that
 * holds anything is shown, so that the user sees what is missing.
 */
export async function mapSheet(
  context: Excel.RequestContext,
  asked: { sheet?: string | undefined; columns?: MappingOverrides; answers?: Memory['answers'] },
): Promise<MappedSheet> {
  const remembered = askRemembered(context);
  const reading = await readWorkbook(context, isOwnDocument);
  const answers = new Map([...memoryOf(reading).answers, ...(asked.answers ?? [])]);
  const { sheet, columns } = asRemembered(asked, remembered(), reading, answers);
  const read = sheetsToShow(reading, sheet, columns).map(({ grid, headerRow }) => {
    const mapping = mapColumns(grid, headerRow, columns);
    const [misnamed] = mapping.misnamed;
    if (misnamed !== undefined) throw new Refusal('column-unclear', misnamed);
    return { mapping, account: readSessions(grid, mapping).account };
  });
  const [first] = read;
  if (!first) throw new Refusal('no-sessions', 'The workbook is empty: there is no column to map.');
  return { mapping: first.mapping, accounts: read.map(({ account }) => account) };
}

function sheetsToShow(
  reading: WorkbookReading,
  sheet: string | undefined,
  columns: MappingOverrides | undefined,
): { grid: WorkbookReading['sheets'][number]; headerRow: number | undefined }[] {
  const choice = chooseSessionSheets(reading, sheet, columns);
  if (choice.outcome === 'rivals') throw new Refusal('sheet-unclear', choice.words);
  const chosen = choice.outcome === 'none' ? (choice.closest ? [choice.closest] : []) : choice.sheets;
  const found = chosen.flatMap((candidate) => {
    const grid = reading.sheets.find(({ name }) => name === candidate.sheet);
    return grid ? [{ grid, headerRow: candidate.mapping.headerRow }] : [];
  });
  if (found.length > 0) return found;
  const grid = reading.sheets.find(({ visible, values }) => visible && values.length > 0);
  return grid ? [{ grid, headerRow: undefined }] : [];
}
