import fc from 'fast-check';
import { directoryOf } from '../../../src/billing/visits/directory';
import { askAbout, asAnswered } from '../../../src/practice/questions/ask-about';
import { Refusal } from '../../../src/workbook/refusal';
import { readSessionSheets } from '../../../src/workbook/sessions/session-sheets';
import { practiceOf } from '../../billing/claims/records';
import {
  generatedSheet,
  type Fate,
  type GeneratedSession,
  type GeneratedSheet,
} from '../../workbook/sessions/generated/session-sheets';

interface Billed {
  client: string;
  date: number;
  fate: Fate | 'nothing the generator wrote';
}

/** What would be billed of a sheet, what is held or told, and the question where the whole sheet is asked about. */
function outcome({ grid, sessions }: GeneratedSheet): {
  billed: Billed[];
  unaccounted: GeneratedSession[];
  question: string | null;
} {
  const written = new Map(sessions.map((each) => [`${String(each.row)}:${String(each.column)}`, each]));
  try {
    const read = readSessionSheets({ sheets: [grid] });
    const { clear, held } = askAbout(asAnswered(read.sessions, new Map()), {
      answers: new Map(),
      directory: directoryOf([], []),
      therapists: [],
      fees: [],
      practice: practiceOf(),
      services: { unclear: new Map() },
    });
    const at = ({ row, column }: { row: number; column: number }) => `${String(row)}:${String(column)}`;
    const told = new Set([
      ...clear.map(({ place }) => at(place)),
      ...held.map(({ session }) => at(session.place)),
    ]);
    const leftOut = new Set(
      read.accounts.flatMap(({ tables }) =>
        tables.flatMap(({ rows }) => rows.flatMap(({ kind, row }) => (kind === 'left out' ? [row] : []))),
      ),
    );
    return {
      billed: clear
        .filter(({ status }) => status === 'kept')
        .map(({ place, client, date }) => ({
          client,
          date: date as unknown as number,
          fate: written.get(at(place))?.fate ?? 'nothing the generator wrote',
        })),
      unaccounted: sessions.filter((each) => !told.has(at(each)) && !leftOut.has(each.row)),
      question: null,
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { billed: [], unaccounted: [], question: error.message };
  }
}

const RUNS = { numRuns: 150, seed: 572_551_157 };

test('no generated sheet ever bills what was not kept, what was billed before, or somebody else', () => {
  fc.assert(
    fc.property(generatedSheet, (sheet) => {
      for (const { client, date, fate } of outcome(sheet).billed) {
        expect(fate).toBe('kept');
        expect(
          sheet.sessions.some((each) => each.client === client && each.date === date && each.fate === 'kept'),
        ).toBe(true);
      }
    }),
    RUNS,
  );
});

test('every generated session is billed, held, told or asked about', () => {
  fc.assert(
    fc.property(generatedSheet, (sheet) => {
      expect(outcome(sheet).unaccounted).toEqual([]);
    }),
    RUNS,
  );
});

test('most kept sessions are billed without a question', () => {
  const sheets = fc.sample(generatedSheet, { numRuns: 150, seed: 12 });
  const clear = sheets.map(outcome).filter(({ question }) => question === null);
  expect(clear.length).toBeGreaterThan(0.6 * sheets.length);
  const kept = sheets.flatMap(({ sessions }) => sessions).filter(({ fate }) => fate === 'kept');
  const billed = clear.flatMap((each) => each.billed);
  expect(billed.length).toBeGreaterThan(0.5 * kept.length);
});
