import type { CodesToCheck } from '../billing/rules/check-codes';
import { addAll } from '../billing/values/lists';
import { isNothing, read, readDiagnoses, readMinutes, readProcedures, unreadable } from './arguments';
import type { RangeArgument, Read } from './arguments';

type Row = CodesToCheck['rows'][number];

/**
 * The codes of one visit with their minutes. One time for several cells of codes is the time of all of them; a range
 * of minutes has one cell for each cell of codes.
 */
export function readCodeRows(codes: RangeArgument, minutes: RangeArgument | null): Read<Row[]> {
  const spent = (minutes ?? []).flat();
  const cells = codes.flat();
  if (spent.length > 1 && spent.length !== cells.length) {
    return unreadable(
      `There are ${String(spent.length)} cells of minutes for ${String(cells.length)} of codes: use ranges of one size.`,
    );
  }
  const rows: Row[] = [];
  for (const [index, cell] of cells.entries()) {
    const procedures = readProcedures(cell);
    if (!procedures.ok) return procedures;
    const time = readMinutes(spent.length === cells.length ? spent[index] : null);
    if (!time.ok) return time;
    const isTimeAlone = isNothing(cell) && time.value !== null && time.value > 0;
    if (isTimeAlone && cells.length > 1) {
      return unreadable(`There are ${String(time.value)} minutes without a code beside them.`);
    }
    if (procedures.value.length > 0) rows.push({ procedures: procedures.value, minutes: time.value });
  }
  if (spent.length !== 1 || cells.length === 1) return read(rows);
  const together = readMinutes(spent[0]);
  if (!together.ok) return together;
  return read([{ procedures: rows.flatMap(({ procedures }) => procedures), minutes: together.value }]);
}

export function readDiagnosisCells(cells: RangeArgument): Read<string[]> {
  const codes: string[] = [];
  for (const cell of cells.flat()) {
    const found = readDiagnoses(cell);
    if (!found.ok) return found;
    addAll(codes, found.value);
  }
  return read(codes);
}
