import { letterheadOf, referringName } from '../../billing/documents/letterhead';
import { nameKey, labelKey } from '../../billing/values/name-key';
import { benefitsReport } from '../../forms/documents/benefits-report';
import type { Prepared } from '../../practice/prepare';
import {
  clientOf,
  namesOf,
  npiOf,
  payerOf,
  readDocumentBook,
  taxIdOf,
  type DocumentOptions,
} from './document-book';
import { prepareDocument, type DocumentReport } from './document-plan';

export interface BenefitsOptions extends DocumentOptions {
  /** Null: the client's payer. */
  payer?: string | null;
}

/** Plans a worksheet for the call that verifies a client's benefits. */
export async function prepareBenefits(
  context: Excel.RequestContext,
  options: BenefitsOptions,
): Promise<Prepared<DocumentReport>> {
  const book = await readDocumentBook(context, options.now);
  const { practice, records, today } = book;
  const client = clientOf(book, options.client);
  const payer = payerOf(book, client, options.payer ?? null);
  const names = new Set(namesOf(client).map(nameKey));
  const benefit = records.benefits.find(
    (row) =>
      names.has(nameKey(row.client)) && (row.payer === null || labelKey(row.payer) === labelKey(payer.name)),
  );
  const missing = [
    ...(client.birthDate === null ? ['date of birth'] : []),
    ...(client.memberId === null && client.claimNumber === null ? ['member ID'] : []),
  ];
  const license = [practice.license, practice.licenseState].filter((part) => part !== null).join(', ');
  return prepareDocument(book, {
    kind: 'benefits',
    client: client.name,
    named: client.name,
    report: benefitsReport({
      from: letterheadOf(practice),
      writtenOn: today,
      client,
      payer,
      benefit: benefit ?? null,
      codes: [...new Set(records.fees.map(({ code }) => code))],
      npi: npiOf(practice),
      taxId: taxIdOf(practice),
      taxonomy: practice.taxonomy,
      license: license === '' ? null : license,
      referring: referringName(client),
    }),
    words: [`Questions for ${payer.name} about ${client.name}.`],
    warnings: [
      ...(missing.length === 0
        ? []
        : [
            `They will ask for the ${missing.join(' and the ')} of ${client.name}: it is not in the Clients table.`,
          ]),
      ...(payer.kind === 'cash' ? [`${payer.name} is no insurer: there are no benefits to verify.`] : []),
    ],
  });
}
