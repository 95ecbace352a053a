import { cents } from '../../../src/billing/values/cents';
import { claimForm, claimPages } from '../../../src/forms/cms1500/claim-form';
import { cms1500Boxes, linePages } from '../../../src/forms/cms1500/cms1500-boxes';
import { day } from '../../support/values';
import { pageFaults, printedTexts } from '../page-faults';
import { fullClaim, sevenLines } from './claims';

/** The longest texts that the boxes have room for. */
function crowdedClaim() {
  const base = fullClaim();
  const address = {
    street: '12345 NORTHEAST EXAMPLE AVE 7',
    city: 'MUKILTEO ON THE EXAMPLE',
    state: 'WA',
    zip: '98101-1234',
  };
  const [line] = base.lines;
  if (!line) throw new RangeError('no line');
  return fullClaim({
    account: '2608-014-99999',
    patient: { ...base.patient, firstName: 'MAXIMILLIANA', lastName: 'WORTHINGTON-EXAMPLE', address },
    subscriber: {
      ...base.subscriber,
      address,
      memberId: 'W'.repeat(20),
      planName: 'MMMM MMMM MMMM MMMM MMMM MMMM',
    },
    billing: { ...base.billing, name: 'WORTHINGTON MASSAGE COLLECTIVE OF MUKILTEO', address },
    relationship: 'self',
    referring: { firstName: 'MAXIMILLIAN', lastName: 'WORTHINGTON', credentials: 'DO', npi: '1000000004' },
    accident: { kind: 'auto', date: day('2026-07-14'), state: 'WA' },
    propertyCasualtyClaimNumber: 'CLAIM2026MMMMMMMMMMMM',
    diagnoses: Array.from({ length: 12 }, () => 'S13.4XXD'),
    lines: Array.from({ length: 6 }, () => ({
      ...line,
      modifiers: ['59', 'XS', 'GP', 'KX'],
      pointers: [12, 11, 10, 9],
      charge: cents(1_234_50),
      units: 12,
    })),
    frequency: '7',
    originalReference: '260814MMMMMMM99999',
    amountPaid: cents(1_234_50),
  });
}

describe('the readable claim page', () => {
  test('nothing is outside the page, on another text, or cut by a neighbour', () => {
    const pages = [fullClaim(), sevenLines(), crowdedClaim()].flatMap(claimPages);
    expect(pages.flatMap((page) => pageFaults(claimForm, page))).toEqual([]);
  });

  test('every box has its number and name on the page', () => {
    const labels = claimForm.cells.map((cell) => cell.text.split(/\s/)[0]);
    const numbers = new Set(
      linePages(fullClaim())
        .flatMap((page) => cms1500Boxes(fullClaim(), page))
        .map((box) => box.number),
    );
    numbers.delete('payer');
    expect([...numbers].filter((number) => !labels.includes(number))).toEqual([]);
  });

  test('every filled box is on the page', () => {
    const claim = crowdedClaim();
    const [page] = claimPages(claim);
    const [lines] = linePages(claim);
    if (!page || !lines) throw new RangeError('no page');
    const filled = cms1500Boxes(claim, lines).filter((box) => box.value !== '');
    expect(page.values).toHaveLength(filled.length + 1);
  });

  test('each page says what it is, which claim it is of, and which page of how many', () => {
    const headings = claimPages(sevenLines()).map((page) =>
      printedTexts(claimForm, page)
        .filter(({ row, column }) => row <= 3 && column === 1)
        .map(({ text }) => text),
    );
    expect(headings).toEqual([
      ['Claim page', 'For reading and checking; not the red form.', 'Claim 2608-014, page 1 of 2'],
      ['Claim page', 'For reading and checking; not the red form.', 'Claim 2608-014, page 2 of 2'],
    ]);
  });

  test('a page fits one sheet of Letter paper when its width does', () => {
    const { margins } = claimForm.page;
    const width = claimForm.columnWidths.reduce((sum, each) => sum + each, 0);
    const height = claimForm.rowHeights.reduce((sum, each) => sum + each, 0);
    const scale = (612 - margins.left - margins.right) / width;
    expect(height * scale).toBeLessThan(792 - margins.top - margins.bottom);
    expect(scale).toBeGreaterThan(0.8);
  });
});
