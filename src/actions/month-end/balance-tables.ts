import type { Balance } from '../../billing/month/ledger';
import type { MonthLine, MonthView } from '../../billing/month/month-view';
import { outstandingOf } from '../../billing/month/month-view';
import type { Ageing } from '../../billing/month/ageing';
import { ZERO } from '../../billing/values/cents';
import type { ReportBlock, ReportCell, ReportRow, ReportTable } from '../../forms/report/report';
import { amount, date, money, text } from './grid';

const BALANCE_COLUMNS = [
  money('Opening'),
  money('Charges'),
  money('Paid by payers'),
  money('Paid by clients'),
  money('Written off'),
  money('Closing'),
];

/** The last cell follows from the others; `first` is the number of the column with the opening balance. */
function balanceCells(row: Balance, first: number): ReportCell[] {
  const [opening, charges, payers, clients, adjustments] = [0, 1, 2, 3, 4].map(
    (at) => `[${String(first + at)}]`,
  );
  const formula = [opening, '+', charges, '-', payers, '-', clients, '-', adjustments].join('');
  return [
    row.opening,
    row.charges,
    row.paidByPayers,
    row.paidByClients,
    row.adjustments,
    { formula, value: row.closing },
  ];
}

export function totalsTable({ balances }: MonthView): ReportTable {
  return {
    kind: 'table',
    columns: [text('All payers and clients', 5), ...BALANCE_COLUMNS],
    rows: [
      {
        cells: ['Opening + charges - payments - written off = closing', ...balanceCells(balances.total, 2)],
        look: 'strong',
      },
    ],
  };
}

export function balanceTable(name: string, rows: readonly Balance[]): ReportTable {
  return {
    kind: 'table',
    columns: [text(name, 5), ...BALANCE_COLUMNS],
    rows: rows.map((row) => ({ cells: [row.name, ...balanceCells(row, 2)] })),
    none: 'Nothing was owed, charged or paid.',
    total: 'Total',
  };
}

export function lineTable(lines: readonly MonthLine[]): ReportTable {
  return {
    kind: 'table',
    columns: [
      text('Line'),
      text('Client'),
      text('Payer'),
      date('Date'),
      text('Code'),
      ...BALANCE_COLUMNS,
      amount('Payer should pay'),
      text('Stands'),
    ],
    rows: lines.map(({ line, balance, expected, verdict }): ReportRow => {
      const own = [line.control, line.client, line.payer, line.date, line.code];
      return { cells: [...own, ...balanceCells(balance, 6), expected?.payment ?? null, verdict.word] };
    }),
    none: 'No line was open or moved.',
    total: 'Total',
  };
}

const BAND_COLUMNS = ['0-30', '31-60', '61-90', '91-120', 'over 120'];

function ageingRow(name: string, { bands, total }: Ageing): ReportRow {
  return { cells: [name, ...Object.values(bands), { formula: '[2]+[3]+[4]+[5]+[6]', value: total }] };
}

/** Ordinary ageing with its chart; then what stands apart, so that all parts come to the closing balance. */
export function ageingBlocks({ ageing, balances }: MonthView): ReportBlock[] {
  const { byPayer, waitingForSettlement, clients, credits } = ageing;
  const columns = [...BAND_COLUMNS.map(money), money('Total')];
  const apart: ReportRow[] = [
    ...waitingForSettlement.map((row) => ageingRow(`${row.payer}, waits for a settlement`, row)),
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
            categories: 1,
            series: [2, 3, 4, 5, 6],
            height: 90 + 22 * Math.min(byPayer.length, 12),
            alt: `A bar for each payer, in parts by age. ${byPayer[0]?.payer ?? ''} owes the most.`,
          },
        ];
  return [
    { kind: 'heading', text: 'Ageing: what is owed, by days since the claim was made' },
    {
      kind: 'table',
      id: 'ageing',
      columns: [text('Payer', 5), ...columns],
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
            columns: [text('Apart from payers', 5), ...columns],
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
