import { readNpi } from '../../../src/billing/identifiers/npi';
import { findingsOfCodes } from '../../../src/billing/rules/check-codes';
import { checkSessions } from '../../../src/billing/rules/check-sessions';
import { lastDayToFile } from '../../../src/billing/rules/filing-limit';
import { progressReportsDue } from '../../../src/billing/rules/progress-reports';
import type { Finding } from '../../../src/billing/findings';
import type { Payer } from '../../../src/billing/records/practice';
import { isoOf } from '../../../src/billing/values/day';
import { readProcedures } from '../../../src/workbook/sessions/cells/procedures';
import { day } from '../../support/values';
import { payerOf, practiceOf, type Some } from '../claims/records';
import cases from './golden-cases.json';
import { visitsCase, type VisitsCase } from './visits-case';

/** `STOP pair-never-together; WARN …`, or OK where nothing but notes was found. */
function found(findings: readonly Finding[], notes = false): string {
  const told = findings.filter(({ severity }) => notes || severity !== 'NOTE');
  return told.length === 0 ? 'OK' : told.map(({ severity, rule }) => `${severity} ${rule}`).join('; ');
}

interface FormulaCase {
  case: string;
  codes: string;
  diagnoses: string;
  date: string;
  payer?: string;
  minutes?: number;
  finds: string;
  says?: string[];
}

const payers = cases.payers as Record<string, (Some<Payer> & { therapist?: string }) | undefined>;

describe('codes, pairs, modifiers, units and diagnoses', () => {
  test.each(cases.formula as FormulaCase[])('$case: $codes, $diagnoses on $date: $finds', (golden) => {
    const procedures = readProcedures(golden.codes);
    if (!('value' in procedures)) throw new Error(procedures.unreadable);
    const { therapist, ...payer } = payers[golden.payer ?? ''] ?? {};
    const findings = findingsOfCodes({
      rows: [{ procedures: procedures.value, minutes: golden.minutes ?? null }],
      diagnoses: golden.diagnoses.split(' '),
      date: day(golden.date),
      today: day('2026-11-22'),
      payer: golden.payer === undefined ? null : payerOf({ name: golden.payer, ...payer }),
      paidBy: golden.payer === undefined ? 'not-said' : payer.kind === 'cash' ? 'client' : 'insurance',
      practice: therapist === undefined ? null : practiceOf({ credentials: therapist }),
    });
    expect(found(findings)).toBe(golden.finds);
    const words = findings.map((finding) => finding.message).join(' ');
    for (const part of golden.says ?? []) expect(words).toContain(part);
  });
});

describe('identifiers', () => {
  test.each(cases.npi as { case: string; npi: string; reads?: string; refused?: string }[])(
    '$case: $npi',
    ({ npi, reads, refused }) => {
      const reading = readNpi(npi);
      expect(reading.ok ? reading.value : undefined).toBe(reads);
      if (!reading.ok) expect(reading.reason).toContain(refused);
    },
  );
});

describe('visits, orders, authorizations and plan years', () => {
  test.each(cases.visits as VisitsCase[])('$case: $finds', (golden) => {
    const { wanted, records, directory } = visitsCase(
      golden,
      cases.visitPayers as Record<string, Some<Payer>>,
    );
    const findings = checkSessions(wanted, records, directory).filter(({ rule }) =>
      /washington|va-|order|plan-year|case-visits/.test(rule),
    );
    expect(found(findings, golden.finds.startsWith('NOTE'))).toBe(golden.finds);
    const words = findings.map((finding) => `${finding.message} ${finding.source}`).join(' ');
    for (const part of golden.says ?? []) expect(words).toContain(part);
  });
});

describe('deadlines', () => {
  test.each(
    cases.deadlines as {
      case: string;
      kind: Payer['kind'];
      days?: number;
      date: string;
      last: string | null;
    }[],
  )('$case: $date ends $last', ({ kind, days, date, last }) => {
    const answer = lastDayToFile(payerOf({ kind, daysToFile: days ?? null }), day(date));
    expect(answer === null ? null : isoOf(answer)).toBe(last);
  });

  test.each(
    cases.progressReports as {
      case: string;
      visits?: number;
      days?: number;
      months?: number;
      dates: string[];
      until: string;
      due: string[];
    }[],
  )('progress reports, $case: $due', ({ visits = null, days = null, months = null, dates, until, due }) => {
    const answer = progressReportsDue(dates.map(day), { visits, days, months }, day(until));
    expect(answer.map(isoOf)).toEqual(due);
  });
});
