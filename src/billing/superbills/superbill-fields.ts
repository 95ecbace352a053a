import type { Finding, Severity } from '../findings';
import { readNpi } from '../identifiers/npi';
import { readTaxId } from '../identifiers/tax-id';
import type { Client, ColumnOf, Practice, TableRow } from '../records/practice';

interface FieldOf<Row extends TableRow> {
  rule: string;
  column: ColumnOf<Row>;
  header: string;
  label: string;
  severity: Severity;
  value: (row: Row) => unknown;
  /** Why the value cannot be one, or null. */
  fault?: (row: Row) => string | null;
  why: string;
}

/** Superbill fields by reimbursify, superbilled.com and mysuperbills.com. */
export const SUPERBILL_SOURCE =
  'Usual fields of a superbill (reimbursify, superbilled.com, mysuperbills.com)';

export const SUPERBILL_OF_PRACTICE: readonly FieldOf<Practice>[] = [
  {
    rule: 'practice-name',
    column: 'name',
    header: 'Practice name',
    label: 'name',
    severity: 'STOP',
    value: (practice) => practice.name,
    why: 'insurers pay back only what names its provider',
  },
  {
    rule: 'practice-npi',
    column: 'npi',
    header: 'Billing NPI',
    label: 'NPI',
    severity: 'STOP',
    value: (practice) => practice.npi,
    fault: (practice) => reasonOf(readNpi(practice.npi ?? '')),
    why: 'insurers look the provider up by it',
  },
  {
    rule: 'practice-tax-id',
    column: 'taxId',
    header: 'Tax ID',
    label: 'tax ID',
    severity: 'STOP',
    value: (practice) => practice.taxId,
    fault: (practice) => reasonOf(readTaxId(practice.taxId ?? '', practice.taxIdType)),
    why: 'insurers do not pay back a bill without it',
  },
  {
    rule: 'practice-license',
    column: 'license',
    header: 'License number',
    label: 'license number',
    severity: 'WARN',
    value: (practice) => practice.license,
    why: 'insurers ask whether the therapist is licensed',
  },
  {
    rule: 'practice-street',
    column: 'address.street',
    header: 'Street',
    label: 'street address',
    severity: 'WARN',
    value: (practice) => practice.address.street,
    why: 'insurers want the address of the provider',
  },
  {
    rule: 'practice-phone',
    column: 'phone',
    header: 'Phone',
    label: 'phone number',
    severity: 'WARN',
    value: (practice) => practice.phone,
    why: 'insurers call it when something is unclear',
  },
];

export const SUPERBILL_OF_CLIENT: readonly FieldOf<Client>[] = [
  {
    rule: 'client-birth-date',
    column: 'birthDate',
    header: 'Birth date',
    label: 'birth date',
    severity: 'WARN',
    value: (client) => client.birthDate,
    why: 'insurers find the member by name and birth date',
  },
  {
    rule: 'client-street',
    column: 'address.street',
    header: 'Street',
    label: 'street address',
    severity: 'WARN',
    value: (client) => client.address.street,
    why: 'insurers compare it with their member file',
  },
  {
    rule: 'client-member-id',
    column: 'memberId',
    header: 'Member ID',
    label: 'member ID',
    severity: 'WARN',
    value: (client) => client.memberId,
    why: 'insurers find the policy by it',
  },
];

/** What a superbill lacks: STOP where no insurer would take it, WARN where the client can still add it by hand. */
export function checkSuperbillFields(practice: Practice, client: Client): Finding[] {
  return [
    ...SUPERBILL_OF_PRACTICE.flatMap((field) => faultOf(field, 'Practice', practice, 'Your practice')),
    ...SUPERBILL_OF_CLIENT.flatMap((field) => faultOf(field, 'Clients', client, client.name)).map(
      (finding) => ({
        ...finding,
        client: client.name,
      }),
    ),
  ];
}

function faultOf<Row extends TableRow>(
  { rule, column, header, label, severity, value, fault, why }: FieldOf<Row>,
  table: string,
  row: Row,
  subject: string,
): Finding[] {
  const missing = value(row) === null;
  const reason = missing ? null : (fault?.(row) ?? null);
  if (!missing && reason === null) return [];
  return [
    {
      rule: `superbill-${rule}-${missing ? 'missing' : 'invalid'}`,
      severity,
      place: row.cells[column] ?? null,
      message: missing ? `${subject} has no ${label}: ${why}.` : `${subject}, ${header}: ${reason ?? ''}`,
      fix: `${missing ? 'Fill in' : 'Correct'} "${header}" in the ${table} table.`,
      source: SUPERBILL_SOURCE,
    },
  ];
}

function reasonOf(reading: { ok: true } | { ok: false; reason: string }): string | null {
  return reading.ok ? null : reading.reason;
}
