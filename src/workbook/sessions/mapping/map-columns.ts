import type { SessionField } from '../../../billing/records/session';
import type { ColumnMapping, MappedField, MappingOverrides, UnsureField } from '../column-mapping';
import { areaOf, type Block } from '../blocks/block';
import { findBlocks } from '../blocks/find-blocks';
import type { ClientLabel } from '../blocks/labels';
import { contextsOf, type RowContexts } from '../blocks/row-contexts';
import type { SheetGrid } from '../grid';
import { findMarks } from '../marks/find-marks';
import { marksMapping } from '../marks/marks-mapping';
import { askedColumns } from './asked-columns';
import { assign } from './assign';
import type { Assigned, Assignment } from './assign';
import type { CodeColumn } from './code-columns';
import { columnsOf } from './columns';
import type { Column } from './columns';
import { judge } from './content';
import { FIELD_NAMES } from './field-names';
import { findHeaderRow } from './header-row';
import { applyOverrides, NO_COLUMN } from './overrides';
import { reading } from './reading';
import { FIELDS, scoreColumns } from './scores';
import { twoCharges } from './two-charges';
import { usesOf } from './column-uses';

/** Without these a row is no session. */
const NEEDED: SessionField[] = ['date', 'client'];
/** Asked about when missing, because claims need them from somewhere. */
const WANTED: SessionField[] = ['cpt', 'payer'];

/**
 * Which column holds which field, for every table of sessions on the sheet. `headerRow` is Excel's number; without it
 * the header row is looked for, and the sheet's first row is taken where none looks like one. Overrides are the user's
 * word and beat everything.
 */
export function mapColumns(
  grid: SheetGrid,
  headerRow?: number,
  overrides: MappingOverrides = {},
): ColumnMapping {
  const header = headerRow === undefined ? (findHeaderRow(grid)?.row ?? 0) : headerRow - grid.firstRow;
  const { blocks, others } = findBlocks(grid, header);
  const [first, ...more] = blocks;
  const contexts = contextsOf(grid, blocks);
  const main = mapBlock(grid, first, overrides, contexts);
  const asList = main.fields.date !== undefined && (main.fields.client !== undefined || main.client !== null);
  const marks = asList || Object.keys(overrides).length > 0 ? null : findMarks(grid);
  if (marks !== null) return marksMapping(grid, marks);
  return {
    ...main,
    // A column that the user named need not be in each of the tables.
    others: more.map((block) => ({ ...mapBlock(grid, block, overrides, contexts), misnamed: [] })),
    unread: others.map((block) => areaOf(block, grid)),
  };
}

function mapBlock(
  grid: SheetGrid,
  block: Block,
  overrides: MappingOverrides,
  contextsOfBlock: (block: Block) => RowContexts,
): ColumnMapping {
  const columns = columnsOf(grid, block);
  const assignment = assign(scoreColumns(columns));
  const mapping: ColumnMapping = {
    sheet: grid.name,
    headerRow: grid.firstRow + block.header,
    area: areaOf(block, grid),
    columns: [],
    fields: {},
    unsure: [],
    client: null,
    marks: null,
    misnamed: [],
    others: [],
    unread: [],
  };
  for (const field of FIELDS) {
    const assigned = assignment.fields.get(field);
    if (assigned !== undefined) mapping.fields[field] = mappedField(field, assigned);
  }
  applyOverrides(mapping, columns, overrides);
  if (mapping.fields.client === undefined) mapping.client ??= labelledClient(contextsOfBlock(block), block);
  const used = new Set(Object.values(mapping.fields).flatMap(({ columnIndexes }) => columnIndexes));
  const isNone = (field: SessionField) => overrides[field]?.trim().toLowerCase() === NO_COLUMN;
  const asked = askedColumns(
    columns,
    (field) => mapping.fields[field] !== undefined || isNone(field),
    ({ index }) => used.has(index),
  );
  const charges = overrides.charge === undefined ? twoCharges(grid, block, columns, mapping) : null;
  if (charges !== null) {
    delete mapping.fields.charge;
    asked.push(charges);
  }
  const fields = new Set(asked.map(({ field }) => field));
  mapping.unsure = [
    ...unsureFields(mapping, assignment).filter(({ field }) => !fields.has(field)),
    ...asked,
  ].filter(({ field }) => NEEDED.includes(field) || !isNone(field));
  mapping.columns = usesOf(columns, mapping);
  return mapping;
}

/** The client that a label names: above the header, else the first of those further down. */
function labelledClient(contexts: RowContexts, { header, last }: Block): ClientLabel | null {
  return contexts.at(header).client ?? contexts.clientsFrom(header, last)[0] ?? null;
}

function mappedField(field: SessionField, { columns, score }: Assigned): MappedField {
  const read = reading(field, columns);
  return {
    columns: columns.map((column) => column.label),
    columnIndexes: columns.map((column) => column.index),
    confidence: Math.round(score * 100) / 100,
    evidence: read.codes ? codesWords(columns, read.codes) : evidenceOf(field, columns),
    ...read,
  };
}

/** "minutes under "97110" and "TE" (97110)": what cells mean that hold no code themselves. */
function codesWords(columns: readonly Column[], codes: readonly (CodeColumn | null)[]): string {
  const told = columns.map(({ label }, at) => {
    const column = codes[at];
    if (!column) return `codes under "${label}"`;
    if (column.code === null) return `a tick under "${label}", which is asked about`;
    const code = label.includes(column.code) ? '' : ` (${column.code})`;
    return `${column.counts === 'unclear' ? 'minutes or units' : column.counts} under "${label}"${code}`;
  });
  return told.join(', ');
}

function evidenceOf(field: SessionField, columns: Column[]): string {
  const header = columns.map((column) => `"${column.label}"`).join(' and ');
  const { judged, share } = judge(field, columns[0]?.profile ?? EMPTY);
  if (judged !== 'fits') return `the header ${header}`;
  return `the header ${header}, and ${String(Math.round(share * 100))} % of its values fit`;
}

const EMPTY = {
  filled: 0, dates: 0, dayNumbers: 0, times: 0, minutes: 0, hours: 0, codes: 0, diagnoses: 0, money: 0, smallNumbers: 0, wordy: 0, statuses: 0, notKept: 0, billed: 0, places: 0, yesNo: 0, marks: 0, telling: 0, initials: 0, counts: 0, most: 0, services: 0,
}; // prettier-ignore

function unsureFields(mapping: ColumnMapping, assignment: Assignment): UnsureField[] {
  const unsure: UnsureField[] = [];
  for (const field of FIELDS) {
    if (mapping.fields[field] !== undefined || (field === 'client' && mapping.client !== null)) continue;
    if (field === 'cpt' && mapping.fields.service !== undefined) continue;
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
