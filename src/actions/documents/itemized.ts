import { addressOf } from '../../billing/claims/parties';
import type { InterestAgreement } from '../../billing/documents/case-interest';
import { itemizedCase } from '../../billing/documents/itemized-case';
import { letterheadOf, patientName } from '../../billing/documents/letterhead';
import type { Client, Payer } from '../../billing/records/practice';
import { notChecked } from '../../billing/interest/interest';
import { interestCap } from '../../billing/interest/interest-caps';
import type { LineAccount } from '../../billing/payments/line-account';
import { formatDollars } from '../../billing/values/cents';
import { labelKey } from '../../billing/values/name-key';
import { itemizedReport } from '../../forms/documents/itemized-report';
import { Refusal } from '../../workbook/refusal';
import type { Prepared } from '../../practice/prepare';
import {
  accountsOf,
  clientOf,
  npiOf,
  payerOf,
  paymentWarnings,
  readDocumentBook,
  taxIdOf,
  type DocumentOptions,
} from './document-book';
import { prepareDocument, type DocumentReport } from './document-plan';

export interface ItemizedOptions extends DocumentOptions {
  /** The insurer of the case; null: the client's payer. */
  payer?: string | null;
  /** All three, or none: interest is never assumed. */
  interest?: { [Key in keyof InterestAgreement]: InterestAgreement[Key] | null } | null;
}

const ACCIDENTS = { auto: 'Auto accident', work: 'Work injury', other: 'Other accident' } as const;

/** Plans the itemized statement of a case, for an attorney or an insurer. */
export async function prepareItemized(
  context: Excel.RequestContext,
  options: ItemizedOptions,
): Promise<Prepared<DocumentReport>> {
  const agreement = agreementOf(options.interest ?? null);
  const book = await readDocumentBook(context, options.now);
  const client = clientOf(book, options.client);
  const payer = payerOf(book, client, options.payer ?? null);
  const accounts = ofCase(accountsOf(book, client), client, payer);
  const { state } = addressOf(book.practice.address);
  const found = itemizedCase({
    accounts,
    asOf: book.today,
    agreement,
    state,
  });
  if (!found.ok) throw new Refusal('document-incomplete', found.words);
  const { balance, interest, visits } = found.value;
  return prepareDocument(book, {
    kind: 'itemized',
    client: client.name,
    named: client.name,
    report: itemizedReport({
      from: letterheadOf(book.practice),
      asOf: book.today,
      patient: patientName(client),
      birthDate: client.birthDate,
      accident: client.accident && ACCIDENTS[client.accident],
      accidentDate: client.accidentDate,
      claimNumber: client.claimNumber,
      payer: payer.name,
      employer: client.employer,
      npi: npiOf(book.practice),
      taxId: taxIdOf(book.practice),
      of: found.value,
    }),
    words: [
      `${String(accounts.length)} services of ${String(visits)} visits; balance $${formatDollars(balance)}${interest === null ? ', no interest' : `, interest $${formatDollars(interest.total)}`}.`,
    ],
    warnings: [
      ...paymentWarnings(book),
      ...(client.claimNumber === null ? [`${client.name} has no claim number in the Clients table.`] : []),
      ...(interest === null ? [] : interestWarnings(accounts, state)),
      'It holds health information: send it only with a signed release.',
    ],
  });
}

/** Lines billed to the insurer of the case, none from before the accident. */
function ofCase(accounts: readonly LineAccount[], client: Client, payer: Payer): LineAccount[] {
  const names = new Set([payer.name, ...payer.aliases].map(labelKey));
  const lines = accounts.filter(
    ({ line }) =>
      names.has(labelKey(line.payer)) && (client.accidentDate === null || line.date >= client.accidentDate),
  );
  if (lines.length > 0) return lines;
  throw new Refusal(
    'document-incomplete',
    `Nothing was billed to ${payer.name} for ${client.name} yet${client.accidentDate === null ? '' : ' since the accident'}: name another insurer, or make the claims first.`,
  );
}

function agreementOf(interest: ItemizedOptions['interest'] & unknown): InterestAgreement | null {
  if (interest === null || interest === undefined) return null;
  const { ratePercent, signedOn, text } = interest;
  if (ratePercent === null && signedOn === null && text === null) return null;
  if (ratePercent === null || signedOn === null || text === null || text.trim() === '') {
    throw new Refusal(
      'document-incomplete',
      'Interest needs three things: the rate, the day the agreement was signed, and what it says or where it is kept.',
    );
  }
  return { ratePercent, signedOn, text: text.trim() };
}

function interestWarnings(accounts: readonly LineAccount[], state: string | null): string[] {
  const undated = accounts.filter(({ line }) => line.billedOn === null).length;
  return [
    'Whether interest may be asked of an insurer is not settled in any published source: ask the attorney.',
    ...(interestCap(state) === null ? [notChecked(state)] : []),
    ...(undated === 0
      ? []
      : [
          `${String(undated)} services have no day on which they were billed, so that they bear no interest.`,
        ]),
  ];
}
