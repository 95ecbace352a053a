import type { ColumnFilter, FilterCondition, FilterCriteria } from '../../book/column-filter';
import type { TableColumn } from '../../book/book';
import { withOpenTag } from '../xml/patch';
import { decodeExcelText, encodeExcelName, escapeAttribute } from '../xml/text';
import { child, childrenNamed, isTrue, numberOf, type XmlElement } from '../xml/tree';

/** ST_FilterOperator (ECMA-376 part 1, 18.18.31); equal is the default. */
const OPERATORS = {
  equal: '=',
  notEqual: '<>',
  greaterThan: '>',
  greaterThanOrEqual: '>=',
  lessThan: '<',
  lessThanOrEqual: '<=',
} as const;

type Operator = keyof typeof OPERATORS;

/** Gives each column what the table's `<autoFilter>` says of it. `xml`: the text that the element is of. */
export function readColumnFilters(
  columns: readonly TableColumn[],
  autoFilter: XmlElement | undefined,
  xml: string,
): void {
  for (const element of childrenNamed(autoFilter, 'filterColumn')) {
    const column = columns[numberOf(element.attributes['colId']) ?? -1];
    if (column)
      column.filter = { criteria: criteriaOf(element), source: xml.slice(element.start, element.end) };
  }
}

/** The `<filterColumn>` of each filtered column, by its place. */
export function columnFilterTexts(columns: readonly TableColumn[], prefix: string): string[] {
  return columns.flatMap(({ filter }, index) => {
    const text = filter && filterText(filter, prefix);
    return text ? [withOpenTag(text, { colId: String(index) })] : [];
  });
}

function criteriaOf(element: XmlElement): FilterCriteria | null {
  const [kind] = element.children;
  if (!kind) return null;
  if (kind.local === 'filters' && !child(kind, 'dateGroupItem')) {
    const values = childrenNamed(kind, 'filter').map(({ attributes }) =>
      decodeExcelText(attributes['val'] ?? ''),
    );
    return { on: 'Values', values, blanks: isTrue(kind.attributes['blank']) };
  }
  if (kind.local !== 'customFilters') return { on: 'Other' };
  const conditions = childrenNamed(kind, 'customFilter').map(({ attributes }): FilterCondition => ({
    comparison: isOperator(attributes['operator']) ? OPERATORS[attributes['operator']] : '=',
    value: decodeExcelText(attributes['val'] ?? ''),
  }));
  return { on: 'Custom', conditions, mustAll: isTrue(kind.attributes['and']) };
}

function isOperator(word: string | undefined): word is Operator {
  return word !== undefined && Object.hasOwn(OPERATORS, word);
}

function filterText({ criteria, source }: ColumnFilter, prefix: string): string | null {
  if (source !== null) return source;
  if (criteria === null || criteria.on === 'Other') return null;
  const inside =
    criteria.on === 'Values'
      ? `<${prefix}filters${criteria.blanks ? ' blank="1"' : ''}>${criteria.values.map((value) => `<${prefix}filter${valueAttribute(value)}/>`).join('')}</${prefix}filters>`
      : `<${prefix}customFilters${criteria.mustAll ? ' and="1"' : ''}>${criteria.conditions.map((condition) => conditionText(condition, prefix)).join('')}</${prefix}customFilters>`;
  return `<${prefix}filterColumn>${inside}</${prefix}filterColumn>`;
}

function conditionText({ comparison, value }: FilterCondition, prefix: string): string {
  const [operator] = Object.entries(OPERATORS).find(([, sign]) => sign === comparison) ?? ['equal'];
  const written = operator === 'equal' ? '' : ` operator="${operator}"`;
  return `<${prefix}customFilter${written}${valueAttribute(value)}/>`;
}

function valueAttribute(value: string): string {
  return ` val="${escapeAttribute(encodeExcelName(value))}"`;
}
