import { procedure } from '../../billing/codes/procedures';
import type { CaseRow, ItemizedCase } from '../../billing/documents/itemized-case';
import type { Letterhead } from '../../billing/documents/letterhead';
import { plus } from '../../billing/values/cents';
import { usDate, type Day } from '../../billing/values/day';
import type { Report, ReportBlock, ReportColumn, ReportRow } from '../report/report';
import { knownFacts, letterTop, money, quiet, serviceName, strong } from './letter-blocks';

export interface ItemizedPage {
  from: Letterhead;
  asOf: Day;
  patient: string;
  birthDate: Day | null;
  /** Auto, work or other. */
  accident: string | null;
  accidentDate: Day | null;
  claimNumber: string | null;
  payer: string;
  employer: string | null;
  npi: string | null;
  taxId: string | null;
  of: ItemizedCase;
}

type Column = ReportColumn & { width: number; of: (row: CaseRow) => ReportRow['cells'][number] };

const COLUMNS: readonly Column[] = [
  { header: 'Date of service', span: 1, holds: 'date', width: 68, of: ({ date }) => date },
  {
    header: 'Service',
    span: 1,
    holds: 'text',
    width: 128,
    of: ({ code }) => serviceName(code, procedure(code)?.words ?? null),
  },
  { header: 'Modifiers', span: 1, holds: 'text', width: 54, of: ({ modifiers }) => modifiers.join(' ') },
  { header: 'Units', span: 1, holds: 'number', width: 36, of: ({ units }) => units },
  { header: 'Diagnoses', span: 1, holds: 'text', width: 96, of: ({ diagnoses }) => diagnoses.join(', ') },
  { header: 'Charge', span: 1, holds: 'money', total: true, width: 62, of: ({ charge }) => charge },
  {
    header: 'Insurer paid',
    span: 1,
    holds: 'money',
    total: true,
    width: 62,
    of: ({ insurerPaid }) => insurerPaid,
  },
  {
    header: 'Client paid',
    span: 1,
    holds: 'money',
    total: true,
    width: 62,
    of: ({ clientPaid }) => clientPaid,
  },
  { header: 'Adjusted', span: 1, holds: 'money', total: true, width: 60, of: ({ adjusted }) => adjusted },
  {
    header: 'Balance',
    span: 1,
    holds: 'money',
    total: true,
    width: 62,
    of: ({ balance }) => ({ formula: '[Charge]-[Insurer paid]-[Client paid]-[Adjusted]', value: balance }),
  },
];

const INTEREST: Column = {
  header: 'Interest',
  span: 1,
  holds: 'money',
  total: true,
  width: 56,
  of: ({ interest }) => interest,
};

/** Itemized statement of a case, for an attorney or an insurer. No notes of a session are on it. */
export function itemizedReport(page: ItemizedPage): Report {
  const columns = page.of.interest === null ? COLUMNS : [...COLUMNS, INTEREST];
  const of = page.of;
  return {
    orientation: 'Landscape',
    columnWidths: columns.map(({ width }) => width),
    blocks: [
      ...letterTop(page.from, 'Itemized statement of account', `As of ${usDate(page.asOf)}`),
      { kind: 'facts', across: 2, facts: factsOf(page) },
      { kind: 'heading', text: `Services (${String(of.visits)} ${of.visits === 1 ? 'visit' : 'visits'})` },
      {
        kind: 'table',
        columns: columns.map(({ header, span, holds, total }) => ({
          header,
          span,
          holds,
          ...(total ? { total } : {}),
        })),
        rows: of.rows.map((row) => ({ cells: columns.map((column) => column.of(row)) })),
        total: 'Total',
      },
      { kind: 'space' },
      ...balanceBlocks(of),
      quiet('All services billed for this case are listed. No notes of sessions are part of this statement.'),
      { kind: 'signature', label: 'Signature of the provider' },
    ],
  };
}

function factsOf(page: ItemizedPage) {
  return knownFacts([
    ['Patient', page.patient],
    ['Date of birth', page.birthDate === null ? null : { day: page.birthDate }],
    ['Insurer', page.payer],
    ['Claim number', page.claimNumber],
    ['Accident', page.accident],
    ['Date of accident', page.accidentDate === null ? null : { day: page.accidentDate }],
    ['Employer', page.employer],
    ['Diagnoses', page.of.diagnoses.join(', ')],
    ['Provider NPI', page.npi],
    ['Tax ID', page.taxId],
  ]);
}

function balanceBlocks({ balance, interest }: ItemizedCase): ReportBlock[] {
  if (interest === null) return [strong(`Balance: ${money(balance)}. No interest is charged.`)];
  return [
    strong(
      `Balance ${money(balance)} and interest ${money(interest.total)}: ${money(plus(balance, interest.total))} in all.`,
    ),
    quiet(interest.words),
  ];
}
