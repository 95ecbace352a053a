import { plainWords } from './text';

/** What people write in a payer column for a client who pays without insurance. */
const SELF_PAY = new Set(
  (
    'self pay, selfpay, self, sp, cash, cash pay, cash client, private pay, private, patient, client, oop, out of pocket, pp, ' +
    'none, no insurance, uninsured, na, n a, no, check, card, credit card, venmo, zelle, direct pay, pago propio, efectivo, ' +
    'particular, sin seguro, paciente, cliente'
  ).split(', '),
);

/** Whether a payer cell says that the client pays. An empty cell does not say so. */
export function isSelfPay(payer: string): boolean {
  return SELF_PAY.has(plainWords(payer));
}
