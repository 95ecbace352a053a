import type { RowValue } from '../../src/workbook/plan/plan';
import { TABLES, type OwnTableName } from '../../src/workbook/tables';
import { columnsOf } from '../../src/workbook/tables/define-table';
import { clients } from './clients';
import type { SampleRecord } from './invented';
import { authorizations, benefits, fees, payers, practice } from './practice-tables';
import type { SessionRow } from './session-row';
import { dayFrom, sessionRows } from './sessions';

const RECORDS = {
  Practice: [practice],
  Payers: payers,
  Clients: clients,
  Authorizations: authorizations,
  Benefits: benefits,
  Fees: fees,
} satisfies Record<string, readonly SampleRecord[]>;

/** Rows of the reference tables that the sample's sessions need; dates as day numbers. */
export function sampleRecords(): Record<keyof typeof RECORDS, Record<string, RowValue>[]> {
  const rows = (name: keyof typeof RECORDS) => RECORDS[name].map((record) => withDays(name, record));
  return {
    Practice: rows('Practice'),
    Payers: rows('Payers'),
    Clients: rows('Clients'),
    Authorizations: rows('Authorizations'),
    Benefits: rows('Benefits'),
    Fees: rows('Fees'),
  };
}

export function sampleSessions(): SessionRow[] {
  return sessionRows();
}

function withDays(table: OwnTableName, record: SampleRecord): Record<string, RowValue> {
  const dates = new Set<string>(
    columnsOf(TABLES[table]).flatMap(({ kind, key }) => (kind === 'day' ? [key] : [])),
  );
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [
      key,
      dates.has(key) && typeof value === 'string' ? dayFrom(value) : value,
    ]),
  );
}
