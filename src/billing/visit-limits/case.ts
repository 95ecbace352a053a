import { cellName } from '../cell-name';
import type { Authorization, Benefit, Client } from '../records/practice';
import type { Day } from '../values/day';
import type { Directory } from '../visits/directory';
import { isKnownAs } from '../rules/payers';
import { samePayer, type Coverage } from './coverage';
import type { ClientRows, Doubt } from './client-rows';
import { keptVisits, type KeptVisit } from './kept-visits';
import type { Obstacle } from './limit';
import { authorizationFaults, benefitFaults, fault, repeatedRows, type UnreadableCells } from './limit-rows';

/** Everything that belongs to a client under one payer. */
export interface Case extends Coverage {
  authorizations: Authorization[];
  benefits: Benefit[];
  /** Earliest first. */
  visits: KeptVisit[];
  /** What is wrong with the rows of the tables. */
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
      const answer = samePayer(row.payer, coverage, directory);
      if (typeof answer === 'object') faults.push(fault(row.cells['payer'], answer.unclear));
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
  const belongs = (payer: string | null, date: Day, where: string): boolean => {
    const answer = payerOf(payer, coverage, directory);
    if (typeof answer === 'object') doubts.push({ date, words: `${where}: ${answer.unclear}` });
    return answer === 'same';
  };
  const sessions = rows.sessions.filter((session) =>
    belongs(
      session.payer,
      session.date,
      cellName(session.cells.payer ?? session.cells.client ?? session.place),
    ),
  );
  const billed = rows.billed.filter(({ payer, date }) => belongs(payer, date, 'The ClaimLines table'));
  return {
    ...coverage,
    authorizations,
    benefits,
    visits: keptVisits(sessions, billed),
    faults,
    doubts,
    isWashingtonLni: isKnownAs(coverage.payer, 'wa-lni'),
  };
}

/** A session that names no payer is of the payer on file. */
function payerOf(
  written: string | null,
  coverage: Coverage,
  directory: Directory,
): ReturnType<typeof samePayer> {
  const named = written?.trim() ?? '';
  if (named !== '') return samePayer(named, coverage, directory);
  if (coverage.hasNamesake) {
    const name = coverage.client.name;
    return {
      unclear: `several rows of the Clients table are called ${name}, and this one names no payer. Name it here.`,
    };
  }
  return samePayer(onFile(coverage.client) ?? coverage.payerName ?? 'none', coverage, directory);
}

function onFile({ payer }: Client): string | null {
  return payer === null || payer.trim() === '' ? null : payer;
}
