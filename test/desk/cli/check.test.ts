import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../../../desk/cli/run-command';
import type { CheckReport } from '../../../src/actions/check/check-month';

const SAMPLE = join(__dirname, '../../../assets/sample/sessions.xlsx');
const TODAY = ['--today', '2026-11-02'];
const hash = () => createHash('sha256').update(readFileSync(SAMPLE)).digest('hex');

test('check finds the traps of the sample month, exits with 1 and leaves the file alone', async () => {
  const before = hash();
  const { exitCode, output } = await runCommand(['check', SAMPLE, '--month', '2026-10', '--json', ...TODAY]);
  const report = JSON.parse(output) as CheckReport;
  const stops = report.clients.flatMap(({ client, findings, visits }) =>
    [...findings, ...visits.flatMap((visit) => visit.findings)]
      .filter(({ severity }) => severity === 'STOP')
      .map(({ rule }) => `${client}: ${rule}`),
  );
  expect(exitCode).toBe(1);
  expect([...new Set(stops)]).toEqual([
    'Dorian Saltmarsh: authorization-used-up',
    'Hollis Nightingale-Roe: client-birth-date-missing',
    'Imogen Pettifer: diagnosis-split',
    'Jasper Thimblewick: diagnosis-split',
  ]);
  expect(report.general.map(({ rule }) => rule)).toContain('medicare-pays-no-massage-therapist');
  expect(hash()).toBe(before);
});

test('check says the same in words, by client, each with its cell, what to do and the source', async () => {
  const { output } = await runCommand(['check', SAMPLE, '--month', '2026-10', ...TODAY]);
  const lines = output.split('\n');
  expect(lines[0]).toMatch(/^Checked \d+ sessions of 2026-10: \d+ STOP, \d+ WARN, \d+ NOTE\.$/);
  const imogen = lines.indexOf('Imogen Pettifer');
  expect(lines[imogen + 1]).toMatch(
    /^ {2}STOP {2}10\/05\/2026: M72\.2 is not billable since 10\/01\/2026.*\(Sessions!F\d+\) Ask who gave the diagnosis.*\[ICD-10-CM/,
  );
});

test('a month without sessions is one sentence', async () => {
  const answer = await runCommand(['check', SAMPLE, '--month', '2020-01', ...TODAY]);
  expect(answer).toMatchObject({ exitCode: 2, output: '' });
  expect(answer.error).toMatch(/^There are no sessions in 2020-01\./);
});
