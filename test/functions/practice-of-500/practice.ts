/**
 * An invented practice of 500 clients (or fewer) and 10,000 session rows (20 each), the same each time. Dates are day numbers; money is in
 * dollars, as typed into cells.
 */
export interface ClientRow {
  name: string;
  payer: string;
  accidentDate: number | null;
}

export interface AuthorizationRow {
  client: string;
  payer: string | null;
  number: string | null;
  kind: string | null;
  from: number | null;
  to: number | null;
  visits: number | string | null;
  units: number | null;
  dollars: number | null;
  codes: string | null;
}

export interface BenefitRow {
  client: string;
  planYearStarts: number | null;
  visitsPerYear: number | null;
  usedElsewhere: number | null;
  verifiedOn: number | null;
}

export interface SessionRow {
  date: number;
  /** As spelled in this row. */
  client: string;
  minutes: number;
  code: string;
  dx: string;
  payer: string | null;
  charge: number;
  status: string | null;
}

export interface PracticeOf500 {
  clients: ClientRow[];
  authorizations: AuthorizationRow[];
  benefits: BenefitRow[];
  sessions: SessionRow[];
}

/** 2026-01-05, a Monday. */
export const FIRST_DAY = 46027;
const CLIENTS = 500;
const ROWS_EACH = 20;

export const PAYERS = [
  { name: 'Cascade Health Plan', kind: 'commercial', unitRule: 'CMS' },
  { name: 'VA Community Care', kind: 'va', unitRule: 'CMS' },
  { name: 'Alder Auto', kind: 'auto', unitRule: 'AMA' },
  { name: 'Basalt Casualty', kind: 'workers-comp', unitRule: 'CMS' },
  { name: 'Juniper Mutual', kind: 'commercial', unitRule: 'AMA', authorizationNeeded: false },
] as const;

export function makePractice(clients = CLIENTS): PracticeOf500 {
  const chance = generator(1);
  const practice: PracticeOf500 = { clients: [], authorizations: [], benefits: [], sessions: [] };
  for (let at = 0; at < clients; at++) {
    const payer = PAYERS[at % PAYERS.length]?.name ?? '';
    const name = nameOf(at);
    const accidentDate =
      payer.includes('Auto') || payer.includes('Casualty') ? FIRST_DAY + chance(60) - 30 : null;
    practice.clients.push({ name, payer, accidentDate });
    practice.authorizations.push(...authorizationsOf(name, at, chance));
    practice.benefits.push(...benefitsOf(name, at, chance));
    practice.sessions.push(...sessionsOf(name, payer, chance));
  }
  practice.sessions.sort((a, b) => a.date - b.date);
  return practice;
}

function authorizationsOf(client: string, at: number, chance: (below: number) => number): AuthorizationRow[] {
  const row = (more: Partial<AuthorizationRow>): AuthorizationRow => ({
    client, payer: null, number: `N-${String(at)}`, kind: 'authorization', from: null, to: null, visits: null,
    units: null, dollars: null, codes: null, ...more,
  }); // prettier-ignore
  const from = FIRST_DAY + chance(60);
  switch (at % 13) {
    case 0:
      return [];
    case 1:
      return [row({ from, to: from + 60 + chance(200), visits: 6 + chance(12) })];
    case 2:
      return [row({ from, visits: 4 + chance(20) })];
    case 3:
      return [
        row({ from, to: from + 120, visits: 3 + chance(6) }),
        row({ number: `M-${String(at)}`, from: from + 40, to: from + 240, visits: 4 + chance(6) }),
      ];
    case 4:
      return [row({ units: 20 + chance(60) })];
    case 5:
      return [row({ dollars: 500 + 50 * chance(40), visits: 10 + chance(10) })];
    case 6:
      return [
        row({ visits: 12, codes: '97124' }),
        row({ number: `M-${String(at)}`, visits: 5, codes: '97140, 97110' }),
      ];
    case 7:
      return [
        row({ kind: 'order', number: null, from, visits: 8 + chance(8) }),
        row({ from, visits: 6 + chance(12) }),
      ];
    case 8:
      return [row({ kind: 'referral', from, to: from + 100, visits: 20 })];
    case 9:
      return [row({ from, to: from - 1 - chance(30), visits: 12 })];
    case 10:
      return [row({ visits: [-4, 7.5, '#N/A', 'ten'][chance(4)] ?? null })];
    case 11:
      return [row({ from, to: from + 300 })];
    default:
      return [row({ from: FIRST_DAY + 200, to: FIRST_DAY + 400, visits: 10 })];
  }
}

function benefitsOf(client: string, at: number, chance: (below: number) => number): BenefitRow[] {
  if (at % 3 !== 0) return [];
  const starts = [FIRST_DAY - 4, FIRST_DAY + 177, null][chance(3)] ?? null;
  const verifiedOn = FIRST_DAY - 100 + chance(300);
  return [
    {
      client,
      planYearStarts: starts,
      visitsPerYear: 10 + chance(20),
      usedElsewhere: chance(5) || null,
      verifiedOn,
    },
  ];
}

function sessionsOf(name: string, payer: string, chance: (below: number) => number): SessionRow[] {
  const rows: SessionRow[] = [];
  let date = FIRST_DAY + chance(7);
  while (rows.length < ROWS_EACH) {
    const code = ['97124', '97124', '97124', '97140', '97110'][chance(5)] ?? '';
    const minutes = [23, 30, 45, 60, 60, 75][chance(6)] ?? 60;
    const row = {
      date,
      client:
        [name, name.toUpperCase(), `${name.split(' ')[1] ?? ''}, ${name.split(' ')[0] ?? ''}`][chance(3)] ??
        name,
      minutes,
      code,
      dx: ['M54.2', 'M54.50', 'M54.2, M25.511', 'M54.5'][chance(4)] ?? '',
      payer:
        [null, payer, payer.toLowerCase(), payer === 'Juniper Mutual' ? 'Cash' : null][chance(4)] ?? null,
      charge: 20 * (1 + chance(8)),
      status: [null, 'kept', null, null, 'no show', 'cancelled'][chance(6)] ?? null,
    };
    rows.push(row);
    // Sometimes a second line on the same date.
    if (chance(6) > 0 || rows.filter((other) => other.date === date).length > 1) date += 2 + chance(24);
  }
  return rows;
}

/** Two made-up words of which no two are alike. */
function nameOf(at: number): string {
  const syllables = ['ba', 'de', 'fi', 'go', 'hu', 'ja', 'ke', 'li', 'mo', 'nu'];
  const word = (number: number) =>
    [100, 10, 1].map((place) => syllables[Math.floor(number / place) % 10] ?? '').join('');
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  return `${capital(word(at))} ${capital(word((at * 7 + 3) % 1000))}`;
}

/** The same numbers each time: a linear congruential generator (Numerical Recipes). */
function generator(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * below);
  };
}
