import type { Finding } from '../../billing/findings';
import { localDay, monthOf, type Day } from '../../billing/values/day';
import type { Session, SessionField } from '../../billing/records/session';
import type { WorkbookReading } from '../../workbook/reading';
import { Refusal } from '../../workbook/refusal';
import { accountToJson, type AccountJson } from '../../workbook/sessions/account/account-json';
import type { ColumnMapping } from '../../workbook/sessions/column-mapping';
import { mapColumns } from '../../workbook/sessions/mapping/map-columns';
import { chooseSessionSheets, readSessionSheets } from '../../workbook/sessions/session-sheets';
import { hasTable, lostTables, sheetsOfTables } from '../../workbook/tables/own-table';
import { readTableUnless } from '../../workbook/tables/read-table';
import { readRecords } from '../../practice/records';
import { memoryOf } from '../../practice/memory/read-memory';
import { columnsAnswered } from '../../practice/set-up/as-remembered';
import { askRemembered, type Remembered } from '../../practice/set-up/remembered';
import { tablesWanted, type ReferenceTable } from '../../practice/set-up/set-up-plan';
import { readSettledIfPossible } from '../../practice/writing/settle-unfinished';
import { missingFrom, type Missing } from './missing';
import { isOwnDocument } from '../../workbook/plan/own-sheets';
import { practiceForm, type FormField } from './practice-form';

/** All that the pane shows of a workbook before the user asks for anything; one reading of the whole workbook. */
export interface Overview {
  /** Whether any sheet of the user's holds anything. */
  isEmpty: boolean;
  /** The file itself cannot be saved under its name. */
  readOnly: boolean;
  sessions: SessionsOverview;
  tables: { name: ReferenceTable; exists: boolean }[];
  practice: FormField[];
  missing: Missing;
  /** Sentences about what stands in the way of everything, e.g. a sheet of the user's with a name we need. */
  obstacles: string[];
  /** What was put in order before the workbook was read: runs that were broken off. */
  notes: Finding[];
  /** Own tables that became ordinary ranges, and can be made tables again. */
  lostTables: string[];
  remembered: Remembered;
  /** Fields whose column is an answer, which stands before what is remembered. */
  answeredColumns: SessionField[];
}

export interface SessionsOverview {
  /** The user's own sheets that hold anything. */
  sheets: string[];
  /** Those taken for sessions; more than one for a sheet per month or client. */
  chosen: string[];
  /** Sheets between which the user has to choose. */
  rivals: string[];
  /** One sentence: what was taken, or why nothing was. */
  words: string;
  mapping: ColumnMapping | null;
  /** Every header of the sheet, for choosing. */
  columns: { label: string; index: number }[];
  /** Readable sessions, by month of service, earliest first. */
  months: { month: string; sessions: number }[];
  count: number;
  /** Names as the sessions spell them, for filters. */
  clients: string[];
  /** Of each session sheet: every row and column, and what became of it. */
  accounts: AccountJson[];
  /** Why the sessions cannot be read yet; null when they can. */
  obstacle: string | null;
}

/** `overrides` stands for what was remembered, while the user tries another sheet or column. */
export async function readOverview(
  context: Excel.RequestContext,
  now: Date,
  overrides?: Remembered,
): Promise<Overview> {
  const workbook = context.workbook.load('readOnly');
  const stored = askRemembered(context);
  const { reading, notes } = await readSettledIfPossible(context, now);
  const remembered = overrides ?? stored();
  const obstacles = new Set<string>();
  const read = readTableUnless(({ message }) => obstacles.add(message));
  const { table: practice } = read(reading, 'Practice');
  const { answers } = memoryOf(reading);
  const answered = columnsAnswered(answers);
  const columns = { ...remembered.columns, ...answered };
  const { overview: sessions, read: found } = sessionsOverview(
    reading,
    { ...remembered, columns },
    localDay(now),
  );
  const records = readRecords(reading, read);
  return {
    isEmpty: sessions.sheets.length === 0,
    readOnly: workbook.readOnly,
    sessions,
    tables: tablesWanted(reading, { sessions: found, practice: records.practice, answers }).map((name) => ({
      name,
      exists: hasTable(reading, name),
    })),
    practice: practice ? practiceForm(practice) : [],
    missing: missingFrom(records),
    obstacles: [...obstacles],
    notes,
    lostTables: lostTables(reading).map(({ name }) => name),
    remembered,
    answeredColumns: Object.keys(answered) as SessionField[],
  };
}

function sessionsOverview(
  reading: WorkbookReading,
  remembered: Remembered,
  today: Day,
): { overview: SessionsOverview; read: readonly Session[] } {
  const sheets = ownSheetsOfUser(reading);
  const isHere = sheets.some((sheet) => sheet.toLowerCase() === remembered.sheet?.toLowerCase());
  const sheet = isHere ? (remembered.sheet ?? undefined) : undefined;
  const choice = chooseSessionSheets(reading, sheet, remembered.columns);
  const overview: SessionsOverview = {
    sheets,
    chosen:
      choice.outcome === 'one' || choice.outcome === 'several' ? choice.sheets.map((one) => one.sheet) : [],
    rivals: choice.outcome === 'rivals' ? choice.sheets.map((one) => one.sheet) : [],
    words:
      remembered.sheet !== null && !isHere
        ? `The sheet "${remembered.sheet}" that you chose is not here any more. ${choice.words}`
        : choice.words,
    mapping: null,
    columns: [],
    months: [],
    count: 0,
    clients: [],
    accounts: [],
    obstacle: null,
  };
  let sessions: readonly Session[] = [];
  try {
    const read = readSessionSheets(reading, { sheet, columns: remembered.columns, today });
    sessions = read.sessions;
    fillIn(overview, sessions);
    overview.mapping = read.mappings[0] ?? null;
    overview.accounts = read.accounts.map(accountToJson);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    overview.obstacle = error.message;
    overview.mapping = mappingToShow(reading, choice, remembered);
  }
  overview.columns = columnsOfSheet(overview.mapping);
  return { overview, read: sessions };
}

function fillIn(overview: SessionsOverview, sessions: readonly Session[]): void {
  const months = new Map<string, number>();
  for (const { date } of sessions) months.set(monthOf(date), (months.get(monthOf(date)) ?? 0) + 1);
  overview.count = sessions.length;
  overview.months = [...months].sort().map(([month, count]) => ({ month, sessions: count }));
  overview.clients = [...new Set(sessions.map(({ client }) => client))].sort((a, b) => a.localeCompare(b));
}

/** What the columns of the likeliest sheet look like, so that the user can say which is which. */
function mappingToShow(
  reading: WorkbookReading,
  choice: ReturnType<typeof chooseSessionSheets>,
  { columns }: Remembered,
): ColumnMapping | null {
  const candidate = choice.outcome === 'none' ? choice.closest : choice.sheets[0];
  const grid = reading.sheets.find(({ name }) => name === candidate?.sheet);
  return grid && candidate ? mapColumns(grid, candidate.headerRow, columns) : null;
}

function columnsOfSheet(mapping: ColumnMapping | null): SessionsOverview['columns'] {
  if (!mapping || mapping.marks !== null) return [];
  return mapping.columns.map(({ label, column }) => ({ label, index: column }));
}

function ownSheetsOfUser(reading: WorkbookReading): string[] {
  const own = sheetsOfTables(reading);
  return reading.sheets
    .filter(
      ({ visible, values, name }) =>
        visible &&
        !isOwnDocument(name) &&
        !own.has(name) &&
        values.some((row) => row.some((value) => value !== '')),
    )
    .map(({ name }) => name);
}
