import type { Finding } from '../../../src/billing/findings';
import type { Payer } from '../../../src/billing/records/practice';
import { findingsOfCodes } from '../../../src/billing/rules/check-codes';
import { readProcedures } from '../../../src/workbook/sessions/cells/procedures';
import { day } from '../../support/values';
import { payerOf, practiceOf, type Some } from '../claims/records';
import { checkSessions } from '../../../src/billing/rules/check-sessions';
import cases from './therapists-cases.json';
import { visitsCase, type VisitsCase } from './visits-case';

interface FormulaCase {
  case: string;
  codes: string;
  diagnoses: string;
  date: string;
  payer?: string;
  minutes?: number;
  therapist?: string;
  place?: string;
  finds: string;
  says?: string[];
}

const payers = cases.payers as Record<string, Some<Payer> | undefined>;

/** `STOP pair-never-together; WARN …`, or OK where nothing but notes was found. */
function found(findings: readonly Finding[]): string {
  const told = findings.filter(({ severity }) => severity !== 'NOTE');
  return told.length === 0 ? 'OK' : told.map(({ severity, rule }) => `${severity} ${rule}`).join('; ');
}

describe('therapists of other fields', () => {
  test.each(cases.formula as FormulaCase[])('$case: $codes of $therapist to $payer: $finds', (golden) => {
    const procedures = readProcedures(golden.codes);
    if (!('value' in procedures)) throw new Error(procedures.unreadable);
    const payer = payers[golden.payer ?? ''] ?? {};
    const findings = findingsOfCodes({
      rows: [{ procedures: procedures.value, minutes: golden.minutes ?? null }],
      diagnoses: golden.diagnoses.split(' '),
      date: day(golden.date),
      today: day('2026-11-22'),
      payer: golden.payer === undefined ? null : payerOf({ name: golden.payer, ...payer }),
      paidBy: golden.payer === undefined ? 'not-said' : payer.kind === 'cash' ? 'client' : 'insurance',
      practice:
        golden.therapist === undefined
          ? null
          : practiceOf({ credentials: golden.therapist, placeOfService: golden.place ?? null }),
    });
    expect(found(findings)).toBe(golden.finds);
    const words = findings.map((finding) => `${finding.message} ${finding.source}`).join(' ');
    expect(words).not.toMatch(/massage/);
    for (const part of golden.says ?? []) expect(words).toContain(part);
  });
});

describe('clocks and hours of Medicare', () => {
  test.each(cases.visits as VisitsCase[])('$case: $finds', (golden) => {
    const { wanted, records, directory } = visitsCase(golden, payers as Record<string, Some<Payer>>);
    const findings = checkSessions(wanted, records, directory).filter(({ rule }) =>
      /acupuncture-visit|nutrition-hours/.test(rule),
    );
    expect(found(findings)).toBe(golden.finds);
    const words = findings.map((finding) => finding.message).join(' ');
    for (const part of golden.says ?? []) expect(words).toContain(part);
  });
});
