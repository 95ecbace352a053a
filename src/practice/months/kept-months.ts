import type { Finding } from '../../billing/findings';
import type { KeptLine, KeptMonth } from '../../billing/month/kept-months';
import type { MonthView } from '../../billing/month/month-view';
import { minus, plus, sum, ZERO, type Cents } from '../../billing/values/cents';
import type { Day } from '../../billing/values/day';
import { textHash } from '../../billing/values/text-hash';
import { changesOf, type CellChange, type TableRows } from '../../workbook/plan/plan';
import type { WorkbookReading } from '../../workbook/reading';
import type { RowOf } from '../../workbook/tables/define-table';
import type { MonthRow, monthsTable } from '../../workbook/tables/months';
import { readTable } from '../../workbook/tables/read-table';

export interface KeptMonths {
  kept: KeptMonth[];
  /** The row of each month, whatever its state. */
  rows: ReadonlyMap<string, MonthRow>;
  findings: Finding[];
}

/** Months as the Months table keeps them; one whose rows were changed by hand is not relied on, and told. */
export function readKeptMonths(reading: WorkbookReading): KeptMonths {
  const { rows, findings } = readTable(reading, 'Months');
  const months = new Map(rows.filter(({ control }) => control === '').map((row) => [row.month, row]));
  const lines = new Map<string, KeptLine[]>();
  for (const row of rows) {
    const month = months.get(row.month);
    if (row.control === '' || !month || month.keptBy !== row.run) continue;
    const own = lines.get(row.month);
    if (own) own.push(keptLine(row));
    else lines.set(row.month, [keptLine(row)]);
  }
  const answer: KeptMonths = { kept: [], rows: months, findings: [...findings] };
  for (const row of months.values()) {
    if (row.state === 'Open') continue;
    const own = lines.get(row.month) ?? [];
    if (agrees(row, own))
      answer.kept.push({ month: row.month, isClosed: row.state === 'Closed', lines: own });
    else answer.findings.push(changedByHand(row));
  }
  return answer;
}

/** What keeps a month as its view says; nothing where it is kept like that already. */
export function keepMonth(
  view: MonthView,
  { rows }: KeptMonths,
  { state, today, run }: { state: 'Sheet' | 'Closed'; today: Day; run: string },
): { rows: TableRows[]; changes: CellChange[] } {
  const { month, balances, toKeep: lines } = view;
  const { opening, charges, paidByPayers, paidByClients, adjustments, closing } = balances.total;
  const before = rows.get(month);
  const rests = fingerprintOf(lines, namesIn);
  const isSame = before?.state !== 'Open' && before?.rests === rests;
  if (isSame && before.state === state) return { rows: [], changes: [] };
  const totals = {
    ...{ state, keptOn: today, opening, charges, paidByPayers, paidByClients, adjustments, closing },
    ...{ rests, keptBy: isSame ? before.keptBy : run },
  };
  const added: RowOf<typeof monthsTable>[] = isSame
    ? []
    : withKeys(lines).map(({ line, key }) => {
        return { ...line, key: `${month}|${run}|${key}`, month, run, closing: closingOf(line) };
      });
  const rowsToAdd = [...(before ? [] : [{ key: month, month, run, ...totals }]), ...added];
  return {
    rows: rowsToAdd.length === 0 ? [] : [{ table: 'Months', rows: rowsToAdd }],
    changes: before ? changesOf('Months', before.key, totals, before) : [],
  };
}

/** Lets a month go, so that it says what is known now. */
export function reopenedMonth(row: MonthRow): CellChange {
  return { table: 'Months', row: row.key, column: 'state', to: 'Open' };
}

function keptLine(row: MonthRow): KeptLine {
  const { control, account, client, payer } = row;
  return {
    ...{ control, account, client, payer },
    opening: row.opening ?? ZERO,
    charges: row.charges ?? ZERO,
    paidByPayers: row.paidByPayers ?? ZERO,
    paidByClients: row.paidByClients ?? ZERO,
    adjustments: row.adjustments ?? ZERO,
  };
}

/** By line; a line that stands under two names counts them. */
function withKeys(lines: readonly KeptLine[]): { line: KeptLine; key: string }[] {
  const times = new Map<string, number>();
  return lines.map((line) => {
    const time = (times.get(line.control) ?? 0) + 1;
    times.set(line.control, time);
    return { line, key: time === 1 ? line.control : `${line.control}|${String(time)}` };
  });
}

function closingOf({ opening, charges, paidByPayers, paidByClients, adjustments }: KeptLine): Cents {
  return minus(plus(opening, charges), paidByPayers, paidByClients, adjustments);
}

function agrees(row: MonthRow, lines: readonly KeptLine[]): boolean {
  const isKnown = [fingerprintOf(lines, namesIn), fingerprintOf(lines, () => [])].includes(row.rests);
  return isKnown && row.closing === sum(lines.map(closingOf));
}

/** With the names that the tables by payer and by client rest on; months that were kept earlier have it without. */
function fingerprintOf(lines: readonly KeptLine[], namesOf: (line: KeptLine) => string[]): string {
  const texts = lines.map((line) => {
    const { control, opening, charges, paidByPayers, paidByClients, adjustments } = line;
    const amounts = [opening, charges, paidByPayers, paidByClients, adjustments];
    return [control, ...amounts, ...namesOf(line)].join('|');
  });
  return textHash(texts.sort().join('\n')).toString(36);
}

function namesIn({ client, payer }: KeptLine): string[] {
  return [client, payer];
}

function changedByHand({ month, cells }: MonthRow): Finding {
  return {
    rule: 'kept-month-changed',
    severity: 'STOP',
    place: cells.closing ?? null,
    message: `The rows of ${month} in the Months table were changed or deleted, so that it is not sure how the month was closed.`,
    fix: 'Put back what was there (Ctrl+Z, or a copy of the workbook), or reopen the month and close it again.',
    source: 'the Months table',
  };
}
