import type { Claim } from '../../billing/claims/claim';
import type { ClaimsDecision } from '../../billing/claims/decision';
import { addAll } from '../../billing/values/lists';
import { directoryOf } from '../../billing/visits/directory';
import { finishPlan } from '../../practice/finish-plan';
import { changesOf, type CellChange, type Plan, type Run } from '../../workbook/plan/plan';
import { Refusal } from '../../workbook/refusal';
import type { ClaimOptions } from './claim-options';
import { readPracticeBook, type PracticeBook } from '../../practice/practice-book';
import { accountNumbers, nextRun, usedFiles } from '../../practice/numbers';
import { isRetired, REPLACED, VOIDED } from '../../workbook/tables/retired';
import type { ClaimRow } from '../../workbook/tables/claims';
import { addressing, claimFiles } from './claim-files';
import { claimSheets, claimsPlan, type Batch } from './claims-plan';
import type { HowToCorrect } from './correction-findings';
import { correctedClaim, type Correction } from './corrected-claim';
import { holdUnprintable, holdUnready } from './hold-unready';
import { claimsReport, type ClaimsReport } from './claims-report';
import type { PreparedClaims } from './prepared-claims';

/** A claim of the register and what is to be done about it. */
export interface CorrectionRequest {
  account: string;
  how: HowToCorrect;
}

export interface CorrectionsReport extends ClaimsReport {
  corrections: { account: string; how: HowToCorrect; before: string }[];
}

export interface PreparedCorrections extends PreparedClaims {
  report: CorrectionsReport;
}

/**
 * Plans claims that take the place of claims that were made (domain notes, sections 5, 6 and 10):
 *
 * - `correct`: the payer has the claim, and the sessions were changed since. A claim of frequency 7 with a new account,
 *   made of the sessions as they are now, names the payer's own number (REF*F8, box 22) and replaces the old one whole.
 * - `void`: the payer has the claim, and should not. A claim of frequency 8 repeats it. Its sessions are offered again.
 * - `resend`: the claim was rejected before a payer took it (999, 277CA), or never sent: it is an original still,
 *   frequency 1, without a reference, in a file of a new number. As long as its lines say the same, it keeps its
 *   account and its row of the register; where the sessions were changed it gets a new account, so that a late answer
 *   to the old lines is not taken for one to the new.
 *
 * The register keeps the old rows, as Replaced or Voided; they are billed no longer, and Undo gives everything back.
 * What cannot be done is held back and says why. Refuses accounts that the register does not have or that were
 * replaced, and accounts of another month than the one asked for, since pages and register are kept by month.
 */
export async function prepareCorrections(
  context: Excel.RequestContext,
  requests: readonly CorrectionRequest[],
  options: ClaimOptions,
): Promise<PreparedCorrections> {
  const book = await readPracticeBook(context, { ...options, month: null });
  const { practice } = book.records;
  if (!practice) {
    throw new Refusal('not-set-up', 'There is no Practice table yet, so nothing was billed. Set up first.');
  }
  const rows = requests.map(({ account, how }) => ({ row: rowOf(account, how, book, options.month), how }));
  const corrections = corrected(rows, book, options.month);

  const decided = decisionOf(corrections);
  const own = ownBook(book, rows, corrections);
  const address = options.files ? addressing(practice, options.files, book.clearinghouse) : null;
  const ready = address?.settings ? holdUnready(decided, own) : decided;
  const decision = options.paper ? holdUnprintable(ready, own) : ready;
  const files =
    options.files && address
      ? claimFiles(decision.claims, address, options.files, usedFiles(book.reading), options.now)
      : null;
  addAll(decision.findings, files?.findings ?? []);

  const made = corrections.filter(({ claim }) => claim && decision.claims.includes(claim));
  const { id, number } = nextRun(book.reading, 'claims', options.month);
  const batch: Batch = {
    month: options.month,
    sheet: number === 1 ? `Claims ${options.month}` : `Claims ${options.month} run ${String(number)}`,
    today: book.today,
    file: files?.control ?? null,
  };
  const run = { id, when: book.when, what: whatWasMade(made, options.month) };
  const plan = made.length > 0 ? finishPlan(planOf(made, run, batch), book.reading, book.memory) : null;
  const report: CorrectionsReport = {
    ...claimsReport(decision, options.month, plan, {
      findings: [],
      holds: [],
      billedBefore: 0,
      unread: [],
    }),
    corrections: made.map(({ claim, how, before }) => {
      return { account: claim?.account ?? before.account, how, before: before.account };
    }),
  };
  return { reading: book.reading, plan, report, files };
}

function rowOf(account: string, how: HowToCorrect, { register }: PracticeBook, month: string): ClaimRow {
  const row = register.claims.find((claim) => claim.account.toUpperCase() === account.trim().toUpperCase());
  const problem = !row
    ? `There is no claim ${account} in the Claims table.`
    : row.kind === 'Superbill'
      ? `${row.account} is a superbill: the client hands it in, and no payer has it.`
      : isRetired(row)
        ? `Claim ${row.account} ${row.frequency === '8' ? 'is itself a void' : `is ${row.status.toLowerCase()} already`}, so there is nothing to ${how === 'resend' ? 'send again' : how}.`
        : row.month !== month
          ? `Claim ${row.account} is of the month ${row.month}, not ${month}: choose that month.`
          : null;
  if (!row || problem !== null) throw new Refusal('claim-file-unclear', problem ?? '');
  return row;
}

function corrected(
  rows: readonly { row: ClaimRow; how: HowToCorrect }[],
  book: PracticeBook,
  month: string,
): Correction[] {
  const nextAccount = accountNumbers(book, 'C', month);
  const directory = directoryOf(book.records.clients, book.records.payers);
  return rows.map(({ row, how }) => correctedClaim(row, how, { book, directory, nextAccount }));
}

function decisionOf(corrections: readonly Correction[]): ClaimsDecision {
  return {
    claims: corrections.flatMap(({ claim }) => claim ?? []),
    holds: corrections.flatMap(({ holds }) => holds),
    notBilled: corrections.flatMap(({ notBilled }) => notBilled),
    findings: corrections.flatMap(({ findings }) => findings),
  };
}

/** The book as a clearinghouse's edits should see it: the claims to be replaced are not billed before. */
function ownBook(
  book: PracticeBook,
  rows: readonly { row: ClaimRow }[],
  corrections: readonly Correction[],
): PracticeBook {
  const accounts = new Set(rows.map(({ row }) => row.account));
  const lines = book.register.lines.filter(({ account }) => !accounts.has(account));
  return {
    ...book,
    register: { ...book.register, lines },
    fresh: corrections.flatMap(({ sessions }) => sessions),
  };
}

/** New rows for claims with a new account; a claim that is sent again as it was keeps its own. */
function planOf(made: readonly Correction[], run: Run, batch: Batch): Plan {
  const claims = made.flatMap(({ claim }) => claim ?? []);
  const isNew = ({ claim, before }: Correction) => claim?.account !== before.account;
  const fresh = new Set(made.filter(isNew).flatMap(({ claim }) => claim?.account ?? []));
  const replaces = new Map(
    made.flatMap(({ claim, before }) => (claim ? [[claim.account, before.account] as const] : [])),
  );
  const plan = claimsPlan(
    claims.filter(({ account }) => fresh.has(account)),
    run,
    { ...batch, replaces },
    claims,
  );
  const { sheetOf } = claimSheets(claims, batch.sheet);
  const changes = made.flatMap((one) =>
    isNew(one) ? retired(one) : sentAgain(one, { ...batch, sheet: sheetOf(one.before) }),
  );
  return {
    ...plan,
    rows: plan.rows.filter(({ rows }) => rows.length > 0),
    changes,
  };
}

function retired({ before, how }: Correction): CellChange[] {
  return changesOf('Claims', before.account, { status: how === 'void' ? VOIDED : REPLACED });
}

function sentAgain({ before }: Correction, { file, sheet }: Batch): CellChange[] {
  return changesOf('Claims', before.account, {
    status: 'Made',
    answeredOn: null,
    sheet,
    ...(file === null ? {} : { file }),
  });
}

const DONE = { correct: 'corrected', void: 'voided', resend: 'made again' } as const;

function whatWasMade(made: readonly { how: HowToCorrect; claim: Claim | null }[], month: string): string {
  const parts = (['correct', 'void', 'resend'] as const).flatMap((how) => {
    const number = made.filter((one) => one.how === how).length;
    return number === 0 ? [] : [`${String(number)} ${DONE[how]}`];
  });
  return `Claims for ${month}: ${parts.join(', ')}`;
}
