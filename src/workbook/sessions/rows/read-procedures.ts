import { addAll } from '../../../billing/values/lists';
import { cellName } from '../../../billing/cell-name';
import type { ServiceWords, SessionProcedure } from '../../../billing/records/session';
import { serviceWritten } from '../../../billing/services/written';
import { isErrorValue, type CellRead } from '../cells/text';
import { readModifiers } from '../cells/modifiers';
import { readMinutes } from '../cells/minutes';
import { readProcedures } from '../cells/procedures';
import type { CodeColumn } from '../mapping/code-columns';
import type { RowReader } from './row-reader';
import type { Cell } from './sheet-rows';

/** What was done in words, where the code belongs or in a column of its own; what code it is, the records say. */
export function rowService(reader: RowReader): ServiceWords | null {
  const cell = serviceInPlaceOfCode(reader) ?? wordsOfService(reader);
  if (cell === null) return null;
  const stub: SessionProcedure = { code: cell.shown, modifiers: [], minutes: null, units: null };
  addModifiers(reader, [stub]);
  addUnits(reader, [stub]);
  return { text: cell.shown, place: cell.place, modifiers: stub.modifiers, units: stub.units };
}

function serviceInPlaceOfCode(reader: RowReader): Cell | null {
  const [cell, second] = reader.filled('cpt');
  if (cell === undefined || second !== undefined || typeof cell.value !== 'string') return null;
  if (isErrorValue(cell.value) || 'value' in readProcedures(cell.value)) return null;
  return serviceWritten(cell.shown) === null ? null : cell;
}

function wordsOfService(reader: RowReader): Cell | null {
  return reader.filled('cpt').length > 0 ? null : reader.read('service', (cell) => ({ value: cell }));
}

/** The procedures of a row, with the modifiers and units of columns of their own. */
export function rowProcedures(reader: RowReader): SessionProcedure[] {
  const { columnIndexes = [], codes = [] } = reader.rows.mapping.fields.cpt ?? {};
  const procedures = reader
    .readAll('cpt', (cell) => {
      const column = codes[columnIndexes.indexOf(cell.place.column)];
      return column ? readOfCode(cell, column) : readProcedures(cell.value);
    })
    .flat();
  addModifiers(reader, procedures);
  addUnits(reader, procedures);
  return procedures;
}

const NONE = /^(?:0|no?|none|-)$/i;
const TICK = /^(?:x|y|yes|true|✓|✔|☑)$/i;
const UNITS = /^(\d{1,2})\s?u(?:nits?)?\.?$/i;

/** A cell of a column that belongs to one code: minutes, units or a tick. Nothing of it was done where it says 0. */
function readOfCode(cell: Cell, { code, modifiers, counts }: CodeColumn): CellRead<SessionProcedure[]> {
  const { shown, value, format } = cell;
  if (NONE.test(shown)) return { value: [] };
  if (code === null) {
    const written = readProcedures(value);
    return 'value' in written
      ? written
      : { unreadable: 'does not say which evaluation it was: write its code' };
  }
  const of = (minutes: number | null, units: number | null) => ({
    value: [{ code, modifiers: [...modifiers], minutes, units }],
  });
  if (TICK.test(shown)) return of(null, null);
  const units = UNITS.exec(shown);
  if (units) return of(null, Number(units[1]));
  const isPlain = /^\d+$/.test(shown);
  if (isPlain && counts === 'units') return of(null, Number(shown));
  if (isPlain && counts === 'unclear')
    return {
      unreadable: `is minutes or units of ${code}: write "${code} min" or "${code} units" above the column`,
    };
  const minutes = readMinutes(value, format, 1);
  return 'value' in minutes
    ? of(minutes.value, null)
    : { unreadable: `is neither minutes nor units of ${code}` };
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
