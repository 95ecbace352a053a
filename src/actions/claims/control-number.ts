import { largest } from '../../billing/values/lists';
import { Refusal } from '../../workbook/refusal';
import { MAX_CONTROL } from '../../x12/claim-837p/settings';

/**
 * The number of the next file of claims, which TA1 and 999 answer by: the seconds since 2020, or one more than the
 * largest of the workbook if that is larger. So it grows from file to file and from workbook to workbook, and the
 * number of a run that was undone, whose file may have been sent, does not come again. `asked` is taken instead
 * unless it was used; a clearinghouse refuses a second file of the same number (TA1 025).
 */
export function controlNumber(asked: number | null, used: ReadonlySet<number>, now: Date): number {
  if (asked !== null) {
    if (!used.has(asked)) return asked;
    throw new Refusal(
      'claim-file-unclear',
      `A file of claims with the number ${String(asked)} was made before, and the clearinghouse refuses a second one; take another number, or none.`,
    );
  }
  const next = Math.max(secondsSince2020(now), 1 + largest(used));
  return next <= MAX_CONTROL ? next : firstFree(used, secondsSince2020(now));
}

function secondsSince2020(now: Date): number {
  return Math.max(1, Math.floor((now.getTime() - Date.UTC(2020, 0, 1)) / 1000) % (MAX_CONTROL + 1));
}

/** Where the largest possible number was given away by hand. */
function firstFree(used: ReadonlySet<number>, from: number): number {
  let number = from;
  while (used.has(number)) number = (number % MAX_CONTROL) + 1;
  return number;
}
