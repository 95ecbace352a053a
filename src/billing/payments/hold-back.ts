import type { Practice } from '../records/practice';
import { ZERO } from '../values/cents';
import { numberKey } from './billed-line';
import * as paymentFinding from './payment-findings';
import type { Payment, PaymentFinding } from './posting';
import { claimImbalances, patientShareOf, transactionImbalance } from './remittance/balances';
import {
  REVERSAL,
  type Remittance,
  type RemittanceClaim,
  type RemittanceHeader,
} from './remittance/remittance';

/** What keeps a whole payment from being posted (STOP), and what else is odd about it. */
export function paymentFindings(
  { header, end }: Pick<Remittance, 'header' | 'end'>,
  practice: Practice | null,
  earlier: Payment | null,
): PaymentFinding[] {
  const imbalance = transactionImbalance({ header, end });
  return [
    ...[...header.faults, ...end.faults].map((fault) => paymentFinding.unreadableValue(fault)),
    ...header.oddities.map((fault) => paymentFinding.oddValue(fault)),
    ...(end.isComplete ? [] : [paymentFinding.cutOff(header, end.at)]),
    ...(imbalance && end.isComplete ? [paymentFinding.outOfBalance(imbalance)] : []),
    ...(header.amount !== null && header.amount < ZERO ? [paymentFinding.negativePayment(header)] : []),
    ...payeeFindings(header, practice),
    ...(earlier ? [paymentFinding.numberUsedBefore(header, earlier)] : []),
    ...(header.isTest ? [paymentFinding.testFile(header)] : []),
    ...(header.date === null && header.productionDate === null ? [paymentFinding.noDate(header)] : []),
  ];
}

/** What keeps one claim from being posted (STOP), and what else is odd about it. */
export function claimFindings(claim: RemittanceClaim): PaymentFinding[] {
  const { account, status, paid, patientShare } = claim;
  const share = patientShareOf(claim);
  return [
    ...claim.faults.map((fault) => paymentFinding.unreadableValue(fault, account)),
    ...claim.oddities.map((fault) => paymentFinding.oddValue(fault, account)),
    ...claimImbalances(claim).map((one) => paymentFinding.outOfBalance(one, account)),
    ...(paid < ZERO && status !== REVERSAL ? [paymentFinding.negativeClaim(claim)] : []),
    ...(paid > ZERO && status === REVERSAL ? [paymentFinding.positiveReversal(claim)] : []),
    ...(patientShare !== null && status !== REVERSAL && patientShare !== share
      ? [paymentFinding.shareDiffers(claim, share)]
      : []),
  ];
}

export function holds(findings: readonly PaymentFinding[]): boolean {
  return findings.some(({ severity }) => severity === 'STOP');
}

/** Whether the payee is this practice: by NPI, else by tax id. What the Practice table does not say is not compared. */
function payeeFindings(header: RemittanceHeader, practice: Practice | null): PaymentFinding[] {
  if (!practice) return [];
  const { idQualifier, id, references } = header.payee;
  const npi = payeeNpi(header);
  const taxId =
    idQualifier === 'FI' ? id : (references.find(({ qualifier }) => qualifier === 'TJ')?.value ?? '');
  const isOurNpi = isPaidToUs(header, practice);
  const isOurTaxId = isOneOf(taxId, [practice.taxId]);
  if (isOurNpi === false && isOurTaxId !== true) return [paymentFinding.otherProvider(header, `NPI ${npi}`)];
  if (isOurNpi === null && isOurTaxId === false)
    return [paymentFinding.otherProvider(header, `tax ID ${taxId}`)];
  return isOurNpi === true && isOurTaxId === false ? [paymentFinding.otherTaxId(header, taxId)] : [];
}

/** By the payee's NPI; null when one of the sides is not known. */
export function isPaidToUs(header: RemittanceHeader, practice: Practice | null): boolean | null {
  return practice ? isOneOf(payeeNpi(header), [practice.npi, practice.renderingNpi]) : null;
}

function payeeNpi({ payee }: RemittanceHeader): string {
  return payee.idQualifier === 'XX' ? payee.id : '';
}

/** Null when one of the sides is not known. */
function isOneOf(theirs: string, ours: readonly (string | null)[]): boolean | null {
  const known = ours.flatMap((one) => (one === null || one.trim() === '' ? [] : [numberKey(one)]));
  return theirs === '' || known.length === 0 ? null : known.includes(numberKey(theirs));
}
