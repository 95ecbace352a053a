import type { SessionProcedure, SessionStatus } from '../../../billing/records/session';
import type { GridValue } from '../grid';
import { readMinutes } from '../cells/minutes';
import { readProcedures } from '../cells/procedures';
import { readStatus } from '../cells/statuses';
import { tidyText } from '../cells/text';
import type { CellRead } from '../cells/text';

export interface Mark {
  status: SessionStatus;
  minutes: number | null;
  procedures: SessionProcedure[];
}

/** A cell of a client-by-day grid: a tick or 1, minutes, a code, or why the visit was not kept. */
export function readMark(value: GridValue, format: string): CellRead<Mark> {
  const text = tidyText(value);
  const kept: Mark = { status: 'kept', minutes: null, procedures: [] };
  if (value === true || /^(?:x{1,2}|y|yes|1|[✓✔☑•●])$/i.test(text)) return { value: kept };
  const procedures = readProcedures(value);
  if ('value' in procedures) return { value: { ...kept, procedures: procedures.value } };
  const minutes = readMinutes(value, format, 1);
  if ('value' in minutes && minutes.value >= 10) return { value: { ...kept, minutes: minutes.value } };
  const status = readStatus(value, null);
  if ('value' in status && typeof value === 'string') return { value: { ...kept, status: status.value } };
  return { unreadable: 'is neither a tick, minutes, a code nor a word for a visit not kept' };
}
