import { benefitQuestions, type KnownBefore } from '../../billing/documents/benefit-questions';
import type { Letterhead } from '../../billing/documents/letterhead';
import { patientName } from '../../billing/documents/letterhead';
import { usDate, type Day } from '../../billing/values/day';
import type { Report, ReportRow } from '../report/report';
import { FINE_GRID, knownFacts, letterTop, quiet } from './letter-blocks';

export interface BenefitsPage extends KnownBefore {
  from: Letterhead;
  writtenOn: Day;
  npi: string | null;
  taxId: string | null;
  taxonomy: string | null;
  license: string | null;
  referring: string | null;
}

/** A worksheet for the call: who is asked about, the questions with what is known, and room for answers. */
export function benefitsReport(page: BenefitsPage): Report {
  const { benefit, payer } = page;
  const day = (value: Day | null) => (value === null ? null : { day: value });
  const verified =
    benefit?.verifiedOn == null
      ? 'Not verified before.'
      : `Last verified on ${usDate(benefit.verifiedOn)}; what was said then is filled in, to be confirmed.`;
  return {
    orientation: 'Portrait',
    columnWidths: FINE_GRID,
    blocks: [
      ...letterTop(page.from, 'Verification of benefits', `${payer.name}, ${usDate(page.writtenOn)}`),
      { kind: 'facts', across: 2, facts: aboutClient(page, day) },
      { kind: 'heading', text: 'The call' },
      { kind: 'question', text: 'Date and time' },
      { kind: 'question', text: 'Name of who answered' },
      { kind: 'question', text: 'Reference number of the call' },
      quiet(verified),
      ...benefitQuestions(payer.kind).flatMap(({ heading, questions }): Report['blocks'] => [
        { kind: 'heading', text: heading },
        {
          kind: 'table',
          columns: [
            { header: 'Ask', span: 6, holds: 'text' },
            { header: 'Answer', span: 5, holds: 'text' },
            { header: 'Why', span: 4, holds: 'text' },
            { header: 'Keep it in', span: 3, holds: 'text' },
          ],
          rows: questions.map(({ ask, why, known, keep }): ReportRow => ({
            cells: [ask, known(page), why, keep ?? ''],
          })),
        },
      ]),
      quiet('What is told on the phone is not a promise to pay. Keep the name and the reference number.'),
    ],
  };
}

function aboutClient(page: BenefitsPage, day: (value: Day | null) => { day: Day } | null) {
  const { client, payer } = page;
  const holder = [client.subscriberFirstName, client.subscriberLastName]
    .filter((part) => part !== null)
    .join(' ');
  return knownFacts([
    ['Client', patientName(client)],
    ['Date of birth', day(client.birthDate)],
    ['Member ID', client.memberId],
    ['Group number', client.groupNumber],
    ['Plan', client.planName],
    ['Policy holder', client.relationship === 'self' ? null : holder],
    ['Claim number', client.claimNumber],
    ['Date of accident', day(client.accidentDate)],
    ['Payer ID', payer.payerId],
    ['Referring provider', page.referring],
    ['Provider NPI', page.npi],
    ['Tax ID', page.taxId],
    ['Taxonomy', page.taxonomy],
    ['License', page.license],
  ]);
}
