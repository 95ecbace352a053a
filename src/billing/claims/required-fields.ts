import type { RequiredField } from './required/field';
import { OF_CASE } from './required/of-case';
import { OF_CLIENT } from './required/of-client';
import { OF_PAYER } from './required/of-payer';
import { OF_PRACTICE } from './required/of-practice';

/** Every value that a claim cannot do without, or is better off with, in the order of the tables. */
export const REQUIRED_FIELDS: readonly RequiredField[] = [
  ...OF_PRACTICE,
  ...OF_PAYER,
  ...OF_CLIENT,
  ...OF_CASE,
];
