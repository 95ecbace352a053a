import type { Finding } from '../findings';
import type { Session } from '../records/session';
import { sum, ZERO } from '../values/cents';
import { byDay } from '../values/day';
import { addAll } from '../values/lists';
import type { ClaimHold } from './decision';

/** Sessions that wait, with the findings they wait for (STOP only). */
export interface Waiting {
  client: string;
  payer: string | null;
  sessions: Session[];
  findings: Finding[];
}

/** Puts together what waits for the same client, payer and findings. The findings must be those of one log. */
export function claimHoldsOf(waiting: readonly Waiting[]): ClaimHold[] {
  const numbers = new Map<Finding, number>();
  const numberOf = (finding: Finding) => {
    const number = numbers.get(finding) ?? numbers.size;
    numbers.set(finding, number);
    return number;
  };
  const groups = new Map<string, Waiting>();
  for (const one of waiting) {
    const reasons = one.findings.map(numberOf).sort((a, b) => a - b);
    const key = JSON.stringify([one.client, one.payer, reasons]);
    const group = groups.get(key) ?? { ...one, sessions: [] };
    addAll(group.sessions, one.sessions);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ client, payer, sessions, findings }) => ({
    client,
    payer,
    dates: [...new Set(sessions.map((session) => session.date))].sort(byDay),
    sessions,
    charges: sum(sessions.map((session) => session.charge ?? ZERO)),
    findings: [...new Set(findings)],
  }));
}
