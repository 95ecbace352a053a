/** The arrows of docs/architecture.md: taskpane, ribbon, functions -> actions -> workbook, forms, x12 -> billing. */
const layer = (name, allowed) => ({
  name: `${name} knows only ${allowed.join(', ') || 'itself'}`,
  severity: 'error',
  from: { path: `^src/${name}/` },
  to: { path: '^src/', pathNot: `^src/(${[name, ...allowed].join('|')})/` },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    layer('billing', []),
    layer('x12', ['billing']),
    layer('forms', ['billing']),
    layer('workbook', ['forms', 'x12', 'billing']),
    layer('actions', ['workbook', 'forms', 'x12', 'billing']),
    layer('functions', ['actions', 'workbook', 'billing']),
    layer('ribbon', ['actions', 'workbook', 'billing']),
    layer('taskpane', ['actions', 'workbook', 'forms', 'billing']),
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
