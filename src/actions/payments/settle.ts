import type { BilledLine } from '../../billing/records/billed-line';
import { BilledLines } from '../../billing/payments/billed-line';
import { linesOfBilled } from '../../billing/payments/claim-lines';
import { lineAccounts } from '../../billing/payments/line-account';
import { settleUnmatched } from '../../billing/payments/post-remittances';
import type { Payment, Posting, UnmatchedPayment } from '../../billing/payments/posting';
import { LATER_PAYER } from '../../billing/payments/remittance/remittance';
import { sum, ZERO, type Cents } from '../../billing/values/cents';
import type { CellChange } from '../../workbook/plan/plan';
import { Refusal } from '../../workbook/refusal';
import type { PracticeBook } from '../../practice/practice-book';
import type { Prepared } from '../../practice/prepare';
import { CandidateFinder, type Candidate } from './candidates';
import { claimChanges, claimsAfter, type ClaimAfter } from './claim-changes';
import { fileOf } from '../../practice/payments/file-place';
import type { PaymentBook } from '../../practice/payments/payment-book';
import { preparePayments, type PaymentOptions } from '../../practice/payments/prepare-payments';
import { postingRow } from '../../practice/payments/posting-rows';
import { unmatchedPayment } from './unmatched-payment';
import { NOT_OURS, type StoredUnmatched } from '../../practice/payments/unmatched-rows';

/** A payment that waits for somebody to say what it is for. */
export interface OpenUnmatched extends StoredUnmatched {
  /** The likeliest first, with what is still open on the line. */
  candidates: (Candidate & { balance: Cents })[];
}

export interface SettleReport {
  action: 'settle';
  key: string;
  /** The line, or `not ours`. */
  settledWith: string;
  posted: Cents;
  claims: ClaimAfter[];
}

/** The payments that are still to be settled, each with the lines it may be for. */
export function openUnmatched(
  payments: Pick<PaymentBook, 'unmatched' | 'lines' | 'postings'>,
): OpenUnmatched[] {
  const open = payments.unmatched.filter(({ settledWith }) => settledWith === null);
  if (open.length === 0) return [];
  const finder = new CandidateFinder(payments.lines);
  const balances = new Map(
    lineAccounts(payments.lines, payments.postings).map(({ line, balance }) => [line.control, balance]),
  );
  return open.map((stored) => ({
    ...stored,
    candidates: finder.candidates(stored).map((candidate) => ({
      ...candidate,
      balance: balances.get(candidate.line.control) ?? candidate.line.charge,
    })),
  }));
}

/**
 * Posts an unmatched payment to the line that somebody chose, as if the import had found it. One that named no service
 * lines is laid over all lines of the chosen line's claim.
 */
export async function prepareSettling(
  context: Excel.RequestContext,
  { key, control }: { key: string; control: string },
  options: PaymentOptions,
): Promise<Prepared<SettleReport>> {
  return preparePayments(context, options, 'settled', ({ book, payments, run: runOf }) => {
    const stored = openRow(payments, key);
    const line = new BilledLines([...payments.retired, ...payments.lines]).withControl(control);
    if (!line) throw unclear(`There is no line ${control} in the register. Choose another one.`);
    const postings = postingsOf(stored, line, payments, book);
    const run = runOf(`Unmatched payment settled with line ${line.control}`);
    const number = LATER_PAYER.has(stored.status) ? '' : stored.payerClaimNumber;
    const numbers = new Map(number === '' ? [] : [[line.account, number]]);
    const after = claimsAfter(payments, postings, numbers);
    const lineOf = new Map([...payments.retired, ...payments.lines].map((each) => [each.control, each]));
    const rows = postings.map((posting) => {
      const { date: service = null, code = '' } = lineOf.get(posting.control) ?? {};
      return postingRow(posting, { file: fileOf(stored.source), service, code, run: run.id });
    });
    return {
      plan: {
        run,
        documents: [],
        rows: [{ table: 'Payments', rows }],
        changes: [...claimChanges(payments, after), settledWith(key, line.control)],
      },
      report: {
        action: 'settle',
        key,
        settledWith: line.control,
        posted: sum(postings.map(({ paid }) => paid)),
        claims: after,
      },
    };
  });
}

/** Sets an unmatched payment aside: it belongs to none of the claims, and later imports do not ask again. */
export async function prepareNotOurs(
  context: Excel.RequestContext,
  { key }: { key: string },
  options: PaymentOptions,
): Promise<Prepared<SettleReport>> {
  return preparePayments(context, options, 'settled', ({ payments, run }) => {
    openRow(payments, key);
    return {
      plan: {
        run: run('Unmatched payment set aside as not ours'),
        documents: [],
        rows: [],
        changes: [settledWith(key, NOT_OURS)],
      },
      report: { action: 'settle', key, settledWith: NOT_OURS, posted: ZERO, claims: [] },
    };
  });
}

function openRow({ unmatched, postings }: PaymentBook, key: string): StoredUnmatched {
  const stored = unmatched.find((row) => row.key === key);
  if (!stored) throw unclear('This payment is no longer in the Unmatched table. Read the list again.');
  if (stored.settledWith !== null) {
    throw unclear(`This payment was settled before: ${stored.settledWith}. Read the list again.`);
  }
  if (postings.some((posting) => posting.key === key || posting.key === `${key}.1`)) {
    throw unclear(
      'This payment stands in the Payments table already. Undo that first, or delete its row there.',
    );
  }
  return stored;
}

function postingsOf(
  stored: StoredUnmatched,
  line: BilledLine,
  payments: PaymentBook,
  { records, today }: PracticeBook,
): Posting[] {
  const unmatched = unmatchedPayment(stored, paymentOf(stored, payments));
  const context = {
    register: [...payments.retired, ...payments.lines],
    postings: payments.postings,
    payments: payments.payments,
    practice: records.practice,
    payers: records.payers,
    today,
  };
  const parts = stored.isWholeClaim
    ? partsOf(unmatched, line, context.register)
    : [{ unmatched, billed: line }];
  return parts.flatMap((part) => {
    const posting = settleUnmatched(part.unmatched, part.billed, context);
    return posting ? [{ ...posting, at: stored.at }] : [];
  });
}

/** A claim without lines over the lines of the chosen claim, or, where it charges just that, to the one line. */
function partsOf(
  unmatched: UnmatchedPayment,
  chosen: BilledLine,
  register: readonly BilledLine[],
): { unmatched: UnmatchedPayment; billed: BilledLine }[] {
  const claim = { ...unmatched.claim, account: chosen.account };
  const parts =
    linesOfBilled(claim, new BilledLines(register)) ?? linesOfBilled(claim, new BilledLines([chosen]));
  if (!parts) {
    throw unclear(
      `The remittance names no service lines and charges another total than claim ${chosen.account}, so it cannot be laid over its lines. Type the payment into the Payments table line by line, and mark this one as not ours.`,
    );
  }
  return parts.map(({ billed, line }, index) => ({
    billed,
    unmatched: { ...unmatched, key: `${unmatched.key}.${String(index + 1)}`, claim, line },
  }));
}

/** As it stands among the deposits; where that row was deleted, as the unmatched row itself has it. */
function paymentOf(stored: StoredUnmatched, { payments }: PaymentBook): Payment {
  const found = payments.find(({ key }) => key === stored.payment);
  if (found) return found;
  const { payment: key, reference, from, paid: amount, received, at } = stored;
  if (received === null) {
    throw unclear(
      'The day on which this payment came cannot be read. Type it into the Unmatched table first.',
    );
  }
  return { key, reference, from, amount, received, content: '', at };
}

function settledWith(row: string, to: string): CellChange {
  return { table: 'Unmatched', row, column: 'settledWith', to };
}

function unclear(words: string): Refusal {
  return new Refusal('payment-unclear', words);
}
