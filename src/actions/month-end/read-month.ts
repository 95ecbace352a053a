import type { Finding } from '../../billing/findings';
import type { UnappliedPayment } from '../../billing/month/deposits';
import type { CallRow } from '../../billing/month/follow-ups';
import { allowedFindings } from '../../billing/payments/agreed-allowed';
import { monthView, type MonthView } from '../../billing/month/month-view';
import { byAmount, formatDollars, ZERO } from '../../billing/values/cents';
import { readTable } from '../../workbook/tables/read-table';
import { Refusal } from '../../workbook/refusal';
import { lostFindings } from '../../practice/memory/lost-claims';
import { readKeptMonths, type KeptMonths } from '../../practice/months/kept-months';
import { paymentsGone } from '../../practice/payments/payments-gone';
import type { PaymentBook } from '../../practice/payments/payment-book';
import { NOT_OURS, type StoredUnmatched } from '../../practice/payments/unmatched-rows';
import { claimsAfter } from '../payments/claim-changes';
import { placeOf, whyNotBilled } from './why-not-billed';
import { standingAsRejected } from './rejections';
import type { PracticeBook } from '../../practice/practice-book';

/** A month with all that its sheet says. */
export interface MonthEndReport extends MonthView {
  action: 'month-end';
  /** The month's sheet; null where none was made. */
  sheet: string | null;
  /** Cells of the payment tables that could not be read. */
  findings: readonly Finding[];
}

/** Payments and lines of the register that do not count until somebody mends them. */
export function notCounted({ findings }: Pick<MonthEndReport, 'findings'>): Finding[] {
  return findings.filter(({ severity }) => severity === 'STOP');
}

/** A month and what the Months table keeps, out of one reading. */
export interface ReadMonth {
  report: MonthEndReport;
  kept: KeptMonths;
}

/** A month as the workbook tells it. Refuses where nothing was billed or paid yet. */
export function readMonth(book: PracticeBook, payments: PaymentBook, month: string): ReadMonth {
  const { lines, retired, postings, providerPostings } = payments;
  const kept = readKeptMonths(book.reading);
  const faults = registerFaults(book);
  const [fault] = faults;
  if (lines.length === 0 && fault)
    throw new Refusal('register-lost', `There is nothing to reconcile. ${fault.message} ${fault.fix}`);
  if (lines.length === 0 && postings.length === 0 && payments.payments.length === 0) {
    throw new Refusal(
      'nothing-billed',
      'There is nothing to reconcile yet: make claims or superbills first, then post what was paid.',
    );
  }
  const { practice, payers, clients, fees, benefits, authorizations } = book.records;
  const view = monthView({
    month,
    today: book.today,
    lines,
    retired,
    postings,
    payments: payments.payments,
    providerPostings,
    unapplied: payments.unmatched.map(unappliedPayment),
    calls: readCalls(book),
    payers,
    clients,
    practice,
    fees,
    benefits,
    authorizations,
    unbilled: [...book.fresh, ...book.holds.flatMap(({ sessions }) => sessions)],
    whyNotBilled: (sessions) => {
      const why = whyNotBilled(book, sessions);
      return (session) => why.get(placeOf(session)) ?? null;
    },
    rejected: standingAsRejected(book),
    disagreements: [...faults, ...kept.findings].map(({ message, fix }) => `${message} ${fix}`),
    kept: kept.kept,
  });
  const report: MonthEndReport = {
    ...view,
    action: 'month-end',
    sheet: null,
    findings: [...payments.findings, ...paidLess(payments), ...kept.findings, ...allowedFindings(fees)],
  };
  return { report, kept };
}

/** Claims on which the payments come to less than the register says: one was deleted or changed since. */
function paidLess(payments: PaymentBook): Finding[] {
  return claimsAfter(payments, [], new Map()).flatMap(({ account, client, cells }): Finding[] => {
    const before = payments.claims.get(account);
    const [was, is] = [before?.insurerPaid ?? ZERO, cells.insurerPaid ?? ZERO];
    if (!before || byAmount(was, is) <= 0) return [];
    return [
      {
        rule: 'paid-less-than-before',
        severity: 'WARN',
        place: before.cells.insurerPaid ?? null,
        client,
        message: `Claims says that $${formatDollars(was)} was paid on ${account}, and its payments come to $${formatDollars(is)}: one was deleted or changed since.`,
        fix: 'If that is meant, nothing: the month’s sheet sets Claims right. Else put the payment back (Ctrl+Z, or a copy of the workbook).',
        source: 'Claimsheet: every cent is used, or it is told why not',
      },
    ];
  });
}

/** Why the register is not what was made: such a month does not balance, whatever its sums say. */
function registerFaults(book: PracticeBook): Finding[] {
  return [
    ...book.register.disagreements,
    ...book.vanished.findings(null),
    ...lostFindings(book.lost),
    ...book.billedTwice,
    ...paymentsGone(book.reading),
  ];
}

function unappliedPayment(row: StoredUnmatched): UnappliedPayment {
  const { payment, paid, received, from, reference, client, account, service, code, charge, why } = row;
  const settled = row.settledWith?.trim().toLowerCase() ?? '';
  const state = settled === '' ? 'open' : settled === NOT_OURS ? 'not ours' : 'posted';
  return { payment, paid, state, received, from, reference, client, account, service, code, charge, why };
}

/** Rows of the Calls table that name a claim, whoever typed them. */
export function readCalls({ reading }: Pick<PracticeBook, 'reading'>): CallRow[] {
  return readTable(reading, 'Calls').rows.filter(({ account }) => account !== '');
}
