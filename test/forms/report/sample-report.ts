import { cents } from '../../../src/billing/values/cents';
import type { Report } from '../../../src/forms/report/report';
import { day } from '../../support/values';

const LONG =
  'Long words are wrapped over the whole width of the page, and the row is as high as its lines, ' +
  'so that nobody has to guess how a sentence ends that was cut off in the middle of what it had to say. ';

/** A little of everything a report may hold. */
export function sampleReport(): Report {
  return {
    orientation: 'Portrait',
    columnWidths: [70, 190, 80, 80, 90],
    blocks: [
      { kind: 'lines', lines: ['Birch Street Massage', '12 Birch Street', 'Salem, OR 97301'] },
      { kind: 'title', text: 'October 2026', under: 'Birch Street Massage, as of 11/02/2026' },
      {
        kind: 'facts',
        across: 2,
        facts: [
          { label: 'Visits', value: 3 },
          { label: 'Charged', value: { cents: cents(32_050) } },
          { label: 'First visit', value: { day: day('2026-11-04') } },
          {
            label: 'Insurer',
            value: 'Cascade Mutual Insurance of the Willamette Valley and the Coast Range',
          },
        ],
      },
      { kind: 'heading', text: 'Visits' },
      { kind: 'paragraph', text: LONG + LONG },
      {
        kind: 'table',
        id: 'visits',
        columns: [
          { header: 'Date', span: 1, holds: 'date' },
          { header: 'Client', span: 1, holds: 'text' },
          { header: 'Charged', span: 1, holds: 'money', total: true },
          { header: 'Paid', span: 1, holds: 'money', total: true },
          { header: 'Still open after the client has paid', span: 1, holds: 'money', total: true },
        ],
        rows: [
          { cells: [46_330, 'Ada Applegate', 12_050, 2_000, { formula: '[Charged]-[Paid]', value: 10_050 }] },
          {
            cells: [46_331, '=1+1', 10_000, 4_000, { formula: '[Charged]-[Paid]', value: 6_000 }],
            look: 'attention',
          },
          {
            cells: [
              46_332,
              'Bartholomew Featherstonehaugh-Cholmondeley the Younger',
              10_000,
              null,
              { formula: '[Charged]-[Paid]', value: 10_000 },
            ],
            look: 'strong',
          },
        ],
        total: 'Total',
      },
      {
        kind: 'chart',
        title: 'What was paid, what is open',
        type: 'column-stacked',
        of: 'visits',
        categories: 'Client',
        series: ['Paid', 'Still open after the client has paid'],
        height: 160,
        alt: 'Of 320.50 charged, 60.00 is paid and 260.50 is open.',
      },
      {
        kind: 'table',
        columns: [{ header: 'Nothing here', span: 'rest', holds: 'text' }],
        rows: [],
        none: 'No denials.',
      },
      { kind: 'page-break' },
      { kind: 'heading', text: 'After the break' },
      {
        kind: 'question',
        text: 'Does the plan cover massage by a licensed massage therapist, and how many visits a year?',
      },
      { kind: 'question', text: 'Copay?', answer: { cents: cents(2_500) } },
      { kind: 'paragraph', text: 'Quiet words.', look: 'quiet' },
      { kind: 'signature', label: 'Signature of the provider' },
    ],
  };
}
