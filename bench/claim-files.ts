import {
  X12Interchange,
  X12SerializationOptions,
  type X12FunctionalGroup,
  type X12Transaction,
} from 'node-x12';
import { multiply, ZERO } from '../src/billing/values/cents';
import { addDays } from '../src/billing/values/day';
import { claimLineRows } from '../src/forms/csv/claim-lines';
import { csvText } from '../src/actions/claims/claim-files';
import type { Claim } from '../src/billing/claims/claim';
import { checkReadiness } from '../src/billing/readiness/check-readiness';
import { readClaims } from '../src/x12/claim-837p/read-claims';
import { writeClaims } from '../src/x12/claim-837p/write-claims';
import { segmentsText, segmentText } from '../src/x12/segments/write-x12';
import { fullClaim } from '../test/forms/cms1500/claims';
import { SETTINGS, STAMP } from '../test/x12/claim-837p/settings';

const CLAIMS = 1_000;
const LINES = 4_000;
const TURNS = 5;

/** A batch of claims from the claim model to text, beside node-x12 writing the same segments. Reports, asserts nothing. */
export function measureClaimFiles(): Promise<void> {
  const claims = batch();
  const text = writeClaims(claims, SETTINGS, STAMP);
  const segments = readClaims(text).file.segments.map(({ raw }) => raw.split('*'));
  console.log(
    `\n837P: ${String(claims.length)} claims with ${String(LINES)} lines, ${String(segments.length)} segments (${(text.length / 1e6).toFixed(2)} MB), best of ${String(TURNS)}.`,
  );
  console.log(row(['', 'ms', 'lines/s', 'from']));
  time('written', 'claim model', () => writeClaims(claims, SETTINGS, STAMP).length);
  time('the same segments', 'segments as text', () => byClaimsheet(segments).length);
  time('node-x12', 'segments as text', () => byNodeX12(segments).length);
  time('CSV', 'claim model', () => csvText(claimLineRows(claims)).length);
  time('read back', 'text', () => readClaims(text).claims.length);
  const context = { today: STAMP.day, billedBefore: [], practice: null, payers: [], clients: [] };
  time(
    'checked',
    'claim model',
    () => checkReadiness(claims, { ...context, electronic: true }).findings.length,
  );
  if (byClaimsheet(segments) !== text) console.log('The segments were written differently.');
  if (squeezed(byNodeX12(segments)) !== squeezed(text)) console.log('node-x12 wrote other segments.');
  return Promise.resolve();
}

/** Ten claims each of a hundred patients. */
function batch(): Claim[] {
  const claim = fullClaim();
  const [line] = claim.lines;
  if (!line) throw new Error('The full claim has no line.');
  return Array.from({ length: CLAIMS }, (_, index) => {
    const account = `C2611${String(index + 1).padStart(5, '0')}`;
    const lines = Array.from({ length: LINES / CLAIMS }, (__, each) => ({
      ...line,
      control: `${account}L${String(each + 1)}`,
      date: addDays(line.date, each),
    }));
    const patient = { ...claim.patient, lastName: `Fernwhistle ${String(index % 100)}` };
    return {
      ...claim,
      account,
      patient,
      lines,
      total: multiply(line.charge, lines.length),
      amountPaid: ZERO,
    };
  });
}

/** The segments alone, without deciding what stands in them, as the other library is asked to. */
function byClaimsheet(segments: readonly string[][]): string {
  const texts = segments.map(([id = '', ...elements]) =>
    id === 'ISA'
      ? [id, ...elements].join('*')
      : segmentText(
          id,
          elements.map((each) => each.split(':')),
        ),
  );
  return segmentsText(texts, SETTINGS);
}

function byNodeX12(segments: readonly string[][]): string {
  const options = new X12SerializationOptions({
    format: true,
    endOfLine: '\n',
    subElementDelimiter: ':',
  } as X12SerializationOptions);
  const interchange = new X12Interchange(options);
  let group: X12FunctionalGroup | undefined;
  let transaction: X12Transaction | undefined;
  for (const [id = '', ...elements] of segments) {
    if (id === 'ISA') interchange.setHeader(elements);
    else if (id === 'GS') (group = interchange.addFunctionalGroup()).setHeader(elements);
    else if (id === 'ST') (transaction = group?.addTransaction())?.setHeader(elements);
    else if (!['SE', 'GE', 'IEA'].includes(id)) transaction?.addSegment(id, elements);
  }
  return interchange.toString();
}

/** Without line breaks and leading zeros of trailers, which the two write differently. */
function squeezed(text: string): string {
  return text.replace(/\s/g, '').replace(/\*0+(?=\d+~)/g, '*');
}

function time(name: string, from: string, work: () => number): void {
  const times = Array.from({ length: TURNS }, () => {
    const started = performance.now();
    if (work() < 0) throw new Error(`${name} did nothing`);
    return performance.now() - started;
  });
  const best = Math.min(...times);
  console.log(row([name, best.toFixed(0), ((LINES / best) * 1000).toFixed(0), from]));
}

function row(cells: string[]): string {
  return cells.map((cell) => cell.padStart(19)).join('');
}
