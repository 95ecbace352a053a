import { COMPARISONS, type FilterCondition, type FilterCriteria } from '../../book/column-filter';
import { isMissing, textArgument, wordArgument } from '../arguments';
import { invalidArgument, unsupported } from '../errors';
import { readEntry } from './entry';

/** The words of `Excel.FilterOn`. */
const KINDS = [
  'BottomItems',
  'BottomPercent',
  'CellColor',
  'Dynamic',
  'FontColor',
  'Values',
  'TopItems',
  'TopPercent',
  'Icon',
  'Custom',
] as const;

/** Reads an `Excel.FilterCriteria`. `today`: a day number, for dates without a year. */
export function criteriaArgument(value: unknown, today: number): FilterCriteria {
  if (typeof value !== 'object' || value === null) throw invalidArgument();
  const given = value as Record<string, unknown>;
  const kind = wordArgument(given['filterOn'], KINDS);
  if (kind === 'Values') return valuesCriteria(given['values']);
  if (kind !== 'Custom') throw unsupported(`filters on ${kind}`);
  return customCriteria(given['criterion1'], given['criterion2'], given['operator'], today);
}

export function valuesCriteria(values: unknown): FilterCriteria {
  if (!Array.isArray(values)) throw invalidArgument();
  if (values.some((value) => typeof value === 'object')) throw unsupported('filters on dates');
  const texts = values.map((value) => (typeof value === 'number' ? String(value) : textArgument(value)));
  return { on: 'Values', values: texts.filter((text) => text !== ''), blanks: texts.includes('') };
}

export function customCriteria(
  first: unknown,
  second: unknown,
  operator: unknown,
  today: number,
): FilterCriteria {
  const conditions = [conditionOf(textArgument(first), today)];
  if (!isMissing(second)) conditions.push(conditionOf(textArgument(second), today));
  const mustAll = isMissing(operator) || wordArgument(operator, ['And', 'Or'] as const) === 'And';
  return { on: 'Custom', conditions, mustAll: mustAll && conditions.length > 1 };
}

/** As an `Excel.FilterCriteria`. */
export function describeCriteria(criteria: FilterCriteria): Record<string, unknown> {
  if (criteria.on === 'Other') throw unsupported('criteria of filters that were set in Excel');
  if (criteria.on === 'Values')
    return { filterOn: 'Values', values: [...criteria.values, ...(criteria.blanks ? [''] : [])] };
  const [first, second] = criteria.conditions.map(({ comparison, value }) => comparison + value);
  return {
    filterOn: 'Custom',
    criterion1: first,
    ...(second !== undefined && { criterion2: second, operator: criteria.mustAll ? 'And' : 'Or' }),
  };
}

/** `>50`, `=*s`; without a sign, equal. Dates are compared by their day numbers. */
function conditionOf(text: string, today: number): FilterCondition {
  const [, sign = '', value = ''] = /^(<>|>=|<=|=|>|<)?([^]*)$/.exec(text) ?? [];
  const comparison = COMPARISONS.find((each) => each === sign) ?? '=';
  const typed = value === '' ? null : readEntry(value, 'General', today);
  return { comparison, value: typed?.isDate ? String(typed.value) : value };
}
