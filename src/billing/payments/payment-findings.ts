import { absolute, minus, usDollars, ZERO, type Cents } from '../values/cents';
import { isoOf, usDate, type Day } from '../values/day';
import type { Imbalance } from './remittance/balances';
import { sameCheckAnswers } from './typed-checks';
import type { Payment, PaymentFinding, Posting } from './posting';
import {
  CLAIM_STATUSES,
  type FilePlace,
  type RemittanceClaim,
  type RemittanceFault,
  type RemittanceHeader,
} from './remittance/remittance';

/** What goes wrong with remittances, each in one sentence with what to do. */
const BALANCES = '835 005010X221A1, section 1.10.2.1 (balancing)';
const FORM = '835 005010X221A1';

export function payerName({ payer }: RemittanceHeader): string {
  return payer.name || payer.id || 'the payer';
}

function checkName(header: RemittanceHeader): string {
  return `payment ${header.number || 'without a number'} of ${payerName(header)}`;
}

/** `isRemittance`: whether there is any remittance in the file, so that something of it could be taken. */
export function unreadableFile(
  { words: message, at }: RemittanceFault,
  isRemittance: boolean,
): PaymentFinding {
  return {
    rule: 'remittance-file',
    severity: 'WARN',
    place: null,
    message,
    fix: isRemittance
      ? 'Download the file again from the payer or clearinghouse; what could be read was kept.'
      : 'Nothing was taken from it. Choose the 835 file of the payer or clearinghouse.',
    source: FORM,
    at,
  };
}

export function unreadableValue(fault: RemittanceFault, account?: string): PaymentFinding {
  return {
    rule: 'remittance-value',
    severity: 'STOP',
    place: null,
    message: `${fault.words}.`,
    fix: 'Ask the payer for a corrected file, or type this payment from the paper.',
    source: FORM,
    at: fault.at,
    ...(account === undefined ? {} : { account }),
  };
}

export function oddValue(fault: RemittanceFault, account?: string): PaymentFinding {
  return {
    ...unreadableValue(fault, account),
    rule: 'remittance-oddity',
    severity: 'NOTE',
    fix: 'Nothing that is posted depends on it; look at it if something else seems wrong.',
  };
}

const WHAT_BALANCES: Readonly<Record<Imbalance['of'], { what: string; sides: string }>> = {
  line: { what: 'This service line', sides: 'its charge less its adjustments is' },
  claim: { what: 'This claim', sides: 'its charge less all adjustments is' },
  'line-charges': { what: 'This claim', sides: 'its lines charge' },
  transaction: { what: 'This payment', sides: 'its claims less what was taken back come to' },
};

export function outOfBalance({ of, at, stated, calculated }: Imbalance, account?: string): PaymentFinding {
  const { what, sides } = WHAT_BALANCES[of];
  const gap = minus(stated, calculated);
  const says = of === 'line-charges' ? 'the claim charges' : 'it says';
  return {
    rule: `out-of-balance-${of}`,
    severity: 'STOP',
    place: null,
    message: `${what} is out of balance by ${usDollars(absolute(gap))}: ${sides} ${usDollars(calculated)}, and ${says} ${usDollars(stated)}.`,
    fix: 'It was not posted. Ask the payer for a corrected remittance, or post it by hand from the paper.',
    source: BALANCES,
    at,
    amount: gap,
    ...(account === undefined ? {} : { account }),
  };
}

export function cutOff(header: RemittanceHeader, at: FilePlace): PaymentFinding {
  return {
    rule: 'remittance-cut-off',
    severity: 'STOP',
    place: null,
    message: `The ${checkName(header)} has no end (SE segment), so that claims may be missing.`,
    fix: 'It was not posted. Download the file again.',
    source: FORM,
    at,
  };
}

export function otherProvider(header: RemittanceHeader, theirs: string): PaymentFinding {
  return {
    rule: 'other-provider',
    severity: 'STOP',
    place: null,
    message: `The ${checkName(header)} is for ${header.payee.name || 'another provider'} (${theirs}), not for your practice.`,
    fix: 'It was not posted. Send it to whom it belongs, or correct your NPI and tax ID in the Practice table.',
    source: `${FORM}, loop 1000B`,
    at: header.at,
  };
}

export function otherTaxId(header: RemittanceHeader, theirs: string): PaymentFinding {
  return {
    rule: 'other-tax-id',
    severity: 'WARN',
    place: null,
    message: `The ${checkName(header)} has your NPI and the tax ID ${theirs}, which is not the one in your Practice table.`,
    fix: 'Check the tax ID that this payer has of you; it reports the payment under that number.',
    source: `${FORM}, loop 1000B REF*TJ`,
    at: header.at,
  };
}

export function numberUsedBefore(header: RemittanceHeader, earlier: Payment): PaymentFinding {
  const [now, then] = [usDollars(header.amount ?? ZERO), usDollars(earlier.amount)];
  const what =
    header.amount === earlier.amount
      ? `the same amount of ${then} was posted under it for other claims`
      : `a payment of ${then} was posted under it on ${isoOf(earlier.received)}, and this one is ${now}`;
  return {
    rule: 'check-number-used-before',
    severity: 'STOP',
    place: null,
    message: `The number ${header.number} of ${payerName(header)} was used before: ${what}.`,
    fix: 'It was not posted. Ask the payer which of the two is right; if both are, type this one by hand.',
    source: `${FORM}, TRN02`,
    at: header.at,
    amount: header.amount ?? ZERO,
  };
}

export function beforePractice(header: RemittanceHeader, received: Day, first: Day): PaymentFinding {
  return {
    rule: 'payment-before-practice',
    severity: 'WARN',
    place: null,
    message: `The ${checkName(header)} is dated ${usDate(received)}, before the first visit that you billed (${usDate(first)}).`,
    fix: 'What found its line was posted on that day. Look at the date on the check, and correct it in the Payments and Deposits tables; or undo the import.',
    source: `${FORM}, BPR16`,
    at: header.at,
  };
}

export function inFuture(header: RemittanceHeader, received: Day): PaymentFinding {
  return {
    rule: 'payment-in-future',
    severity: 'WARN',
    place: null,
    message: `The ${checkName(header)} is dated ${usDate(received)}, more than a month from today.`,
    fix: 'What found its line was posted on that day, and counts in no month before it. Look at the date on the check, and correct it in the Payments and Deposits tables; or undo the import.',
    source: `${FORM}, BPR16`,
    at: header.at,
  };
}

export function negativePayment(header: RemittanceHeader): PaymentFinding {
  return {
    rule: 'negative-payment',
    severity: 'STOP',
    place: null,
    message: `The ${checkName(header)} is negative: ${usDollars(header.amount ?? ZERO)}.`,
    fix: 'It was not posted. No check can be negative: ask the payer what it took back, and type it by hand.',
    source: `${FORM}, BPR02 and PLB`,
    at: header.at,
    amount: header.amount ?? ZERO,
  };
}

export function negativeClaim({ at, account, status, paid }: RemittanceClaim): PaymentFinding {
  const meaning = CLAIM_STATUSES.get(status) ?? 'unknown';
  return {
    rule: 'negative-claim-payment',
    severity: 'STOP',
    place: null,
    message: `Claim ${account} is paid ${usDollars(paid)} under status ${status} (${meaning}); only a reversal (22) takes money back.`,
    fix: 'It was not posted. Ask the payer what this amount is.',
    source: `${FORM}, CLP02 and CLP04`,
    at,
    account,
    amount: paid,
  };
}

export function positiveReversal({ at, account, paid }: RemittanceClaim): PaymentFinding {
  return {
    rule: 'positive-reversal',
    severity: 'STOP',
    place: null,
    message: `Claim ${account} is a reversal (22) and pays ${usDollars(paid)}; a reversal repeats the earlier payment as a negative amount.`,
    fix: 'It was not posted. Ask the payer what this amount is.',
    source: `${FORM}, section 1.10.2.8 (reversal and correction)`,
    at,
    account,
    amount: paid,
  };
}

export function shareDiffers({ at, account, patientShare }: RemittanceClaim, share: Cents): PaymentFinding {
  return {
    rule: 'patient-share-differs',
    severity: 'WARN',
    place: null,
    message: `Claim ${account} says that the client owes ${usDollars(patientShare ?? ZERO)}, and its PR adjustments come to ${usDollars(share)}.`,
    fix: 'The adjustments were posted. Ask the payer before you bill the client for the difference.',
    source: `${FORM}, CLP05`,
    at,
    account,
  };
}

export function testFile(header: RemittanceHeader): PaymentFinding {
  return {
    rule: 'test-file',
    severity: 'WARN',
    place: null,
    message: `The ${checkName(header)} is in a file marked as a test (ISA15 is T).`,
    fix: 'Make sure that the money really came; Undo takes the import back.',
    source: 'X12 interchange control, ISA15',
    at: header.at,
  };
}

export function noDate(header: RemittanceHeader): PaymentFinding {
  return {
    rule: 'payment-date-missing',
    severity: 'WARN',
    place: null,
    message: `The ${checkName(header)} has no readable date.`,
    fix: 'It was posted on the day of the import; correct the date in the Payments table.',
    source: `${FORM}, BPR16 and DTM*405`,
    at: header.at,
  };
}

export function notInRegister(claim: RemittanceClaim, why: string, paid: Cents): PaymentFinding {
  return {
    rule: 'payment-unmatched',
    severity: 'WARN',
    place: null,
    message: `${usDollars(paid)} for claim ${claim.account || 'without a number'} found no line: ${why}.`,
    fix: 'It waits in the list of unmatched payments; choose the line there, or leave it.',
    source: 'your Claims and ClaimLines tables',
    at: claim.at,
    account: claim.account,
    amount: paid,
  };
}

export function otherAccount({ at, account }: RemittanceClaim, ours: string, by: string): PaymentFinding {
  return {
    rule: 'claim-number-unknown',
    severity: 'NOTE',
    place: null,
    message: `Claim number ${account} is none of yours; its line was found by ${by} as claim ${ours}.`,
    fix: 'Check that it is the right one.',
    source: 'your Claims and ClaimLines tables',
    at,
    account,
  };
}

export function reversalOfNothing({
  at,
  account,
  paid,
}: Pick<Posting, 'at' | 'account' | 'paid'>): PaymentFinding {
  return {
    rule: 'reversal-of-nothing',
    severity: 'WARN',
    place: null,
    message: `Claim ${account} takes back ${usDollars(absolute(paid))} that was not posted here.`,
    fix: 'Post the earlier payment too, else the balance of this claim is too high.',
    source: `${FORM}, section 1.10.2.8 (reversal and correction)`,
    at,
    account,
    amount: paid,
  };
}

export function notDecided({ at, account, status }: RemittanceClaim): PaymentFinding {
  return {
    rule: 'claim-not-decided',
    severity: 'NOTE',
    place: null,
    message: `Claim ${account} is ${CLAIM_STATUSES.get(status) ?? 'not decided'}: nothing was posted.`,
    fix: status === '23' ? 'Wait for the payer it was sent to.' : 'Nothing.',
    source: `${FORM}, CLP02`,
    at,
    account,
  };
}

/** Why a claim that bears our number is none of ours. */
export function otherPerson({ account, patient }: RemittanceClaim, client: string): string {
  const who = patient ? `${patient.first} ${patient.last}`.trim() : 'somebody else';
  return `it is for ${who}${patient?.id ? ` (${patient.id})` : ''}, and your claim ${account} is for ${client}`;
}

export function otherName(claim: RemittanceClaim, client: string): PaymentFinding {
  const { at, account, patient } = claim;
  return {
    rule: 'patient-name-differs',
    severity: 'WARN',
    place: null,
    message: `Claim ${account} is for ${`${patient?.first ?? ''} ${patient?.last ?? ''}`.trim()}, as the payer has it, and for ${client} in your register; its number says that it is yours.`,
    fix: 'It was posted. If it is another person, undo the import and ask the payer; if it is the same, add the name in the Clients table.',
    source: `${FORM}, NM1*QC`,
    at,
    account,
  };
}

export function typedBefore(
  { at, account, paid }: RemittanceClaim,
  { reference }: Payment,
  { key }: Pick<Posting, 'key'>,
): PaymentFinding {
  const [, row = ''] = /^typed\|(\d+)/.exec(key) ?? [];
  const where = row === '' ? 'in the Payments table' : `in row ${row} of the Payments table`;
  return {
    rule: 'payment-typed-before',
    severity: 'STOP',
    place: null,
    message: `Check ${reference} was typed by hand for claim ${account}, ${where}, so that posting it would count it twice.`,
    fix: 'It was not posted. Say whether the remittance takes the place of the typed row, then bring the file in again; or correct the check number of the row, if it is another payment.',
    answers: sameCheckAnswers(reference, account),
    source: 'the Payments table',
    at,
    account,
    amount: paid,
  };
}
