import type { SessionField } from '../../../billing/records/session';
import type { ColumnMapping, MappingOverrides } from '../column-mapping';
import { columnLetters } from './columns';
import type { Column } from './columns';
import { normaliseHeader } from './header-words';
import { reading } from './reading';
import { editDistance } from './spelling';

/** The user's word that the sheet has no column for a field. */
export const NO_COLUMN = '(none)';

/** Takes the user's word for fields; each name that is no header becomes a sentence in `mapping.misnamed`. */
export function applyOverrides(mapping: ColumnMapping, columns: Column[], overrides: MappingOverrides): void {
  for (const [key, named] of Object.entries(overrides)) {
    const field = key as SessionField;
    if (field === 'client' && /^\(?sheet ?name\)?$/i.test(named.trim())) {
      delete mapping.fields.client;
      mapping.client = { name: mapping.sheet, place: null };
      continue;
    }
    if (named.trim().toLowerCase() === NO_COLUMN) {
      mapping.fields = without(mapping.fields, field);
      continue;
    }
    const chosen = columnsNamed(named, columns);
    if (typeof chosen === 'string') {
      mapping.misnamed.push(misnamedWords(chosen, mapping, columns));
      continue;
    }
    releaseColumns(mapping, field, chosen);
    mapping.fields[field] = {
      columns: chosen.map((column) => column.label),
      columnIndexes: chosen.map((column) => column.index),
      confidence: 1,
      evidence: 'chosen by you',
      ...reading(field, chosen),
    };
  }
}

/** The column of that name, the columns of names joined with "+", or the name that fits none. */
function columnsNamed(named: string, columns: Column[]): Column[] | string {
  const whole = columnNamed(named, columns);
  if (whole !== undefined) return [whole];
  const chosen: Column[] = [];
  for (const part of named.split('+')) {
    const column = columnNamed(part, columns);
    if (column === undefined) return part.trim();
    chosen.push(column);
  }
  return chosen;
}

function columnNamed(named: string, columns: Column[]): Column | undefined {
  const exact = columns.find((column) => column.label.toLowerCase() === named.trim().toLowerCase());
  if (exact !== undefined) return exact;
  const wanted = normaliseHeader(named);
  return wanted === '' ? undefined : columns.find((column) => normaliseHeader(column.label) === wanted);
}

/** A column the user gave to one field no longer serves another, except a start with its date. */
function releaseColumns(mapping: ColumnMapping, field: SessionField, chosen: Column[]): void {
  const numbers = new Set(chosen.map((column) => column.index));
  for (const [key, mapped] of Object.entries(mapping.fields)) {
    const other = key as SessionField;
    const shared = (field === 'date' && other === 'start') || (field === 'start' && other === 'date');
    if (!shared && mapped.columnIndexes.some((index) => numbers.has(index))) {
      mapping.fields = without(mapping.fields, other);
    }
  }
}

function without(fields: ColumnMapping['fields'], field: SessionField): ColumnMapping['fields'] {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== field));
}

function misnamedWords(named: string, mapping: ColumnMapping, columns: Column[]): string {
  const labels = columns.map((column) => column.label);
  const near = labels
    .map((label) => ({ label, distance: editDistance(normaliseHeader(label), normaliseHeader(named)) }))
    .filter(({ label, distance }) => distance <= 3 || sharesWord(label, named))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ label }) => `"${label}"`);
  const where = `Row ${String(mapping.headerRow)} of "${mapping.sheet}" has no header "${named}"`;
  if (near.length > 0) return `${where}; did you mean ${near.join(' or ')}?`;
  const last = columns.at(-1)?.index ?? 1;
  return `${where}; its headers are in columns ${columnLetters(columns[0]?.index ?? 1)} to ${columnLetters(last)}.`;
}

function sharesWord(label: string, named: string): boolean {
  const words = new Set(normaliseHeader(label).split(' '));
  return normaliseHeader(named)
    .split(' ')
    .some((word) => word.length > 2 && words.has(word));
}
