import type { Finding } from '../findings';
import type { Payer, Practice } from '../records/practice';
import type { Session, SessionProcedure } from '../records/session';
import { addYears, usDate, type Day } from '../values/day';
import { entriesOf } from '../visits/entries';
import type { Visit } from '../visits/visit';
import { checkVisit } from './check-visit';
import type { CheckedVisit } from './checked-visit';
import { emptyContext } from './context';
import { daysAlike, type Days } from './days-alike';
import { visitToCheck } from './visit-to-check';

/** What CHECK_CODES is asked: one visit, without the names around it. */
export interface CodesToCheck {
  /** Rows of codes, each with the minutes of the row where they are known. */
  rows: { procedures: SessionProcedure[]; minutes: number | null }[];
  /** As written. */
  diagnoses: string[];
  /** Null: not said, so that today's tables answer. */
  date: Day | null;
  today: Day;
  paidBy: CheckedVisit['paidBy'];
  payer: Payer | null;
  practice: Practice | null;
}

/** `OK`, or what is wrong with its source and date, worst first; '' where there is nothing to check. */
export function checkCodes(asked: CodesToCheck): string {
  if (isNothing(asked)) return '';
  const wrong = findingsOfCodes(asked).filter(({ severity }) => severity !== 'NOTE');
  return wrong.length === 0 ? 'OK' : wrong.map(inOneLine).join(' ');
}

/** The days around a date on which `checkCodes` gives the same answer, unless the answer names its date. */
export function daysOfAnswer(asked: CodesToCheck, date: Day): Days {
  return daysAlike(toCheck(asked, date), { ...emptyContext(), practice: asked.practice });
}

function isNothing({ diagnoses, rows }: CodesToCheck): boolean {
  return diagnoses.length === 0 && rows.every(({ procedures }) => procedures.length === 0);
}

/** The findings behind the answer, notes included. */
export function findingsOfCodes(asked: CodesToCheck): Finding[] {
  const found = findingsOn(asked, asked.date ?? asked.today);
  return asked.date === null ? [...found, ...otherwiseAYearAgo(asked, found)] : found;
}

function findingsOn(asked: CodesToCheck, date: Day): Finding[] {
  return checkVisit(toCheck(asked, date), { ...emptyContext(), practice: asked.practice });
}

/** Without a date today counts. Sessions are billed for up to a year: what would be a STOP then is told. */
function otherwiseAYearAgo(asked: CodesToCheck, found: readonly Finding[]): Finding[] {
  const known = new Set(found.map(({ rule }) => rule));
  const [other] = findingsOn(asked, addYears(asked.today, -1)).filter(
    ({ rule, severity }) => severity === 'STOP' && !known.has(rule),
  );
  if (!other) return [];
  return [
    {
      rule: 'date-not-given',
      severity: 'WARN',
      place: null,
      message: `No date of service is given, so ${usDate(asked.today)} counts; for an earlier one: ${other.message}`,
      fix: 'Give the date of service.',
      source: other.source,
    },
  ];
}

/** `STOP: M54.5 is not billable … (its source).` */
function inOneLine({ severity, message, source }: Finding): string {
  return `${severity}: ${message.replace(/\.$/, '')} (${source}).`;
}

const NOWHERE = { sheet: '', row: 0, column: 0 };

function toCheck({ rows, diagnoses, payer, paidBy }: CodesToCheck, date: Day): CheckedVisit {
  const sessions = rows.map(({ procedures, minutes }, index): Session => ({
    place: NOWHERE,
    cells: {},
    date,
    client: '',
    minutes,
    procedures,
    diagnoses: index === 0 ? diagnoses : [],
    payer: null,
    charge: null,
    paid: null,
    copay: null,
    insurancePaid: null,
    status: 'kept',
    provider: null,
    notes: null,
  }));
  const visit: Visit = { clientName: '', client: null, payer, date, sessions };
  const checked = visitToCheck(visit, entriesOf(visit).entries, paidBy);
  return {
    ...checked,
    clientName: null,
    sessions: [],
    lines: checked.lines.map((line) => ({ ...line, session: null })),
    diagnoses: diagnoses.map((text) => ({ text, place: null, ofClient: false })),
  };
}
