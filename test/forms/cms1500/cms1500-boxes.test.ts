import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import type { Claim } from '../../../src/billing/claims/claim';
import { cents, sum } from '../../../src/billing/values/cents';
import type { Box } from '../../../src/forms/cms1500/box';
import { boxKey } from '../../../src/forms/cms1500/claim-labels';
import { BOX_ENTRIES, cms1500Boxes, linePages } from '../../../src/forms/cms1500/cms1500-boxes';
import { lineBoxes } from '../../../src/forms/cms1500/service-boxes';
import { day } from '../../support/values';
import { fullClaim, sevenLines } from './claims';

const name = (box: Box) => boxKey(box) + (box.line === null ? '' : `/${String(box.line)}`);

function pagesOf(claim: Claim): Record<string, string>[] {
  return linePages(claim).map((page) =>
    Object.fromEntries(cms1500Boxes(claim, page).map((box) => [name(box), box.value])),
  );
}

function firstPage(change: Partial<Claim>): Record<string, string> {
  return pagesOf(fullClaim(change))[0] ?? {};
}

/** The numbers printed on the form, 02/12. */
const NUMBERS =
  '1 1a 2 3 4 5 6 7 8 9 9a 9b 9c 9d 10a 10b 10c 10d 11 11a 11b 11c 11d 12 13 14 15 16 17 17a 17b 18 19 20 21 22 ' +
  '23 24A 24B 24C 24D 24E 24F 24G 24H 24I 24J 25 26 27 28 29 30 31 32 32a 32b 33 33a 33b';

describe('the boxes of the CMS-1500', () => {
  const table = Papa.parse<{ box: string; value: string }>(
    readFileSync(join(__dirname, 'boxes-of-a-full-claim.csv'), 'utf8').trim(),
    { header: true },
  ).data;
  const page = firstPage({});

  test.each(table)('box $box of a full claim reads "$value"', ({ box, value }) => {
    expect(page[box]).toBe(value);
  });

  test('the table of a full claim names every box but the empty lines', () => {
    const named = new Set(table.map((row) => row.box));
    const left = Object.entries(page).filter(([box]) => !named.has(box));
    expect(left.every(([box, value]) => /\/[3-6]$/.test(box) && value === '')).toBe(true);
    expect(left).toHaveLength(4 * lineBoxes.length);
  });

  test('every number of the form is there, and a source for each', () => {
    const entries = [...BOX_ENTRIES, ...lineBoxes];
    const numbers = new Set(entries.map((entry) => entry.number));
    expect([...numbers].filter((number) => number !== 'payer').sort()).toEqual(NUMBERS.split(' ').sort());
    expect(entries.filter((entry) => entry.source === '')).toEqual([]);
  });

  test('a corrected claim has its frequency and the payer’s number in box 22', () => {
    const boxes = firstPage({ frequency: '7', originalReference: 'icn-2026/00771' });
    expect(boxes['22 code']).toBe('7');
    expect(boxes['22 reference']).toBe('ICN-2026/00771');
  });

  test('an original claim has frequency 1 and no number, whatever was typed', () => {
    expect(firstPage({ originalReference: 'ICN1' })).toMatchObject({ '22 code': '1', '22 reference': '' });
  });

  test('an auto accident says yes in 10b with its state, its date in 14 and 15, its claim number in 11b', () => {
    const boxes = firstPage({
      payer: { ...fullClaim().payer, kind: 'auto', filingCode: 'AM' },
      accident: { kind: 'auto', date: day('2026-07-14'), state: 'wa' },
      onsetDate: null,
      propertyCasualtyClaimNumber: 'PIP-26-0099',
    });
    expect(boxes).toMatchObject({
      '1': 'OTHER',
      '10a': 'NO',
      '10b': 'YES',
      '10b state': 'WA',
      '10c': 'NO',
      '11b qualifier': 'Y4',
      '11b number': 'PIP260099',
      '14 date': '07 14 2026',
      '14 qualifier': '431',
      '15 qualifier': '439',
      '15 date': '07 14 2026',
    });
  });

  test('workers’ compensation says yes in 10a, Y4 the claim number in 11b, no state, and the employer as the insured', () => {
    const boxes = firstPage({
      payer: { ...fullClaim().payer, kind: 'workers-comp', filingCode: 'WC' },
      accident: { kind: 'work', date: day('2026-06-02'), state: 'WA' },
      propertyCasualtyClaimNumber: 'BD 12345',
      employer: 'Invented Timber, Inc.',
    });
    expect(boxes).toMatchObject({
      '1': 'OTHER',
      '4': 'INVENTED TIMBER INC',
      '6': 'OTHER',
      '7 street': '',
      '11a birth date': '',
      '10a': 'YES',
      '10b': 'NO',
      '10b state': '',
      '11b qualifier': 'Y4',
      '11b number': 'BD12345',
    });
  });

  test('Medicare as the first payer has NONE in box 11 and nothing in 11d', () => {
    const boxes = firstPage({ payer: { ...fullClaim().payer, kind: 'medicare', filingCode: 'MB' } });
    expect(boxes).toMatchObject({ '1': 'MEDICARE', '11': 'NONE', '11d': '' });
  });

  test('a house call does not claim that the service was done at the practice', () => {
    const boxes = firstPage({ placeOfService: '12' });
    expect(boxes).toMatchObject({ '24B/1': '12', '32 name': '', '32 street': '', '32 city': '', '32a': '' });
  });

  test('sex U leaves both marks empty', () => {
    expect(firstPage({ patient: { ...fullClaim().patient, sex: 'U' } })['3 sex']).toBe('');
  });

  test('a name longer than the box is cut, an authorization number never is', () => {
    const patient = { ...fullClaim().patient, lastName: 'Worthington-Example-Featherstone' };
    const boxes = firstPage({ patient, priorAuthorization: 'A'.repeat(40) });
    expect(boxes['2']).toBe('WORTHINGTON-EXAMPLE-FEATHERS');
    expect(boxes['23']).toBe('A'.repeat(40));
  });

  test('seven lines make two pages with totals of their own', () => {
    const pages = pagesOf(sevenLines());
    expect(pages.map((boxes) => [boxes['28'], boxes['29']])).toEqual([
      ['600 15', '600 15'],
      ['100 06', '49 85'],
    ]);
    expect(pages[1]?.['24A from/1']).toBe('08 24 26');
    expect(pages[1]?.['24A from/2']).toBe('');
  });

  test('pages together say what the claim says, to the cent', () => {
    const amount = fc.integer({ min: 0, max: 99_999_99 }).map(cents);
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 50 }), amount, (charges, amountPaid) => {
        const [line] = fullClaim().lines;
        if (!line) throw new RangeError('no line');
        const claim = fullClaim({ amountPaid, lines: charges.map((charge) => ({ ...line, charge })) });
        const pages = linePages(claim);
        expect(sum(pages.map(({ paid }) => paid))).toBe(amountPaid);
        expect(sum(pages.map(({ total }) => total))).toBe(sum(charges));
        expect(pages.every((page) => page.lines.length >= 1 && page.lines.length <= 6)).toBe(true);
      }),
    );
  });
});
