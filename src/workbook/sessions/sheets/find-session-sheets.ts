import type { SessionField } from '../../../billing/records/session';
import type { ColumnMapping } from '../column-mapping';
import { blockOf } from '../blocks/block';
import type { SheetGrid } from '../grid';
import { isBlank } from '../cells/text';
import { columnsOf } from '../mapping/columns';
import type { Column } from '../mapping/columns';
import { mapColumns } from '../mapping/map-columns';
import type { Meaning } from '../mapping/vocabulary';

/** What a sheet seems to list. */
export type SheetKind = 'sessions' | 'clients' | 'payments' | 'denials' | 'prices' | 'other';

/** A sheet looked at for sessions. */
export interface SheetCandidate {
  sheet: string;
  /** Excel's number. */
  headerRow: number;
  mapping: ColumnMapping;
  kind: SheetKind;
  /** 0 to 1; `sessions` from 0.35 on. */
  score: number;
  /** What speaks for and against it, a phrase each. */
  evidence: string[];
  /** Filled rows below the header. */
  rows: number;
}

/** How much each field found tells that rows are sessions. */
const WEIGHTS: Partial<Record<SessionField, number>> = {
  date: 0.28, client: 0.3, cpt: 0.12, minutes: 0.1, start: 0.06, charge: 0.08, dx: 0.06, units: 0.04, status: 0.05, payer: 0.04, provider: 0.04, modifiers: 0.02,
}; // prettier-ignore
/** A row with a client and a date is a visit only if it also tells one of these. */
const ABOUT_A_VISIT: SessionField[] = [
  'cpt',
  'service',
  'minutes',
  'start',
  'charge',
  'units',
  'dx',
  'status',
];
export const LIKELY = 0.35;

/** Words, all in one header, that make a list something else, and how much of the score they leave. */
const SPEAKS_AGAINST: [Meaning[], SheetKind, number, string][] = [
  [['deny'], 'denials', 0.35, 'has columns about denials'],
  [['adjustment', 'reason'], 'denials', 0.35, 'has reasons of adjustments'],
  [['adjustment', 'code'], 'denials', 0.35, 'has codes of adjustments'],
  [['allowed'], 'payments', 0.75, 'has allowed amounts'],
];

/** Sheets of the workbook with how likely each lists sessions, likeliest first. `ignore` names Claimsheet's own sheets. */
export function findSessionSheets(grids: SheetGrid[], ignore: string[] = []): SheetCandidate[] {
  const ignored = new Set(ignore.map((name) => name.toLowerCase()));
  return grids
    .filter((grid) => !ignored.has(grid.name.toLowerCase()) && grid.values.some((row) => !row.every(isBlank)))
    .map(candidate)
    .sort((a, b) => b.score - a.score);
}

function candidate(grid: SheetGrid): SheetCandidate {
  const mapping = mapColumns(grid);
  const row = mapping.headerRow - grid.firstRow;
  const rows = grid.values.slice(row + 1).filter((cells) => !cells.every(isBlank)).length;
  const found = { sheet: grid.name, headerRow: mapping.headerRow, mapping, rows };
  if (mapping.marks !== null) {
    return {
      ...found,
      kind: 'sessions',
      score: 0.7,
      evidence: ['names on one edge, dates on the other, marks between'],
    };
  }
  const fields = mapping.fields;
  const columns = columnsOf(grid, blockOf(mapping.area, grid));
  if (
    (fields.date === undefined && !isDateAsked(mapping)) ||
    !ABOUT_A_VISIT.some((field) => fields[field] !== undefined)
  ) {
    return { ...found, ...notSessions(mapping, columns) };
  }
  return { ...found, ...scored(mapping, columns, rows) };
}

/** Two columns that could each be the date make no other list of it: the user is asked which. */
function isDateAsked({ unsure, fields }: ColumnMapping): boolean {
  const asked = unsure.some(({ field, candidates }) => field === 'date' && candidates.length > 1);
  return asked && fields.client !== undefined;
}

function scored(
  mapping: ColumnMapping,
  columns: Column[],
  rows: number,
): Pick<SheetCandidate, 'kind' | 'score' | 'evidence'> {
  const evidence: string[] = [];
  let score = 0;
  for (const [field, weight] of Object.entries(WEIGHTS)) {
    const mapped = mapping.fields[field as SessionField];
    if (mapped === undefined) continue;
    score += weight * mapped.confidence;
    evidence.push(`${field} in ${mapped.columns.map((column) => `"${column}"`).join(' and ')}`);
  }
  if (mapping.client !== null) score += 0.25;
  let kind: SheetKind = 'sessions';
  const against = SPEAKS_AGAINST.find(([meanings]) =>
    columns.some(({ words }) => meanings.every((meaning) => words.meanings.includes(meaning))),
  );
  if (against !== undefined) {
    score *= against[2];
    kind = against[1];
    evidence.push(against[3]);
  }
  if (rows === 0) evidence.push('has no rows below its header');
  score = Math.round(Math.min(1, score) * 100) / 100;
  return { kind: score >= LIKELY ? 'sessions' : kind === 'sessions' ? 'other' : kind, score, evidence };
}

/** What a sheet lists that has no date of service or tells nothing of a visit. */
function notSessions(
  mapping: ColumnMapping,
  columns: Column[],
): Pick<SheetCandidate, 'kind' | 'score' | 'evidence'> {
  const says = (...meanings: Meaning[]) =>
    columns.filter(({ words }) => meanings.some((meaning) => words.meanings.includes(meaning))).length;
  const why =
    mapping.fields.date === undefined ? 'no date of service' : 'nothing about a visit beside its date';
  const about = (kind: SheetKind, words: string) => ({ kind, score: 0.1, evidence: [why, words] });
  if (says('deny') > 0) return about('denials', 'has columns about denials');
  if (says('phone', 'email', 'address', 'birth') >= 2)
    return about('clients', 'looks like a list of clients');
  if (says('paid', 'received') > 0) return about('payments', 'looks like a list of payments');
  if (says('price', 'fee', 'charge', 'cost') > 0) return about('prices', 'looks like a list of prices');
  return { kind: 'other', score: 0, evidence: [why] };
}
