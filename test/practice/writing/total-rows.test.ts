import { cleanRun, faultsOf, runFault } from '../../faults/run-fault';
import { SCENARIOS } from '../../faults/scenarios';

test('wherever Excel stops while Activity has no total row, it is there again when the workbook is opened anew', async () => {
  const scenario = SCENARIOS.find(({ name }) => name === 'log a call where tables have total rows');
  if (!scenario) throw new Error('no scenario');
  const clean = await cleanRun(scenario);
  const writing = clean.writes.indexOf(Math.max(...clean.writes)) + 1;
  // The first writes: the revision, then the total row, then the row of the run.
  const faults = faultsOf(clean).filter(
    ({ kind, request, after, staysAway }) =>
      kind === 'cut' && request === writing && staysAway && after >= 5 && after <= 7,
  );
  expect(faults.length).toBe(3);
  const wrong: string[] = [];
  for (const fault of faults)
    for (const words of await runFault(scenario, clean, fault))
      wrong.push(`${JSON.stringify(fault)}: ${words}`);
  expect(wrong).toEqual([]);
});
