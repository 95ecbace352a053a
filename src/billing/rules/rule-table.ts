import { CASE_RULES } from './families/case';
import { DIAGNOSIS_RULES } from './families/diagnosis';
import { FIELD_MODIFIER_RULES } from './families/field-modifiers';
import { LIMIT_RULES } from './families/limits';
import { MEDICARE_RULES } from './families/medicare';
import { MODIFIER_RULES } from './families/modifiers';
import { NUTRITION_RULES } from './families/nutrition';
import { PAIR_RULES } from './families/pairs';
import { PAYER_RULES } from './families/payer';
import { PRACTICE_RULES } from './families/practice';
import { PROCEDURE_RULES } from './families/procedure';
import { PROFESSION_RULES } from './families/profession';
import { RECORD_RULES } from './families/record';
import { TIME_RULES } from './families/time';
import { THRESHOLD_RULES } from './families/threshold';
import { UNIT_RULES } from './families/units';
import type { Rule } from './rule';

/** Every rule on codes, units, modifiers, payers, dates and records, in the order in which findings are told. */
export const RULES: readonly Rule[] = [
  ...DIAGNOSIS_RULES,
  ...PROCEDURE_RULES,
  ...PROFESSION_RULES,
  ...PAIR_RULES,
  ...UNIT_RULES,
  ...TIME_RULES,
  ...MODIFIER_RULES,
  ...FIELD_MODIFIER_RULES,
  ...PAYER_RULES,
  ...MEDICARE_RULES,
  ...LIMIT_RULES,
  ...THRESHOLD_RULES,
  ...NUTRITION_RULES,
  ...CASE_RULES,
  ...PRACTICE_RULES,
  ...RECORD_RULES,
];
