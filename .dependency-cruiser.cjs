/** The arrows of docs/architecture.md: taskpane, ribbon, functions -> actions -> practice -> workbook, forms, x12 -> billing. */
const layer = (name, allowed) => ({
  name: `${name} knows only ${allowed.join(', ') || 'itself'}`,
  severity: 'error',
  from: { path: `^src/${name}/` },
  to: { path: '^src/', pathNot: `^src/(${[name, ...allowed].join('|')})/` },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'billing knows only itself, and how the rows of the reference tables are typed',
      severity: 'error',
      from: { path: '^src/billing/', pathNot: '^src/billing/records/practice.ts$' },
      to: { path: '^src/', pathNot: '^src/billing/' },
    },
    {
      name: 'the records of billing are typed by the tables, and need nothing of them at run time',
      severity: 'error',
      from: { path: '^src/billing/records/practice.ts$' },
      to: { path: '^src/', pathNot: '^src/billing/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the records of billing know the tables alone',
      severity: 'error',
      from: { path: '^src/billing/records/practice.ts$' },
      to: { path: '^src/', pathNot: '^src/(billing|workbook/tables)/' },
    },
    {
      name: 'a rule judges a visit: it knows nothing of claims',
      severity: 'error',
      from: { path: '^src/billing/rules/' },
      to: { path: '^src/billing/claims/' },
    },
    {
      name: 'the tables are known by their columns: they need no Excel',
      severity: 'error',
      from: { path: '^src/workbook/tables/' },
      to: { path: '^src/workbook/excel/' },
    },
    layer('x12', ['billing']),
    layer('forms', ['billing']),
    layer('workbook', ['forms', 'x12', 'billing']),
    layer('practice', ['workbook', 'forms', 'x12', 'billing']),
    layer('actions', ['practice', 'workbook', 'forms', 'x12', 'billing']),
    layer('functions', ['actions', 'practice', 'workbook', 'billing']),
    layer('ribbon', ['actions', 'practice', 'workbook', 'billing']),
    layer('taskpane', ['actions', 'practice', 'workbook', 'forms', 'billing']),
    {
      name: 'the add-in never needs the Desk, tests or benchmarks',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(desk|test|bench)/' },
    },
    {
      name: 'the Desk is a host: its book, files, calculation and protocol do not know the add-in',
      severity: 'error',
      from: { path: '^desk/(book|xlsx|calc|host|runtime)/' },
      to: { path: '^src/' },
    },
    {
      name: 'the add-in ships no Node module',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['core'] },
    },
    { name: 'no cycles', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.json'] },
  },
};
