import type { Payer, Practice } from '../records/practice';
import { plus, sum, ZERO, type Cents } from '../values/cents';
import type { Day } from '../values/day';
import { addAll } from '../values/lists';
import { labelKey } from '../values/name-key';
import { effectOf } from './adjustment-effects';
import { BilledLines, numberKey } from './billed-line';
import type { BilledLine } from '../records/billed-line';
import { linesOfBilled, linesToPost } from './claim-lines';
import { claimFindings, holds, paymentFindings } from './hold-back';
import { LedgerSoFar } from './ledger-so-far';
import { matchLine, type Match } from './match';
import * as say from './payment-findings';
import { otherUseOfNumber, paymentOf } from './payment-key';
import type { MatchedBy, Payment, PostedPayment, Posting, PostingResult, UnmatchedPayment } from './posting';
import {
  NOT_DECIDED,
  REVERSAL,
  type Remittance,
  type RemittanceClaim,
  type RemittanceFault,
  type RemittanceLine,
} from './remittance/remittance';

export interface PostingContext {
  register: readonly BilledLine[];
  /** What was posted before; nothing of it is posted again. */
  postings: readonly Posting[];
  /** Keys of postings that were made before and cannot be read any more; they are not made again. */
  unreadable?: readonly string[];
  payments: readonly Payment[];
  practice: Practice | null;
  payers: readonly Payer[];
  /** Stands in for the date of a payment that has none. */
  today: Day;
}

/**
 * Posts remittances to the register. What does not balance, is unreadable or for somebody else is held; what finds no
 * line is unmatched; neither keeps the rest from being posted. The same remittance again posts only what is new, such
 * as lines that were unmatched and have been billed since.
 */
export function postRemittances(
  { remittances, faults }: { remittances: readonly Remittance[]; faults: readonly RemittanceFault[] },
  context: PostingContext,
): PostingResult {
  const run = new PostingRun(context);
  const isRemittance = remittances.length > 0;
  addAll(
    run.result.findings,
    faults.map((fault) => say.unreadableFile(fault, isRemittance)),
  );
  for (const remittance of remittances) run.post(remittance);
  return run.result;
}

/** Posts an unmatched payment to the line that somebody chose; the same postings as if it had been found. */
export function settleUnmatched(
  { key, payment, claim, line }: UnmatchedPayment,
  billed: BilledLine,
  context: PostingContext,
): Posting | null {
  const run = new PostingRun(context);
  const toPost = line ?? linesOfBilled(claim, new BilledLines([billed]))?.[0]?.line;
  return toPost ? run.posting(key, payment, claim, toPost, billed, 'by hand') : null;
}

class PostingRun {
  readonly result: PostingResult = {
    postings: [],
    providerPostings: [],
    payments: [],
    unmatched: [],
    held: [],
    findings: [],
  };
  private readonly lines: BilledLines;
  private readonly ledger: LedgerSoFar;
  private readonly payments: Payment[];
  private readonly known: Set<string>;

  constructor(private readonly context: PostingContext) {
    this.lines = new BilledLines(context.register);
    this.ledger = new LedgerSoFar(context.register, context.postings);
    this.payments = [...context.payments];
    this.known = new Set([...context.postings.map(({ key }) => key), ...(context.unreadable ?? [])]);
  }

  post(remittance: Remittance): void {
    const { result } = this;
    const { header, claims, end } = remittance;
    const payment = paymentOf(remittance, this.context.today);
    const isRepeated = this.payments.some(({ key }) => key === payment.key);
    const findings = paymentFindings(
      remittance,
      this.context.practice,
      otherUseOfNumber(payment, this.payments),
    );
    addAll(result.findings, findings);
    const told: PostedPayment = {
      payment,
      isRepeated,
      isHeld: holds(findings),
      posted: ZERO,
      postedBefore: ZERO,
      unmatched: ZERO,
      held: ZERO,
      notDecided: ZERO,
      providerAdjustments: end.providerAdjustments,
    };
    result.payments.push(told);
    if (told.isHeld) {
      told.held = sum(claims.map(({ paid }) => paid));
      const ofClaims = claims.flatMap(claimFindings);
      addAll(result.findings, ofClaims);
      const stops = [...findings, ...ofClaims].filter(({ severity }) => severity === 'STOP');
      result.held.push({ payment, claim: null, paid: told.held, findings: stops });
      return;
    }
    for (const claim of claims) this.postClaim(payment, claim, told);
    if (!isRepeated) {
      this.payments.push(payment);
      end.providerAdjustments.forEach(({ reason, reference, amount }, index) =>
        result.providerPostings.push({
          key: `${payment.key}|PLB${String(index + 1)}`,
          payment: payment.key,
          payer: this.payerOf(header.payer) ?? payment.from,
          received: payment.received,
          reason,
          reference,
          amount,
        }),
      );
    }
  }

  private postClaim(payment: Payment, claim: RemittanceClaim, told: PostedPayment): void {
    const { result } = this;
    const findings = claimFindings(claim);
    addAll(result.findings, findings);
    if (holds(findings)) {
      told.held = plus(told.held, claim.paid);
      const stops = findings.filter(({ severity }) => severity === 'STOP');
      result.held.push({ payment, claim, paid: claim.paid, findings: stops });
      return;
    }
    if (NOT_DECIDED.has(claim.status)) {
      told.notDecided = plus(told.notDecided, claim.paid);
      result.findings.push(say.notDecided(claim));
      return;
    }
    if (claim.lines.length === 0) this.postWholeClaim(payment, claim, told);
    else this.postLines(payment, claim, told);
  }

  private postLines(payment: Payment, claim: RemittanceClaim, told: PostedPayment): void {
    const taken = new Set<BilledLine>();
    const unmatched: { match: Match & { kind: 'unmatched' }; paid: Cents }[] = [];
    linesToPost(claim).forEach((line, index) => {
      const key = `${payment.key}|${String(claim.ordinal)}.${String(index + 1)}`;
      const match = matchLine(claim, line, this.lines, taken);
      if (match.kind === 'matched') taken.add(match.line);
      if (this.known.has(key)) {
        told.postedBefore = plus(told.postedBefore, line.paid);
      } else if (match.kind === 'matched') {
        if (numberKey(match.line.account) !== numberKey(claim.account)) {
          this.result.findings.push(say.otherAccount(claim, match.line.account, match.by));
        }
        this.keep(this.posting(key, payment, claim, line, match.line, match.by), told);
      } else {
        unmatched.push({ match, paid: line.paid });
        this.leaveUnmatched(
          { key, payment, claim, line, paid: line.paid, why: match.why, candidates: match.candidates },
          told,
        );
      }
    });
    const [first] = unmatched;
    if (first)
      this.result.findings.push(
        say.notInRegister(claim, first.match.why, sum(unmatched.map(({ paid }) => paid))),
      );
  }

  private postWholeClaim(payment: Payment, claim: RemittanceClaim, told: PostedPayment): void {
    const key = `${payment.key}|${String(claim.ordinal)}`;
    if (this.known.has(key) || this.known.has(`${key}.1`)) {
      told.postedBefore = plus(told.postedBefore, claim.paid);
      return;
    }
    const parts = linesOfBilled(claim, this.lines);
    if (parts) {
      parts.forEach(({ billed, line }, index) => {
        const posting = this.posting(
          `${key}.${String(index + 1)}`,
          payment,
          claim,
          line,
          billed,
          'claim number',
        );
        this.keep(posting, told);
      });
      return;
    }
    const candidates = this.lines.ofAccount(claim.account);
    const why =
      candidates.length === 0
        ? 'this claim number is none of yours, and the remittance names no service lines'
        : 'the remittance names no service lines, and charges another total than your claim';
    this.leaveUnmatched({ key, payment, claim, line: null, paid: claim.paid, why, candidates }, told);
    this.result.findings.push(say.notInRegister(claim, why, claim.paid));
  }

  /** What a line of a remittance does to a billed line. */
  posting(
    key: string,
    payment: Payment,
    claim: RemittanceClaim,
    line: RemittanceLine,
    billed: BilledLine,
    matchedBy: MatchedBy,
  ): Posting {
    const name =
      this.payerOf({ name: payment.from, id: '', references: [] }) ??
      this.payerOfLine(claim, billed, payment);
    const payer = this.context.payers.find((one) => one.name === name);
    const effect = effectOf(line, { status: claim.status, inNetwork: payer?.inNetwork ?? null });
    return {
      key,
      payment: payment.key,
      from: { kind: 'payer', name },
      reference: payment.reference,
      received: payment.received,
      account: billed.account,
      control: billed.control,
      client: billed.client,
      charge: line.charge,
      ...effect,
      adjusted: this.ledger.writeOff(billed.control, name, claim.status, effect),
      adjustments: line.adjustments.map(({ group, reason, amount }) => ({ group, reason, amount })),
      remarks: [...new Set([...line.remarks, ...claim.remarks])],
      status: claim.status,
      forwardedTo: FORWARDED.has(claim.status) ? (claim.otherPayer ?? 'another payer') : null,
      matchedBy,
      at: line.at,
    };
  }

  private keep(posting: Posting, told: PostedPayment): void {
    if (posting.status === REVERSAL && !this.ledger.hasPaid(posting)) {
      this.result.findings.push(
        say.reversalOfNothing({ at: posting.at, account: posting.account, paid: posting.paid }),
      );
    }
    told.posted = plus(told.posted, posting.paid);
    this.known.add(posting.key);
    this.ledger.add(posting);
    this.result.postings.push(posting);
  }

  private leaveUnmatched(unmatched: UnmatchedPayment, told: PostedPayment): void {
    told.unmatched = plus(told.unmatched, unmatched.paid);
    this.result.unmatched.push(unmatched);
  }

  /** The name in the Payers table, by payer id or by name; null when it is not there. */
  private payerOf({
    name,
    id,
    references,
  }: {
    name: string;
    id: string;
    references: { value: string }[];
  }): string | null {
    const ids = [id, ...references.map(({ value }) => value)].filter((one) => one !== '').map(numberKey);
    const key = labelKey(name);
    const found = this.context.payers.find(
      (payer) =>
        (payer.payerId !== null && ids.includes(numberKey(payer.payerId))) ||
        (key !== '' && [payer.name, ...payer.aliases].some((one) => labelKey(one) === key)),
    );
    return found?.name ?? null;
  }

  /** The payer that was billed, unless a later one answers: that one goes by the name it gives itself. */
  private payerOfLine(claim: RemittanceClaim, billed: BilledLine, payment: Payment): string {
    return LATER.has(claim.status) ? payment.from : billed.payer || payment.from;
  }
}

const FORWARDED: ReadonlySet<string> = new Set(['19', '20', '21']);
const LATER: ReadonlySet<string> = new Set(['2', '3', '20', '21']);
