import type { Invocation } from '../desk/calc/custom-functions';
import { addInFunctions } from '../desk/cli/add-in';
import { Host } from '../desk/host/host';
import { installGlobals, startClient, type Client } from '../desk/runtime/client';
import { forgetReferenceTables } from '../src/functions/reference-tables';
import { inventedPractice } from '../test/support/invented-practice';
import { workbookOf } from '../test/support/practice-workbook';

const CALLS = 20_000;
const RUNS = 5;
/** 2016-10-01, and the days of the diagnosis tables that follow. */
const FIRST_DAY = 42_644;
const DAYS = 3_650;

const CODES = ['97124', '97140-59; 97124', '97110-GP', '97112', 'CPT 97124'];
const DIAGNOSES = ['M54.2', 'M25.511; M54.2', 'S13.4XXA', 'M54.5'];
const PAYERS = ['Cascade Health Plan', 'Cash', ''];

type Make = (at: number, run: number) => Invocation['args'];

const CHECKS: Readonly<Record<string, { id: string; make: Make; isFresh?: boolean }>> = {
  'CHECK_CODES, dates not asked before': {
    id: 'CHECK_CODES',
    isFresh: true,
    make: (at, run) => checkArguments(at, FIRST_DAY + ((at * 7 + run * 331) % DAYS) + 0.01 * run),
  },
  'CHECK_CODES, asked again': {
    id: 'CHECK_CODES',
    make: (at) => checkArguments(at, FIRST_DAY + (at % 250)),
  },
  BILLABLE_UNITS: {
    id: 'BILLABLE_UNITS',
    make: (at) => [
      [[15 + (at % 90)]],
      [[CODES[at % 4] === CODES[1] ? '97124' : (CODES[at % 4] ?? '')]],
      null,
    ],
  },
  'BILLABLE_UNITS with a payer': {
    id: 'BILLABLE_UNITS',
    make: (at) => [[[15 + (at % 90)]], [['97124']], 'Cascade Health Plan'],
  },
};

function checkArguments(at: number, day: number): Invocation['args'] {
  return [
    [[CODES[at % CODES.length] ?? '']],
    [[DIAGNOSES[at % DIAGNOSES.length] ?? '']],
    day,
    PAYERS[at % PAYERS.length] ?? '',
    null,
  ];
}

/**
 * Functions beside one that hands its first argument back, each by 20,000 calls through Microsoft's runtime: processor
 * time, each run paired with one of the other.
 */
export async function measureFunctions(): Promise<void> {
  const host = new Host(workbookOf({ Sheet: [['x']] }, inventedPractice));
  const client = await startClient(host);
  const restore = installGlobals(client);
  await (await addInFunctions()).associate(client);
  client.CustomFunctions.associate('IDENTITY', (cells: unknown) => cells);
  forgetReferenceTables();

  console.log(
    `\nFunctions beside one that does nothing, ${String(CALLS)} calls, median of ${String(RUNS)} paired runs.`,
  );
  for (const [name, { id, make, isFresh }] of Object.entries(CHECKS)) {
    const ratios: number[] = [];
    const times: number[] = [];
    for (let run = 0; run <= RUNS; run++) {
      const calls = (functionId: string) => callsOf(functionId, make, run);
      if (isFresh) forgetReferenceTables();
      const [nothing, own] = [await timeOf(client, calls('IDENTITY')), await timeOf(client, calls(id))];
      if (run === 0) continue;
      ratios.push(own / nothing);
      times.push(own);
    }
    const figures =
      `${median(ratios).toFixed(2)}x`.padStart(8) + `${median(times).toFixed(0)} ms`.padStart(10);
    console.log(name.padEnd(38) + figures);
  }
  restore();
  await client.close();
}

function callsOf(functionId: string, make: Make, run: number): Invocation[] {
  return Array.from({ length: CALLS }, (_, at) => ({
    functionId,
    args: make(at, run),
    caller: `Sheet!A${String(at + 1)}`,
    allowsErrors: true,
  }));
}

/** Milliseconds of the processor. */
async function timeOf(client: Client, calls: Invocation[]): Promise<number> {
  const before = process.cpuUsage();
  await client.invoke(calls);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
