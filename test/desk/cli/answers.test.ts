import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../../../desk/cli/run-command';
import { readClaims } from '../../../src/x12/claim-837p/read-claims';
import { ACCEPTED_999, F277CA } from '../../x12/acknowledgements/samples';

/** With the account numbers that the sample's claims have. */
const OF_SAMPLE = F277CA.replace(/C26100/gi, (found) => `${found.slice(0, 5)}HRRN0`);

/** Excel's own client is started for each command. */

const SAMPLE = join(__dirname, '../../../assets/sample/sessions.xlsx');
const TODAY = ['--today', '2026-11-02'];
let folder: string;
const file = (name: string) => join(folder, name);
const put = (name: string, text: string) => {
  writeFileSync(file(name), text);
  return file(name);
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'claimsheet-'));
  const words = [
    '--month',
    '2026-10',
    '--out',
    file('sent.xlsx'),
    '--edi',
    file('sent.837'),
    '--control',
    '17',
  ];
  await runCommand(['claims', SAMPLE, ...words, ...TODAY]);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const reconcile = (input: string, out: string, ...words: string[]) =>
  runCommand(['reconcile', file(input), '--out', file(out), ...words, ...TODAY]);

test('from the file that was sent to the claim that is sent again', async () => {
  const received = await reconcile('sent.xlsx', 'received.xlsx', '--ack', put('a.999', ACCEPTED_999));
  expect(received.exitCode).toBe(0);
  expect(received.output).toMatch(/^Answered: 0 accepted, \d+ received, 0 rejected\.\n {2}C2610HRRN0001 /);

  const ack = put('b.277', OF_SAMPLE);
  const answered = await reconcile('received.xlsx', 'answered.xlsx', '--ack', ack, '--json');
  expect(answered.exitCode).toBe(1);
  const report = JSON.parse(answered.output) as {
    claims: { account: string; status: string }[];
    findings: { message: string }[];
  };
  expect(report.claims.map(({ account, status }) => `${account} ${status}`)).toEqual([
    'C2610HRRN0001 Accepted',
    'C2610HRRN0002 Rejected',
    'C2610HRRN0003 Rejected',
  ]);
  expect(report.findings.map(({ message }) => message)).toEqual([
    'The 277CA answers the account ZZ999, SAM STRANGER, which was not sent from this workbook.',
  ]);

  const words = ['--month', '2026-10', '--out', file('again.xlsx'), '--edi', file('again.837')];
  const again = [
    'claims',
    file('answered.xlsx'),
    ...words,
    '--resend',
    'C2610HRRN0002,C2610HRRN0003',
    ...TODAY,
  ];
  const used = await runCommand([...again, '--control', '17']);
  expect([used.exitCode, used.error]).toEqual([
    2,
    'A file of claims with the number 17 was made before, and the clearinghouse refuses a second one; take another number, or none.',
  ]);
  expect(existsSync(file('again.837'))).toBe(false);
  const resent = await runCommand(again);
  expect(resent.exitCode).toBe(0);
  expect(resent.output).toContain('C2610HRRN0002 is made again as it was.');
  const { claims, file: interchange } = readClaims(readFileSync(file('again.837'), 'utf8'));
  expect(claims.map(({ account, claim }) => `${account} ${claim?.frequency ?? ''}`)).toEqual([
    'C2610HRRN0002 1',
    'C2610HRRN0003 1',
  ]);
  expect(Number(interchange.interchanges[0]?.control)).toBeGreaterThan(17);

  const corrected = await runCommand([
    ...['claims', file('answered.xlsx'), '--month', '2026-10', '--out', file('corrected.xlsx')],
    ...['--edi', file('corrected.837'), '--correct', 'C2610HRRN0001', '--void', 'C2610HRRN0004', ...TODAY],
  ]);
  expect(corrected.exitCode).toBe(1);
  expect(corrected.output).toMatch(/C2610HRRN\d{4} corrects C2610HRRN0001\./);
  expect(corrected.output).toContain('The payer’s own number of claim C2610HRRN0004 is not known');
  expect(readFileSync(file('corrected.837'), 'utf8')).toContain('REF*F8*2026306000123~');
});

test('an answer that is not understood changes no cell, and says why', async () => {
  const cut = put('cut.277', OF_SAMPLE.slice(0, 900));
  const { exitCode, output } = await reconcile('sent.xlsx', 'cut.xlsx', '--ack', cut);
  expect(exitCode).toBe(1);
  expect(output).toContain('cut.277 ends in the middle, so nothing of it was taken:');
});

test.each([
  [['--ack', 'no-such.999'], 'There is no file no-such.999.'],
  [['--ack', tmpdir()], `${tmpdir()} is a folder, not a file of answers.`],
])('%j is refused in a sentence', async (words, sentence) => {
  const { exitCode, error } = await reconcile('sent.xlsx', 'refused.xlsx', ...words);
  expect([exitCode, error]).toEqual([2, sentence]);
  expect(existsSync(file('refused.xlsx'))).toBe(false);
});

test('--correct without an account is refused in a sentence', async () => {
  const { exitCode, error } = await runCommand([
    ...['claims', file('sent.xlsx'), '--month', '2026-10', '--out', file('x.xlsx'), '--correct', 'C1,'],
  ]);
  expect([exitCode, error]).toEqual([
    2,
    '--correct names claims by their accounts, for example --correct C26100001,C26100004.',
  ]);
});
