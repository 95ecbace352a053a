import type { Finding } from '../../billing/findings';
import type { Day } from '../../billing/values/day';
import { addAll } from '../../billing/values/lists';
import type { Acknowledgements, FileAnswer, Reason, Verdict } from './answer';

/** A file of claims that we sent, as it was remembered. */
export interface SentFile {
  /** ISA13, which is GS06 too. */
  control: number;
  accounts: readonly string[];
}

/** What is now known of one claim of ours. */
export interface MatchedAnswer {
  account: string;
  /** Which file told it: the 277CA knows more than the 999. */
  kind: 'TA1' | '999' | '277CA';
  /** Number of the file of ours that it answers; null where a 277CA does not name it. */
  file: number | null;
  verdict: Verdict;
  reasons: Reason[];
  /** The clearinghouse or payer that answers. */
  from: string;
  payerClaimNumber: string | null;
  traceNumber: string | null;
  on: Day | null;
}

const SOURCE = '005010X231A1 (999), 005010X214 (277CA), X12.5 (TA1)';

/**
 * Lays what came back beside what was sent. A refused file refuses each of its claims. What answers nothing of ours
 * is a finding, and changes nothing.
 */
export function matchAnswers(
  read: Acknowledgements,
  sent: readonly SentFile[],
): { answers: MatchedAnswer[]; findings: Finding[] } {
  const answers: MatchedAnswer[] = [];
  const findings: Finding[] = [];
  const files = new Map(sent.map((file) => [file.control, file]));
  for (const file of read.files) {
    const number = file.interchange ?? file.group ?? '';
    const ours = files.get(Number(number));
    if (!ours) findings.push(notOurs(file.kind, `the file number ${number || '(none)'}`));
    else addAll(answers, answersOf(file, ours));
  }
  const accounts = new Map(
    sent.flatMap(({ accounts: own }) => own.map((account) => [account.toUpperCase(), account] as const)),
  );
  for (const claim of read.claims) {
    const account = accounts.get(claim.account.trim().toUpperCase());
    if (account === undefined) {
      findings.push(notOurs('277CA', `the account ${claim.account || '(none)'}, ${claim.patient}`));
      continue;
    }
    const { verdict, from, payerClaimNumber, traceNumber, on } = claim;
    const file = files.get(Number(claim.batch ?? ''))?.control ?? null;
    const reasons = [...claim.reasons, ...claim.lines.flatMap((line) => line.reasons)];
    answers.push({
      account,
      kind: '277CA',
      file,
      verdict,
      reasons,
      from,
      payerClaimNumber,
      traceNumber,
      on,
    });
  }
  return { answers, findings };
}

function answersOf(file: FileAnswer, { control, accounts }: SentFile): MatchedAnswer[] {
  const claims = new Map(file.claims.map((claim) => [claim.account.toUpperCase(), claim]));
  return accounts.map((account) => {
    const own = claims.get(account.toUpperCase());
    const reasons = [...file.reasons, ...(own?.reasons ?? [])];
    return {
      account,
      kind: file.kind,
      file: control,
      verdict: file.verdict,
      reasons,
      from: file.from,
      payerClaimNumber: null,
      traceNumber: null,
      on: file.on,
    };
  });
}

function notOurs(kind: string, what: string): Finding {
  return {
    rule: 'answer-to-nothing-sent',
    severity: 'WARN',
    place: null,
    message: `The ${kind} answers ${what}, which was not sent from this workbook.`,
    fix: 'Open the workbook that the claims were sent from, or ask the clearinghouse for the right file.',
    source: SOURCE,
  };
}
