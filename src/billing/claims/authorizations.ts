import type { Finding } from '../findings';
import { plainText } from '../identifiers/reading';
import type { Authorization, ColumnOf, Client, Payer } from '../records/practice';
import { isoOf, type Day } from '../values/day';
import { labelKey } from '../values/name-key';
import type { Directory } from '../visits/directory';
import { visitFinding, visitName, type Visit } from '../visits/visit';
import type { EarlierVisit } from './decision';

/** What a visit takes from an authorization. */
export interface VisitNeeds {
  codes: string[];
  /** 0 when the units are not settled. */
  units: number;
}

export interface AuthorizationChoice {
  /** Null when none is needed and none fits. */
  authorization: Authorization | null;
  findings: Finding[];
}

interface Used {
  dates: Set<Day>;
  units: number;
}

const FIELD = 'NUCC 1500 manual, item 23; 837P 2300 REF*G1';

/**
 * Chooses authorizations for visits and counts what is used up. Visits must come in the order of their dates;
 * what was billed before is counted first. A visit uses one visit however many lines it has.
 */
export class AuthorizationLedger {
  private readonly used = new Map<Authorization, Used>();

  constructor(
    private readonly authorizations: readonly Authorization[],
    private readonly directory: Directory,
    earlier: readonly EarlierVisit[],
  ) {
    for (const line of earlier) {
      const number = labelKey(line.authorization ?? '');
      if (number === '') continue;
      const clients = directory.clients(line.client);
      const own = authorizations.find(
        (row) =>
          labelKey(row.number ?? '') === number &&
          directory.clients(row.client).some((c) => clients.includes(c)),
      );
      if (own) this.take(own, line.date, line.units);
    }
  }

  choose(visit: Visit & { client: Client; payer: Payer }, needs: VisitNeeds): AuthorizationChoice {
    const needed = visit.payer.kind === 'va' || visit.payer.authorizationNeeded === true;
    const pool = this.authorizations.filter((row) => this.isFor(row, visit));
    const inTime = pool.filter(
      (row) => (row.from ?? -Infinity) <= visit.date && visit.date <= (row.to ?? Infinity),
    );
    const covering = inTime.filter((row) => covers(row, needs.codes));
    const fitting = covering.filter((row) => this.hasRoom(row, visit.date, needs.units));
    const numbered = fitting.filter((row) => row.number !== null);
    const [chosen, ...others] = [...(numbered.length > 0 || !needed ? numbered : fitting)].sort(byEnd);
    if (chosen) {
      this.take(chosen, visit.date, needs.units);
      return { authorization: chosen, findings: others.length > 0 ? [chosenOf(visit, chosen, others)] : [] };
    }
    if (!needed && pool.length === 0) return { authorization: null, findings: [] };
    return { authorization: null, findings: [this.whyNone(visit, needs, pool, inTime, covering, needed)] };
  }

  private isFor(row: Authorization, visit: Visit & { client: Client; payer: Payer }): boolean {
    if (row.kind !== 'authorization' && (row.kind !== null || row.number === null)) return false;
    if (!this.directory.clients(row.client).includes(visit.client)) return false;
    return row.payer === null || this.directory.payers(row.payer).includes(visit.payer);
  }

  private hasRoom(row: Authorization, date: Day, units: number): boolean {
    const used = this.used.get(row);
    const visits = used?.dates.has(date) ? used.dates.size : (used?.dates.size ?? 0) + 1;
    if (row.visits !== null && visits > row.visits) return false;
    return row.units === null || (used?.units ?? 0) + units <= row.units;
  }

  private take(row: Authorization, date: Day, units: number): void {
    const used = this.used.get(row) ?? { dates: new Set(), units: 0 };
    used.dates.add(date);
    used.units += units;
    this.used.set(row, used);
  }

  private whyNone(
    visit: Visit & { client: Client; payer: Payer },
    needs: VisitNeeds,
    pool: readonly Authorization[],
    inTime: readonly Authorization[],
    covering: readonly Authorization[],
    needed: boolean,
  ): Finding {
    const severity = needed ? 'STOP' : 'WARN';
    const payer = visit.payer.name;
    const but = needed ? `, and ${payer} pays only what it authorized` : '';
    const [first] = covering.length > 0 ? covering : inTime.length > 0 ? inTime : pool;
    if (!first) {
      return {
        rule: 'authorization-missing',
        severity,
        place: visit.client.cells['name'] ?? null,
        words: `There is no authorization of ${payer} for ${visit.clientName}${but}.`,
        toDo: 'Enter it in the Authorizations table, with its number, dates and visits.',
        source: FIELD,
        client: visit.clientName,
      };
    }
    const about = (rule: string, column: ColumnOf<Authorization>, words: string, toDo: string): Finding =>
      visitFinding(visit, { rule, severity, place: first.cells[column] ?? null, words, toDo, source: FIELD });
    const names = (rows: readonly Authorization[]) => rows.map(nameOf).join(' and ');
    if (covering.length > 0) {
      const words = `${names(covering)} ${covering.length > 1 ? 'are' : 'is'} used up (${covering.map((row) => this.usedUp(row)).join('; ')}) before ${visitName(visit)}${but}.`;
      return about(
        'authorization-used-up',
        'visits',
        words,
        `Ask ${payer} for more visits and enter the new authorization.`,
      );
    }
    if (inTime.length > 0) {
      const words = `${names(inTime)} of ${visitName(visit)} does not cover ${needs.codes.join(' and ')}${but}.`;
      return about(
        'authorization-for-other-codes',
        'codes',
        words,
        `Correct the codes, or ask ${payer} to authorize them.`,
      );
    }
    const words = `No authorization covers ${visitName(visit)} (${pool.map(windowOf).join('; ')})${but}.`;
    return about(
      'authorization-for-other-dates',
      'to',
      words,
      `Correct its dates, or ask ${payer} for another one.`,
    );
  }

  private usedUp(row: Authorization): string {
    const used = this.used.get(row);
    const parts = [
      ...(row.visits === null ? [] : [`${used?.dates.size ?? 0} of ${row.visits} visits`]),
      ...(row.units === null ? [] : [`${used?.units ?? 0} of ${row.units} units`]),
    ];
    return parts.join(', ');
  }
}

function covers(row: Authorization, codes: readonly string[]): boolean {
  const covered = row.codes.map(plainText).filter(Boolean);
  return covered.length === 0 || codes.every((code) => covered.includes(code));
}

/** The one that ends first comes first; without an end, last. */
function byEnd(a: Authorization, b: Authorization): number {
  const end = (row: Authorization) => row.to ?? Number.MAX_SAFE_INTEGER;
  return end(a) - end(b) || (a.from ?? 0) - (b.from ?? 0);
}

function chosenOf(visit: Visit, chosen: Authorization, others: readonly Authorization[]): Finding {
  return {
    rule: 'authorization-chosen',
    severity: 'NOTE',
    place: chosen.cells['number'] ?? null,
    words: `Besides ${nameOf(chosen)}, ${others.map(nameOf).join(' and ')} would cover visits of ${visit.clientName}; the one that ends first is used up first.`,
    toDo: 'Nothing, unless the payer told you which one to use.',
    source: FIELD,
    client: visit.clientName,
  };
}

function nameOf(row: Authorization): string {
  return row.number === null ? 'The authorization without a number' : `Authorization ${row.number}`;
}

function windowOf(row: Authorization): string {
  const from = row.from === null ? '' : `from ${isoOf(row.from)} `;
  return `${nameOf(row)} runs ${from}${row.to === null ? 'without an end' : `to ${isoOf(row.to)}`}`;
}
