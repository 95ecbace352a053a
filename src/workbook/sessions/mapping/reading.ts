import type { SessionField } from '../../../billing/records/session';
import type { StatusMark } from '../cells/statuses';
import type { MappedField } from '../column-mapping';
import { codeColumnNamed, codeColumns } from './code-columns';
import type { Column } from './columns';

/** How the values of a column are to be taken: hours as minutes, a tick as a status. */
export function reading(
  field: SessionField,
  columns: Column[],
): Pick<MappedField, 'factor' | 'marks' | 'codes'> {
  const [column] = columns;
  const none = { factor: 1, marks: [] };
  if (column === undefined) return none;
  if (field === 'minutes') return { factor: countsHours(column) ? 60 : 1, marks: [] };
  if (field === 'cpt') {
    const found = codeColumns(columns);
    const codes = columns.map((each) => found.get(each) ?? codeColumnNamed(each));
    return codes.some((code) => code !== null) ? { ...none, codes } : none;
  }
  return field === 'status' ? { factor: 1, marks: columns.map(markOf) } : none;
}

function countsHours({ words, profile }: Column): boolean {
  if (words.meanings.includes('minutes')) return false;
  return words.meanings.includes('hours') || (profile.hours > 0 && profile.hours === profile.filled);
}

function markOf({ words }: Column): StatusMark {
  const says = (meaning: 'absence' | 'attendance' | 'cancelled' | 'status') =>
    words.meanings.includes(meaning);
  if (says('status') || (says('attendance') && says('absence')) || (says('absence') && says('cancelled')))
    return null;
  if (says('absence')) return 'no-show';
  if (says('cancelled')) return 'cancelled';
  return says('attendance') ? 'kept' : null;
}
