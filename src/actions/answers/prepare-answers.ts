import type { Finding } from '../../billing/findings';
import type { Payer } from '../../billing/records/practice';
import { localDay, usDate, type Day } from '../../billing/values/day';
import { addAll } from '../../billing/values/lists';
import { readSettled } from '../../practice/writing/settle-unfinished';
import { finishPlan } from '../../practice/finish-plan';
import type { Plan } from '../../workbook/plan/plan';
import { keptAnswers, type KeptAnswer } from '../../practice/register/kept-answers';
import { readTable } from '../../workbook/tables/read-table';
import { matchAnswers, type SentFile } from '../../x12/acknowledgements/match-answers';
import { readAcknowledgements } from '../../x12/acknowledgements/read-acknowledgements';
import { localTime } from '../../practice/practice-book';
import type { Prepared } from '../../practice/prepare';
import { nextRun } from '../../practice/numbers';
import type { ClaimRow } from '../../workbook/tables/claims';
import { fileFindings, isWhole } from './answer-findings';
import { answerRow, asKept, asOpened, type OpenedAnswer } from './answer-rows';
import { decidingAnswer, statusOf } from './claim-status';
import { claimChanges, ofThisFile } from './claim-changes';
import { filedOn, filedWords, lastDayOf } from './filed-on';

/** What came back, claim by claim. */
export interface AnswersReport {
  action: 'answers';
  /** Names of the files that were opened. */
  files: string[];
  /** Every claim of ours that was answered, in the order of the register. */
  claims: AnsweredClaim[];
  accepted: number;
  received: number;
  rejected: number;
  /** Answers that were kept now, and those that the workbook had before. */
  kept: number;
  keptBefore: number;
  findings: readonly Finding[];
}

export interface AnsweredClaim {
  account: string;
  client: string;
  payer: string;
  verdict: KeptAnswer['verdict'];
  kind: KeptAnswer['kind'];
  on: Day | null;
  from: string;
  /** In words of our own, with the codes as they came. */
  reasons: { code: string; words: string }[];
  payerClaimNumber: string | null;
  /** What the register says of the claim afterwards. */
  status: string;
  /** Proof of timely filing, or what to do with a claim that was never filed. */
  words: string;
}

/**
 * Reads what a clearinghouse or payer sent back (TA1, 999, 277CA), lays it beside the register, and plans rows of the
 * Answers table and new statuses. The same answer is kept once. What answers nothing of ours, and a file that is cut
 * or of another kind, changes nothing and is told.
 */
export async function prepareAnswers(
  context: Excel.RequestContext,
  opened: readonly { name: string; text: string }[],
  { now }: { now: Date },
): Promise<Prepared<AnswersReport>> {
  const { reading } = await readSettled(context, now);
  const claims = readTable(reading, 'Claims').rows;
  const payers = readTable(reading, 'Payers').rows;
  const before = keptAnswers(readTable(reading, 'Answers').rows);
  const today = localDay(now);

  const { told, findings } = tellApart(opened, sentFiles(claims, before));
  const known = new Set(before.map(({ key }) => key));
  const fresh = [...new Map(told.map((one) => [one.key, one])).values()].filter(({ key }) => !known.has(key));
  const all = [...before, ...fresh.map(asKept)];
  const changes = claimChanges(claims, fresh, all);
  const answered = new Set(told.map(({ account }) => account));
  const report = reportOf(
    opened.map(({ name }) => name),
    claims.flatMap((claim) =>
      answered.has(claim.account) ? reportClaim(claim, claims, told, all, changes, payers) : [],
    ),
    { kept: fresh.length, keptBefore: new Set(told.map(({ key }) => key)).size - fresh.length },
    findings,
  );
  const when = localTime(now);
  const { id } = nextRun(reading, 'answers', when.slice(0, 7));
  const plan: Plan = {
    run: { id, when, what: whatWasRead(report) },
    documents: [],
    rows: [{ table: 'Answers', rows: fresh.map((answer) => answerRow(answer, today, id)) }],
    changes,
  };
  const isEmpty = fresh.length === 0 && changes.length === 0;
  return { reading, plan: isEmpty ? null : finishPlan(plan, reading), report };
}

/** What no file of ours has as its number. */
const NO_FILE = -1;

/**
 * Files of claims with the claims they carried, also those that a claim was in before it was sent again. Claims that
 * left otherwise, as a CSV or on paper, are known by their accounts alone.
 */
function sentFiles(claims: readonly ClaimRow[], answers: readonly KeptAnswer[]): SentFile[] {
  const files = new Map<number, Set<string>>();
  for (const { file, account } of [...claims, ...answers]) {
    const control = file ?? NO_FILE;
    files.set(control, (files.get(control) ?? new Set()).add(account));
  }
  return [...files].map(([control, accounts]) => ({ control, accounts: [...accounts] }));
}

function tellApart(opened: readonly { name: string; text: string }[], sent: readonly SentFile[]) {
  const told: OpenedAnswer[] = [];
  const findings: Finding[] = [];
  for (const { name, text } of opened) {
    const read = readAcknowledgements(text);
    addAll(findings, fileFindings(name, read));
    if (!isWhole(read)) continue;
    const matched = matchAnswers(read, sent);
    addAll(findings, matched.findings);
    addAll(
      told,
      matched.answers.map((answer) => asOpened(answer, name)),
    );
  }
  return { told, findings };
}

function reportClaim(
  claim: ClaimRow,
  claims: readonly ClaimRow[],
  told: readonly OpenedAnswer[],
  all: readonly KeptAnswer[],
  changes: NonNullable<Plan['changes']>,
  payers: readonly Payer[],
): AnsweredClaim[] {
  const own = told.filter(({ account }) => account === claim.account);
  const current = own.filter((answer) => ofThisFile(answer, claim));
  const deciding = decidingAnswer(current.length > 0 ? current : own);
  if (!deciding) return [];
  const changed = changes.find(({ row, column }) => row === claim.account && column === 'status');
  return [
    {
      account: claim.account,
      client: claim.client,
      payer: claim.payer,
      verdict: deciding.verdict,
      kind: deciding.kind,
      on: deciding.on,
      from: deciding.from,
      reasons: deciding.reasons,
      payerClaimNumber: own.find(({ payerClaimNumber }) => payerClaimNumber)?.payerClaimNumber ?? null,
      status: typeof changed?.to === 'string' ? changed.to : claim.status,
      words: nextWords(claim, claims, deciding, all, payers),
    },
  ];
}

function nextWords(
  claim: ClaimRow,
  claims: readonly ClaimRow[],
  deciding: OpenedAnswer,
  all: readonly KeptAnswer[],
  payers: readonly Payer[],
): string {
  const isSentAgain = !ofThisFile(deciding, claim);
  if (isSentAgain) return 'This answers an earlier file; the claim was sent again since.';
  if (statusOf(deciding) !== 'Rejected') {
    const filed = filedOn(claim.account, claims, all, payers);
    return filed ? filedWords(filed) : '';
  }
  const last = lastDayOf(claim, payers);
  const until = last === null ? '' : ` by ${usDate(last)}, its last day to file`;
  return `It was never filed. Mend what is wrong and send it again${until}.`;
}

function reportOf(
  files: string[],
  claims: AnsweredClaim[],
  numbers: { kept: number; keptBefore: number },
  findings: readonly Finding[],
): AnswersReport {
  const count = (verdict: KeptAnswer['verdict']) => claims.filter((one) => one.verdict === verdict).length;
  return {
    action: 'answers',
    files,
    claims,
    accepted: count('accepted'),
    received: count('received'),
    rejected: count('rejected'),
    ...numbers,
    findings,
  };
}

function whatWasRead({ accepted, received, rejected }: AnswersReport): string {
  const parts = [
    [accepted, 'accepted'],
    [received, 'received'],
    [rejected, 'rejected'],
  ] as const;
  const said = parts.flatMap(([number, word]) => (number > 0 ? [`${String(number)} ${word}`] : []));
  return `Answers read: ${said.join(', ') || 'nothing new'}`;
}
