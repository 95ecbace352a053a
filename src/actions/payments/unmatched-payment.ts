import type { Payment, UnmatchedPayment } from '../../billing/payments/posting';
import type {
  Adjustment,
  RemittanceClaim,
  RemittanceLine,
} from '../../billing/payments/remittance/remittance';
import type { StoredUnmatched } from '../../practice/payments/unmatched-rows';

const NOWHERE = { segment: 0, line: 0 };

/** The unmatched payment that a row holds; what a posting does not need is empty. */
export function unmatchedPayment(stored: StoredUnmatched, payment: Payment): UnmatchedPayment {
  const { key, account, status, charge, paid, service, allowed, remarks, isWholeClaim, why } = stored;
  const at = stored.at ?? NOWHERE;
  const adjustments = stored.adjustments.map((one): Adjustment => ({ ...one, quantity: null, at }));
  const [last = '', first = ''] = stored.client.split(', ');
  const claim: RemittanceClaim = {
    at,
    ordinal: 1,
    account,
    status,
    charge,
    paid,
    patientShare: null,
    filingCode: '',
    payerNumber: stored.payerClaimNumber,
    patient: { last, first, id: stored.memberId },
    insured: null,
    corrected: null,
    otherPayer: stored.forwardedTo,
    renderingId: null,
    from: service,
    to: service,
    receivedByPayer: null,
    coverageEnds: null,
    references: [],
    covered: allowed,
    interest: null,
    adjustments: isWholeClaim ? adjustments : [],
    remarks: isWholeClaim ? remarks : [],
    lines: [],
    faults: [],
    oddities: [],
  };
  const line: RemittanceLine = {
    at,
    code: stored.code,
    modifiers: stored.modifiers,
    original: null,
    charge,
    paid,
    units: 1,
    originalUnits: null,
    from: service,
    to: service,
    control: null,
    references: [],
    allowed,
    adjustments,
    remarks,
  };
  return { key, payment, claim, line: isWholeClaim ? null : line, paid, why, candidates: [] };
}
