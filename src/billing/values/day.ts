/**
 * A calendar date without a time zone: Excel's serial number in the 1900 system, so 46327 is 2026-11-01.
 * Always a whole number.
 */
export type Day = number;
