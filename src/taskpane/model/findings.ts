import type { CheckReport } from '../../actions/check/check-month';
import type { ReportedFinding } from '../../actions/report';
import { dayName } from './words';

export type Severity = ReportedFinding['severity'];

export const SEVERITIES: readonly Severity[] = ['STOP', 'WARN', 'NOTE'];

/** What a severity means, beside its word. */
export const SEVERITY_MEANS: Readonly<Record<Severity, string>> = {
  STOP: 'holds a claim back',
  WARN: 'look before you send',
  NOTE: 'worth knowing',
};

export interface FindingFilter {
  severities: ReadonlySet<Severity>;
  text: string;
}

export const EVERYTHING: FindingFilter = { severities: new Set(SEVERITIES), text: '' };

/** The findings of one client, by visit; findings about no client stand under the practice. */
export interface FindingGroup {
  /** Null: the practice, the payers, the sheets themselves. */
  client: string | null;
  visits: { date: string | null; label: string | null; findings: ReportedFinding[] }[];
  counts: Record<Severity, number>;
}

export function countsOf({ stops, warnings, notes }: CheckReport): Record<Severity, number> {
  return { STOP: stops, WARN: warnings, NOTE: notes };
}

/** What of a check the filter lets through: the practice first, then clients with the worst findings. */
export function findingGroups({ general, clients }: CheckReport, filter: FindingFilter): FindingGroup[] {
  const isWanted = wantedBy(filter);
  const all = [
    { client: null, visits: [{ date: null, findings: general }] },
    ...clients.map(({ client, findings, visits }) => ({
      client,
      visits: [{ date: null, findings }, ...visits],
    })),
  ];
  return all
    .map(({ client, visits }) => {
      const shown = visits.flatMap(({ date, findings }) => {
        const wanted = findings.filter((finding) => isWanted(finding, client));
        const label = date === null ? null : dayName(date);
        return wanted.length > 0 ? [{ date, label, findings: wanted }] : [];
      });
      return { client, visits: shown, counts: count(shown.flatMap(({ findings }) => findings)) };
    })
    .filter(({ visits }) => visits.length > 0)
    .sort((a, b) => badness(a) - badness(b));
}

function wantedBy({
  severities,
  text,
}: FindingFilter): (finding: ReportedFinding, client: string | null) => boolean {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return (finding, client) => {
    if (!severities.has(finding.severity)) return false;
    const told = [
      client,
      finding.words,
      finding.toDo,
      finding.rule,
      finding.sheet,
      finding.cell,
      finding.date,
    ]
      .join(' ')
      .toLowerCase();
    return words.every((word) => told.includes(word));
  };
}

function count(findings: readonly ReportedFinding[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { STOP: 0, WARN: 0, NOTE: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

function badness({ client, counts }: FindingGroup): number {
  const worst = SEVERITIES.findIndex((severity) => counts[severity] > 0);
  return client === null ? -1 : worst;
}
