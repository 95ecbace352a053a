import type { Letterhead } from '../../billing/documents/letterhead';
import { CREDIT_WORDS, type Refund } from '../../billing/documents/refund';
import { ZERO } from '../../billing/values/cents';
import { usDate } from '../../billing/values/day';
import type { Report, ReportBlock } from '../report/report';
import { letterTop, money, plain, strong } from './letter-blocks';

export interface RefundPage {
  from: Letterhead;
  /** Name and address of who gets it. */
  to: string[];
  /** As the letter addresses the client. */
  name: string;
  /** Who signs. */
  signed: string;
  refund: Refund;
}

/** The letter that goes with a refund: how much, what it is of, and that nothing is asked for. */
export function refundReport({ from, to, name, signed, refund }: RefundPage): Report {
  const { on, amount, sources, reference } = refund;
  return {
    orientation: 'Portrait',
    columnWidths: [80, 300, 90, 70],
    blocks: [
      ...letterTop(from, 'Refund', usDate(on)),
      { kind: 'lines', lines: to },
      { kind: 'space' },
      plain(`Dear ${name},`),
      strong(`We return ${money(amount)} to you${reference === null ? '' : `, with ${reference}`}.`),
      plain('You paid this to us, and it is not needed for your visits. You do not have to do anything.'),
      {
        kind: 'table',
        columns: [
          { header: 'Date', span: 1, holds: 'date' },
          { header: 'What it is', span: 1, holds: 'text' },
          { header: 'Claim', span: 1, holds: 'text' },
          { header: 'Amount', span: 1, holds: 'money', total: true },
        ],
        rows: sources.map((source) => ({
          cells: [source.date, CREDIT_WORDS[source.kind], source.account, source.amount],
        })),
        total: 'Returned',
      },
      ...leftWords(refund),
      plain('Please call us if something here does not look right to you.'),
      { kind: 'space' },
      { kind: 'lines', lines: [signed] },
    ],
  };
}

function leftWords({ left }: Refund): ReportBlock[] {
  return left === ZERO
    ? []
    : [
        plain(
          `${money(left)} more stays with us as your credit, for your next visits or until you ask for it.`,
        ),
      ];
}
