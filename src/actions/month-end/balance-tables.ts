import type { Balance } from '../../billing/month/ledger';
import type { MonthLine, MonthView } from '../../billing/month/month-view';
import { outstandingOf } from '../../billing/month/month-view';
import type { Ageing } from '../../billing/month/ageing';
import { ZERO } from '../../billing/values/cents';
import type { ReportBlock, ReportCell, ReportRow, ReportTable } from '../../forms/report/report';
import { before, BLANK, CLOSING, columnsFrom, LINE_COLUMNS, money, text } from './grid';

const BALANCE_COLUMNS = columnsFrom('Opening', 'Closing');

/** The last cell follows from the others. */
function balanceCells(row: Balance): ReportCell[] {
  const { opening, charges, paidByPayers, paidByClients, adjustments, closing } = row;
  return [opening, charges, paidByPayers, paidByClients, adjustments, { formula: CLOSING, value: closing }];
}

export function totalsTable({ balances }: MonthView): ReportTable {
  return {
    kind: 'table',
    columns: [text('All payers and clients', before('Opening')), ...BALANCE_COLUMNS, BLANK],
    rows: [
      {
        cells: ['Opening + charges - payments - written off = closing', ...balanceCells(balances.total)],
        look: 'strong',
      },
    ],
  };
}

export function balanceTable(name: string, rows: readonly Balance[]): ReportTable {
  return {
    kind: 'table',
    columns: [text(name, before('Opening')), ...BALANCE_COLUMNS, BLANK],
    rows: rows.map((row) => ({ cells: [row.name, ...balanceCells(row)] })),
    none: 'Nothing was owed, charged or paid.',
    total: 'Total',
  };
}

export function lineTable(lines: readonly MonthLine[]): ReportTable {
  return {
    kind: 'table',
    columns: LINE_COLUMNS.map(({ column }) => column),
    rows: lines.map((line) => ({ cells: LINE_COLUMNS.map(({ cell }) => cell(line)) })),
    none: 'No line was open or moved.',
    total: 'Total',
  };
}

const BAND_COLUMNS = ['0-30', '31-60', '61-90', '91-120', 'over 120'];
const BAND_TOTAL = BAND_COLUMNS.map((band) => `[${band}]`).join('+');

function ageingRow(name: string, { bands, total }: Ageing): ReportRow {
  return { cells: [name, ...Object.values(bands), { formula: BAND_TOTAL, value: total }] };
}

/** Ordinary ageing with its chart; then what stands apart, so that all parts come to the closing balance. */
export function ageingBlocks({ ageing, balances }: MonthView): ReportBlock[] {
  const { byPayer, waitingForSettlement, clients, credits } = ageing;
  const columns = [...BAND_COLUMNS.map(money), money('Total')];
  const apart: ReportRow[] = [
    ...waitingForSettlement.map((row) => ageingRow(`${row.payer}, auto and work injury`, row)),
    ...(clients.total === ZERO ? [] : [ageingRow('Clients owe', clients)]),
    ...(credits === ZERO
      ? []
      : [{ cells: ['Paid too much, or ahead', null, null, null, null, null, credits] }]),
  ];
  const chart: ReportBlock[] =
    byPayer.length === 0
      ? []
      : [
          {
            kind: 'chart',
            title: 'What payers owe, by days since the claim was made',
            type: 'bar-stacked',
            of: 'ageing',
            categories: 'Payer',
            series: BAND_COLUMNS,
            height: 90 + 22 * Math.min(byPayer.length, 12),
            alt: `A bar for each payer, in parts by age. ${byPayer[0]?.payer ?? ''} owes the most.`,
          },
        ];
  return [
    { kind: 'heading', text: 'Ageing: what is owed, by days since the claim was made' },
    {
      kind: 'table',
      id: 'ageing',
      columns: [text('Payer', before('Opening')), ...columns, BLANK],
      rows: byPayer.map((row) => ageingRow(row.payer, row)),
      none: 'Payers owe nothing.',
      total: 'Payers owe',
    },
    ...chart,
    ...(apart.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            columns: [text('Apart from payers', before('Opening')), ...columns, BLANK],
            rows: apart,
            total: 'Apart',
          },
        ]),
    {
      kind: 'facts',
      across: 1,
      facts: [
        {
          label:
            outstandingOf(ageing) === balances.total.closing ? 'Together, the closing balance' : 'Together',
          value: { cents: outstandingOf(ageing) },
        },
      ],
    },
  ];
}
