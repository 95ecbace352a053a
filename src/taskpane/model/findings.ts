import type { CheckReport } from '../../actions/check/check-month';
import { cellAddress } from '../../billing/cell-name';
import type { Finding, Severity } from '../../billing/findings';
import { isoOf, type Day } from '../../billing/values/day';
import { dayName } from './words';

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
  visits: { date: Day | null; label: string | null; findings: Finding[] }[];
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

type IsWanted = (finding: Finding, client: string | null) => boolean;

function wantedBy({ severities, text }: FindingFilter): IsWanted {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return (finding, client) => {
    const { severity, message: said, fix: fix, rule, place, date } = finding;
    if (!severities.has(severity)) return false;
    const where = place ? [place.sheet, cellAddress(place)] : [];
    const told = [client, said, fix, rule, ...where, date && isoOf(date)].join(' ').toLowerCase();
    return words.every((word) => told.includes(word));
  };
}

function count(findings: readonly Finding[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { STOP: 0, WARN: 0, NOTE: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

function badness({ client, counts }: FindingGroup): number {
  const worst = SEVERITIES.findIndex((severity) => counts[severity] > 0);
  return client === null ? -1 : worst;
}
