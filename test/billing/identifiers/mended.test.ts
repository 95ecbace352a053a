import { mendedIdentifier } from '../../../src/billing/identifiers/mended';
import { readNpi } from '../../../src/billing/identifiers/npi';
import { readPhone } from '../../../src/billing/identifiers/phone';
import { readState } from '../../../src/billing/identifiers/state';
import { readTaxId } from '../../../src/billing/identifiers/tax-id';
import { readTaxonomy } from '../../../src/billing/identifiers/taxonomy';
import { readZip } from '../../../src/billing/identifiers/zip';

const READERS = {
  NPI: readNpi,
  ZIP: readZip,
  phone: readPhone,
  'tax ID': (text: string) => readTaxId(text),
  state: readState,
  taxonomy: readTaxonomy,
} as const;

test.each([
  ['NPI', '123456789E', null, 'a letter that stands for no digit'],
  ['NPI', 'l234567893', '1234567893', 'a small L for 1'],
  ['NPI', 'NPI: 1234567893', '1234567893', 'a label before it'],
  ['NPI', '1234.567.893', '1234567893', 'points between'],
  ['NPI', '123456789O', null, 'the check digit says that it is not 0'],
  ['ZIP', '984O2', '98402', 'O for 0'],
  ['ZIP', '98402.0100', '98402-0100', 'a point for the hyphen'],
  ['ZIP', '2134', null, 'a lost zero may have been another digit'],
  ['phone', '253-555-O1OO', '253-555-0100', 'O for 0'],
  ['phone', '253-555-0100 (cell)', '253-555-0100', 'whose phone it is'],
  ['phone', '253-555', null, 'too short'],
  ['tax ID', 'EIN 12-3456789', '12-3456789', 'a label before it'],
  ['tax ID', '12.3456789', '12-3456789', 'a point for the hyphen'],
  ['state', 'Washington State', 'WA', 'a word behind it'],
  ['state', 'WA, USA', 'WA', 'the country behind it'],
  ['state', 'Wash', null, 'an abbreviation of nobody knows what'],
  ['taxonomy', '2O7L00000X', null, 'letters may stand in a taxonomy code'],
] as const)('%s "%s" was meant as %s: %s', (...[kind, text, meant]) => {
  expect(READERS[kind](text).ok).toBe(false);
  expect(mendedIdentifier(text, READERS[kind])).toBe(meant);
});
