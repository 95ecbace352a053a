/** The comparisons of a custom filter, as Office.js writes them before the value. */
export const COMPARISONS = ['=', '<>', '>', '>=', '<', '<='] as const;

export interface FilterCondition {
  comparison: (typeof COMPARISONS)[number];
  value: string;
}

export type FilterCriteria =
  /** Cells that show one of the texts, or nothing. */
  | { on: 'Values'; values: string[]; blanks: boolean }
  | { on: 'Custom'; conditions: FilterCondition[]; mustAll: boolean }
  /** A kind that the Desk cannot apply; the file keeps it as it is. */
  | { on: 'Other' };

/** What a column of a table is filtered by. */
export interface ColumnFilter {
  /** Null for a column that only has its button hidden. */
  criteria: FilterCriteria | null;
  /** As the file has it; null once it was applied here. Only the codec looks inside. */
  source: string | null;
}
