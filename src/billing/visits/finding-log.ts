import type { Finding } from '../findings';

/**
 * Findings in the order in which they came up, each once. What is wrong with a record (no date) is one finding
 * however many sessions meet it; what is wrong on a date is one finding a cell.
 */
export class FindingLog {
  private readonly byKey = new Map<string, Finding>();

  /** The finding itself, or the equal one that was there before. */
  add(finding: Finding): Finding {
    const place = finding.date === undefined ? null : finding.place;
    const key = JSON.stringify([finding.rule, finding.client, finding.date, finding.message, place]);
    const known = this.byKey.get(key);
    if (known) return known;
    this.byKey.set(key, finding);
    return finding;
  }

  addAll(findings: readonly Finding[]): Finding[] {
    return findings.map((finding) => this.add(finding));
  }

  all(): Finding[] {
    return [...this.byKey.values()];
  }
}

export function isStop(finding: Finding): boolean {
  return finding.severity === 'STOP';
}
