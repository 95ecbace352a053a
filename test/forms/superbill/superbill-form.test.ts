import { cents, ZERO } from '../../../src/billing/values/cents';
import { superbillForm, superbillPages } from '../../../src/forms/superbill/superbill-form';
import type { Superbill } from '../../../src/billing/superbills/superbill';
import { pageFaults, printedTexts } from '../page-faults';
import { longMonth, row, superbill } from './superbills';

/** The texts of a page, row by row, left to right. */
function rowsOf(bill: Superbill, page = 0): string[] {
  const values = superbillPages(bill)[page];
  if (!values) throw new RangeError('no page');
  const texts = printedTexts(superbillForm, values);
  const numbers = [...new Set(texts.map((text) => text.row))].sort((a, b) => a - b);
  return numbers.map((number) =>
    texts
      .filter((text) => text.row === number)
      .sort((a, b) => a.column - b.column)
      .map(({ text }) => text)
      .join(' | '),
  );
}

const fourSessions = superbill([
  row('2026-08-04'),
  row('2026-08-11', { code: '97140', modifiers: ['59', 'GP'], units: 2, charge: cents(6050), paid: ZERO }),
  row('2026-08-18', {
    diagnoses: ['S13.4XXD', 'M54.50', 'M54.2', 'G44.219'],
    charge: cents(9600),
    paid: cents(9600),
  }),
]);

describe('the superbill', () => {
  test('has everything that an insurer asks for', () => {
    expect(rowsOf(fourSessions).slice(0, 25)).toEqual([
      'Superbill',
      'For the client to hand in; the practice has not billed an insurer for these services.',
      'Superbill 2608-021, August 2026, page 1 of 1',
      'Provider | Client',
      'Quiet Harbor Massage, LLC | Ines B Fictiva',
      'Therapist | Birth date | Phone',
      'Marisol Tenfold LMT | 11/30/1979 | (360) 555-0177',
      'Street | Street',
      '418 N Example Street | 9 Storybook Court',
      'City | City',
      'Bellingham, WA 98225-4187 | Ferndale, WA 98248',
      'Phone | Email | Insurer',
      '(360) 555-0142 | marisol@quietharbor.example | Larch Mutual',
      'NPI | NPI of the therapist | Member ID | Group number',
      '1234567893 | 1999999992 | LM-889-001 | 7700',
      'Tax ID | License | Policy holder | Client is the holder’s',
      '12-3456789 (EIN) | MA60000001 WA | Otto Fictiva | spouse',
      'Referred by | NPI of the referrer',
      'Anna Prescriber MD | 1000000004',
      'Date | Place | Code | Modifiers | Units | Diagnoses (ICD-10-CM) | Charge | Paid | Balance',
      '08/04/2026 | 11 | 97124 | 4 | M54.50, M54.2 | 120.00 | 120.00 | 0.00',
      '08/11/2026 | 11 | 97140 | 59 GP | 2 | M54.50, M54.2 | 60.50 | 0.00 | 60.50',
      '08/18/2026 | 11 | 97124 | 4 | S13.4XXD, M54.50, M54.2 | 96.00 | 96.00 | 0.00',
      'G44.219',
      'Total | 276.50 | 216.00 | 60.50',
    ]);
  });

  test('dates, units and money are numbers, codes are text', () => {
    const [page] = superbillPages(fourSessions);
    const texts = page?.values.filter(({ value }) => typeof value === 'string').map(({ value }) => value);
    expect(texts).toEqual(expect.arrayContaining(['11', '97124', '1234567893']));
    expect(page?.values.find(({ value }) => value === 60.5)).toBeDefined();
  });

  test('nothing is outside the page, on another text, or cut by a neighbour', () => {
    const crowded = superbill(
      Array.from({ length: 18 }, () =>
        row('2026-08-04', {
          code: 'G0283',
          modifiers: ['59', 'XS', 'GP', 'KX'],
          diagnoses: ['S13.4XXD', 'S33.5XXD', 'S39.012D', 'S46.012D', 'S46.011D', 'M79.601', 'M79.602'],
          charge: cents(1_234_567),
        }),
      ),
    );
    const pages = [fourSessions, longMonth(), crowded].flatMap(superbillPages);
    expect(pages.flatMap((page) => pageFaults(superbillForm, page))).toEqual([]);
  });

  test('nineteen services make two pages, each with its own total, and one for all', () => {
    const bill = longMonth();
    expect(superbillPages(bill)).toHaveLength(2);
    expect(rowsOf(bill, 0)).toContain('This page | 1801.53 | 900.00 | 901.53');
    expect(rowsOf(bill, 0).some((line) => line.startsWith('All pages'))).toBe(false);
    expect(rowsOf(bill, 1)).toContain('This page | 100.18 | 50.00 | 50.18');
    expect(rowsOf(bill, 1)).toContain('All pages | 1901.71 | 950.00 | 951.71');
  });

  test('a service and its further diagnoses stay on one page', () => {
    const four = ['S13.4XXD', 'M54.50', 'M54.2', 'G44.219'];
    const rows = Array.from({ length: 18 }, (_, index) =>
      row(`2026-08-${String(index + 1).padStart(2, '0')}`, index === 17 ? { diagnoses: four } : {}),
    );
    const second = rowsOf(superbill(rows), 1);
    expect(second).toContain(
      '08/18/2026 | 11 | 97124 | 4 | S13.4XXD, M54.50, M54.2 | 120.00 | 120.00 | 0.00',
    );
    expect(second).toContain('G44.219');
  });

  test('a receipt says so and names no diagnosis', () => {
    const lines = rowsOf(
      superbill([row('2026-08-04', { diagnoses: [] })], { kind: 'receipt', diagnoses: [] }),
    );
    expect(lines[0]).toBe('Receipt');
    expect(lines[2]).toBe('Receipt 2608-021, August 2026, page 1 of 1');
    expect(lines).toContain('08/04/2026 | 11 | 97124 | 4 | 120.00 | 120.00 | 0.00');
  });

  test('a client without details is still named as in the sessions, and what is not known stays empty', () => {
    const base = fourSessions.client;
    const bill = superbill([row('2026-08-04')], {
      client: { ...base, name: 'Ines F.', lastName: null, birthDate: null, phone: null },
      referring: null,
    });
    const lines = rowsOf(bill);
    expect(lines).toContain('Quiet Harbor Massage, LLC | Ines F.');
    expect(lines).toContain('Marisol Tenfold LMT');
  });

  test('a page fits one sheet of Letter paper when its width does', () => {
    const { margins } = superbillForm.page;
    const width = superbillForm.columnWidths.reduce((sum, each) => sum + each, 0);
    const height = superbillForm.rowHeights.reduce((sum, each) => sum + each, 0);
    expect((height / width) * (612 - margins.left - margins.right)).toBeLessThan(
      792 - margins.top - margins.bottom,
    );
  });
});
