import type { SessionField } from '../../../billing/records/session';
import type { ColumnMapping, MappedField, MappingOverrides, UnsureField } from '../column-mapping';
import type { SheetGrid } from '../grid';
import { findMarks } from '../marks/find-marks';
import { marksMapping } from '../marks/marks-mapping';
import { assign } from './assign';
import type { Assigned, Assignment } from './assign';
import { columnsOf } from './columns';
import type { Column } from './columns';
import { judge } from './content';
import { FIELD_NAMES } from './field-names';
import { findHeaderRow } from './header-row';
import { applyOverrides, NO_COLUMN } from './overrides';
import { reading } from './reading';
import { FIELDS, scoreColumns } from './scores';
import { titleClient } from './title-client';

/** Without these a row is no session. */
const NEEDED: SessionField[] = ['date', 'client'];
/** Asked about when missing, because claims need them from somewhere. */
const WANTED: SessionField[] = ['cpt', 'payer'];

/**
 * Which column holds which field. `headerRow` is Excel's number; without it the header row is looked for, and
 * the sheet's first row is taken where none looks like one. Overrides are the user's word and beat everything.
 */
export function mapColumns(
  grid: SheetGrid,
  headerRow?: number,
  overrides: MappingOverrides = {},
): ColumnMapping {
  const row = headerRow === undefined ? (findHeaderRow(grid)?.row ?? 0) : headerRow - grid.firstRow;
  const columns = columnsOf(grid, row);
  const assignment = assign(scoreColumns(columns));
  const mapping: ColumnMapping = {
    sheet: grid.name,
    headerRow: grid.firstRow + row,
    fields: {},
    unsure: [],
    client: null,
    marks: null,
    misnamed: [],
  };
  for (const field of FIELDS) {
    const assigned = assignment.fields.get(field);
    if (assigned !== undefined) mapping.fields[field] = mappedField(field, assigned);
  }
  applyOverrides(mapping, columns, overrides);
  if (mapping.fields.client === undefined) mapping.client ??= titleClient(grid, row);
  const asList =
    mapping.fields.date !== undefined && (mapping.fields.client !== undefined || mapping.client !== null);
  const marks = asList || Object.keys(overrides).length > 0 ? null : findMarks(grid);
  if (marks !== null) return marksMapping(grid, marks);
  mapping.unsure = unsureFields(mapping, assignment).filter(
    ({ field, needed }) => needed || overrides[field]?.trim().toLowerCase() !== NO_COLUMN,
  );
  return mapping;
}

function mappedField(field: SessionField, { columns, score }: Assigned): MappedField {
  return {
    columns: columns.map((column) => column.label),
    columnIndexes: columns.map((column) => column.index),
    confidence: Math.round(score * 100) / 100,
    evidence: evidenceOf(field, columns),
    ...reading(field, columns),
  };
}

function evidenceOf(field: SessionField, columns: Column[]): string {
  const header = columns.map((column) => `"${column.label}"`).join(' and ');
  const { judged, share } = judge(field, columns[0]?.profile ?? EMPTY);
  if (judged !== 'fits') return `the header ${header}`;
  return `the header ${header}, and ${String(Math.round(share * 100))} % of its values fit`;
}

const EMPTY = {
  filled: 0, dates: 0, times: 0, minutes: 0, hours: 0, codes: 0, diagnoses: 0, money: 0, smallNumbers: 0, wordy: 0, statuses: 0, yesNo: 0,
}; // prettier-ignore

function unsureFields(mapping: ColumnMapping, assignment: Assignment): UnsureField[] {
  const unsure: UnsureField[] = [];
  for (const field of FIELDS) {
    if (mapping.fields[field] !== undefined || (field === 'client' && mapping.client !== null)) continue;
    const rivals = assignment.rivals.get(field) ?? [];
    const offers = assignment.offers.get(field) ?? [];
    const candidates = (rivals.length > 0 ? rivals : offers).map((column) => column.label);
    if (candidates.length === 0 && !NEEDED.includes(field) && !WANTED.includes(field)) continue;
    const why = whyUnsure(FIELD_NAMES[field], candidates, rivals.length > 0);
    unsure.push({ field, candidates, why, needed: NEEDED.includes(field) || rivals.length > 0 });
  }
  return unsure;
}

function whyUnsure(name: string, candidates: string[], rivals: boolean): string {
  const listed = candidates.map((label) => `"${label}"`).join(', ');
  if (rivals) return `${listed} could each be ${name}.`;
  return candidates.length === 0
    ? `No column is clearly ${name}.`
    : `${listed} may be ${name}, but that is not sure.`;
}
