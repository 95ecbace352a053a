import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCalculator, type Calculator } from '../desk/calc/calculator';
import type { InvokeBatch, StreamingCalls } from '../desk/calc/custom-functions';
import { addInFunctions } from '../desk/cli/add-in';
import { openBook, saveBook } from '../desk/cli/files';
import { Host } from '../desk/host/host';
import { installGlobals, startClient } from '../desk/runtime/client';
import { makePractice } from '../test/functions/practice-of-500/practice';
import { workbookOfPractice } from '../test/functions/practice-of-500/workbook';
import { workbookOf } from '../test/support/practice-workbook';

const DESK = join(__dirname, '../desk/cli/main.ts');

/** `desk recalc` of 10,000 rows with the three functions: the whole command, then where its time goes. */
export async function measureRecalculation(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'claimsheet-'));
  const [input, output] = [join(folder, 'in.xlsx'), join(folder, 'out.xlsx')];
  saveBook(workbookOfPractice(makePractice()), input);
  const command = timeOf(() => runDesk('recalc', input, '--out', output));
  const start = timeOf(() => runDesk('--help'));
  const parts = await measureParts(input, output);
  rmSync(folder, { recursive: true });

  console.log('\n`desk recalc`: 10,000 rows with three functions each, 500 clients.');
  console.log(`${line('the whole command', command)}`);
  console.log('Of it, measured one by one:');
  const all = new Map([['start of the program', start], ...parts]);
  const sum = [...all.values()].reduce((total, each) => total + each, 0);
  for (const [name, milliseconds] of all) {
    const share = `${((100 * milliseconds) / sum).toFixed(0)} %`;
    console.log(line(name, milliseconds) + share.padStart(8));
  }
  const started = performance.now();
  await startUniver();
  console.log('Not needed for these formulas, but for any other:');
  console.log(line("start of Univer's engine", performance.now() - started));
}

async function measureParts(input: string, output: string): Promise<Map<string, number>> {
  const parts = new Map<string, number>();
  const lap = stopwatch(parts);
  const book = openBook(input);
  lap('reading the file');
  const host = new Host(book, { recalculate: () => calculator.recalculate() });
  const client = await startClient(host);
  const restore = installGlobals(client);
  const functions = await addInFunctions();
  await functions.associate(client);
  lap("Microsoft's client and the functions");

  const waited = new Waited(client.invoke, client.streaming);
  const calculator: Calculator = await createCalculator(book, {
    functions: functions.table,
    invoke: waited.invoke,
    streaming: waited.streaming,
  });
  const started = performance.now();
  await host.whileCalculating(() => calculator.recalculateAll());
  const calculating = performance.now() - started;
  const { plain, streams } = waited;
  parts.set('formulas, without the functions', calculating - plain - streams);
  parts.set('BILLABLE_UNITS and CHECK_CODES', plain);
  parts.set('VISITS_LEFT', streams);

  lap('');
  parts.delete('');
  saveBook(book, output);
  lap('writing the file');
  calculator.close();
  restore();
  await client.close();
  return parts;
}

async function startUniver(): Promise<void> {
  const functions = { namespace: 'CLAIM', functions: new Map() };
  const invoke: InvokeBatch = () => Promise.resolve([]);
  const calculator = await createCalculator(workbookOf({ Sheet: [['=1+1']] }), { functions, invoke });
  await calculator.recalculateAll();
  calculator.close();
}

/** How long a calculation waits for the answers of functions. */
class Waited {
  plain = 0;
  streams = 0;
  readonly streaming: StreamingCalls;

  constructor(
    private readonly send: InvokeBatch,
    streaming: StreamingCalls,
  ) {
    this.streaming = {
      start: (calls, onResult) => {
        const started = performance.now();
        return streaming.start(calls, (at, result) => {
          onResult(at, result);
          this.streams = performance.now() - started;
        });
      },
      cancel: (ids) => streaming.cancel(ids),
    };
  }

  readonly invoke: InvokeBatch = async (calls) => {
    const started = performance.now();
    const results = await this.send(calls);
    this.plain += performance.now() - started;
    return results;
  };
}

function stopwatch(parts: Map<string, number>): (name: string) => void {
  let last = performance.now();
  return (name) => {
    const now = performance.now();
    parts.set(name, now - last);
    last = now;
  };
}

function timeOf(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

/** As `npm run desk` does. */
function runDesk(...words: string[]): void {
  const tsx = require.resolve('tsx/cli');
  const { status, stderr } = spawnSync(process.execPath, [tsx, DESK, ...words], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

function line(name: string, milliseconds: number): string {
  return name.padEnd(38) + `${String(Math.round(milliseconds))} ms`.padStart(10);
}
