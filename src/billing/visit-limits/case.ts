import { faultsOfRows, type UnreadableCells } from '../authorizations/faults';
import { KeptVisits, type KeptVisit } from '../authorizations/kept-visits';
import { cellName } from '../cell-name';
import type { Authorization, Benefit, Practice } from '../records/practice';
import { rulesOf } from '../payers/rules-of-payer';
import type { Day } from '../values/day';
import { addAll } from '../values/lists';
import { labelKey } from '../values/name-key';
import type { Directory } from '../visits/directory';
import type { ClientRows, Doubt } from './client-rows';
import { isSameName, samePayer, visitOf, type Coverage } from './coverage';
import type { Obstacle } from './limit';
import { benefitFaults, fault, unknown } from './limit-rows';

/** Everything that belongs to a client under one payer. */
export interface Case extends Coverage {
  authorizations: Authorization[];
  benefits: Benefit[];
  /** Earliest first. */
  visits: KeptVisit[];
  /** Of other payers of the same client: an order without a payer holds for all. */
  others: KeptVisit[];
  /** What is wrong or missing in the rows of the tables. */
  faults: Obstacle[];
  /** Rows of which nobody can tell whether they are visits of this case. */
  doubts: Doubt[];
  isWashingtonLni: boolean;
}

export function caseOf(
  coverage: Coverage,
  rows: ClientRows,
  directory: Directory,
  { unreadable, practice }: { unreadable: UnreadableCells; practice: Practice | null },
): Case {
  const { client, payer } = coverage;
  const faults: Obstacle[] = [];
  const ofPayer = <Row extends Authorization | Benefit>(all: readonly Row[]): Row[] =>
    all.filter((row) => {
      if (row.payer === null) return true;
      const place = row.cells['payer'];
      if (coverage.payerName === null) {
        const words = `This is of ${row.payer}, and who pays for ${client.name} is not known. Write it in the Clients table, or name the payer in the formula.`;
        faults.push(unknown(place, words));
        return false;
      }
      const answer = samePayer(row.payer, coverage, directory);
      if (typeof answer === 'object')
        faults.push(fault({ place: place ?? null, message: answer.unclear, fix: '' }));
      return answer === 'same';
    });
  const authorizations = ofPayer(rows.authorizations);
  const benefits = ofPayer(rows.benefits);
  addAll(faults, faultsOfRows(authorizations, unreadable).map(fault));
  addAll(faults, benefits.flatMap((row) => benefitFaults(row, unreadable)).map(fault));
  const doubts = [...rows.doubts];
  const about = { clientName: client.name, client };
  const own = new KeptVisits({ ...about, payer, rows: authorizations });
  const others = new Map<string, KeptVisits>();
  const ofAnother = (written: string): KeptVisits => {
    const [named = null] = directory.payers(written);
    const key = labelKey(named?.name ?? written);
    const known = others.get(key);
    if (known) return known;
    const holds = (row: Authorization) => row.payer === null || isSameName(row.payer, written, directory);
    const made = new KeptVisits({ ...about, payer: named, rows: rows.authorizations.filter(holds) });
    others.set(key, made);
    return made;
  };
  /** Where a session or billed line belongs; null where it is none of this person's. */
  const visitsOf = (written: string | null, date: Day, where: string): KeptVisits | null => {
    const answer = visitOf(written, coverage, directory);
    if (typeof answer === 'object') doubts.push({ date, words: `${where}: ${answer.unclear}` });
    return answer === 'this' ? own : answer === 'another' ? ofAnother(written ?? '') : null;
  };
  for (const session of rows.sessions) {
    const place = session.cells.payer ?? session.cells.client ?? session.place;
    visitsOf(session.payer, session.date, cellName(place))?.addSession(session);
  }
  for (const line of rows.billed) visitsOf(line.payer, line.date, 'The ClaimLines table')?.addBilled(line);
  return {
    ...coverage,
    authorizations,
    benefits,
    visits: own.all(),
    others: [...others.values()].flatMap((visits) => visits.all()),
    faults,
    doubts,
    isWashingtonLni: payer !== null && rulesOf(payer, { client, practice }) === 'wa-lni',
  };
}
