import { addAll } from '../../../billing/values/lists';
import { cellName } from '../../../billing/cell-name';
import type { SessionProcedure } from '../../../billing/records/session';
import type { CellRead } from '../cells/text';
import { readModifiers } from '../cells/modifiers';
import { readProcedures } from '../cells/procedures';
import type { RowReader } from './row-reader';
import type { Cell } from './sheet-rows';

/** The procedures of a row, with the modifiers and units of columns of their own. */
export function rowProcedures(reader: RowReader): SessionProcedure[] {
  const procedures = reader.readAll('cpt', (cell) => readProcedures(cell.value)).flat();
  addModifiers(reader, procedures);
  addUnits(reader, procedures);
  return procedures;
}

/** Several columns ("Mod 1", "Mod 2") are all for the one code; a list parted by ";" is one entry per code. */
function addModifiers(reader: RowReader, procedures: SessionProcedure[]): void {
  const [cell] = reader.filled('modifiers');
  if (cell === undefined) return;
  const columns = reader.readAll('modifiers', ({ value }) => readModifiers(value));
  const [only] = columns;
  if (procedures.length === 1) {
    for (const modifier of columns.flat(2)) {
      if (procedures[0]?.modifiers.includes(modifier) === false) procedures[0].modifiers.push(modifier);
    }
  } else if (columns.length === 1 && only !== undefined && only.length === procedures.length) {
    for (const [index, procedure] of procedures.entries()) addAll(procedure.modifiers, only[index] ?? []);
  } else if (procedures.length > 1 && columns.flat(2).length > 0) {
    reader.cannotRead(
      'modifiers',
      cell,
      `does not say which of the ${String(procedures.length)} codes it belongs to`,
    );
  }
}

/** The units of "97124 x3; 97110 x1" together, or null where a code has none written behind it. */
function unitsBehindCodes(procedures: readonly SessionProcedure[]): number | null {
  return procedures.reduce<number | null>(
    (sum, { units }) => (sum === null || units === null ? null : sum + units),
    0,
  );
}

function addUnits(reader: RowReader, procedures: SessionProcedure[]): void {
  const cells = reader.filled('units');
  const [cell] = cells;
  const units = reader.readAll('units', readUnits).flat();
  if (cell === undefined || units.length === 0 || procedures.length === 0) return;
  if (units.length === 1 && units[0] === unitsBehindCodes(procedures)) return;
  if (units.length !== procedures.length) {
    if (procedures.length > 1 || units.length > 1) {
      reader.warn(
        'session-units-not-attributed',
        cell.place,
        `${cellName(cell.place)} does not say which of the ${String(procedures.length)} codes its units belong to.`,
        'Write the units behind each code, e.g. 97124 x2; 97140 x1.',
      );
    }
    return;
  }
  for (const [index, procedure] of procedures.entries()) {
    const written = units[index] ?? null;
    if (procedure.units !== null && written !== null && procedure.units !== written) {
      reader.cannotRead(
        'units',
        cell,
        `disagrees with ${procedure.code} x${String(procedure.units)} in the same row`,
      );
    }
    procedure.units ??= written;
  }
}

/** Whole units, one per code: 4, "4", "2; 1", "4 units". */
function readUnits(cell: Cell): CellRead<number[]> {
  const pieces = cell.shown
    .split(/[;,/&+]/)
    .map((piece) => piece.replace(/\s*(?:u|units?|unidades?)\.?\s*$/i, '').trim());
  const numbers = pieces.map((piece) => (/^\d{1,2}(?:\.0+)?$/.test(piece) ? Number(piece) : NaN));
  if (numbers.some((number) => Number.isNaN(number))) return { unreadable: 'is not a whole number of units' };
  return { value: numbers };
}
