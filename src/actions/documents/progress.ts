import { procedure } from '../../billing/codes/procedures';
import { letterheadOf, patientName, referringName, therapistOf } from '../../billing/documents/letterhead';
import { OUTCOME_MEASURES } from '../../billing/documents/outcome-measures';
import { outcomeTrends } from '../../billing/documents/progress';
import { progressSections } from '../../billing/documents/progress-sections';
import { visitsOrdered } from '../../billing/documents/visits-ordered';
import type { Client } from '../../billing/records/practice';
import type { Session } from '../../billing/records/session';
import { byDay, FIRST_DAY, type Day } from '../../billing/values/day';
import { directoryOf } from '../../billing/visits/directory';
import { serviceName } from '../../forms/documents/letter-blocks';
import { progressReport } from '../../forms/documents/progress-report';
import { Refusal } from '../../workbook/refusal';
import type { Prepared } from '../../practice/prepare';
import {
  clientOf,
  lacks,
  namesOf,
  readDocumentBook,
  type DocumentBook,
  type DocumentOptions,
} from './document-book';
import { prepareDocument, type DocumentReport } from './document-plan';
import { outcomesOfClient, type SessionsAsked } from './outcomes-of-client';

export interface ProgressOptions extends DocumentOptions, SessionsAsked {
  /** Reports on visits from this day on; null: on all of them. */
  from?: Day | null;
}

/** Plans a report to the referring provider from the outcome columns that the user keeps. */
export async function prepareProgress(
  context: Excel.RequestContext,
  options: ProgressOptions,
): Promise<Prepared<DocumentReport>> {
  const book = await readDocumentBook(context, options.now);
  const client = clientOf(book, options.client);
  const referring = referringName(client);
  if (referring === null) {
    throw lacks(
      `${client.name} has no referring provider to report to`,
      client,
      'referringLastName',
      'Referring last name',
      'Clients',
    );
  }
  const from = options.from ?? FIRST_DAY;
  const { visits: all, outcomes } = outcomesOfClient(book, client, options);
  const visits = all.filter(({ date }) => date >= from);
  const measured = outcomes.outcomes.filter(({ date }) => date >= from);
  if (measured.length === 0) throw nothingMeasured(client, outcomes.columns, outcomes.unread);
  const dates = [...new Set(visits.map(({ date }) => date))].sort(byDay);
  const trends = outcomeTrends(measured);
  return prepareDocument(book, {
    kind: 'progress',
    client: client.name,
    named: client.name,
    report: progressReport({
      from: letterheadOf(book.practice),
      to: [referring, ...(client.referringNpi === null ? [] : [`NPI ${client.referringNpi}`])],
      writtenOn: book.today,
      patient: patientName(client),
      birthDate: client.birthDate,
      diagnoses: diagnosesOf(visits, client),
      accidentDate: client.accidentDate,
      claimNumber: client.claimNumber,
      firstVisit: dates[0] ?? book.today,
      lastVisit: dates.at(-1) ?? book.today,
      visits: dates.length,
      ordered: visitsOrdered(book.records.authorizations, client, namesOf(client), all),
      services: servicesOf(visits),
      outcomes: measured,
      trends,
      sections: progressSections(kindOf(book, client)),
      signedBy: therapistOf(book.practice),
    }),
    words: [`${String(trends.length)} measures over ${String(dates.length)} visits, to ${referring}.`],
    warnings: [...outcomes.unread, 'Write what stands in brackets before you send it.'],
  });
}

function nothingMeasured(client: Client, columns: readonly string[], unread: readonly string[]): Refusal {
  if (columns.length === 0) {
    const known = OUTCOME_MEASURES.map(({ headers }) => headers[0] ?? '').join(', ');
    return new Refusal(
      'document-incomplete',
      `The session sheet has no column of a measure; a header would be known by one of these words: ${known}.`,
    );
  }
  const [first] = unread;
  return new Refusal(
    'document-incomplete',
    `Nothing was measured for ${client.name} under ${columns.map((column) => `"${column}"`).join(', ')}.${first === undefined ? '' : ` ${first}`}`,
  );
}

function diagnosesOf(visits: readonly Session[], client: Client): string[] {
  const written = [...new Set(visits.flatMap(({ diagnoses }) => diagnoses))];
  return written.length > 0 ? written : client.diagnoses;
}

function servicesOf(visits: readonly Session[]): string[] {
  const codes = [...new Set(visits.flatMap(({ procedures }) => procedures.map(({ code }) => code)))].sort();
  return codes.map((code) => serviceName(code, procedure(code)?.words ?? null));
}

function kindOf({ records }: DocumentBook, { payer }: Client) {
  const [row] = payer === null ? [] : directoryOf(records.clients, records.payers).payers(payer);
  return row?.kind ?? null;
}
