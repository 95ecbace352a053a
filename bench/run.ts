import { measureClaimFiles } from './claim-files';
import { measureFunctions } from './functions';
import { measureFirstPaint } from './first-paint/measure';
import { measureLongWorkbook } from './long-workbook';
import { measureRecalculation } from './recalculation';
import { measurePosting } from './posting';
import { measureRemittances } from './remittances';
import { Host } from '../desk/host/host';
import { installGlobals, startClient } from '../desk/runtime/client';
import { prepareClaims } from '../src/actions/claims/make-claims';
import { applyPrepared } from '../src/practice/prepare';
import { CLIENT_NAMES, inventedPractice } from '../test/support/invented-practice';
import { workbookOf } from '../test/support/practice-workbook';
import { measureVisitsLeft } from './visits-left';

/** Measures; reports, and asserts nothing. */
const OCTOBER_2026 = 46296;
const CLIENTS = 400;

interface Measure {
  sessions: number;
  inMonth: number;
  claims: number;
  roundTrips: number;
  megabytes: number;
  milliseconds: number;
}

/** `perDay` sessions a day, backwards from the end of October 2026. */
async function measure(sessions: number, perDay: number): Promise<Measure> {
  const names = Array.from(
    { length: CLIENTS },
    (_, index) => `${CLIENT_NAMES[index % 4] ?? ''}${lettersOf(Math.floor(index / 4))}`,
  );
  const rows = Array.from({ length: sessions }, (_, index) => [
    OCTOBER_2026 + 30 - Math.floor(index / perDay),
    names[index % CLIENTS] ?? '',
    60,
    '97124',
    'M54.2',
    'Cascade Health Plan',
    120,
  ]);
  const [template] = inventedPractice.Clients ?? [];
  const book = workbookOf(
    { Sessions: [['Date', 'Client', 'Minutes', 'CPT', 'Dx', 'Payer', 'Charge'], ...rows] },
    {
      ...inventedPractice,
      Clients: names.map((name, index) => ({ ...template, name, memberId: `CHP${String(100000 + index)}` })),
    },
  );
  const host = new Host(book);
  const client = await startClient(host);
  const restore = installGlobals(client);
  const started = performance.now();
  const report = await client.run(async (context) => {
    const options = { month: '2026-10', now: new Date(2026, 10, 22) };
    const prepared = await prepareClaims(context, options);
    await applyPrepared(context, prepared);
    return prepared.report;
  });
  const milliseconds = performance.now() - started;
  restore();
  await client.close();
  const bytes = host.requests.reduce((sum, request) => sum + request.requestBytes + request.responseBytes, 0);
  return {
    sessions,
    inMonth: report.claims.reduce((sum, claim) => sum + claim.lines.length, 0),
    claims: report.claims.length,
    roundTrips: host.requests.filter((request) => request.kind === 'sync').length,
    megabytes: bytes / 1e6,
    milliseconds,
  };
}

/** Numbers behind a name are no part of it: they would make all of them one client. */
function lettersOf(number: number): string {
  return String.fromCharCode(97 + (number % 26), 97 + Math.floor(number / 26));
}

function row(cells: (string | number)[]): string {
  return cells.map((cell) => String(cell).padStart(12)).join('');
}

async function measureClaims(): Promise<void> {
  console.log('Claims for one month, from reading the workbook to the last cell written.');
  console.log(row(['sessions', 'in month', 'claims', 'round trips', 'MB moved', 'ms', 'ms/session']));
  for (const [sessions, perDay] of [
    [100, 4],
    [1_000, 4],
    [10_000, 4],
    [1_000, 40],
    [10_000, 400],
  ] as const) {
    const result = await measure(sessions, perDay);
    console.log(
      row([
        result.sessions,
        result.inMonth,
        result.claims,
        result.roundTrips,
        result.megabytes.toFixed(2),
        Math.round(result.milliseconds),
        (result.milliseconds / result.sessions).toFixed(2),
      ]),
    );
  }
}

const PARTS: Readonly<Record<string, () => Promise<void>>> = {
  claims: measureClaims,
  'claim-files': measureClaimFiles,
  'long-workbook': measureLongWorkbook,
  remittances: measureRemittances,
  functions: measureFunctions,
  posting: measurePosting,
  'visits-left': measureVisitsLeft,
  recalc: measureRecalculation,
  'first-paint': measureFirstPaint,
};

/** `npm run bench` measures everything, `npm run bench -- first-paint` one part. */
async function main(): Promise<void> {
  const asked = process.argv.slice(2);
  const unknown = asked.find((name) => !(name in PARTS));
  if (unknown !== undefined)
    throw new Error(`There is no part ${unknown}, only ${Object.keys(PARTS).join(', ')}.`);
  for (const name of asked.length > 0 ? asked : Object.keys(PARTS)) await PARTS[name]?.();
}

void main();
