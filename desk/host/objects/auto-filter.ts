import type { Table } from '../../book/book';
import { contains } from '../../book/areas';
import { integerArgument, isMissing, optionalRange } from '../arguments';
import { criteriaArgument, describeCriteria } from '../cells/filter-criteria';
import { clearFilters, filteredArea, filterRows, isFiltered, setFilter } from '../cells/filters';
import { findRange } from '../cells/find-range';
import { requireUnprotected } from '../cells/protection';
import type { ClassSpec } from '../class-spec';
import { ExcelError, invalidArgument } from '../errors';
import type { Workspace } from '../workspace';

/** The filter of a table; that of a sheet without a table is refused. */
export const autoFilter: ClassSpec<Table> = {
  properties: {
    Criteria: {
      get: ({ columns }) =>
        columns.map(({ filter }) => (filter?.criteria ? describeCriteria(filter.criteria) : null)),
    },
    Enabled: { get: ({ showFilterButton }) => showFilterButton },
    IsDataFiltered: { get: isFiltered },
  },
  methods: {
    Apply(table, [range, index, criteria], workspace) {
      requireOwnRange(table, range, workspace);
      requireUnprotected(table.sheet);
      table.showFilterButton = true;
      if (!isMissing(criteria))
        setFilter(table, columnAt(table, index), criteriaArgument(criteria, workspace.today()));
      workspace.edited = true;
    },
    ClearColumnCriteria(table, [index], workspace) {
      setFilter(table, columnAt(table, index), null);
      workspace.edited = true;
    },
    ClearCriteria: clear,
    GetRange(table, _args, workspace) {
      if (!table.showFilterButton) throw new ExcelError('ItemNotFound');
      return workspace.range(table.sheet, filteredArea(table));
    },
    GetRangeOrNullObject: (table, _args, workspace) =>
      table.showFilterButton ? workspace.range(table.sheet, filteredArea(table)) : null,
    Reapply(table, _args, workspace) {
      filterRows(table);
      workspace.edited = true;
    },
    Remove(table, args, workspace) {
      clear(table, args, workspace);
      table.showFilterButton = false;
    },
  },
};

function clear(table: Table, _args: unknown[], workspace: Workspace): void {
  clearFilters(table);
  workspace.edited = true;
}

function columnAt(table: Table, index: unknown): Table['columns'][number] {
  const column = table.columns[integerArgument(index)];
  if (!column) throw invalidArgument();
  return column;
}

function requireOwnRange(table: Table, range: unknown, workspace: Workspace): void {
  const { sheet, area } = optionalRange(range) ?? findRange(workspace.book, table.sheet, range);
  if (sheet !== table.sheet || !contains(table.area, area)) throw invalidArgument();
}
