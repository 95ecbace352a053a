import type { Finding } from '../../billing/findings';
import type { Session, SessionField } from '../../billing/records/session';
import type { Day } from '../../billing/values/day';
import { addAll } from '../../billing/values/lists';
import { Refusal } from '../refusal';
import { sheetsOfTables } from '../tables/own-table';
import { tablesOf, type ColumnMapping, type MappingOverrides } from './column-mapping';
import type { SheetAccount } from './account/account';
import { orderShown, type DateOrder } from './cells/dates';
import type { SheetGrid } from './grid';
import { FIELD_NAMES } from './mapping/field-names';
import { mapColumns } from './mapping/map-columns';
import { duplicateFindings } from './rows/duplicates';
import type { DatesAnswer } from './rows/dates-in-doubt';
import { readSessions } from './rows/read-sessions';
import { chooseSessions, ofClient, rivals } from './sheets/choose-sessions';
import type { SessionsChoice } from './sheets/choose-sessions';
import { findSessionSheets, type SheetCandidate } from './sheets/find-session-sheets';

/** A sheet of the workbook; hidden ones are only read when the user names them. */
type Sheet = SheetGrid & { visible?: boolean };

export interface SheetsQuestion {
  /** The session sheet, where the user had to choose. */
  sheet?: string | undefined;
  /** Columns the user named for fields: field name to column header. */
  columns?: Readonly<Record<string, string>> | undefined;
  /** Bounds how far ahead a date of service may lie; null for no bound. */
  today?: Day | null;
  /** Where the practice is (IANA), null where that is not known: a time of another zone may be of another day there. */
  zone?: string | null | undefined;
  /** Whether Excel exchanged day and month of real dates that stand beside texts such as 13/10/2026. */
  dates?: DatesAnswer | undefined;
}

export interface SessionSheets {
  sessions: Session[];
  findings: Finding[];
  /** Of each sheet of sessions: every row and column, and what became of it. */
  accounts: SheetAccount[];
  mappings: ColumnMapping[];
}

/** Which sheets of a workbook hold the sessions; Claimsheet's own tables and hidden sheets are passed over. */
export function chooseSessionSheets(
  book: { sheets: readonly Sheet[] },
  sheet?: string,
  columns: MappingOverrides = {},
): SessionsChoice {
  const own = sheetsOfTables(book);
  const named = sheet?.trim().toLowerCase();
  const foreign = book.sheets.filter(
    (one) => (one.visible !== false || one.name.toLowerCase() === named) && !own.has(one.name),
  );
  const candidates = findSessionSheets(foreign);
  const choice = chooseSessions(candidates, sheet === undefined ? [] : [sheet]);
  return choice.outcome === 'none' && sheet === undefined
    ? (chooseByColumns(foreign, candidates, columns) ?? choice)
    : choice;
}

/** The sheet that has the columns that the user named, where these make sessions of its rows. */
function chooseByColumns(
  sheets: readonly Sheet[],
  candidates: SheetCandidate[],
  columns: MappingOverrides,
): SessionsChoice | null {
  if (Object.keys(columns).length === 0) return null;
  const named = candidates.flatMap((candidate) => {
    const grid = sheets.find(({ name }) => name === candidate.sheet);
    return grid ? [{ candidate, mapping: mapColumns(grid, candidate.headerRow, columns) }] : [];
  });
  const fitting = named.filter(
    ({ mapping: { misnamed, fields, client } }) =>
      misnamed.length === 0 && fields.date !== undefined && (fields.client !== undefined || client !== null),
  );
  if (fitting.length > 1) return rivals(fitting.map(({ candidate }) => candidate));
  const [only] = fitting;
  if (only) return chooseSessions(candidates, [only.candidate.sheet]);
  const misnamed = named[0]?.mapping.misnamed[0];
  return misnamed === undefined
    ? null
    : { outcome: 'none', closest: named[0]?.candidate ?? null, words: misnamed };
}

/**
 * Reads every session of a workbook. Refuses, with one sentence, where no sheet lists sessions, where several could
 * and the user has to say which, where a named column does not exist, and where the date or the client is unclear.
 */
export function readSessionSheets(
  book: { sheets: readonly Sheet[] },
  question: SheetsQuestion = {},
): SessionSheets {
  const { sheets } = book;
  const choice = chooseSessionSheets(book, question.sheet, question.columns);
  if (choice.outcome === 'none') throw new Refusal('no-sessions', choice.words);
  if (choice.outcome === 'rivals') throw new Refusal('sheet-unclear', choice.words);
  const read: SessionSheets = { sessions: [], findings: [], accounts: [], mappings: [] };
  const single = choice.sheets.length === 1;
  const elsewhere = orderElsewhere(
    sheets,
    choice.sheets.map(({ sheet, mapping }) => ({ sheet, mapping })),
  );
  for (const candidate of choice.sheets) {
    const grid = sheets.find((one) => one.name === candidate.sheet);
    if (grid === undefined) continue;
    const mapping = withOverrides(grid, candidate.mapping, question.columns ?? {});
    refuseUnclear(mapping);
    const one = readSessions(grid, mapping, {
      today: question.today ?? null,
      zone: question.zone,
      dates: question.dates,
      elsewhere,
    });
    addAll(read.sessions, one.sessions);
    addAll(
      read.findings,
      one.findings.filter(({ rule }) => single || rule !== 'session-repeated'),
    );
    read.accounts.push(one.account);
    read.mappings.push(mapping);
  }
  if (!single) addAll(read.findings, duplicateFindings(read.sessions));
  return read;
}

/** How the sheets of sessions that show it write their dates, where they all do so alike. */
function orderElsewhere(
  sheets: readonly Sheet[],
  chosen: readonly { sheet: string; mapping: ColumnMapping }[],
): DateOrder | null {
  const orders = new Set<DateOrder>();
  for (const { sheet, mapping } of chosen) {
    const grid = sheets.find(({ name }) => name === sheet);
    const column = mapping.fields.date?.columnIndexes[0];
    if (grid === undefined || column === undefined) continue;
    const below = grid.values.slice(mapping.headerRow - grid.firstRow + 1);
    const { dayFirst, monthFirst } = orderShown(below.map((row) => row[column - grid.firstColumn] ?? ''));
    if (dayFirst > 0) orders.add('day-first');
    if (monthFirst > 0) orders.add('month-first');
  }
  const [only, other] = orders;
  return only !== undefined && other === undefined ? only : null;
}

function withOverrides(
  grid: SheetGrid,
  found: ColumnMapping,
  columns: Readonly<Record<string, string>>,
): ColumnMapping {
  if (Object.keys(columns).length === 0) return found;
  const wrong = Object.keys(columns).find((field) => !Object.hasOwn(FIELD_NAMES, field));
  if (wrong !== undefined) {
    const fields = Object.keys(FIELD_NAMES).join(', ');
    throw new Refusal('column-unclear', `There is no field "${wrong}"; the fields are ${fields}.`);
  }
  const mapping = mapColumns(grid, found.headerRow, columns as MappingOverrides);
  const { client } = found;
  if (client === null || mapping.fields.client !== undefined) return mapping;
  return {
    ...ofClient(mapping, client),
    others: mapping.others.map((other) =>
      other.fields.client === undefined ? ofClient(other, client) : other,
    ),
  };
}

function refuseUnclear(mapping: ColumnMapping): void {
  const [misnamed] = mapping.misnamed;
  if (misnamed !== undefined) throw new Refusal('column-unclear', misnamed);
  const open = tablesOf(mapping)
    .flatMap(({ unsure }) => unsure)
    .filter(({ needed }) => needed)
    .filter(({ field }, at, all) => all.findIndex((other) => other.field === field) === at);
  if (open.length === 0) return;
  const asked = open.map(
    ({ field, why, candidates }) =>
      `${why} Say which column is ${FIELD_NAMES[field]} (${field}).${waysToSay(field, candidates)}`,
  );
  throw new Refusal('column-unclear', `On sheet "${mapping.sheet}": ${asked.join(' ')}`);
}

/** How the command line says it; what is answered so is remembered in the workbook. */
function waysToSay(field: SessionField, [first = 'HEADER']: readonly string[]): string {
  const none = field === 'date' || field === 'client' ? '' : `, or --answer column-${field}=none`;
  return ` On the command line: --answer column-${field}="${first}"${none}.`;
}
