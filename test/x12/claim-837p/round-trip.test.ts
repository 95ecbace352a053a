import fc from 'fast-check';
import { repaired } from '../../../src/billing/readiness/repairs';
import { readClaims } from '../../../src/x12/claim-837p/read-claims';
import { writeClaims } from '../../../src/x12/claim-837p/write-claims';
import type { Claim } from '../../../src/billing/claims/claim';
import { fullClaim, sevenLines } from '../../forms/cms1500/claims';
import { anyClaim } from './arbitrary-claims';
import { asSent } from './as-sent';
import { readByAnother } from './node-x12-oracle';
import { SETTINGS, STAMP } from './settings';

const write = (claims: readonly Claim[]) => writeClaims(claims, SETTINGS, STAMP);
const byAccount = (a: Claim, b: Claim) => (a.account < b.account ? -1 : 1);

/** Accounts are unique in a workbook. */
const anyClaims = fc.uniqueArray(anyClaim, {
  minLength: 1,
  maxLength: 6,
  selector: ({ account }) => account,
});

test('whatever the names, what is written is read back to the same values, without a fault', () => {
  fc.assert(
    fc.property(anyClaims, (claims) => {
      const { claims: read, faults } = readClaims(write(claims));
      expect(faults).toEqual([]);
      expect(read.flatMap(({ claim }) => claim ?? []).sort(byAccount)).toEqual(
        claims.map(asSent).sort(byAccount),
      );
    }),
    { numRuns: 60 },
  );
});

test('written, read and written again it is the same file', () => {
  fc.assert(
    fc.property(anyClaims, (claims) => {
      const text = write(claims);
      expect(write(readClaims(text).claims.flatMap(({ claim }) => claim ?? []))).toBe(text);
    }),
    { numRuns: 40 },
  );
});

test('another library reads the same segments and elements, and agrees with counts and control numbers', () => {
  fc.assert(
    fc.property(anyClaims, fc.boolean(), (claims, lineBreaks) => {
      // That library drops the zeros in front of control numbers.
      const text = writeClaims(claims, { ...SETTINGS, lineBreaks }, { ...STAMP, control: 217_483_405 });
      const ours = readClaims(text).file.segments.map((segment) => [
        segment.id,
        ...Array.from({ length: segment.length }, (_, index) => segment.element(index + 1)),
      ]);
      expect(readByAnother(text)).toEqual(ours);
    }),
    { numRuns: 40 },
  );
});

test('a repaired claim gives the same file as the one it was made from, and has nothing left to repair', () => {
  fc.assert(
    fc.property(anyClaim, (claim) => {
      const { claim: mended } = repaired(claim);
      expect(write([mended])).toBe(write([claim]));
      expect(repaired(mended).repairs).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('no name breaks out of its element, and every character is one of the allowed', () => {
  const lines = (text: string) => text.split('~').length;
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (evil) => {
      const base = fullClaim();
      const text = write([
        fullClaim({
          patient: { ...base.patient, lastName: evil, address: { ...base.patient.address, street: evil } },
          payer: { ...base.payer, name: evil, payerId: evil },
          referring: { firstName: evil, lastName: evil, credentials: evil, npi: null },
          subscriber: { ...base.subscriber, memberId: evil, planName: evil },
        }),
      ]);
      expect(lines(text)).toBe(lines(write([base])));
      expect(text).toMatch(/^[A-Za-z0-9!"&'()*+,\-./:;?= %~@[\]_{}\\|<>^`#$\n]*$/);
    }),
    { numRuns: 100 },
  );
});

test('seven lines are two pages on paper and one claim in the file', () => {
  const { claims } = readClaims(write([sevenLines()]));
  expect(claims).toHaveLength(1);
  expect(claims[0]?.sent.lines).toHaveLength(7);
});
