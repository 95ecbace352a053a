import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import Papa from 'papaparse';
import { assistantUnits } from '../../../src/billing/units/assistant';
import { unitsOfMinutes } from '../../../src/billing/units/unit-table';

type Case = Record<'case' | 'therapist' | 'assistant' | 'unmarked' | 'marked', string>;
const { data } = Papa.parse<Case>(readFileSync(path.join(__dirname, 'assistant.csv'), 'utf8'), {
  header: true,
  skipEmptyLines: true,
});

test.each(data)(
  '$case: $therapist and $assistant minutes are $unmarked units and $marked of the assistant',
  ({ therapist, assistant, unmarked, marked }) => {
    expect(assistantUnits(Number(therapist), Number(assistant))).toEqual({
      unmarked: Number(unmarked),
      marked: Number(marked),
    });
  },
);

test('no unit is lost or made, whoever gave the minutes', () => {
  const minutes = fc.integer({ min: 0, max: 200 });
  fc.assert(
    fc.property(minutes, minutes, (therapist, assistant) => {
      const { marked, unmarked } = assistantUnits(therapist, assistant);
      expect(marked + unmarked).toBe(unitsOfMinutes(therapist + assistant));
      expect(Math.min(marked, unmarked)).toBeGreaterThanOrEqual(0);
    }),
    { seed: 16 },
  );
});
