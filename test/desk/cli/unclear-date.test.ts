import { writeFileSync } from 'node:fs';
import { CommandLine } from '../../support/command-line';

const desk = new CommandLine();
afterAll(() => {
  desk.close();
});

/** Two columns of dates, and neither header says which of them is the date of service. */
function unclear(): string {
  const file = desk.path('log.csv');
  const rows = [3, 4, 5, 6].map(
    (day) => `10/${String(day)}/2026,10/${String(day + 1)}/2026,Ana Ruiz,60,97124`,
  );
  writeFileSync(file, ['Scheduled,Completed,Who,Min,CPT', ...rows].join('\n'));
  return file;
}

test('map and check say that the date is unclear, and --map helps without --sheet', async () => {
  const file = unclear();
  const map = await desk.run('map', file);
  expect([map.exitCode, map.output]).toEqual([
    1,
    expect.stringMatching(/date +No column is clearly the date of service/),
  ]);
  const check = await desk.run('check', file);
  expect([check.exitCode, check.error]).toEqual([
    2,
    expect.stringContaining('no column there is clearly the date of service: say which one it is, in Set up or with --map date="HEADER"'),
  ]); // prettier-ignore
  const told = await desk.run('check', file, '--map', 'date=Completed', '--json');
  expect(JSON.parse(told.output)).toMatchObject({ sessions: 4 });
  const answered = await desk.run('map', file, '--answer', 'column-date=Completed');
  expect([answered.exitCode, answered.output]).toEqual([0, expect.stringMatching(/date +Completed/)]);
  const misspelt = await desk.run('check', file, '--map', 'date=Compleeted');
  expect(misspelt.error).toContain('did you mean "Completed"?');
});
