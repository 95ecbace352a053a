import type { Finding } from '../billing/findings';
import type {
  Authorization,
  Benefit,
  Client,
  Fee,
  Payer,
  Practice,
  Therapist,
} from '../billing/records/practice';
import type { WorkbookReading } from '../workbook/reading';
import type { OwnTables } from '../workbook/tables';
import { hasTable } from '../workbook/tables/own-table';
import { readOwnTable, readTable, type ReadTable } from '../workbook/tables/read-table';

/** The reference tables as the billing code takes them, with what could not be read. */
export interface Records {
  /** Null where there is no Practice table. */
  practice: Practice | null;
  payers: Payer[];
  clients: Client[];
  authorizations: Authorization[];
  fees: Fee[];
  benefits: Benefit[];
  /** Who gives sessions beside the one of the Practice table; empty where there is no such table. */
  therapists: Therapist[];
  findings: Finding[];
}

/** Throws the refusals of `findTable`, unless `read` takes care of them. */
export function readRecords(reading: WorkbookReading, read: ReadTable = readTable): Records {
  const practice = read(reading, 'Practice');
  const payers = read(reading, 'Payers');
  const clients = read(reading, 'Clients');
  const authorizations = read(reading, 'Authorizations');
  const fees = read(reading, 'Fees');
  const benefits = read(reading, 'Benefits');
  // Most practices have no such table, and a sheet of that name may be their own.
  const therapists = hasTable(reading, 'Therapists')
    ? read(reading, 'Therapists')
    : readOwnTable<OwnTables['Therapists']>(null);
  return {
    practice: practice.rows[0] ?? null,
    payers: payers.rows,
    clients: clients.rows,
    authorizations: authorizations.rows,
    fees: fees.rows,
    benefits: benefits.rows,
    therapists: therapists.rows,
    findings: [practice, payers, clients, authorizations, fees, benefits, therapists].flatMap(
      ({ findings }) => findings,
    ),
  };
}
