import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Book } from '../../../desk/book/book';
import { readXlsx } from '../../../desk/xlsx/read-xlsx';
import { writeXlsx } from '../../../desk/xlsx/write-xlsx';
import { prepareClaims } from '../../../src/actions/claims/make-claims';
import type { ImportReport } from '../../../src/actions/payments/import-report';
import { prepareImport, type RemittanceInput } from '../../../src/actions/payments/import-remittances';
import { readPaymentBook, type PaymentBook } from '../../../src/practice/payments/payment-book';
import { readPracticeBook } from '../../../src/practice/practice-book';
import { applyPrepared, type Prepared } from '../../../src/practice/prepare';
import { prepareSuperbills } from '../../../src/actions/superbills/make-superbills';
import { undoLast } from '../write-plan';
import { onDesk } from '../desk';

const SAMPLE = join(__dirname, '../../../assets/sample/sessions.xlsx');
const BILLED_ON = new Date(2026, 10, 2, 9, 0);
export const options = { now: new Date(2026, 11, 1, 9, 0) };

/** The sample workbook after October was billed, as a file: opened anew for each test. */
export async function billedOctober(): Promise<Uint8Array> {
  const book = readXlsx(readFileSync(SAMPLE));
  const asked = { month: '2026-10', now: BILLED_ON };
  await onDesk(book, async (context) => {
    await applyPrepared(context, await prepareClaims(context, asked));
    await applyPrepared(context, await prepareSuperbills(context, asked));
  });
  return writeXlsx(book);
}

/** Lets an action prepare and apply its plan through Microsoft's client. */
export async function act<Report>(
  book: Book,
  prepare: (context: Excel.RequestContext) => Promise<Prepared<Report>>,
): Promise<{ report: Report; isNew: boolean; roundTrips: number }> {
  const { answer, roundTrips } = await onDesk(book, async (context) => {
    const prepared = await prepare(context);
    await applyPrepared(context, prepared);
    return { report: prepared.report, isNew: prepared.plan !== null };
  });
  return { ...answer, roundTrips };
}

export function importInto(
  book: Book,
  ...files: RemittanceInput[]
): Promise<{ report: ImportReport; isNew: boolean; roundTrips: number }> {
  return act(book, (context) => prepareImport(context, files, options));
}

export async function paymentsOf(book: Book): Promise<PaymentBook> {
  const { answer } = await onDesk(book, async (context) =>
    readPaymentBook(await readPracticeBook(context, { ...options, month: null })),
  );
  return answer;
}

export async function undo(book: Book): Promise<void> {
  await onDesk(book, undoLast);
}

/** Rows of one of Claimsheet's own tables by their headers; blank rows left out. */
export function rowsOf(book: Book, name: string): Record<string, unknown>[] {
  const sheet = book.sheet(name);
  const area = sheet?.tables[0]?.area;
  if (!sheet || !area) return [];
  const valueAt = (row: number, column: number) =>
    sheet.cell(area.row + row, area.column + column)?.value ?? null;
  const headers = Array.from({ length: area.columns }, (_, column) => String(valueAt(0, column)));
  return Array.from({ length: area.rows - 1 }, (_, row) =>
    Object.fromEntries(headers.map((header, column) => [header, valueAt(row + 1, column)])),
  ).filter((row) => Object.values(row).some((value) => value !== null));
}
