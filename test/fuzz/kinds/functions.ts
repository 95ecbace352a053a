import { checkCodes } from '../../../src/billing/rules/check-codes';
import * as read from '../../../src/functions/arguments';
import { readCodeRows, readDiagnosisCells } from '../../../src/functions/codes-of-visit';
import { unitsOfRange } from '../../../src/functions/units-of-range';
import { day } from '../../support/values';
import { kindOf } from '../laws';
import { hostileText } from '../mutations';
import type { Random } from '../random';

const MINUTES = [60, 45, '1 hr', '0/0 min', 0.5, -15, 1e300, ''];
const CODES = [97124, '97124', '97140-59', '97124 x4', '97124; 97140 30min', ''];
const DIAGNOSES = ['M54.2', 'M54.2, M79.18', 'm5450', ''];

/** What cells hand to the functions: =CLAIM.BILLABLE_UNITS and =CLAIM.CHECK_CODES. */
export const functionArguments = kindOf({
  name: 'cells of functions',
  make: (random) => ({
    minutes: cellsOf(random, MINUTES),
    codes: cellsOf(random, CODES),
    diagnoses: cellsOf(random, DIAGNOSES),
    payer: random.once(2) ? 'Cascade Health Plan' : hostileText(random),
  }),
  read({ minutes, codes, diagnoses, payer }) {
    const rows = readCodeRows(codes, minutes);
    const dx = readDiagnosisCells(diagnoses);
    const checked =
      rows.ok && dx.ok
        ? checkCodes({
            ...{ rows: rows.value, diagnoses: dx.value, date: null, today: day('2026-11-02') },
            ...{ paidBy: 'insurance', payer: null, practice: null },
          })
        : null;
    const [cell] = minutes.flat();
    return {
      ...{ rows, dx, checked },
      units: unitsOfRange(minutes, codes, 'CMS'),
      unitsOfMinutes: unitsOfRange(minutes, null, 'CMS'),
      others: [
        ...[read.readDate(cell, false), read.readPayerName(payer), read.readClientName(payer)],
        ...[read.readFlag(cell), read.readRule(payer)],
      ],
    };
  },
});

function cellsOf(random: Random, usual: readonly unknown[]): unknown[][] {
  return Array.from({ length: 1 + random.below(3) }, () => [
    random.once(3) ? hostileText(random) : random.of(usual),
  ]);
}
