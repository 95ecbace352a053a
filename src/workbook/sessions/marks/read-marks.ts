import { cellName } from '../../../billing/cell-name';
import type { Finding } from '../../../billing/findings';
import type { Session } from '../../../billing/records/session';
import type { Day } from '../../../billing/values/day';
import type { RowTold } from '../account/account-sheet';
import type { MarksLayout } from '../column-mapping';
import type { SheetGrid } from '../grid';
import { isBlank, tidyText } from '../cells/text';
import { rowFinding } from '../rows/unreadable';
import { crossings } from './find-marks';
import { readMark } from './read-mark';

/** Reads a client-by-day grid: every filled crossing is a session of that client on that day, or a finding. */
export function readMarks(
  grid: SheetGrid,
  marks: MarksLayout,
): { sessions: Session[]; findings: Finding[]; told: RowTold[] } {
  const sessions: Session[] = [];
  const findings: Finding[] = [];
  const told = new Map<number, RowTold>();
  for (const { row, at, day, name, nameRow, nameAt } of crossings(grid, marks)) {
    const value = grid.values[row]?.[at] ?? '';
    if (isBlank(value)) continue;
    const place = { sheet: grid.name, row: grid.firstRow + row, column: grid.firstColumn + at };
    const mark = readMark(value, grid.formats[row]?.[at] ?? '');
    if ('unreadable' in mark) {
      const finding = unreadableMark(place, tidyText(value), mark.unreadable, name, day);
      findings.push(finding);
      if (!told.has(place.row))
        told.set(place.row, { row: place.row, kind: 'left out', why: finding.message });
      continue;
    }
    told.set(place.row, { row: place.row, kind: 'session', why: null });
    const client = { sheet: grid.name, row: grid.firstRow + nameRow, column: grid.firstColumn + nameAt };
    sessions.push({
      place,
      cells: { date: place, client, ...(mark.value.procedures.length > 0 ? { cpt: place } : {}) },
      date: day,
      client: name,
      ...mark.value,
      diagnoses: [],
      payer: null,
      charge: null,
      paid: null,
      copay: null,
      insurancePaid: null,
      provider: null,
      notes: null,
    });
  }
  return { sessions, findings, told: [...told.values()] };
}

function unreadableMark(
  place: Finding['place'] & object,
  shown: string,
  why: string,
  client: string,
  date: Day,
): Finding {
  const finding = rowFinding({
    rule: 'session-mark-unreadable',
    severity: 'STOP',
    place,
    message: `${cellName(place)}: "${shown}" ${why}. It is left out.`,
    fix: 'Write x, the minutes, or the procedure code.',
  });
  return { ...finding, client, date };
}
