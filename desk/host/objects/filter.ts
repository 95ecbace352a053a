import { criteriaArgument, customCriteria, describeCriteria, valuesCriteria } from '../cells/filter-criteria';
import { setFilter } from '../cells/filters';
import type { ClassSpec } from '../class-spec';
import type { Targets } from '../targets';
import type { FilterCriteria } from '../../book/column-filter';
import type { Workspace } from '../workspace';

type Column = Targets['Filter'];

/** The filter of a column of a table. */
export const filter: ClassSpec<Column> = {
  properties: {
    Criteria: {
      get({ column }) {
        const criteria = column.filter?.criteria ?? null;
        return criteria && describeCriteria(criteria);
      },
    },
  },
  methods: {
    Apply: (column, [criteria], workspace) =>
      apply(column, criteriaArgument(criteria, workspace.today()), workspace),
    ApplyCustomFilter: (column, [first, second, operator], workspace) =>
      apply(column, customCriteria(first, second, operator, workspace.today()), workspace),
    ApplyValuesFilter: (column, [values], workspace) => apply(column, valuesCriteria(values), workspace),
    Clear: (column, _args, workspace) => apply(column, null, workspace),
  },
};

function apply({ table, column }: Column, criteria: FilterCriteria | null, workspace: Workspace): void {
  setFilter(table, column, criteria);
  workspace.edited = true;
}
