import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { ClaimsInput } from '../../../src/billing/claims/decision';
import type { Session, SessionStatus } from '../../../src/billing/records/session';
import { cents, centsOf } from '../../../src/billing/values/cents';
import { day } from '../../support/values';
import authorizations from './month/authorizations.json';
import clients from './month/clients.json';
import earlier from './month/earlier.json';
import fees from './month/fees.json';
import payers from './month/payers.json';
import practice from './month/practice.json';
import {
  accounts,
  authorizationOf,
  clientOf,
  feeOf,
  payerOf,
  practiceOf,
  sessionOf,
  type Some,
} from './records';

/** One line of a CSV file of the month, by its header. */
export type CsvLine = Record<string, string>;

export function csv(name: string): CsvLine[] {
  const text = readFileSync(join(__dirname, 'month', name), 'utf8');
  return Papa.parse<CsvLine>(text, { header: true, skipEmptyLines: true }).data;
}

export const TODAY = day('2026-09-02');

/** August 2026 of an invented practice, as the files in `month/` say; dates in JSON are ISO texts. */
export function monthInput(): ClaimsInput {
  return {
    sessions: sessions(),
    practice: practiceOf(dated(practice)),
    payers: payers.map((row) => payerOf(dated(row))),
    clients: clients.map((row) => clientOf(dated(row))),
    authorizations: authorizations.map((row) => authorizationOf(dated(row))),
    fees: fees.map(({ code, fee, payer }) => feeOf(code, cents(fee), payer ?? null)),
    today: TODAY,
    nextAccount: accounts(),
    earlierVisits: earlier.map((line) => ({ ...line, date: day(line.date), charge: cents(line.charge) })),
  };
}

function sessions(): Session[] {
  return csv('sessions.csv').map((line) =>
    sessionOf({
      date: day(line.date ?? ''),
      client: line.client ?? '',
      minutes: line.minutes ? Number(line.minutes) : null,
      codes: line.codes ?? '',
      diagnoses: (line.dx ?? '').split(' ').filter(Boolean),
      payer: line.payer || null,
      charge: line.charge ? centsOf(line.charge) : null,
      paid: line.paid ? centsOf(line.paid) : null,
      status: line.status as SessionStatus,
    }),
  );
}

function dated<Row>(record: object): Some<Row> {
  const read = Object.entries(record).map(([key, value]: [string, unknown]) => [
    key,
    typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? day(value) : value,
  ]);
  return Object.fromEntries(read) as Some<Row>;
}
