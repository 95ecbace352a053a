import type { Column } from './columns';

/** The columns of first and last name, in this order wherever they stand; null unless there are both. */
export function firstAndLast(columns: Column[]): Column[] | null {
  const onlyLast = columns.some(({ words }) => words.meanings.join() === 'last');
  const part = (which: 'first' | 'last') =>
    columns.find(
      ({ words }) =>
        words.unknown.length === 0 &&
        isNamePart(which, words.meanings, onlyLast) &&
        words.meanings.every((meaning) => ['first', 'last', 'name', 'person', 'customer'].includes(meaning)),
    );
  const first = part('first');
  const last = part('last');
  return first !== undefined && last !== undefined && first !== last ? [first, last] : null;
}

/** "Nombre" beside "Apellido" is the first name. */
function isNamePart(which: 'first' | 'last', meanings: string[], onlyLast: boolean): boolean {
  if (meanings.includes('first') && meanings.includes('last')) return false;
  if (meanings.includes(which)) return true;
  return which === 'first' && onlyLast && !meanings.includes('last') && meanings.join() === 'name';
}
