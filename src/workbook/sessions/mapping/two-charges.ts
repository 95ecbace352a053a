import { multiply } from '../../../billing/values/cents';
import type { ColumnMapping, UnsureField } from '../column-mapping';
import type { Block } from '../blocks/block';
import { readMoney } from '../cells/money';
import { isBlank, tidyText } from '../cells/text';
import type { SheetGrid } from '../grid';
import type { Column } from './columns';
import { scoreHeader } from './score';

/** From here on a header alone says "the charge of the visit": "Fee", "Charge", "Price", "Total". */
const NAMES_A_CHARGE = 0.7;
/** From this part of the rows on a column is full. */
const FULL = 0.6;
const EXAMPLES = 2;

/**
 * Two full columns that both name a charge and disagree: which of them goes on a claim, nobody can tell by the header.
 * Null where they say the same, or one is what a unit of the other costs.
 */
export function twoCharges(
  grid: SheetGrid,
  block: Block,
  columns: readonly Column[],
  { fields }: Pick<ColumnMapping, 'fields'>,
): UnsureField | null {
  const [taken, joined] = fields.charge?.columnIndexes ?? [];
  const charge = columns.find(({ index }) => index === taken);
  if (charge === undefined || joined !== undefined) return null;
  const used = new Set(Object.values(fields).flatMap(({ columnIndexes }) => columnIndexes));
  for (const other of columns) {
    const isOther = !used.has(other.index) && scoreHeader('charge', other.words) >= NAMES_A_CHARGE;
    if (!isOther || other.profile.filled < FULL * charge.profile.filled) continue;
    const differing = differences(grid, block, fields, charge, other);
    if (differing.length === 0) continue;
    const said = differing
      .slice(0, EXAMPLES)
      .map(({ row, one, two }) => `row ${String(row)} has ${one} and ${two}`)
      .join(', ');
    return {
      field: 'charge',
      candidates: [charge.label, other.label],
      why: `"${charge.label}" and "${other.label}" both look like the charge, and they disagree (${said}).`,
      needed: true,
    };
  }
  return null;
}

interface Difference {
  row: number;
  one: string;
  two: string;
}

/** Rows with a date and both amounts that say two things. */
function differences(
  grid: SheetGrid,
  { header, last }: Block,
  { date, units }: ColumnMapping['fields'],
  charge: Column,
  other: Column,
): Difference[] {
  const found: Difference[] = [];
  const at = (index: number | undefined) => (index === undefined ? -1 : index - grid.firstColumn);
  const [dates, counts] = [at(date?.columnIndexes[0]), at(units?.columnIndexes[0])];
  for (let row = header + 1; row <= last; row++) {
    const cells = grid.values[row] ?? [];
    const [one, two, day] = [cells[charge.at], cells[other.at], cells[dates]];
    if (day === undefined || isBlank(day) || one === undefined || two === undefined) continue;
    if (isBlank(one) || isBlank(two)) continue;
    const [a, b] = [readMoney(one, 'unknown'), readMoney(two, 'unknown')];
    if (!('value' in a) || !('value' in b) || a.value === b.value) continue;
    const count = Number(cells[counts] ?? NaN);
    // What a unit costs, beside what all of them cost.
    if (count > 1 && a.value === multiply(b.value, count)) continue;
    found.push({ row: grid.firstRow + row, one: tidyText(one), two: tidyText(two) });
  }
  return found;
}
