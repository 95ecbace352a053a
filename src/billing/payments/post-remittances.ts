import type { Payer, Practice } from '../records/practice';
import { absolute, plus, sum, ZERO, type Cents } from '../values/cents';
import { addDays, byDay, type Day } from '../values/day';
import { addAll } from '../values/lists';
import { BilledLines, numberKey } from './billed-line';
import type { BilledLine } from '../records/billed-line';
import { linesOfBilled, linesToPost, partsOfLine } from './claim-lines';
import { claimFindings, holds, isPaidToUs, paymentFindings } from './hold-back';
import { matchLine, type Match } from './match';
import { patientVerdict } from './patient';
import * as paymentFinding from './payment-findings';
import { payerNamed, postingOf } from './posting-of-line';
import { otherUseOfNumber, paymentOf } from './payment-key';
import type {
  Payment,
  PaymentFinding,
  PostedPayment,
  Posting,
  PostingResult,
  UnmatchedPayment,
} from './posting';
import { isAnswered, sameCheckKey, type SameCheck } from './typed-checks';
import { countedPostings } from './standing';
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
  /** What was answered to whether a typed check and one of a remittance are the same. */
  sameCheck?: SameCheck;
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
    faults.map((fault) => paymentFinding.unreadableFile(fault, isRemittance)),
  );
  // In the order of their days, so that it does not matter in which order a payer or a person put them.
  const dayOf = ({ header }: Remittance) => header.date ?? header.productionDate ?? context.today;
  const inOrder = [...remittances].sort((a, b) => byDay(dayOf(a), dayOf(b)));
  const told = new Map(inOrder.map((remittance) => [remittance, run.post(remittance)]));
  run.result.payments = remittances.flatMap((remittance) => told.get(remittance) ?? []);
  addAll(run.result.findings, reversalsOfNothing(run.result.postings, context));
  return run.result;
}

/** Reversals that were posted now and take back an answer that is not posted. */
function reversalsOfNothing(
  added: readonly Posting[],
  { postings, register }: PostingContext,
): PaymentFinding[] {
  const reversed = new Map<string, Posting[]>();
  for (const { status, control } of added) if (status === REVERSAL) reversed.set(control, []);
  if (reversed.size === 0) return [];
  for (const posting of [...postings, ...added]) reversed.get(posting.control)?.push(posting);
  const charges = new Map(register.map(({ control, charge }) => [control, charge]));
  const isNew = new Set(added.map(({ key }) => key));
  return [...reversed]
    .flatMap(
      ([control, own]) => countedPostings(charges.get(control) ?? ZERO, own).standing.reversalsOfNothing,
    )
    .filter(({ key }) => isNew.has(key))
    .map((reversal) => paymentFinding.reversalOfNothing(reversal));
}

/** Posts an unmatched payment to the line that somebody chose; the same postings as if it had been found. */
export function settleUnmatched(
  { key, payment, claim, line }: UnmatchedPayment,
  billed: BilledLine,
  context: PostingContext,
): Posting | null {
  const toPost = line ?? linesOfBilled(claim, new BilledLines([billed]))?.[0]?.line;
  return toPost
    ? postingOf({ key, payment, claim, line: toPost, billed, matchedBy: 'by hand' }, context.payers)
    : null;
}

/** Payers send the notice of a transfer some days before its date; a date after these is a slip. */
const DAYS_AHEAD = 31;

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
  private readonly payments: Payment[];
  private readonly known: Set<string>;
  private readonly typed = new Map<string, Posting>();
  /** Whether the payee of the remittance that is being posted has another NPI. */
  private paidToOther = false;

  constructor(private readonly context: PostingContext) {
    this.lines = new BilledLines(context.register);
    this.payments = [...context.payments];
    for (const posting of context.postings) {
      if (posting.key.startsWith(TYPED) && posting.from.kind === 'payer')
        this.typed.set(sameCheckKey(posting.reference, posting.account), posting);
    }
    this.known = new Set([...context.postings.map(({ key }) => key), ...(context.unreadable ?? [])]);
  }

  post(remittance: Remittance): PostedPayment {
    const { result } = this;
    const { header, claims, end } = remittance;
    const payment = paymentOf(remittance, this.context.today);
    const isRepeated = this.payments.some(({ key }) => key === payment.key);
    const findings = paymentFindings(
      remittance,
      this.context.practice,
      otherUseOfNumber(payment, this.payments),
    );
    const { first } = this.lines;
    if (first !== null && payment.received < first)
      findings.push(paymentFinding.beforePractice(header, payment.received, first));
    if (payment.received > addDays(this.context.today, DAYS_AHEAD))
      findings.push(paymentFinding.inFuture(header, payment.received));
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
    if (told.isHeld) {
      told.held = sum(claims.map(({ paid }) => paid));
      const ofClaims = claims.flatMap(claimFindings);
      addAll(result.findings, ofClaims);
      const stops = [...findings, ...ofClaims].filter(({ severity }) => severity === 'STOP');
      result.held.push({ payment, claim: null, paid: told.held, findings: stops });
      return told;
    }
    this.paidToOther = isPaidToUs(header, this.context.practice) === false;
    for (const claim of claims) this.postClaim(payment, claim, told);
    if (!isRepeated) {
      this.payments.push(payment);
      end.providerAdjustments.forEach(({ reason, reference, amount }, index) =>
        result.providerPostings.push({
          key: `${payment.key}|PLB${String(index + 1)}`,
          payment: payment.key,
          payer: payerNamed(header.payer, this.context.payers) ?? payment.from,
          received: payment.received,
          reason,
          reference,
          amount,
        }),
      );
    }
    return told;
  }

  private postClaim(payment: Payment, claim: RemittanceClaim, told: PostedPayment): void {
    const { result } = this;
    const findings = [...claimFindings(claim), ...this.typedFindings(payment, claim)];
    addAll(result.findings, findings);
    if (holds(findings)) {
      told.held = plus(told.held, claim.paid);
      const stops = findings.filter(({ severity }) => severity === 'STOP');
      result.held.push({ payment, claim, paid: claim.paid, findings: stops });
      return;
    }
    if (NOT_DECIDED.has(claim.status)) {
      told.notDecided = plus(told.notDecided, claim.paid);
      result.findings.push(paymentFinding.notDecided(claim));
      return;
    }
    if (claim.lines.length === 0) this.postWholeClaim(payment, claim, told);
    else this.postLines(payment, claim, told);
  }

  /** The same check, typed by hand for this claim before the remittance came. */
  private typedFindings(payment: Payment, claim: RemittanceClaim): PaymentFinding[] {
    if (payment.reference === '' || claim.account === '') return [];
    const typed = this.typed.get(sameCheckKey(payment.reference, claim.account));
    const { sameCheck = new Map<string, string>() } = this.context;
    if (!typed || isAnswered(sameCheck, payment.reference, claim.account)) return [];
    return [paymentFinding.typedBefore(claim, payment, typed)];
  }

  private postLines(payment: Payment, claim: RemittanceClaim, told: PostedPayment): void {
    const taken = new Map<BilledLine, Cents>();
    const unmatched: { match: Match & { kind: 'unmatched' }; paid: Cents }[] = [];
    const matched: BilledLine[] = [];
    linesToPost(claim).forEach((line, index) => {
      const key = `${payment.key}|${String(claim.ordinal)}.${String(index + 1)}`;
      const match = this.ofPatient(claim, matchLine(claim, line, this.lines, taken));
      if (match.kind === 'matched') {
        addAll(matched, match.lines);
        const isOne = match.lines.length === 1;
        for (const one of match.lines) {
          const charge = isOne ? absolute(line.charge) : one.charge;
          taken.set(one, plus(taken.get(one) ?? ZERO, charge));
        }
      }
      if (this.known.has(key) || this.known.has(`${key}.1`)) {
        told.postedBefore = plus(told.postedBefore, line.paid);
      } else if (match.kind === 'matched') {
        this.postMatched(key, payment, claim, line, match, told);
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
        paymentFinding.notInRegister(claim, first.match.why, sum(unmatched.map(({ paid }) => paid))),
      );
    this.tellOtherName(claim, matched);
  }

  /** One posting, or one for each of the lines that the payer answered as one. */
  private postMatched(
    key: string,
    payment: Payment,
    claim: RemittanceClaim,
    line: RemittanceLine,
    { lines, by }: Match & { kind: 'matched' },
    told: PostedPayment,
  ): void {
    const [first] = lines;
    if (!first) return;
    if (numberKey(first.account) !== numberKey(claim.account)) {
      this.result.findings.push(paymentFinding.otherAccount(claim, first.account, by));
    }
    const parts = lines.length === 1 ? [line] : partsOfLine(line, lines);
    lines.forEach((billed, index) => {
      const own = lines.length === 1 ? key : `${key}.${String(index + 1)}`;
      const answered = { key: own, payment, claim, line: parts[index] ?? line, billed, matchedBy: by };
      this.keep(postingOf(answered, this.context.payers), told);
    });
  }

  /** What bears our number and is another person's is no match. */
  private ofPatient(claim: RemittanceClaim, match: Match): Match {
    if (match.kind === 'unmatched' || !match.lines.some((line) => this.isOtherPerson(line, claim)))
      return match;
    return {
      kind: 'unmatched',
      why: paymentFinding.otherPerson(claim, match.lines[0]?.client ?? ''),
      candidates: [],
    };
  }

  private isOtherPerson(line: BilledLine, claim: RemittanceClaim): boolean {
    return patientVerdict(line, claim, this.paidToOther) === 'other person';
  }

  private tellOtherName(claim: RemittanceClaim, lines: readonly BilledLine[]): void {
    const other = lines.find((line) => patientVerdict(line, claim, this.paidToOther) === 'other name');
    if (other) this.result.findings.push(paymentFinding.otherName(claim, other.client));
  }

  private postWholeClaim(payment: Payment, claim: RemittanceClaim, told: PostedPayment): void {
    const key = `${payment.key}|${String(claim.ordinal)}`;
    if (this.known.has(key) || this.known.has(`${key}.1`)) {
      told.postedBefore = plus(told.postedBefore, claim.paid);
      return;
    }
    const candidates = this.lines.ofAccount(claim.account);
    const other = candidates.find((line) => this.isOtherPerson(line, claim));
    const parts = other ? null : linesOfBilled(claim, this.lines);
    if (parts) {
      parts.forEach(({ billed, line }, index) => {
        const own = `${key}.${String(index + 1)}`;
        const answered = { key: own, payment, claim, line, billed, matchedBy: 'claim number' as const };
        this.keep(postingOf(answered, this.context.payers), told);
      });
      this.tellOtherName(claim, candidates);
      return;
    }
    const why = other
      ? paymentFinding.otherPerson(claim, other.client)
      : candidates.length === 0
        ? 'this claim number is none of yours, and the remittance names no service lines'
        : 'the remittance names no service lines, and charges another total than your claim';
    this.leaveUnmatched(
      { key, payment, claim, line: null, paid: claim.paid, why, candidates: other ? [] : candidates },
      told,
    );
    this.result.findings.push(paymentFinding.notInRegister(claim, why, claim.paid));
  }

  private keep(posting: Posting, told: PostedPayment): void {
    told.posted = plus(told.posted, posting.paid);
    this.known.add(posting.key);
    this.result.postings.push(posting);
  }

  private leaveUnmatched(unmatched: UnmatchedPayment, told: PostedPayment): void {
    told.unmatched = plus(told.unmatched, unmatched.paid);
    this.result.unmatched.push(unmatched);
  }
}

/** Beginning of the keys of rows that were typed. */
const TYPED = 'typed|';
