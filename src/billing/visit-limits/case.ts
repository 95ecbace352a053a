import { cellName } from '../cell-name';
import type { Authorization, Benefit } from '../records/practice';
import type { Day } from '../values/day';
import type { Directory } from '../visits/directory';
import { isKnownAs } from '../rules/payers';
import { samePayer, visitOf, type Coverage } from './coverage';
import type { ClientRows, Doubt } from './client-rows';
import { KeptVisits, type KeptVisit } from './kept-visits';
import type { Obstacle } from './limit';
import {
  authorizationFaults,
  benefitFaults,
  fault,
  repeatedRows,
  unknown,
  type UnreadableCells,
} from './limit-rows';

/** Everything that belongs to a client under one payer. */
export interface Case extends Coverage {
  authorizations: Authorization[];
  benefits: Benefit[];
  /** Of this payer, and of other payers of the client: an order without a payer holds for all. Earliest first. */
  visits: KeptVisit[];
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
  unreadable: UnreadableCells,
): Case {
  const faults: Obstacle[] = [];
  const ofPayer = <Row extends Authorization | Benefit>(all: readonly Row[]): Row[] =>
    all.filter((row) => {
      if (row.payer === null) return true;
      const place = row.cells['payer'];
      if (coverage.payerName === null) {
        const words = `This is of ${row.payer}, and who pays for ${coverage.client.name} is not known. Write it in the Clients table, or name the payer in the formula.`;
        faults.push(unknown(place, words));
        return false;
      }
      const answer = samePayer(row.payer, coverage, directory);
      if (typeof answer === 'object') faults.push(fault(place, answer.unclear));
      return answer === 'same';
    });
  const authorizations = ofPayer(rows.authorizations);
  const benefits = ofPayer(rows.benefits);
  faults.push(
    ...authorizations.flatMap((row) => authorizationFaults(row, unreadable)),
    ...benefits.flatMap((row) => benefitFaults(row, unreadable)),
    ...repeatedRows(authorizations),
  );
  const doubts = [...rows.doubts];
  const visits = new KeptVisits();
  const whose = (payer: string | null, date: Day, where: string): 'this' | 'another' | 'nobody' => {
    const answer = visitOf(payer, coverage, directory);
    if (typeof answer !== 'object') return answer;
    doubts.push({ date, words: `${where}: ${answer.unclear}` });
    return 'nobody';
  };
  for (const session of rows.sessions) {
    const place = session.cells.payer ?? session.cells.client ?? session.place;
    const of = whose(session.payer, session.date, cellName(place));
    if (of !== 'nobody') visits.addSession(session, of === 'this');
  }
  for (const line of rows.billed) {
    const of = whose(line.payer, line.date, 'The ClaimLines table');
    if (of !== 'nobody') visits.addBilled(line, of === 'this');
  }
  return {
    ...coverage,
    authorizations,
    benefits,
    visits: visits.all(),
    faults,
    doubts,
    isWashingtonLni: isKnownAs(coverage.payer, 'wa-lni'),
  };
}
