import type { Finding } from '../../billing/findings';
import type { MonthView } from '../../billing/month/month-view';
import { formatDollars, sum } from '../../billing/values/cents';
import { totalCount } from '../../billing/values/counts';
import { monthName } from '../../billing/values/month-name';
import type { Report, ReportBlock, ReportTable } from '../../forms/report/report';
import { ageingBlocks, balanceTable, lineTable, totalsTable } from './balance-tables';
import { GRID } from './grid';
import {
  callsTable,
  casesTable,
  creditsTable,
  denialsTable,
  depositsTable,
  exceptionsTable,
  followUpsTable,
  lateTable,
  notBilledTable,
  notCountedTable,
  unmatchedTable,
} from './work-tables';

/** The month's sheet: whether it balances and whom to call on the first half page, every line on the last. */
export function monthReport(view: MonthView, practice: string | null, uncounted: readonly Finding[]): Report {
  const { balances, toLookAt, calls, deposits } = view;
  const called = sum(calls.map(({ amount }) => amount));
  return {
    orientation: 'Landscape',
    columnWidths: GRID,
    blocks: [
      {
        kind: 'title',
        text: `${monthName(view.from)}: billed, paid and owed`,
        under: [practice, view.asOfWords].filter((part) => part !== null).join(' · '),
      },
      ...balanceWords(view),
      ...closedWords(view),
      ...unless(uncounted, 'Not counted, until it is mended', notCountedTable),
      totalsTable(view),
      ...unless(view.forKeptMonths, 'Counted in this month, and for months closed before it', lateTable),
      ...unless(view.cameLater, 'Came after the month was closed; counted in a later one', lateTable),
      heading(
        calls.length === 0
          ? 'Calls to make: none'
          : `Calls to make: about ${counted(totalCount(calls.map(({ lines }) => lines)), 'line')}, $${formatDollars(called)}`,
      ),
      callsTable(calls),
      ...(view.followUps.length === 0
        ? []
        : [heading('Follow-ups that are due'), followUpsTable(view.followUps)]),
      heading(toLookAt.length === 0 ? 'To look at' : `To look at: ${String(toLookAt.length)}, calls first`),
      exceptionsTable(toLookAt),
      ...unless(view.notBilled, 'Seen and not billed, by month', notBilledTable),
      ...unless(view.unmatched, 'Payments without a line, to settle in the pane', unmatchedTable),
      ...unless(view.credits, 'Credit of clients, to be used or given back', creditsTable),
      ...unless(view.denials, 'Denials, the nearest last day to appeal first', denialsTable),
      heading('By payer'),
      balanceTable('Payer', balances.byPayer),
      ...ageingBlocks(view),
      ...unless(view.cases, "Auto and workers' compensation cases, all visits so far", casesTable),
      heading('Money received'),
      depositsTable(deposits),
      heading('By client'),
      balanceTable('Client', balances.byClient),
      heading('By line: what was open at the end of the month or moved in it'),
      lineTable(view.lines),
    ],
  };
}

/** In words and on top: a month that does not balance is not to be relied on. */
function balanceWords({ outOfBalance, balances, asOf, to }: MonthView): ReportBlock[] {
  if (outOfBalance.length === 0) {
    const when = asOf < to ? 'so far' : 'at its end';
    const closing = `The month balances: $${formatDollars(balances.total.closing)} is owed ${when}.`;
    return [{ kind: 'paragraph', text: closing, look: 'strong' }];
  }
  return [
    {
      kind: 'paragraph',
      text: 'The month does not balance. Mend this first, and make the sheet again:',
      look: 'strong',
    },
    ...outOfBalance.map((tie): ReportBlock => ({ kind: 'paragraph', text: `• ${tie}` })),
  ];
}

function closedWords({ isClosed }: MonthView): ReportBlock[] {
  return isClosed
    ? [
        {
          kind: 'paragraph',
          text: 'The month is closed. What comes for it later is on the sheet of a later month.',
        },
      ]
    : [];
}

function unless<Row>(
  rows: readonly Row[],
  title: string,
  table: (rows: readonly Row[]) => ReportTable,
): ReportBlock[] {
  return rows.length === 0 ? [] : [heading(title), table(rows)];
}

function heading(text: string): ReportBlock {
  return { kind: 'heading', text };
}

function counted(number: number, thing: string): string {
  return `${String(number)} ${thing}${number === 1 ? '' : 's'}`;
}
