import type { RequiredField } from '../../src/billing/claims/required/field';
import { REQUIRED_FIELDS } from '../../src/billing/claims/required-fields';
import {
  SUPERBILL_OF_CLIENT,
  SUPERBILL_OF_PRACTICE,
  SUPERBILL_SOURCE,
} from '../../src/billing/superbills/superbill-fields';
import type { Told } from './told';

/** What claims cannot do without, or are better off with: a finding for each way in which a field may be at fault. */
export function claimFields(): Told[] {
  return REQUIRED_FIELDS.flatMap((field) => {
    const { rule, table, header, label, box, loop, also, why, kinds, when } = field;
    const source = `NUCC 1500 manual, item ${box}; 837P ${loop}${also ? `; ${also}` : ''}`;
    const whom = kinds ? ` Wanted by payers of the kinds ${kinds.join(', ')}.` : '';
    const only = `${whom}${when ? ` Only where ${when.words}.` : ''}`;
    const of = (fault: string, severity: string, words: string): Told => ({
      id: `${rule}-${fault}`,
      severity,
      message: `${words}${only}`,
      fix: `${fault === 'missing' ? 'Fill in' : 'Correct'} "${header}" in the ${table} table.`,
      source,
    });
    return [
      ...(field.missing ? [of('missing', field.missing, `‹whose› has no ${label}: ${why}.`)] : []),
      ...(field.reads ? [of('invalid', field.invalid ?? 'STOP', `‹whose›, ${header}: ‹reason›`)] : []),
      ...standIn(field).map((severity) =>
        of(
          'placeholder',
          severity,
          `‹whose› has "‹value›" as ${label}, which looks like a stand-in: ${why}.`,
        ),
      ),
    ];
  });
}

function standIn({ reads, missing }: RequiredField): string[] {
  return reads || missing === null ? [] : [missing];
}

/** What a superbill should say. */
export function superbillFields(): Told[] {
  const all = [
    ...SUPERBILL_OF_PRACTICE.map((field) => ({ ...field, table: 'Practice' })),
    ...SUPERBILL_OF_CLIENT.map((field) => ({ ...field, table: 'Clients' })),
  ];
  return all.flatMap(({ rule, severity, header, label, why, table, fault }) => {
    const of = (id: string, message: string, doing: string): Told => ({
      id: `superbill-${rule}-${id}`,
      severity,
      message,
      fix: `${doing} "${header}" in the ${table} table.`,
      source: SUPERBILL_SOURCE,
    });
    return [
      of('missing', `‹whose› has no ${label}: ${why}.`, 'Fill in'),
      ...(fault ? [of('invalid', `‹whose›, ${header}: ‹reason›`, 'Correct')] : []),
    ];
  });
}
