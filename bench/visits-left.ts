import { createCalculator } from '../desk/calc/calculator';
import { addInFunctions } from '../desk/cli/add-in';
import { Host } from '../desk/host/host';
import { installGlobals, startClient } from '../desk/runtime/client';
import { makePractice } from '../test/functions/practice-of-500/practice';
import { workbookOfPractice } from '../test/functions/practice-of-500/workbook';

/** What cells of VISITS_LEFT cost: the first calculation, and until a changed authorization has reached its cells. */
export async function measureVisitsLeft(): Promise<void> {
  console.log('\nThe three functions in every row, 20 rows a client; then one authorization is changed.');
  console.log(
    line([
      'cells',
      'clients',
      'first ms',
      'round trips',
      'MB read',
      'change ms',
      'round trips',
      'cells changed',
    ]),
  );
  for (const clients of [50, 500]) console.log(line(await measure(clients)));
}

async function measure(clients: number): Promise<(string | number)[]> {
  const practice = makePractice(clients);
  const book = workbookOfPractice(practice);
  const host = new Host(book, { recalculate: () => calculator.recalculate() });
  const client = await startClient(host);
  const restore = installGlobals(client);
  const functions = await addInFunctions();
  await functions.associate(client);
  let changed: (cells: number) => void = () => undefined;
  const calculator = await createCalculator(book, {
    functions: functions.table,
    invoke: client.invoke,
    streaming: client.streaming,
    onUpdate: (report) => changed(report.calculated.length),
  });
  const syncs = () => host.requests.filter(({ kind }) => kind === 'sync');

  let started = performance.now();
  await host.whileCalculating(() => calculator.recalculateAll());
  const first = performance.now() - started;
  const reads = syncs();

  const row = practice.authorizations.findIndex(
    ({ visits, to }) => typeof visits === 'number' && to === null,
  );
  const sheet = book.sheet('Authorizations');
  started = performance.now();
  const cells = await new Promise<number>((resolve) => {
    changed = resolve;
    sheet?.setValue(row + 1, 6, 99);
    if (sheet) host.raiseChanged(sheet, { row: row + 1, column: 6, rows: 1, columns: 1 });
  });
  const change = performance.now() - started;
  const readAgain = syncs().length - reads.length;
  calculator.close();
  restore();
  await client.close();
  const megabytes = reads.reduce((sum, request) => sum + request.responseBytes, 0) / 1e6;
  return [
    practice.sessions.length * 3, clients, Math.round(first), reads.length, megabytes.toFixed(2),
    Math.round(change), readAgain, cells,
  ]; // prettier-ignore
}

function line(cells: (string | number)[]): string {
  return cells.map((cell) => String(cell).padStart(14)).join('');
}
