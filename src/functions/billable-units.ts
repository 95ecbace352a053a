import type { UnitRule } from '../billing/records/practice';
import { argumentKey } from './argument-key';
import { readRule } from './arguments';
import { notAvailable, valueError } from './errors';
import { payerUnitRule } from './payer-rules';
import { unitsOfRange, type UnitsInCells } from './units-of-range';

/**
 * What Excel offers while the formula is typed; the name of a payer does as well.
 * @customenum {string}
 */
// The build reads these texts as JSON.
// prettier-ignore
export enum Rule {
  Cms = "CMS",
  Ama = "AMA",
}

/**
 * Units to bill for the minutes of one visit, for example =CLAIM.BILLABLE_UNITS(60,"97124") gives 4.
 * @customfunction BILLABLE_UNITS
 * @helpurl https://localhost:3000/help/billable-units.html
 * @param minutes Minutes: 60, "60 min", 1:00, or a range with one cell for each code.
 * @param [codes] Procedure codes, such as "97124", or a range of the same size as the minutes. Without codes all minutes count as one timed service.
 * @param [rule] "CMS" (all timed minutes together), "AMA" (each code alone) or the name of a payer in the Payers table. Without it: CMS.
 * @returns Units; for ranges, the units of each code in the same shape.
 */
export async function billableUnits(
  minutes: unknown[][],
  codes?: unknown[][],
  rule?: Rule,
): Promise<unknown[][]> {
  const asked = readRule(rule);
  if (!asked.ok) throw valueError(asked.words);
  const unitRule = asked.value.by === 'rule' ? asked.value.rule : await ruleOfPayer(asked.value.name);
  return unitsUnder(unitRule, minutes, codes ?? null);
}

/** Answers that were given before, by their arguments; a year of a large practice has fewer. */
const MAX_ANSWERS = 5_000;
let answers = new Map<string, UnitsInCells>();

function unitsUnder(rule: UnitRule, minutes: unknown[][], codes: unknown[][] | null): UnitsInCells {
  const key = argumentKey(rule, minutes, codes);
  const known = key === null ? undefined : answers.get(key);
  if (known) return known;
  const units = unitsOfRange(minutes, codes, rule);
  if (!units.ok) throw valueError(units.words);
  if (answers.size >= MAX_ANSWERS) answers = new Map();
  if (key !== null) answers.set(key, units.value);
  return units.value;
}

async function ruleOfPayer(name: string): Promise<'CMS' | 'AMA'> {
  const answer = await payerUnitRule(name);
  switch (answer.found) {
    case 'rule':
      return answer.rule;
    case 'payer without a rule':
      throw notAvailable(
        `The Payers table does not say which unit rule ${name} uses: fill in CMS or AMA there.`,
      );
    case 'no such payer':
      throw notAvailable(`"${name}" is neither CMS nor AMA nor a payer in the Payers table.`);
    case 'no table':
      throw notAvailable(
        `"${name}" is neither CMS nor AMA, and there is no Payers table yet to look it up in.`,
      );
  }
}
