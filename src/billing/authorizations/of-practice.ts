import type { Finding } from '../findings';
import type { Authorization, Client, Fee, Payer } from '../records/practice';
import type { Session } from '../records/session';
import { byDay, type Day } from '../values/day';
import type { Directory } from '../visits/directory';
import { whoseLine, type EarlierVisit } from '../visits/earlier-visit';
import { feeLookup } from '../visits/fees';
import type { Visit } from '../visits/visit';
import { whoPays } from '../visits/who-pays';
import { VisitAmounts } from './amounts';
import { faultsOfRows, UnreadableCells } from './faults';
import { KeptVisits } from './kept-visits';
import { AuthorizationLedger, type Taking } from './ledger';
import { isOrder } from './row';

export interface PracticeRows {
  authorizations: readonly Authorization[];
  fees: readonly Fee[];
  /** Every session of the workbook, of all months. */
  sessions: readonly Session[];
  /** Lines billed before whose sessions are no longer in the workbook. */
  earlierVisits: readonly EarlierVisit[];
  /** Cells of the reference tables that could not be read. */
  tableFindings?: readonly Finding[];
}

/** What a visit has to do with the Authorizations table. */
export interface AuthorizationOfVisit {
  /** Orders, referrals and authorizations of the client that hold for the payer. */
  authorizations: readonly Authorization[];
  /** What became of it among the authorizations proper. */
  authorized: Taking;
}

/** A client under one payer. */
interface Case {
  rows: Authorization[];
  /** Something in the rows has to be mended before anything can be counted. */
  fault: Taking | null;
  visits: KeptVisits;
  takings: Map<Day, Taking>;
}

const UNCOVERED: Taking = { outcome: 'uncovered' };

/** Takes every visit of a practice that an insurer is to pay for, and says what became of each. */
export function authorizationsOfPractice(
  practice: PracticeRows,
  directory: Directory,
): (visit: Pick<Visit, 'client' | 'payer' | 'date'>) => AuthorizationOfVisit {
  const cases = new Cases(practice, directory);
  for (const session of practice.sessions) {
    if (session.status !== 'kept' || !cases.hasRows(session.client)) continue;
    const answer = whoPays(session, directory);
    if (answer.kind === 'insurance') cases.of(answer.client, answer.payer).visits.addSession(session);
  }
  for (const line of practice.earlierVisits) {
    const whose = cases.hasRows(line.client) ? whoseLine(line, directory) : null;
    if (whose) cases.of(whose.client, whose.payer).visits.addBilled(line);
  }
  const ledger = new AuthorizationLedger('authorization', new VisitAmounts(feeLookup(practice.fees)));
  const visits = cases.all().flatMap((of) => of.visits.all().map((visit) => ({ visit, of })));
  for (const { visit, of } of visits.sort((a, b) => byDay(a.visit.date, b.visit.date)))
    of.takings.set(visit.date, ledger.take(visit));

  return ({ client, payer, date }) => {
    if (!client) return { authorizations: [], authorized: UNCOVERED };
    const { rows, fault, takings } = cases.of(client, payer);
    return { authorizations: rows, authorized: fault ?? takings.get(date) ?? UNCOVERED };
  };
}

class Cases {
  private readonly rowsOf = new Map<Client, Authorization[]>();
  private readonly unreadable: UnreadableCells;
  private readonly cases = new Map<Client, Map<Payer | null, Case>>();

  constructor(
    { authorizations, tableFindings = [] }: PracticeRows,
    private readonly directory: Directory,
  ) {
    this.unreadable = new UnreadableCells(tableFindings);
    for (const row of authorizations) {
      for (const client of directory.clients(row.client)) {
        const rows = this.rowsOf.get(client);
        if (rows) rows.push(row);
        else this.rowsOf.set(client, [row]);
      }
    }
  }

  hasRows(client: string): boolean {
    return this.directory.clients(client).some((each) => this.rowsOf.has(each));
  }

  of(client: Client, payer: Payer | null): Case {
    const ofClient = this.cases.get(client) ?? new Map<Payer | null, Case>();
    this.cases.set(client, ofClient);
    const known = ofClient.get(payer) ?? this.caseOf(client, payer);
    ofClient.set(payer, known);
    return known;
  }

  all(): Case[] {
    return [...this.cases.values()].flatMap((ofClient) => [...ofClient.values()]);
  }

  private caseOf(client: Client, payer: Payer | null): Case {
    const rows = (this.rowsOf.get(client) ?? []).filter(
      ({ payer: name }) => name === null || (payer !== null && this.directory.payers(name).includes(payer)),
    );
    const authorizations = rows.filter((row) => !isOrder(row));
    const [why] = faultsOfRows(authorizations, this.unreadable);
    return {
      rows,
      fault: why ? { outcome: 'not-told', why, visit: null } : null,
      visits: new KeptVisits({ clientName: client.name, client, payer, rows }),
      takings: new Map(),
    };
  }
}
