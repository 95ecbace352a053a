import type { UnitRule } from '../billing/records/practice';
import { normalizeHeader } from '../workbook/tables/header';
import { positionsOf } from '../workbook/tables/own-table';
import { payersTable } from '../workbook/tables/schemas';

export type PayerUnitRule =
  | { found: 'rule'; rule: UnitRule }
  | { found: 'payer without a rule' }
  | { found: 'no such payer' }
  | { found: 'no table' };

/** Unit rules by payer name and alias; null where the rule cell is empty. */
type RulesByName = ReadonlyMap<string, UnitRule | null>;

let rules: Promise<RulesByName | null> | null = null;
let watching = false;

/**
 * The unit rule that the Payers table gives a payer. Read once and kept until a table of the workbook changes, so that a
 * column of formulas costs one read.
 */
export async function payerUnitRule(name: string): Promise<PayerUnitRule> {
  rules ??= readRules();
  const byName = await rules;
  if (!byName) return { found: 'no table' };
  const rule = byName.get(nameKey(name));
  if (rule === undefined) return { found: 'no such payer' };
  return rule === null ? { found: 'payer without a rule' } : { found: 'rule', rule };
}

/** Drops what was read, so that the next call reads the workbook again. */
export function forgetPayerRules(): void {
  rules = null;
}

async function readRules(): Promise<RulesByName | null> {
  try {
    return await Excel.run(async (context) => {
      const table = context.workbook.tables.getItemOrNullObject(payersTable.name);
      const range = table.getRange().load('values');
      await context.sync();
      const byName = table.isNullObject ? null : rulesOf(range.values);
      if (!watching) watching = await watchTables(context);
      if (!watching) forgetPayerRules();
      return byName;
    });
  } catch (error) {
    forgetPayerRules();
    throw error;
  }
}

/** `cells`: the table with its header row first. A rule that is neither CMS nor AMA counts as not said. */
export function rulesOf(cells: readonly (readonly unknown[])[]): RulesByName {
  const header = (cells[0] ?? []).map((cell) => String(cell));
  const positions = positionsOf({ schema: payersTable, cells: [header] });
  const at = (row: readonly unknown[], key: string): string => {
    const position = positions.get(key);
    return position === undefined ? '' : String(row[position] ?? '');
  };
  const byName = new Map<string, UnitRule | null>();
  for (const row of cells.slice(1)) {
    const rule = at(row, 'unitRule').trim().toUpperCase();
    const unitRule = rule === 'CMS' || rule === 'AMA' ? rule : null;
    for (const name of [at(row, 'name'), ...at(row, 'aliases').split(/[,;]/)]) {
      const key = nameKey(name);
      if (key !== '' && !byName.has(key)) byName.set(key, unitRule);
    }
  }
  return byName;
}

/**
 * The Payers table may be made, edited or removed later; each of them makes what was read out of date. False where
 * Excel has no such events: then nothing is kept.
 */
async function watchTables(context: Excel.RequestContext): Promise<boolean> {
  const { tables } = context.workbook;
  const forget = (): Promise<void> => Promise.resolve(forgetPayerRules());
  try {
    for (const event of [tables.onChanged, tables.onAdded, tables.onDeleted]) event.add(forget);
    await context.sync();
    return true;
  } catch {
    return false;
  }
}

const nameKey = (name: string): string => normalizeHeader(name);
