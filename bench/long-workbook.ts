import { Host } from '../desk/host/host';
import { installGlobals, startClient } from '../desk/runtime/client';
import { ACTIONS, longWorkbook } from '../test/support/long-workbook';

/** What each action costs in a workbook of very many rows with blanks below: time must grow as the rows do. */
export async function measureLongWorkbook(): Promise<void> {
  const sizes = [50_000, 100_000, 200_000];
  console.log('\nActions in a long workbook, ms by rows of sessions, with as many blank rows below.');
  console.log(line(['action', ...sizes, 'ms/row last']));
  const times = new Map<string, number[]>();
  for (const rows of sizes) {
    const book = longWorkbook(rows);
    for (const [name, act] of Object.entries(ACTIONS)) {
      const client = await startClient(new Host(book));
      const restore = installGlobals(client);
      const started = performance.now();
      await client.run(act);
      times.set(name, [...(times.get(name) ?? []), Math.round(performance.now() - started)]);
      restore();
      await client.close();
    }
  }
  for (const [name, own] of times)
    console.log(line([name, ...own, ((own.at(-1) ?? 0) / (sizes.at(-1) ?? 1)).toFixed(3)]));
}

function line(cells: (string | number)[]): string {
  return cells.map((cell) => String(cell).padStart(14)).join('');
}
