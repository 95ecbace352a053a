import type { CheckReport } from '../../../src/actions/check/check-month';
import type { Finding } from '../../../src/billing/findings';
import { countsOf, EVERYTHING, findingGroups } from '../../../src/taskpane/model/findings';
import { day } from '../../support/values';

const finding = (severity: Finding['severity'], message: string): Finding => ({
  rule: message.toLowerCase().replaceAll(' ', '-'),
  severity,
  place: { sheet: 'Sessions', row: 4, column: 6 },
  message,
  fix: 'Mend it.',
  source: 'a manual',
});

const report: CheckReport = {
  action: 'check',
  month: '2026-10',
  sessions: 5,
  billedBefore: 0,
  stops: 1,
  warnings: 2,
  notes: 1,
  accounts: [],
  general: [finding('NOTE', 'No payer ID')],
  clients: [
    {
      client: 'Ada Applegate',
      findings: [],
      visits: [
        { date: day('2026-10-02'), findings: [finding('WARN', 'Many units')] },
        { date: day('2026-10-09'), findings: [finding('WARN', 'Odd modifier')] },
      ],
    },
    {
      client: 'Bruno Birchwood',
      findings: [finding('STOP', 'No birth date')],
      visits: [],
    },
  ],
};

const shown = (...filter: Parameters<typeof findingGroups>) =>
  findingGroups(...filter).map(({ client, visits }) => [
    client,
    ...visits.flatMap(({ label, findings }) => findings.map(({ message }) => `${label ?? ''}: ${message}`)),
  ]);

describe('the findings of a check', () => {
  test('stand by client and visit: the practice first, then the clients with the worst', () => {
    expect(shown(report, EVERYTHING)).toEqual([
      [null, ': No payer ID'],
      ['Bruno Birchwood', ': No birth date'],
      ['Ada Applegate', 'Oct 2: Many units', 'Oct 9: Odd modifier'],
    ]);
  });

  test('are counted by severity, in the whole and in each group', () => {
    expect(countsOf(report)).toEqual({ STOP: 1, WARN: 2, NOTE: 1 });
    expect(findingGroups(report, EVERYTHING).map(({ counts }) => counts)).toEqual([
      { STOP: 0, WARN: 0, NOTE: 1 },
      { STOP: 1, WARN: 0, NOTE: 0 },
      { STOP: 0, WARN: 2, NOTE: 0 },
    ]);
  });

  test('are narrowed by severity', () => {
    expect(shown(report, { severities: new Set(['STOP'] as const), text: '' })).toEqual([
      ['Bruno Birchwood', ': No birth date'],
    ]);
  });

  test.each([
    ['ada', 2],
    ['ADA modifier', 1],
    ['f4', 4],
    ['no-payer-id', 1],
    ['bruno modifier', 0],
    ['2026-10-09', 1],
  ])('are narrowed to "%s": %i of them', (text, many) => {
    const dated = {
      ...report,
      clients: report.clients.map((client) => ({
        ...client,
        visits: client.visits.map(({ date, findings }) => ({
          date,
          findings: findings.map((each) => ({ ...each, date })),
        })),
      })),
    };
    const groups = findingGroups(dated, { ...EVERYTHING, text });
    expect(groups.flatMap(({ visits }) => visits.flatMap(({ findings }) => findings))).toHaveLength(many);
  });
});
