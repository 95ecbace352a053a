import { estimateOf, type ExpectedService } from '../../billing/documents/estimate';
import { addressLines, letterheadOf, patientName, therapistOf } from '../../billing/documents/letterhead';
import { formatDollars } from '../../billing/values/cents';
import type { Day } from '../../billing/values/day';
import { estimateReport } from '../../forms/documents/estimate-report';
import { Refusal } from '../../workbook/refusal';
import type { Prepared } from '../../practice/prepare';
import { clientOf, readDocumentBook, taxIdOf, type DocumentOptions } from './document-book';
import { prepareDocument, type DocumentReport } from './document-plan';

export interface EstimateOptions extends DocumentOptions {
  /** Expected at each visit. */
  services: readonly ExpectedService[];
  visits: number;
  firstVisit?: Day | null;
  lastVisit?: Day | null;
  /** In the therapist's words: `once a week`. */
  frequency?: string | null;
  bookedOn?: Day | null;
  askedOn?: Day | null;
  /** Services of others that are scheduled apart, in plain words. */
  separate?: readonly string[];
}

/** Plans a good faith estimate for a client who pays without insurance (45 CFR 149.610). */
export async function prepareEstimate(
  context: Excel.RequestContext,
  options: EstimateOptions,
): Promise<Prepared<DocumentReport>> {
  const book = await readDocumentBook(context, options.now);
  const { practice, records, today } = book;
  const client = clientOf(book, options.client);
  const expected = {
    services: options.services,
    visits: options.visits,
    firstVisit: options.firstVisit ?? null,
    lastVisit: options.lastVisit ?? null,
    frequency: options.frequency ?? null,
    bookedOn: options.bookedOn ?? null,
    askedOn: options.askedOn ?? null,
  };
  const found = estimateOf({ ...expected, client, practice, fees: records.fees, today });
  if (!found.ok) throw new Refusal('document-incomplete', found.words);
  const { estimate } = found;
  return prepareDocument(book, {
    kind: 'estimate',
    client: client.name,
    named: client.name,
    report: estimateReport({
      ...expected,
      from: letterheadOf(practice),
      writtenOn: today,
      patient: patientName(client),
      birthDate: client.birthDate,
      address: addressLines(client.address),
      diagnoses: client.diagnoses,
      therapist: therapistOf(practice),
      place: addressLines(practice.address).join(', '),
      state: practice.address.state,
      separate: [...(options.separate ?? [])],
      taxId: taxIdOf(practice),
      estimate,
    }),
    words: [
      `$${formatDollars(estimate.total)} expected for ${options.visits === 1 ? '1 visit' : `${String(options.visits)} visits`}.`,
    ],
    warnings: estimate.warnings,
  });
}
