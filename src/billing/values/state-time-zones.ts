/**
 * The time zones (IANA) of each state, the one of most of its people first. Source: 49 CFR part 71, "Standard time zone
 * boundaries".
 */
const EASTERN = 'America/New_York';
const CENTRAL = 'America/Chicago';
const MOUNTAIN = 'America/Denver';
const PACIFIC = 'America/Los_Angeles';

const STATES: readonly (readonly [string, readonly string[]])[] = [
  ['CT DC DE GA MA MD ME NC NH NJ NY OH PA RI SC VA VT WV', [EASTERN]],
  ['AL AR IA IL LA MN MO MS OK WI', [CENTRAL]],
  ['CO MT NM UT WY', [MOUNTAIN]],
  ['CA NV WA', [PACIFIC]],
  ['AZ', ['America/Phoenix']],
  ['HI', ['Pacific/Honolulu']],
  ['PR VI', ['America/Puerto_Rico']],
  ['GU', ['Pacific/Guam']],
  ['AK', ['America/Anchorage', 'America/Adak']],
  ['FL', [EASTERN, CENTRAL]],
  ['ID', ['America/Boise', PACIFIC]],
  ['IN', ['America/Indiana/Indianapolis', CENTRAL]],
  ['KS', [CENTRAL, MOUNTAIN]],
  ['KY', [EASTERN, CENTRAL]],
  ['MI', ['America/Detroit', CENTRAL]],
  ['ND', [CENTRAL, MOUNTAIN]],
  ['NE', [CENTRAL, MOUNTAIN]],
  ['OR', [PACIFIC, 'America/Boise']],
  ['SD', [CENTRAL, MOUNTAIN]],
  ['TN', [CENTRAL, EASTERN]],
  ['TX', [CENTRAL, MOUNTAIN]],
];

const ZONES = new Map(
  STATES.flatMap(([states, zones]) => states.split(' ').map((state) => [state, zones] as const)),
);

/** The time zones of a state by its two letters; none for any other text. */
export function timeZonesOf(state: string | null): readonly string[] {
  return ZONES.get(state?.trim().toUpperCase() ?? '') ?? [];
}
