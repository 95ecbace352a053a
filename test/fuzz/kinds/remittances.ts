import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { postRemittances } from '../../../src/billing/payments/post-remittances';
import type { PostingResult } from '../../../src/billing/payments/posting';
import type { BilledLine } from '../../../src/billing/records/billed-line';
import { cents, minus, negated, plus, sum } from '../../../src/billing/values/cents';
import { IMPORT } from '../../../src/actions/json/payments';
import { toJson } from '../../../src/actions/json/to-json';
import { importedFile, importReport } from '../../../src/actions/payments/import-report';
import { paymentRow, providerRow } from '../../../src/practice/payments/deposit-rows';
import { postingRow } from '../../../src/practice/payments/posting-rows';
import { unmatchedRow } from '../../../src/practice/payments/unmatched-rows';
import { fileKindOf } from '../../../src/x12/file-kind';
import { readRemittanceFile } from '../../../src/x12/remittance-835/read-remittances';
import { contextOf } from '../../support/remittance/post';
import { writeRemittances } from '../../support/remittance/write-remittance';
import { day } from '../../support/values';
import { kindOf } from '../laws';
import { LARGEST, mutated } from '../mutations';

const SAMPLES = join(__dirname, '../../x12/remittance-835/samples');
const ACCOUNTS = ['C26100001', 'C26100002', 'C26100003'];
const RUN = { file: 'payer.835', run: 'R1' };

const register = ACCOUNTS.flatMap((account, client) =>
  [1, 2, 3].map((line): BilledLine => ({
    ...{ control: `${account}L${String(line)}`, account, client: `Client ${String(client)}` },
    ...{
      memberId: `CH00${String(client)}`,
      payer: 'Cascade Health Plan',
      date: day(`2026-10-0${String(line)}`),
    },
    ...{ code: '97124', modifiers: [], diagnoses: ['M54.2'], units: 4, minutes: 60, charge: cents(12000) },
    ...{ authorization: null, billedOn: day('2026-11-02'), isSuperbill: false, sources: [] },
  })),
);

const ours = writeRemittances([
  {
    number: 'EFT4471',
    date: day('2026-11-16'),
    providerAdjustments: [['WO', 'C26090001', cents(500)]],
    claims: ACCOUNTS.map((account, client) => ({
      account,
      patient: { last: 'APPLEGATE', first: 'ADA', id: `CH00${String(client)}` },
      lines: register
        .filter((line) => line.account === account)
        .map(({ code, charge, units, date, control }) => ({
          ...{
            code,
            charge,
            units,
            date,
            control,
            paid: cents(7500),
            allowed: cents(10000),
            remarks: ['N130'],
          },
          adjustments: [
            ['CO', '45', cents(2000)],
            ['PR', '3', cents(2500)],
          ],
        })),
    })),
  },
]);
/** Ours three times as often: most of the samples post nothing to our register. */
const seeds = [
  ...[ours, ours, ours],
  ...readdirSync(SAMPLES)
    .map((name) => readFileSync(join(SAMPLES, name), 'utf8'))
    .filter((text) => text.length < LARGEST),
];

export const remittances = kindOf({
  name: '835',
  make: (random) => mutated(random, random.of(seeds), /([*~:\n])/),
  read(text: string) {
    const result = postRemittances(readRemittanceFile(text), contextOf({ register }));
    return {
      result,
      kind: fileKindOf(text),
      report: toJson(IMPORT, importReport([importedFile(RUN.file, result, new Map())], [], [])),
      rows: [
        ...result.postings.map((one) => postingRow(one, { ...RUN, service: null, code: '' })),
        ...result.providerPostings.map((one) => providerRow(one, RUN)),
        ...result.payments.map(({ payment }) => paymentRow(payment, { ...RUN, notes: null })),
        ...result.unmatched.map((one) => unmatchedRow(one, RUN)),
      ],
    };
  },
  faults: ({ result }) => [...unbalancedLines(result), ...unbalancedPayments(result)],
});

function unbalancedLines({ postings }: PostingResult): string[] {
  return postings
    .filter(
      ({ charge, paid, adjustments }) => minus(charge, sum(adjustments.map(({ amount }) => amount))) !== paid,
    )
    .map(({ control }) => `The posting to ${control} does not balance.`);
}

/** Each cent of a payment is posted, unmatched, held, or the provider's. */
function unbalancedPayments({ payments }: PostingResult): string[] {
  return payments
    .filter(({ isHeld, payment, posted, postedBefore, unmatched, held, notDecided, providerAdjustments }) => {
      if (isHeld) return false;
      const taken = providerAdjustments.map(({ amount }) => negated(amount));
      return plus(posted, postedBefore, unmatched, held, notDecided, ...taken) !== payment.amount;
    })
    .map(({ payment }) => `The payment ${payment.reference} does not come to what was made of it.`);
}
