import type { Finding } from '../findings';
import { mendedIdentifier } from '../identifiers/mended';
import type { TableRow } from '../records/practice';
import { memberAt } from '../values/member-at';
import { isPlaceholder } from './placeholders';
import { REQUIRED_FIELDS } from './required-fields';
import type { ClaimRecords, RequiredField } from './required/field';

/** What the records of a claim lack, each field once; the finding points at the empty cell. */
function checkRequired(records: ClaimRecords): Finding[] {
  return REQUIRED_FIELDS.flatMap((field) => {
    const finding = isRequired(field, records) ? fault(field, records) : null;
    return finding ? [finding] : [];
  });
}

/** The same for many visits: each set of records is looked at once. */
export function requiredChecker(): (records: ClaimRecords) => Finding[] {
  const numbers = new Map<TableRow | null, number>();
  const numberOf = (row: TableRow | null) => numbers.get(row) ?? numbers.set(row, numbers.size).size - 1;
  const known = new Map<string, Finding[]>();
  return (records) => {
    const { practice, payer, client, authorization } = records;
    const key = [practice, payer, client, authorization].map(numberOf).join(' ');
    const findings = known.get(key) ?? checkRequired(records);
    known.set(key, findings);
    return findings;
  };
}

/** Whether the field plays a part in such a claim. */
function isRequired(field: RequiredField, records: ClaimRecords): boolean {
  const { kind } = records.payer;
  if (field.kinds && (kind === null || !field.kinds.includes(kind))) return false;
  return (field.when?.holds(records) ?? true) && rowOf(field, records) !== null;
}

function fault(field: RequiredField, records: ClaimRecords): Finding | null {
  const row = rowOf(field, records);
  const value = row && valueAt(row, field.column);
  const subject = subjectOf(field, records);
  if (value === null || value === '') {
    if (field.missing === null) return null;
    return finding(
      field,
      records,
      'missing',
      field.missing,
      `${subject} has no ${field.label}: ${field.why}.`,
    );
  }
  if (typeof value !== 'string') return null;
  const { reads } = field;
  if (reads) {
    const reading = reads(value, records);
    if (reading.ok) return null;
    const words = `${subject}, ${field.header}: ${reading.reason}`;
    const to = mendedIdentifier(value, (text) => reads(text, records));
    return {
      ...finding(field, records, 'invalid', field.invalid ?? 'STOP', words),
      ...(to === null ? {} : { cellFix: { was: value, to, words: `Write ${to}` } }),
    };
  }
  if (field.missing === null || !isPlaceholder(value, field.isName ? 'name' : 'value')) return null;
  const words = `${subject} has "${value}" as ${field.label}, which looks like a stand-in: ${field.why}.`;
  return finding(field, records, 'placeholder', field.missing, words);
}

function finding(
  field: RequiredField,
  records: ClaimRecords,
  fault: 'missing' | 'placeholder' | 'invalid',
  severity: Finding['severity'],
  message: string,
): Finding {
  const ofClient = field.table === 'Clients' || field.table === 'Authorizations';
  return {
    rule: `${field.rule}-${fault}`,
    severity,
    place: rowOf(field, records)?.cells[field.column] ?? null,
    message,
    fix: `${fault === 'missing' ? 'Fill in' : 'Correct'} "${field.header}" in the ${field.table} table.`,
    source: `NUCC 1500 manual, item ${field.box}; 837P ${field.loop}${field.also ? `; ${field.also}` : ''}`,
    ...(ofClient ? { client: records.client.name } : {}),
  };
}

function subjectOf(field: RequiredField, { payer, client, authorization }: ClaimRecords): string {
  switch (field.table) {
    case 'Practice':
      return 'Your practice';
    case 'Payers':
      return payer.name;
    case 'Clients':
      return client.name;
    case 'Authorizations':
      return `The authorization of ${authorization?.client ?? client.name}`;
  }
}

function rowOf(field: RequiredField, records: ClaimRecords): TableRow | null {
  switch (field.table) {
    case 'Practice':
      return records.practice;
    case 'Payers':
      return records.payer;
    case 'Clients':
      return records.client;
    case 'Authorizations':
      return records.authorization;
  }
}

/** The value of a column such as `birthDate` or `address.zip`; text without blanks around it. */
function valueAt(row: TableRow, column: string): unknown {
  const value = memberAt(row, column.split('.'));
  return typeof value === 'string' ? value.trim() : (value ?? null);
}
