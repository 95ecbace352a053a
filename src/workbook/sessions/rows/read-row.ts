import { cellName } from '../../../billing/cell-name';
import type { Finding } from '../../../billing/findings';
import type { Session, SessionField, SessionStatus } from '../../../billing/records/session';
import type { Cents } from '../../../billing/values/cents';
import { addYears, partsOf, usDate } from '../../../billing/values/day';
import type { Day } from '../../../billing/values/day';
import { nameKey } from '../../../billing/values/name-key';
import { clientName } from '../cells/client-names';
import { EARLIEST_YEAR, readDate } from '../cells/dates';
import { readDiagnoses } from '../cells/diagnoses';
import { readMoney } from '../cells/money';
import { saysBilled } from '../cells/billed-words';
import { readStatus } from '../cells/statuses';
import { plainWords, type CellRead } from '../cells/text';
import type { RowLooks } from '../grid';
import type { UnreadRow } from '../account/account';
import { rowProcedures, rowService } from './read-procedures';
import { rowMinutes, rowSpan } from './read-time';
import { RowReader } from './row-reader';
import { cellsOf, datesAt } from './sheet-rows';
import type { Cell, SheetRows } from './sheet-rows';
import { missingCell } from './unreadable';

/** How far ahead a date of service may lie: people do enter appointments a while before. */
const YEARS_AHEAD = 2;

export interface ReadRow {
  /** Null where the row had to be left out; then there is a finding. */
  session: Session | null;
  findings: Finding[];
  /** What can be read of a row that is left out. */
  unread?: UnreadRow;
}

/** Reads one row; `today` bounds how far in the future a date may lie, null for no bound. */
export function readRow(rows: SheetRows, row: number, today: Day | null): ReadRow {
  const reader = new RowReader(rows, row);
  const date = rowDate(reader, today);
  const client = rowClient(reader);
  const status = rowStatus(reader);
  // What stands under minutes and codes of a visit that was not kept concerns no claim: it cannot hold the row back.
  const visit = status.read === 'kept' || status.read === 'scheduled' ? reader : new RowReader(rows, row);
  const minutes = rowMinutes(visit);
  const span = rowSpan(visit);
  const service = rowService(visit);
  const procedures = service === null ? rowProcedures(visit) : [];
  const diagnoses = visit.readAll('dx', (cell) => readDiagnoses(cell.value)).flat();
  const charge = status.elsewhere === 'charge' ? null : money(reader, 'charge');
  const paid = money(reader, 'paid');
  const copay = money(reader, 'copay');
  const insurancePaid = money(reader, 'insurance_paid');
  const payer = rowPayer(reader);
  const provider = words(reader, 'provider');
  const notes = words(reader, 'notes');
  const location = words(reader, 'place');
  const assistant = reader.read('assistant', ({ shown }) => ({ value: readAssistant(shown) }));
  const billedMark = billedBefore(reader);
  const findings = reader.findings.map((finding) => ({
    ...finding,
    ...(client === null ? {} : { client: client.name }),
    ...(date === null ? {} : { date: date.day }),
  }));
  if (date === null || client === null || status.read === null || reader.leftOut)
    return { session: null, findings, unread: { date: date?.day ?? null, charge } };
  return {
    findings,
    session: {
      place: date.cell.place,
      cells: { ...visit.cells, ...reader.cells },
      date: date.day,
      client: client.name,
      minutes,
      ...(span ? { span } : {}),
      procedures,
      diagnoses: [...new Set(diagnoses)],
      payer,
      charge,
      paid: paid ?? copay,
      copay,
      insurancePaid,
      status: status.read,
      provider,
      notes,
      ...looksOf(reader.rows.grid.looks, date.cell.place.row),
      ...(reader.rows.areDatesInDoubt ? { isDateInDoubt: true as const } : {}),
      ...(location === null ? {} : { location }),
      ...(service === null ? {} : { service }),
      ...(assistant ? { assistant } : {}),
      ...(billedMark === null ? {} : { billedMark }),
    },
  };
}

function looksOf(looks: RowLooks | undefined, row: number): Pick<Session, 'isStruckOut' | 'isHidden'> {
  return {
    ...(looks?.struck.has(row) ? { isStruckOut: true } : {}),
    ...(looks?.hidden.has(row) ? { isHidden: true } : {}),
  };
}

function rowDate(reader: RowReader, today: Day | null): { day: Day; cell: Cell } | null {
  const [cell] = reader.filled('date');
  if (cell === undefined) {
    const [empty] = cellsOf(reader.rows, reader.row, 'date');
    if (empty !== undefined) reader.findings.push(missingCell('date', empty.place));
    return null;
  }
  const dates = datesAt(reader.rows, reader.row);
  const day = reader.read('date', ({ value, format }) => {
    const read = readDate(value, format, dates);
    return 'value' in read ? inRange(read.value.day, today) : read;
  });
  return day === null ? null : { day, cell };
}

function inRange(day: Day, today: Day | null): CellRead<Day> {
  if (partsOf(day).year < EARLIEST_YEAR)
    return { unreadable: `is ${usDate(day)}, before ${String(EARLIEST_YEAR)}` };
  const ahead = today === null ? partsOf(day).year >= 2100 : day > addYears(today, YEARS_AHEAD);
  return ahead ? { unreadable: `is ${usDate(day)}, more than two years ahead` } : { value: day };
}

/** The client's columns joined, as the user spells it; else the client of the label above, or of the whole sheet. */
function rowClient(reader: RowReader): { name: string } | null {
  const { mapping, contexts } = reader.rows;
  const label = contexts.at(reader.row).client;
  if (mapping.fields.client === undefined) {
    const whole = label ?? mapping.client;
    if (whole?.place) reader.cells.client = whole.place;
    return whole === null ? null : { name: whole.name };
  }
  const parts = reader.readAll('client', ({ value, shown }): CellRead<string> => {
    if (typeof value !== 'string' || !/\p{L}/u.test(shown)) return { unreadable: 'is not a name' };
    return { value: clientName(shown) };
  });
  const [cell] = cellsOf(reader.rows, reader.row, 'client');
  if (parts.length > 0) {
    const name = parts.join(' ');
    if (label !== null && nameKey(label.name) !== nameKey(name) && cell !== undefined)
      reader.cannotRead(
        'client',
        cell,
        `stands below "${label.name}" in ${cellName(label.place)}, which is another client`,
      );
    return { name };
  }
  if (!reader.leftOut && cell?.blank === true) reader.findings.push(missingCell('client', cell.place));
  return null;
}

interface RowStatus {
  read: SessionStatus | null;
  /** The column where the status was written instead of a value: "NS" under minutes. */
  elsewhere: SessionField | null;
}

/** Where people write that a session did not happen, when not in a status column. */
const SAID_ELSEWHERE: SessionField[] = ['cpt', 'service', 'minutes', 'start', 'charge', 'notes'];

function rowStatus(reader: RowReader): RowStatus {
  const read = writtenStatus(reader);
  if (read !== 'kept') return { read, elsewhere: null };
  for (const field of SAID_ELSEWHERE) {
    const [said] = cellsOf(reader.rows, reader.row, field);
    if (said === undefined || said.blank || typeof said.value !== 'string') continue;
    const status = readStatus(said.value, null);
    if ('unreadable' in status || status.value === 'kept' || status.value === 'scheduled') continue;
    reader.warn(
      'session-status-elsewhere',
      said.place,
      `Row ${String(said.place.row)} says "${said.shown}", so it is read as ${status.value.replace('-', ' ')}, not as a visit.`,
      'Nothing, if that is right; if the visit took place, correct the row.',
    );
    return { read: status.value, elsewhere: field };
  }
  return { read, elsewhere: null };
}

/** Of several columns any one that says that it was not kept wins; null where one of them cannot be read. */
function writtenStatus(reader: RowReader): SessionStatus | null {
  const { columnIndexes = [], marks = [] } = reader.rows.mapping.fields.status ?? {};
  const markOf = ({ place }: Cell) => marks[columnIndexes.indexOf(place.column)] ?? null;
  const cells = reader.filled('status');
  // Who ticks the visits that took place has not said so of one without a tick.
  if (cells.length === 0 && reader.rows.areTicked) return 'scheduled';
  const read = reader.readAll('status', (cell) => readStatus(cell.value, markOf(cell)));
  if (read.length < cells.length) return null;
  return (
    read.find((status) => status !== 'kept' && status !== 'scheduled') ??
    read.find((status) => status !== 'kept') ??
    'kept'
  );
}

function money(reader: RowReader, field: 'charge' | 'paid' | 'copay' | 'insurance_paid'): Cents | null {
  return reader.read(field, ({ value, place }) =>
    readMoney(value, reader.rows.marks.get(place.column) ?? 'unknown'),
  );
}

const INSURED = new Set(['y', 'yes', 'x', 'true', '✓', 'si', 'oui']);

/** The payer's name; a yes beside it names nobody, and a no in any of the columns says that there is none. */
function rowPayer(reader: RowReader): string | null {
  const said = reader.readAll('payer', ({ shown }) => ({ value: shown }));
  const names = said.filter((text) => !INSURED.has(text.toLowerCase()));
  const none = names.find((text) => /^(?:n|no|false)$/i.test(text));
  return none === undefined ? (names[0] ?? null) : 'no insurance';
}

function words(reader: RowReader, field: 'provider' | 'notes' | 'place'): string | null {
  return reader.read(field, ({ shown }) => ({ value: shown }));
}

/** "KL", "KL 15", "15 min"; null where the cell says that there was none. */
function readAssistant(shown: string): { name: string; minutes: number | null } | null {
  if (/^(?:0|no?|none|n\/a|-)$/i.test(shown)) return null;
  const [, name = '', minutes] =
    /^(.*?)[\s,:(]*(?:(\d{1,3})\s*(?:m|min|mins|minutes)?\.?\)?)?$/i.exec(shown) ?? [];
  return { name: name.trim(), minutes: minutes === undefined ? null : Number(minutes) };
}

const NOT_BILLED = new Set([
  'n',
  'no',
  'false',
  '0',
  'not yet',
  'not billed',
  'unbilled',
  'to bill',
  'ready',
  'pending',
  'na',
]);

/** What a column of earlier bills says of the row: a date, a number, a tick; null where it says nothing, or no. */
function billedBefore(reader: RowReader): string | null {
  const [cell] = reader.filled('billed');
  if (cell !== undefined) return NOT_BILLED.has(plainWords(cell.shown)) ? null : shownMark(cell);
  return reader.filled('status').find(({ shown }) => saysBilled(shown))?.shown ?? null;
}

/** A date as a date, whatever number Excel keeps for it. */
function shownMark(cell: Cell): string {
  const read = readDate(cell.value, cell.format, { date1904: false, order: 'month-first', year: null });
  return typeof cell.value === 'number' && 'value' in read ? usDate(read.value.day) : cell.shown;
}
