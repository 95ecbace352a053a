import fc from 'fast-check';
import { dayOf, serialOf } from '../../../../src/billing/values/day';
import type { GridValue, SheetGrid } from '../../../../src/workbook/sessions/grid';
import { sheet } from '../sheet';
import {
  BILLED_HEADERS,
  CLIENTS,
  HEADERS,
  KEPT_NOTES,
  KEPT_WORDS,
  MONTHS,
  NOT_KEPT_NOTES,
  NOT_KEPT_WORDS,
  NOTES_HEADERS,
  STATUS_HEADERS,
} from './words';

/** What became of a session that the generator wrote. */
export type Fate = 'kept' | 'not kept' | 'billed before';

export interface GeneratedSession {
  /** Excel's number. */
  row: number;
  column: number;
  client: string;
  /** Excel's serial number. */
  date: number;
  fate: Fate;
}

export interface GeneratedSheet {
  grid: SheetGrid;
  sessions: GeneratedSession[];
}

type Field = keyof typeof HEADERS | 'status' | 'notes' | 'billed' | 'no show' | 'cancelled' | 'fee' | 'room';

interface Visit {
  client: number;
  day: number;
  fate: Fate;
  /** Where the sheet says that it was not kept. */
  said: 'status' | 'notes' | 'no show' | 'cancelled' | 'fee';
  word: number;
}

interface Shape {
  kind: 'list' | 'bands' | 'blocks' | 'side by side';
  dates: 'serial' | 'iso' | 'dotted' | 'words' | 'day numbers';
  month: number;
  language: number;
  order: number[];
  header: number;
  titles: number;
  blankRows: boolean;
  totals: boolean;
  hasBilled: boolean;
  visits: Visit[];
}

const YEAR = 2026;
const COLUMNS: readonly Field[] = [
  'date', 'client', 'minutes', 'cpt', 'dx', 'payer', 'charge', 'status', 'notes', 'no show', 'cancelled', 'fee', 'room',
]; // prettier-ignore

const visit: fc.Arbitrary<Visit> = fc.record({
  client: fc.nat(CLIENTS.length - 1),
  day: fc.integer({ min: 1, max: 28 }),
  fate: fc.oneof(
    { weight: 5, arbitrary: fc.constant<Fate>('kept') },
    { weight: 2, arbitrary: fc.constant<Fate>('not kept') },
    { weight: 1, arbitrary: fc.constant<Fate>('billed before') },
  ),
  said: fc.constantFrom('status', 'notes', 'no show', 'cancelled', 'fee'),
  word: fc.nat(100),
});

const shape: fc.Arbitrary<Shape> = fc.record({
  kind: fc.constantFrom('list', 'bands', 'blocks', 'side by side'),
  dates: fc.constantFrom('serial', 'iso', 'dotted', 'words', 'day numbers'),
  month: fc.integer({ min: 1, max: 12 }),
  language: fc.nat(3),
  order: fc.shuffledSubarray([...COLUMNS.keys()], { minLength: COLUMNS.length, maxLength: COLUMNS.length }),
  header: fc.nat(100),
  titles: fc.nat(3),
  blankRows: fc.boolean(),
  totals: fc.boolean(),
  hasBilled: fc.boolean(),
  visits: fc.array(visit, { minLength: 1, maxLength: 8 }),
});

/** Sheets of sessions as people keep them; what is in them is known. */
export const generatedSheet: fc.Arbitrary<GeneratedSheet> = shape.map(built);

function built(shape: Shape): GeneratedSheet {
  const month = monthName(shape);
  const rows: GridValue[][] = [];
  const sessions: GeneratedSession[] = [];
  const fields = fieldsOf(shape);
  const title = [[month], ['Quiet Harbor Massage, 360-555-2019'], ['session log (purple = paid)']];
  for (const cells of title.slice(0, shape.titles)) rows.push(cells);
  if (shape.dates === 'day numbers' && shape.kind !== 'bands' && shape.titles === 0) rows.push([month]);

  if (shape.kind === 'blocks') {
    for (const client of new Set(shape.visits.map(({ client }) => client))) {
      rows.push([`Client: ${CLIENTS[client] ?? ''}`]);
      table(shape.visits.filter((visit) => visit.client === client));
      if (shape.blankRows) rows.push([]);
    }
  } else if (shape.kind === 'side by side') {
    const half = Math.ceil(shape.visits.length / 2);
    const top = rows.length;
    table(shape.visits.slice(0, half));
    if (half < shape.visits.length) table(shape.visits.slice(half), top, fields.length + 1);
  } else table(shape.visits, rows.length, 0, shape.kind === 'bands');
  return {
    grid: sheet(
      rows.map((cells) => Array.from(cells, (cell) => cell ?? '')),
      { name: 'Log' },
    ),
    sessions,
  };

  function table(visits: readonly Visit[], top = rows.length, left = 0, hasBand = false): void {
    put(
      top,
      left,
      fields.map((field, at) => headerOf(field, shape.header + at)),
    );
    let at = top + 1;
    if (hasBand) put(at++, left, [month]);
    for (const visit of visits) {
      put(
        at,
        left,
        fields.map((field) => cellOf(field, visit, shape)),
      );
      sessions.push({
        row: at + 1,
        column: left + fields.indexOf('date') + 1,
        client: CLIENTS[visit.client] ?? '',
        date: serial(shape.month, visit.day),
        fate: visit.fate,
      });
      at++;
      if (shape.blankRows && !hasBand && visit.day % 5 === 0) at++;
    }
    if (shape.totals)
      put(
        at,
        left,
        fields.map((field) => (field === 'date' ? 'Total' : field === 'charge' ? 120 * visits.length : '')),
      );
  }

  function put(row: number, left: number, cells: readonly GridValue[]): void {
    while (rows.length <= row) rows.push([]);
    const line = rows[row] ?? [];
    for (const [at, cell] of cells.entries()) line[left + at] = cell;
    for (let at = 0; at < left; at++) line[at] ??= '';
  }
}

const MARKS: readonly Field[] = ['status', 'no show', 'cancelled', 'fee'];

/** Columns that say nothing of any visit are left out. */
function fieldsOf({ kind, order, visits, hasBilled }: Shape): Field[] {
  const said = new Set<Field>(visits.filter(({ fate }) => fate === 'not kept').map(({ said }) => said));
  const isBilled = hasBilled || visits.some(({ fate }) => fate === 'billed before');
  const fields = order.flatMap((at): Field[] => {
    const field = COLUMNS[at];
    if (field === undefined || (field === 'client' && kind === 'blocks')) return [];
    const isMark = MARKS.includes(field);
    return isMark && !said.has(field) ? [] : [field];
  });
  return isBilled ? [...fields, 'billed'] : fields;
}

function headerOf(field: Field, pick: number): string {
  const words: Record<Field, readonly string[]> = {
    ...HEADERS,
    status: STATUS_HEADERS,
    notes: NOTES_HEADERS,
    billed: BILLED_HEADERS,
    'no show': ['No show', 'no_show_at'],
    cancelled: ['Cancelled', 'cancelled_at'],
    fee: ['No-show fee', 'Cancellation fee', 'Missed appt fee'],
    room: ['Suite', 'Ticket', 'Table'],
  };
  return picked(words[field], pick);
}

function cellOf(field: Field, visit: Visit, shape: Shape): GridValue {
  const isNotKept = visit.fate === 'not kept';
  const says = (where: Visit['said']) => isNotKept && visit.said === where;
  switch (field) {
    case 'date':
      return dateOf(shape, visit.day);
    case 'client':
      return CLIENTS[visit.client] ?? '';
    case 'minutes':
      return picked<GridValue>([60, '60 min', '1 hr', '1:00'], visit.word);
    case 'cpt':
      return picked(['97124', '97124 x4', '97124 (4 units)', '97124-GP'], visit.word);
    case 'dx':
      return picked(['M54.2', 'M54.50, M54.2', 'm54.50'], visit.word);
    case 'payer':
      return picked(['Puget Mutual', 'Cascadia'], visit.word);
    case 'charge':
      return 120;
    case 'status':
      return says('status') ? picked(NOT_KEPT_WORDS, visit.word) : picked(KEPT_WORDS, visit.word);
    case 'notes':
      return says('notes') ? picked(NOT_KEPT_NOTES, visit.word) : picked(KEPT_NOTES, visit.word);
    case 'no show':
    case 'cancelled':
      return says(field);
    case 'fee':
      return says('fee') ? picked<GridValue>([75, '$50', 60.5], visit.word) : '';
    case 'billed':
      return visit.fate === 'billed before'
        ? picked<GridValue>([46315, 'x', 'yes', '10/20/2026', 'C1042'], visit.word)
        : '';
    case 'room':
      return picked(['A', 'B', 'big room'], visit.word);
  }
}

function dateOf(shape: Shape, day: number): GridValue {
  const two = (number: number) => String(number).padStart(2, '0');
  switch (shape.dates) {
    case 'serial':
      return serial(shape.month, day);
    case 'iso':
      return `${String(YEAR)}-${two(shape.month)}-${two(day)}`;
    case 'dotted':
      return `${two(day)}.${two(shape.month)}.${String(YEAR)}`;
    case 'day numbers':
      return day;
    case 'words': {
      const name = nameOf(shape);
      if (shape.language < 2) return `${name} ${String(day)}, ${String(YEAR)}`;
      return shape.language === 2
        ? `${String(day)} de ${name} de ${String(YEAR)}`
        : `${String(day)} ${name} ${String(YEAR)}`;
    }
  }
}

function nameOf({ month, language }: Shape): string {
  return MONTHS[month - 1]?.[language] ?? '';
}

function monthName(shape: Shape): string {
  return `${nameOf(shape)} ${String(YEAR)}`;
}

function serial(month: number, day: number): number {
  const found = dayOf(YEAR, month, day);
  if (found === null) throw new Error('no such day');
  return serialOf(found);
}

function picked<Value>(values: readonly Value[], at: number): Value {
  return values[at % values.length] as Value;
}
