import * as fc from 'fast-check';
import { npiCheckDigit, readNpi } from '../../../src/billing/identifiers/npi';
import { readPhone } from '../../../src/billing/identifiers/phone';
import { readState } from '../../../src/billing/identifiers/state';
import { readTaxId } from '../../../src/billing/identifiers/tax-id';
import { readTaxonomy } from '../../../src/billing/identifiers/taxonomy';
import { readZip } from '../../../src/billing/identifiers/zip';
import cases from './cases.json';

const readers: Record<
  string,
  (text: string) => { ok: true; value: unknown } | { ok: false; reason: string }
> = {
  npi: readNpi,
  taxId: (text) => readTaxId(text),
  taxonomy: readTaxonomy,
  zip: readZip,
  phone: readPhone,
  state: readState,
};

describe.each(Object.entries(cases))('%s', (kind, entries) => {
  const read = readers[kind];
  test.each(entries as { text: string; value?: unknown; because?: string }[])('"$text"', (entry) => {
    const reading = read?.(entry.text);
    if (entry.because === undefined) expect(reading).toEqual({ ok: true, value: entry.value });
    else expect(reading).toEqual({ ok: false, reason: expect.stringContaining(entry.because) as string });
  });
});

const firstNine = fc
  .tuple(fc.constantFrom('1', '2'), fc.integer({ min: 0, max: 99_999_999 }))
  .map(([first, rest]) => first + String(rest).padStart(8, '0'));

test('for any first nine digits exactly one tenth digit makes an NPI', () => {
  fc.assert(
    fc.property(firstNine, (nine) => {
      const valid = [...'0123456789'].filter((digit) => readNpi(nine + digit).ok);
      expect(valid).toEqual([npiCheckDigit(nine)]);
    }),
  );
});

test('one wrong digit in an NPI is always caught', () => {
  fc.assert(
    fc.property(
      firstNine,
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 9 }),
      (nine, place, shift) => {
        const npi = nine + npiCheckDigit(nine);
        const wrong = String((Number(npi[place]) + shift) % 10);
        expect(readNpi(npi.slice(0, place) + wrong + npi.slice(place + 1)).ok).toBe(false);
      },
    ),
  );
});

test('nine bare digits are an EIN or an SSN as the practice table says, and unknown without it', () => {
  expect(readTaxId('123456789')).toEqual({ ok: true, value: { digits: '123456789', type: null } });
  expect(readTaxId('123456789', 'EIN')).toEqual({ ok: true, value: { digits: '123456789', type: 'EIN' } });
  expect(readTaxId('900123456', 'EIN').ok).toBe(true);
  expect(readTaxId('900123456', 'SSN').ok).toBe(false);
  expect(readTaxId('12-3456789', 'SSN')).toEqual({
    ok: false,
    reason: 'The tax ID is written like an EIN but marked as SSN.',
  });
});
