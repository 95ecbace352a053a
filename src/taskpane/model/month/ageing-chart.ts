import type { ReportedAgeing } from '../../../actions/month-end/reported-month';
import { counted, money } from '../words';

/** Units of the drawing, which is as wide as the pane lets it be. */
export const CHART = { width: 240, row: 38, bar: 14, text: 11 } as const;
/** Payers with a bar; all of them stand in the table. */
const SHOWN = 8;
/** Characters of a payer's name that fit beside its total. */
const NAME = 24;

export interface AgeingBar {
  key: string;
  name: string;
  total: string;
  y: number;
  parts: { band: number; x: number; width: number }[];
}

export interface AgeingChart {
  bars: AgeingBar[];
  height: number;
  /** What the picture says, in words. */
  description: string;
  /** "and 3 more in the table"; null where all payers have a bar. */
  rest: string | null;
}

/** Names of the bands, the youngest first, as the report has them. */
export function bandsOf(rows: readonly ReportedAgeing[]): string[] {
  return Object.keys(rows[0]?.bands ?? {});
}

/** Stacked bars, one for each payer, on one scale. Null where nothing is owed. */
export function ageingChart(rows: readonly ReportedAgeing[]): AgeingChart | null {
  const shown = rows.filter(({ total }) => total > 0).slice(0, SHOWN);
  const most = Math.max(0, ...shown.map(({ total }) => total));
  if (most === 0) return null;
  const rest = rows.length - shown.length;
  return {
    bars: shown.map((row, index) => ({
      key: row.payer,
      name: row.payer.length > NAME ? `${row.payer.slice(0, NAME - 1).trim()}…` : row.payer,
      total: money(row.total),
      y: index * CHART.row,
      parts: partsOf(row, most),
    })),
    height: shown.length * CHART.row,
    description: shown.map(describe).join(' '),
    rest: rest === 0 ? null : `and ${counted(rest, 'payer')} more in the table`,
  };
}

function partsOf({ bands }: ReportedAgeing, most: number): AgeingBar['parts'] {
  let before = 0;
  return Object.values(bands).flatMap((amount, band) => {
    if (amount <= 0) return [];
    const x = (before / most) * CHART.width;
    before += amount;
    const width = (before / most) * CHART.width - x;
    return [{ band, x: rounded(x), width: rounded(width) }];
  });
}

function describe({ payer, bands, total }: ReportedAgeing): string {
  const parts = Object.entries(bands).flatMap(([band, amount]) =>
    amount === 0 ? [] : [`${money(amount)} ${band} days`],
  );
  return `${payer} owes ${money(total)}: ${parts.join(', ')}.`;
}

function rounded(number: number): number {
  return Math.round(number * 100) / 100;
}
