import type { BilledLine } from '../../billing/records/billed-line';
import { postRemittances } from '../../billing/payments/post-remittances';
import type { Posting, PostingResult, UnmatchedPayment } from '../../billing/payments/posting';
import { LATER_PAYER } from '../../billing/payments/remittance/remittance';
import { sameCheckKey, takesPlace, type SameCheck } from '../../billing/payments/typed-checks';
import { countedOn } from '../../billing/payments/counted';
import { answerKey } from '../../billing/payments/standing';
import { formatDollars, ZERO } from '../../billing/values/cents';
import { byDay, earliestOf, LAST_DAY } from '../../billing/values/day';
import type { CellChange, Plan, Run, TableRows } from '../../workbook/plan/plan';
import {
  readRemittances,
  remittancesOf,
  type RemittanceEvent,
  type RemittanceFile,
} from '../../x12/remittance-835/read-remittances';
import type { Prepared } from '../../practice/prepare';
import { claimChanges, claimsAfter, type ClaimAfter } from './claim-changes';
import { paymentRow, providerRow } from '../../practice/payments/deposit-rows';
import { importedFile, importReport, type ImportReport } from './import-report';
import type { PaymentBook } from '../../practice/payments/payment-book';
import {
  preparePayments,
  type PaymentOptions,
  type PaymentsAsked,
} from '../../practice/payments/prepare-payments';
import { postingRow } from '../../practice/payments/posting-rows';
import { unmatchedRow, type StoredUnmatched } from '../../practice/payments/unmatched-rows';

/** A file as the user gave it: its text, or pieces of it. */
export interface RemittanceInput {
  name: string;
  text: string | AsyncIterable<string> | Iterable<string>;
}

/**
 * Reads remittances (835) and plans what they do to the register. What does not balance is held, what finds no line is
 * kept as unmatched, and everything else is posted. Nothing is written yet; the plan is null where nothing is new.
 */
export async function prepareImport(
  context: Excel.RequestContext,
  inputs: readonly RemittanceInput[],
  options: PaymentOptions,
): Promise<Prepared<ImportReport>> {
  const files: ReadFile[] = [];
  for (const { name, text } of inputs) files.push({ name, file: await readFile(text) });
  return preparePayments(context, options, 'payments', (asked) => decide(files, asked));
}

async function readFile(text: RemittanceInput['text']): Promise<RemittanceFile> {
  const events: RemittanceEvent[] = [];
  for await (const event of readRemittances(typeof text === 'string' ? [text] : text)) events.push(event);
  return remittancesOf(events);
}

interface ReadFile {
  name: string;
  file: RemittanceFile;
}

interface PostedFile extends ReadFile {
  result: PostingResult;
  /** Those that no earlier import and no earlier file of this one kept. */
  newlyUnmatched: UnmatchedPayment[];
}

function decide(
  files: readonly ReadFile[],
  { book, payments, run }: PaymentsAsked,
): { plan: Plan | null; report: ImportReport } {
  const register = [...payments.lines, ...payments.retired];
  const stored = new Map(payments.unmatched.map((each) => [each.key, each]));
  const known = new Set(stored.keys());
  const sameCheck = book.memory.answers;
  const postings = [...payments.postings];
  const earlier = [...payments.payments];
  const numbers = new Map<string, string>();
  const posted = inPaymentOrder(files).map(({ name, file }): PostedFile => {
    const result = postRemittances(file, {
      register,
      postings,
      unreadable: payments.unreadable,
      payments: earlier,
      practice: book.records.practice,
      payers: book.records.payers,
      sameCheck,
      today: book.today,
    });
    for (const posting of result.postings) postings.push(posting);
    for (const { payment, isHeld, isRepeated } of result.payments) {
      if (!isHeld && !isRepeated) earlier.push(payment);
    }
    const newlyUnmatched = result.unmatched.filter(({ key }) => !known.has(key) && known.add(key));
    addPayerNumbers(numbers, file, result);
    return { name, file, result, newlyUnmatched };
  });
  const added = posted.flatMap(({ result }) => result.postings);
  const standing = withoutReplaced(payments, added, sameCheck);
  const after = claimsAfter(standing, added, numbers);
  const plan = importPlan(
    posted,
    register,
    [...claimChanges(payments, after), ...settled(added, stored)],
    run,
  );
  const asChosen = files.flatMap(({ file }) => posted.filter((one) => one.file === file));
  const counted = countedOn(register, [...standing.postings, ...added]);
  return {
    plan,
    report: reportOf(asChosen, new Map(counted.map((one) => [one.key, one])), stored, after, payments),
  };
}

/** Typed rows count no longer where somebody said that a remittance takes their place, and it was posted now. */
function withoutReplaced(
  payments: PaymentBook,
  added: readonly Posting[],
  sameCheck: SameCheck,
): PaymentBook {
  const posted = new Set(added.map(({ reference, account }) => sameCheckKey(reference, account)));
  return {
    ...payments,
    postings: payments.postings.filter(
      ({ key, reference, account, from }) =>
        !key.startsWith('typed|') ||
        from.kind === 'client' ||
        !takesPlace(sameCheck, reference, account) ||
        !posted.has(sameCheckKey(reference, account)),
    ),
  };
}

/** The file whose first payment is earliestOf comes first, whatever order they were chosen in. */
function inPaymentOrder(files: readonly ReadFile[]): ReadFile[] {
  const dayOf = ({ file }: ReadFile) =>
    earliestOf([
      LAST_DAY,
      ...file.remittances.flatMap(({ header }) => header.date ?? header.productionDate ?? []),
    ]);
  return [...files].sort((a, b) => byDay(dayOf(a), dayOf(b)));
}

/** The payer's own number of each claim: the first payer's, which a corrected claim must name. */
function addPayerNumbers(
  numbers: Map<string, string>,
  { remittances }: RemittanceFile,
  { payments, postings }: PostingResult,
): void {
  const byClaim = new Map<string, string>();
  remittances.forEach(({ claims }, index) => {
    const key = payments[index]?.payment.key ?? '';
    for (const { ordinal, payerNumber } of claims) byClaim.set(`${key}|${String(ordinal)}`, payerNumber);
  });
  for (const posting of postings) {
    const number = byClaim.get(answerKey(posting)) ?? '';
    if (number !== '' && !LATER_PAYER.has(posting.status)) numbers.set(posting.account, number);
  }
}

/** Unmatched payments of earlier imports that found their line now, because it has been billed since. */
function settled(added: readonly Posting[], stored: ReadonlyMap<string, StoredUnmatched>): CellChange[] {
  return added.flatMap(({ key, control }): CellChange[] => {
    const row = stored.get(key) ?? stored.get(key.replace(/\.1$/, ''));
    if (!row || row.settledWith === control) return [];
    return [{ table: 'Unmatched', row: row.key, column: 'settledWith', to: control }];
  });
}

function importPlan(
  posted: readonly PostedFile[],
  register: readonly BilledLine[],
  changes: CellChange[],
  runOf: (what: string) => Run,
): Plan | null {
  const deposits = posted.flatMap(({ result }) =>
    result.payments.filter(({ isHeld, isRepeated }) => !isHeld && !isRepeated),
  );
  const postings = posted.flatMap(({ result }) => result.postings);
  const unmatched = posted.reduce((count, { newlyUnmatched }) => count + newlyUnmatched.length, 0);
  if (deposits.length + postings.length + unmatched + changes.length === 0) return null;
  const run = runOf(whatWasDone(deposits.length, postings.length, unmatched));
  const lineOf = new Map(register.map((line) => [line.control, line]));
  const rows: TableRows[] = [
    {
      table: 'Payments',
      rows: posted.flatMap(({ name, result }) =>
        result.postings.map((posting) => {
          const line = lineOf.get(posting.control);
          const about = { file: name, service: line?.date ?? null, code: line?.code ?? '', run: run.id };
          return postingRow(posting, about);
        }),
      ),
    },
    {
      table: 'Deposits',
      rows: posted.flatMap(({ name, result }) => [
        ...result.payments
          .filter(({ isHeld, isRepeated }) => !isHeld && !isRepeated)
          .map(({ payment, held }) => {
            const notes = held === ZERO ? null : `Not posted: ${formatDollars(held)}`;
            return paymentRow(payment, { file: name, notes, run: run.id });
          }),
        ...result.providerPostings.map((each) => providerRow(each, { file: name, run: run.id })),
      ]),
    },
    {
      table: 'Unmatched',
      rows: posted.flatMap(({ name, newlyUnmatched }) =>
        newlyUnmatched.map((each) => unmatchedRow(each, { file: name, run: run.id })),
      ),
    },
  ];
  return { run, documents: [], rows: rows.filter((each) => each.rows.length > 0), changes };
}

function whatWasDone(payments: number, lines: number, unmatched: number): string {
  const count = (number: number, thing: string) => `${String(number)} ${thing}${number === 1 ? '' : 's'}`;
  const rest = unmatched === 0 ? '' : `, ${String(unmatched)} unmatched`;
  return `Remittances imported: ${count(payments, 'payment')}, ${count(lines, 'line')} posted${rest}`;
}

function reportOf(
  posted: readonly PostedFile[],
  counted: ReadonlyMap<string, Posting>,
  stored: ReadonlyMap<string, StoredUnmatched>,
  after: readonly ClaimAfter[],
  payments: PaymentBook,
): ImportReport {
  const files = posted.map(({ name, result }) => {
    const postings = result.postings.map((posting) => counted.get(posting.key) ?? posting);
    return importedFile(name, { ...result, postings }, stored);
  });
  return importReport(files, after, payments.findings);
}
