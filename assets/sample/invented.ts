/**
 * The invented practice of the sample workbook: Quiet Harbor Massage in Washington State. Nobody in it exists:
 * telephones are 555-01xx, mail goes to .example, the EIN begins with 00, NPIs are counted up from 155550000.
 * Records are written by the column keys of src/workbook/tables/schemas.ts; dates as YYYY-MM-DD, money in cents.
 */
import { npiCheckDigit } from '../../src/billing/identifiers/npi';
import type { RowValue } from '../../src/workbook/plan/plan';

export type SampleRecord = Record<string, RowValue>;

/** A well-formed NPI, counted up and not taken from anybody. */
export const npi = (serial: number): string => {
  const nine = String(155_550_000 + serial);
  return nine + npiCheckDigit(nine);
};

/** An address in Washington State. */
export const mail = (street: string, city: string, zip: string): SampleRecord => ({
  'address.street': street,
  'address.city': city,
  'address.state': 'WA',
  'address.zip': zip,
});
