import type { Estimate } from '../../billing/documents/estimate';
import { ESTIMATE_NOTICES, SEPARATE_NOTICE } from '../../billing/documents/estimate-elements';
import type { Letterhead } from '../../billing/documents/letterhead';
import { usDate, type Day } from '../../billing/values/day';
import type { Report } from '../report/report';
import { knownFacts, letterTop, money, plain, quiet, strong } from './letter-blocks';

export interface EstimatePage {
  from: Letterhead;
  writtenOn: Day;
  patient: string;
  birthDate: Day | null;
  address: string[];
  diagnoses: string[];
  visits: number;
  firstVisit: Day | null;
  lastVisit: Day | null;
  frequency: string | null;
  therapist: string;
  /** `Tacoma, WA 98402` and street: where the service is given. */
  place: string;
  state: string | null;
  /** Services of others that are needed and scheduled apart; usually none. */
  separate: string[];
  taxId: string | null;
  estimate: Estimate;
}

/** A good faith estimate with the parts of `ESTIMATE_ELEMENTS` under their headings, and every notice. */
export function estimateReport(page: EstimatePage): Report {
  const { estimate } = page;
  const words = [...new Set(estimate.lines.map((line) => line.words.toLowerCase()))].join(' and ');
  return {
    orientation: 'Portrait',
    columnWidths: [60, 40, 170, 50, 50, 70, 100],
    blocks: [
      ...letterTop(page.from, 'Good faith estimate', `Made on ${usDate(page.writtenOn)}`),
      strong(`Expected in all: ${money(estimate.total)} for ${counted(page.visits)} of ${words}.`),
      { kind: 'heading', text: 'Client' },
      {
        kind: 'facts',
        across: 2,
        facts: knownFacts([
          ['Name', page.patient],
          ['Date of birth', page.birthDate === null ? null : { day: page.birthDate }],
          ['Address', page.address.join(', ')],
        ]),
      },
      { kind: 'heading', text: 'Services' },
      plain(scopeWords(page)),
      {
        kind: 'table',
        columns: [
          { header: 'Code', span: 1, holds: 'text' },
          { header: 'Service', span: 2, holds: 'text' },
          { header: 'Units a visit', span: 1, holds: 'number' },
          { header: 'Visits', span: 1, holds: 'number' },
          { header: 'Fee a unit', span: 1, holds: 'money' },
          { header: 'Expected charge', span: 1, holds: 'money', total: true },
        ],
        rows: estimate.lines.map(({ code, words: service, units, visits, fee, expected }) => ({
          cells: [
            code,
            service,
            units,
            visits,
            fee,
            { formula: '[Units a visit]*[Visits]*[Fee a unit]', value: expected },
          ],
        })),
        total: 'Total expected',
      },
      plain(
        page.diagnoses.length === 0
          ? 'Diagnosis codes: none applies, or none is known yet.'
          : `Diagnosis codes (ICD-10-CM): ${page.diagnoses.join(', ')}.`,
      ),
      { kind: 'heading', text: 'Provider' },
      {
        kind: 'facts',
        across: 2,
        facts: knownFacts([
          ['Provider', page.from.name],
          ['Therapist', page.therapist],
          ['NPI', estimate.npi],
          ['Tax ID', page.taxId],
          ['Place of service', page.place],
          ['State', page.state],
        ]),
      },
      { kind: 'heading', text: 'Scheduled apart' },
      plain(SEPARATE_NOTICE.words),
      { kind: 'lines', lines: page.separate.length > 0 ? page.separate : ['None that I expect.'] },
      { kind: 'heading', text: 'What you should know' },
      ...ESTIMATE_NOTICES.map(({ words: notice }) => plain(notice)),
      quiet(`This estimate holds for visits until ${usDate(estimate.validUntil)} at the latest.`),
    ],
  };
}

function counted(visits: number): string {
  return visits === 1 ? '1 visit' : `${String(visits)} visits`;
}

/** Span, frequency and number of the visits. */
function scopeWords({ visits, firstVisit, lastVisit, frequency, estimate }: EstimatePage): string {
  const first = firstVisit === null ? 'not scheduled yet' : `the first on ${usDate(firstVisit)}`;
  const last = lastVisit === null || lastVisit === firstVisit ? '' : `, the last by ${usDate(lastVisit)}`;
  const often = frequency === null ? '' : `, ${frequency}`;
  return `${counted(visits)}, ${first}${last}${often}. Each visit is expected to cost ${money(estimate.perVisit)}.`;
}
