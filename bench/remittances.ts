import { mkdtempSync, readFileSync, rmSync, createReadStream, createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { X12Parser } from 'node-x12';
import { X12parser } from 'x12-parser';
import { claimImbalances } from '../src/billing/payments/remittance/balances';
import { readRemittances } from '../src/x12/remittance-835/read-remittances';

const SAMPLES = join(__dirname, '..', 'test', 'x12', 'remittance-835', 'samples');
/** The largest sample. */
const SAMPLE = 'tastypackets__profee.edi';
const LINES = 50_000;
const LARGE = 100e6;

/** Reading remittances beside two other readers, and the memory a file of 100 MB takes. Reports, asserts nothing. */
export async function measureRemittances(): Promise<void> {
  const sample = readFileSync(join(SAMPLES, SAMPLE), 'utf8');
  const text = repeated(sample, LINES);
  const megabytes = Buffer.byteLength(text) / 1e6;
  console.log(
    `\nRemittances: ${SAMPLE} repeated to ${String(LINES)} lines (${megabytes.toFixed(1)} MB), best of three.`,
  );
  console.log(row(['', 'ms', 'lines/s', 'gives']));
  await time('claimsheet', 'claims, balances', async () => {
    let claims = 0;
    for await (const event of readRemittances(piecesOf(text)))
      if (event.kind === 'claim' && claimImbalances(event.claim).length === 0) claims += 1;
    return claims;
  });
  await time('node-x12', 'segments', () => {
    const interchange = new X12Parser(false).parse(text) as unknown as { functionalGroups?: unknown[] };
    return Promise.resolve(interchange.functionalGroups?.length ?? 1);
  });
  await time('x12-parser', 'segments', async () => {
    const parser = new X12parser();
    let segments = 0;
    parser.on('data', () => (segments += 1));
    const ended = once(parser, 'end');
    for (const piece of piecesOf(text)) if (!parser.write(piece)) await once(parser, 'drain');
    parser.end();
    await ended;
    return segments;
  });
  await memory(sample);
}

/** One interchange with the transaction of the sample so often that the file has so many lines. */
function repeated(sample: string, lines: number): string {
  const [head = '', tail = ''] = [
    sample.slice(0, sample.indexOf('ST*')),
    sample.slice(sample.indexOf('GE*')),
  ];
  const body = sample.slice(head.length, sample.length - tail.length);
  const times = Math.ceil(lines / (body.split('\n').length - 1));
  const bodies = Array.from({ length: times }, (_, index) =>
    body.replaceAll('*1740', `*${String(index + 1)}`),
  );
  return head + bodies.join('') + tail.replace('GE*1*', `GE*${String(times)}*`);
}

function* piecesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += 65_536) yield text.slice(at, at + 65_536);
}

async function time(name: string, gives: string, read: () => Promise<number>): Promise<void> {
  const times = [];
  for (let turn = 0; turn < 3; turn++) {
    const started = performance.now();
    if ((await read()) === 0) throw new Error(`${name} read nothing`);
    times.push(performance.now() - started);
  }
  const best = Math.min(...times);
  console.log(row([name, best.toFixed(0), ((LINES / best) * 1000).toFixed(0), gives]));
}

/** Reads a file of 100 MB and of 10 MB from disk; flat memory is about the same for both. */
async function memory(sample: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'claimsheet-bench-'));
  console.log(row(['file', 'MB', 'seconds', 'heap MB at most']));
  for (const size of [LARGE / 10, LARGE]) {
    const path = join(folder, 'remittances.835');
    await write(path, sample, size);
    const started = performance.now();
    let most = 0;
    let claims = 0;
    for await (const event of readRemittances(createReadStream(path, 'utf8') as AsyncIterable<string>)) {
      if (event.kind === 'claim' && ++claims % 5_000 === 0)
        most = Math.max(most, process.memoryUsage().heapUsed);
    }
    const seconds = (performance.now() - started) / 1000;
    console.log(
      row([`${String(claims)} claims`, (size / 1e6).toFixed(0), seconds.toFixed(1), (most / 1e6).toFixed(0)]),
    );
  }
  rmSync(folder, { recursive: true });
}

async function write(path: string, sample: string, size: number): Promise<void> {
  const file = createWriteStream(path);
  for (let written = 0; written < size; written += sample.length) {
    if (!file.write(`${sample}\n`)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
}

function row(cells: string[]): string {
  return cells.map((cell) => cell.padStart(18)).join('');
}
