import { cellName } from '../../billing/cell-name';
import { accountsWithCredit, isCreditControl } from '../../billing/payments/client-credit';
import { lineAccounts, type LineAccount } from '../../billing/payments/line-account';
import type { Client, ColumnOf, Payer, Practice } from '../../billing/records/practice';
import { ZERO } from '../../billing/values/cents';
import { localDay, type Day } from '../../billing/values/day';
import { closeNames, nameKey } from '../../billing/values/name-key';
import { directoryOf } from '../../billing/visits/directory';
import { readNpi } from '../../billing/identifiers/npi';
import { readTaxId } from '../../billing/identifiers/tax-id';
import { readSettled } from '../../practice/writing/settle-unfinished';
import type { WorkbookReading } from '../../workbook/reading';
import { Refusal } from '../../workbook/refusal';
import { readRecords, type Records } from '../../practice/records';
import { restoreEditionsOnce } from '../../practice/code-tables/restore-once';
import { readPaymentBook, type PaymentBook } from '../../practice/payments/payment-book';
import { memoryOf } from '../../practice/memory/read-memory';
import { localTime } from '../../practice/practice-book';
import { readRegister, type Register } from '../../practice/register/register';

/** What every document asks for. */
export interface DocumentOptions {
  /** As the sessions spell the name, or as the Clients table does. */
  client: string;
  /** The moment of the click. */
  now: Date;
}

/** The workbook as a document needs it: tables, register and payments; sessions are read only where they are used. */
export interface DocumentBook {
  reading: WorkbookReading;
  records: Records;
  practice: Practice;
  register: Register;
  payments: PaymentBook;
  today: Day;
  /** `YYYY-MM-DD HH:MM`. */
  when: string;
  taken: Set<string>;
}

export async function readDocumentBook(context: Excel.RequestContext, now: Date): Promise<DocumentBook> {
  restoreEditionsOnce();
  const { reading } = await readSettled(context, now);
  const records = readRecords(reading);
  if (records.practice === null) {
    throw new Refusal(
      'not-set-up',
      'There is no Practice table yet, so that no letter knows who writes it. Set up first.',
    );
  }
  const register = readRegister(reading, records.clients);
  const today = localDay(now);
  return {
    reading,
    records,
    practice: records.practice,
    register,
    payments: readPaymentBook({ reading, records, register, today, memory: memoryOf(reading) }),
    today,
    when: localTime(now),
    taken: new Set(reading.sheets.map(({ name }) => name.toLowerCase())),
  };
}

/** The row of the Clients table; refuses a name that is in none, or in two. */
export function clientOf({ records }: DocumentBook, name: string): Client {
  const directory = directoryOf(records.clients, records.payers);
  const [client, other] = directory.clients(name);
  if (client === undefined) {
    const near = closeNames(name, directory.clientNames).map((each) => `"${each}"`);
    const hint = near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : ' Add a row for the client first.';
    throw new Refusal('document-incomplete', `"${name}" is not in the Clients table.${hint}`);
  }
  if (other !== undefined) {
    throw new Refusal(
      'document-incomplete',
      `Two rows of the Clients table go by "${name}": "${client.name}" and "${other.name}". Name one of them.`,
    );
  }
  return client;
}

/** The payer that a document goes to: the one named, else the client's. */
export function payerOf({ records }: DocumentBook, client: Client, named: string | null): Payer {
  const name = named ?? client.payer;
  if (name === null) {
    throw lacks(`${client.name} has no payer`, client, 'payer', 'Payer', 'Clients');
  }
  const [payer] = directoryOf(records.clients, records.payers).payers(name);
  if (payer === undefined) {
    throw new Refusal('document-incomplete', `"${name}" is not in the Payers table. Add a row for it first.`);
  }
  return payer;
}

/** All lines of a client, as of a day. */
export function accountsOf({ payments, today }: DocumentBook, client: Client): LineAccount[] {
  const names = new Set(namesOf(client).map(nameKey));
  return lineAccounts(payments.lines, payments.postings, today).filter(({ line }) =>
    names.has(nameKey(line.client)),
  );
}

/** The same with what the client paid ahead, or on claims that count no longer. */
export function withCreditOf({ payments, today }: DocumentBook, client: Client): LineAccount[] {
  const names = new Set(namesOf(client).map(nameKey));
  const retired = new Set(payments.retired.map(({ control }) => control));
  return accountsWithCredit(payments, today).filter(
    ({ line, clientOwes }) =>
      names.has(nameKey(line.client)) && (clientOwes !== ZERO || !isWithout(line.control, retired)),
  );
}

function isWithout(control: string, retired: ReadonlySet<string>): boolean {
  return retired.has(control) || isCreditControl(control);
}

/** Every name a client goes by. */
export function namesOf({ name, aliases, firstName, lastName }: Client): string[] {
  const full = firstName !== null && lastName !== null ? [`${firstName} ${lastName}`] : [];
  return [name, ...aliases, ...full];
}

/** A refusal that names the cell to fill. */
export function lacks(
  what: string,
  row: { cells: Client['cells'] },
  key: ColumnOf<Client>,
  header: string,
  table: string,
): Refusal {
  const place = row.cells[key];
  const where = place ? ` (${cellName(place)})` : '';
  return new Refusal('document-incomplete', `${what}: fill in "${header}" in the ${table} table${where}.`);
}

/** Ten digits, where the Practice table has an NPI that can be one. */
export function npiOf({ npi }: Practice): string | null {
  const reading = readNpi(npi ?? '');
  return reading.ok ? reading.value : null;
}

/** `12-3456789` for an EIN, nine digits else. */
export function taxIdOf({ taxId, taxIdType }: Practice): string | null {
  const reading = readTaxId(taxId ?? '', taxIdType);
  if (!reading.ok) return null;
  const { digits, type } = reading.value;
  return type === 'EIN' ? `${digits.slice(0, 2)}-${digits.slice(2)}` : digits;
}

/** Payments and lines that cannot be read do not count: whoever reads an amount must know. */
export function paymentWarnings({ payments }: DocumentBook): string[] {
  const stops = payments.findings.filter(({ severity }) => severity === 'STOP');
  return stops.map(({ place, message }) => `${place ? `${cellName(place)}: ` : ''}${message}`);
}
