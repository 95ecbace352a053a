import type { Finding } from '../../billing/findings';
import type { Practice } from '../../billing/records/practice';
import { OF_ANOTHER_ZONE } from '../../workbook/sessions/cells/dates';
import { timeZonesOf } from '../../billing/values/state-time-zones';

/** Key of the question which time zone the practice is in; its answers are names of zones. */
export const TIME_ZONE = 'time-zone';

/** Where the practice is: by its state, or by the answer where a state has two zones; null where nobody knows. */
export function timeZone(
  practice: Pick<Practice, 'address'>,
  answers: ReadonlyMap<string, string>,
): string | null {
  const zones = timeZonesOf(practice.address.state);
  const answered = zones.find((zone) => zone === answers.get(TIME_ZONE));
  return answered ?? (zones.length === 1 ? (zones[0] ?? null) : null);
}

/** Asks for the time zone where the days of sessions could not be told without it. */
export function timeZoneQuestions(
  practice: Pick<Practice, 'address' | 'cells'>,
  answers: ReadonlyMap<string, string>,
  findings: readonly Finding[],
): Finding[] {
  const isNeeded = findings.some(({ message }) => message.includes(OF_ANOTHER_ZONE));
  return isNeeded && timeZone(practice, answers) === null ? [timeZoneQuestion(practice)] : [];
}

/** Which time zone the practice is in. */
export function timeZoneQuestion({ address, cells }: Pick<Practice, 'address' | 'cells'>): Finding {
  const zones = timeZonesOf(address.state);
  const state = address.state?.trim() ?? '';
  return {
    rule: 'time-zone-unclear',
    severity: 'STOP',
    place: cells['address.state'] ?? null,
    message:
      zones.length > 1
        ? `Sessions tell their times in another time zone, and ${state} has ${String(zones.length)}: which one is yours?`
        : 'Sessions tell their times in another time zone, and the Practice table does not say which state is yours.',
    fix: zones.length > 1 ? 'Say which one.' : 'Fill in the state of the practice.',
    source: '49 CFR part 71: the boundaries of the time zones',
    answers: zones.map((zone) => ({ key: TIME_ZONE, value: zone, words: zoneWords(zone) })),
  };
}

/** "America/Los_Angeles": "Los Angeles time". */
function zoneWords(zone: string): string {
  return `${(zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')} time`;
}
