import { PRACTICE_EXPENSE } from './data/practice-expense';

/** Relative values of a code of which Medicare pays one unit a day in full. */
interface RelativeValues {
  practiceExpense: number;
  total: number;
}

/** Of every later unit Medicare halves the practice-expense part. CMS "Therapy Services" page, 2026. */
const CUT = 0.5;

let values: ReadonlyMap<string, RelativeValues> | undefined;

/** By how much of practice expense a code outranks others for the one unit of the day that is paid in full. */
export function practiceExpenseOf(code: string): number | null {
  return valuesOf(code)?.practiceExpense ?? null;
}

/** The percent that a later unit of the code loses; null for a code that loses nothing. */
export function laterUnitLoss(code: string): number | null {
  const of = valuesOf(code);
  return of ? (100 * CUT * of.practiceExpense) / of.total : null;
}

function valuesOf(code: string): RelativeValues | undefined {
  values ??= new Map(
    PRACTICE_EXPENSE.encoded
      .trim()
      .split('\n')
      .map((line) => {
        const [name = '', work, practiceExpense, malpractice] = line.split(' ');
        const [w, pe, mp] = [work, practiceExpense, malpractice].map(Number);
        return [name, { practiceExpense: pe ?? 0, total: (w ?? 0) + (pe ?? 0) + (mp ?? 0) }] as const;
      }),
  );
  return values.get(code);
}
