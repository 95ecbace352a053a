import type { Cell } from '../../book/book';
import type { FilterCondition, FilterCriteria } from '../../book/column-filter';

/** Whether a filter shows a cell. `shown`: what the cell shows. */
export function passes(
  criteria: Exclude<FilterCriteria, { on: 'Other' }>,
  cell: Cell | undefined,
  shown: string,
): boolean {
  if (criteria.on === 'Values') {
    const text = shown.toLowerCase();
    return text === '' ? criteria.blanks : criteria.values.some((value) => value.toLowerCase() === text);
  }
  const matches = (condition: FilterCondition) => meets(condition, cell, shown);
  return criteria.mustAll ? criteria.conditions.every(matches) : criteria.conditions.some(matches);
}

function meets({ comparison, value }: FilterCondition, cell: Cell | undefined, shown: string): boolean {
  const number = value.trim() === '' ? NaN : Number(value);
  const held = cell?.value ?? null;
  if (comparison === '=' || comparison === '<>') {
    const isSame = typeof held === 'number' && held === number ? true : pattern(value).test(shown);
    return isSame === (comparison === '=');
  }
  if (!Number.isNaN(number)) return typeof held === 'number' && isOrdered(comparison, held - number);
  return typeof held === 'string' && isOrdered(comparison, compareTexts(held, value));
}

function compareTexts(a: string, b: string): number {
  const [first, second] = [a.toLowerCase(), b.toLowerCase()];
  return first === second ? 0 : first < second ? -1 : 1;
}

function isOrdered(comparison: FilterCondition['comparison'], difference: number): boolean {
  if (comparison === '>') return difference > 0;
  if (comparison === '>=') return difference >= 0;
  return comparison === '<' ? difference < 0 : difference <= 0;
}

/** `*` is any text and `?` any character; `~` before one of them means itself. */
function pattern(value: string): RegExp {
  const parts = value.match(/~[*?~]|[^]/gu) ?? [];
  const source = parts.map((part) => {
    if (part === '*') return '[^]*';
    if (part === '?') return '[^]';
    return (part.length > 1 && part.startsWith('~') ? part.slice(1) : part).replace(
      /[.*+?^${}()|[\]\\/]/g,
      '\\$&',
    );
  });
  return new RegExp(`^${source.join('')}$`, 'iu');
}
