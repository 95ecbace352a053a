import { textHash } from '../../billing/values/text-hash';
import type { OwnTables } from '../../workbook/tables';
import type { RowOf } from '../../workbook/tables/define-table';

export type PrintedClaim = Pick<
  RowOf<OwnTables['Claims']>,
  'account' | 'kind' | 'billed' | 'clientPaid' | 'frequency' | 'replaces'
>;
export type PrintedLine = Pick<
  RowOf<OwnTables['ClaimLines']>,
  'control' | 'date' | 'code' | 'units' | 'charge'
>;

const LENGTH = 7;

/** Seven letters for what no one changes of a claim once it is made: its amounts, and what its lines billed when. */
export function claimPrint(claim: PrintedClaim, lines: readonly PrintedLine[]): string {
  const { account, kind, billed, clientPaid, frequency, replaces } = claim;
  const billedLines = lines
    .map(({ control, date, code, units, charge }) => [control, date, code, units, charge].map(text).join('|'))
    .sort();
  const content = [account, kind, billed, clientPaid, frequency, replaces].map(text).join('|');
  return textHash([content, ...billedLines].join('\n'))
    .toString(36)
    .slice(-LENGTH);
}

type Content = PrintedClaim[keyof PrintedClaim] | PrintedLine[keyof PrintedLine];

/** An empty cell says the same whether nothing or an empty text was written there. */
function text(value: Content): string {
  return String(value ?? '');
}
