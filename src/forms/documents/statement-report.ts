import { procedure } from '../../billing/codes/procedures';
import type { Letterhead } from '../../billing/documents/letterhead';
import type { Statement } from '../../billing/documents/statement';
import { STATEMENT_AMOUNTS, type StatementAmount } from '../../billing/documents/statement-words';
import { minus, negated, ZERO } from '../../billing/values/cents';
import { usDate, type Day } from '../../billing/values/day';
import type { Report, ReportBlock, ReportRow } from '../report/report';
import { letterTop, money, plain, quiet, serviceName, strong } from './letter-blocks';

export interface StatementPage {
  from: Letterhead;
  /** Name and address of who gets it. */
  to: string[];
  statement: Statement;
  /** Null: on receipt. */
  dueBy: Day | null;
}

const AMOUNTS = Object.keys(STATEMENT_AMOUNTS) as StatementAmount[];

/** What the client owes is the charge less all else. */
const OWES = AMOUNTS.filter((key) => key !== 'owes')
  .map((key) => `[${STATEMENT_AMOUNTS[key].label}]`)
  .join('-');

/** A client's statement: what they owe first, then line by line, then what each column means. */
export function statementReport({ from, to, statement, dueBy }: StatementPage): Report {
  return {
    orientation: 'Portrait',
    columnWidths: [64, 122, 58, 64, 58, 54, 64, 56],
    blocks: [
      ...letterTop(from, 'Statement', `As of ${usDate(statement.asOf)}`),
      { kind: 'lines', lines: to },
      { kind: 'space' },
      ...dueLine(statement, dueBy, from),
      { kind: 'heading', text: 'Your visits' },
      {
        kind: 'table',
        columns: [
          { header: 'Date', span: 1, holds: 'date' },
          { header: 'Service', span: 1, holds: 'text' },
          ...AMOUNTS.map((key) => ({
            header: STATEMENT_AMOUNTS[key].label,
            span: 1,
            holds: 'money' as const,
            total: true,
          })),
        ],
        rows: statement.rows.map(rowOf),
        none: 'Nothing is open.',
        total: 'Total',
      },
      ...settledWords(statement),
      ...shareBlocks(statement),
      { kind: 'heading', text: 'What the columns mean' },
      ...AMOUNTS.map((key) => quiet(`${STATEMENT_AMOUNTS[key].label}: ${STATEMENT_AMOUNTS[key].sentence}`)),
      plain('Please call us if something here does not look right to you.'),
    ],
  };
}

function rowOf(row: Statement['rows'][number]): ReportRow {
  const amounts = AMOUNTS.map((key) => (key === 'owes' ? { formula: OWES, value: row.owes } : row[key]));
  const service = row.isCredit ? 'Paid ahead' : serviceName(row.code, procedure(row.code)?.words ?? null);
  return { cells: [row.date, service, ...amounts] };
}

function dueLine({ owes, credit, waiting }: Statement, dueBy: Day | null, from: Letterhead): ReportBlock[] {
  const later =
    waiting > ZERO
      ? [plain(`${money(waiting)} more is with your insurance. You do not owe it now; it is shown apart.`)]
      : [];
  if (owes > ZERO) {
    const by = dueBy === null ? 'on receipt of this statement' : `by ${usDate(dueBy)}`;
    const address = from.lines.slice(0, 2).join(', ');
    const where = address === '' ? '' : `, ${address}`;
    return [
      strong(`Amount due: ${money(owes)}, please pay ${by}.`),
      plain(`Pay to ${from.name}${where}.`),
      ...(credit > ZERO
        ? [
            plain(
              `This is what is left when your credit of ${money(credit)} is used for it. Tell us if you would rather have the credit back.`,
            ),
          ]
        : []),
      ...later,
    ];
  }
  const words =
    owes === ZERO
      ? 'Amount due: $0.00. You owe nothing now.'
      : `You have paid ${money(negated(owes))} more than your part. Nothing is due; we owe it to you.`;
  const kept =
    owes === ZERO && credit > ZERO
      ? [plain(`Your credit of ${money(credit)} covers what is open, once you agree to it.`)]
      : owes < ZERO
        ? [
            plain(
              'It stays with us as your credit for your next visits; tell us if you would rather have it back.',
            ),
          ]
        : [];
  return [strong(words), ...kept, ...later];
}

function settledWords({ settled }: Statement): ReportBlock[] {
  if (settled === null) return [];
  const lines = settled.lines === 1 ? '1 earlier service' : `${String(settled.lines)} earlier services`;
  return [
    quiet(
      `Not listed, because nothing is open: ${lines} between ${usDate(settled.from)} and ${usDate(settled.to)}.`,
    ),
  ];
}

/** Only where there is a part of the client's to explain. */
function shareBlocks({ share, paidOfShare, credit, owes }: Statement): ReportBlock[] {
  if (share.length === 0) return [];
  const paidForVisits = minus(paidOfShare, credit);
  const rows: ReportRow[] = share.map(({ of, amount }) => ({ cells: [of.label, of.sentence, amount] }));
  const paid: ReportRow[] =
    paidForVisits === ZERO ? [] : [{ cells: ['Paid by you', 'For these visits.', negated(paidForVisits)] }];
  const kept: ReportRow[] =
    credit === ZERO
      ? []
      : [{ cells: ['Your credit', 'Paid by you, and needed for no visit so far.', negated(credit)] }];
  return [
    { kind: 'heading', text: owes < ZERO ? 'How it comes to this' : 'What your part is made of' },
    {
      kind: 'table',
      columns: [
        { header: 'Part', span: 2, holds: 'text' },
        { header: 'What it is', span: 5, holds: 'text' },
        { header: 'Amount', span: 1, holds: 'money', total: true },
      ],
      rows: [...rows, ...paid, ...kept],
      total: 'You owe',
    },
  ];
}
