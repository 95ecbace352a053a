import { PDFDocument, PrintScaling } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import type { Claim } from '../../../../src/billing/claims/claim';
import { linePages } from '../../../../src/forms/cms1500/cms1500-boxes';
import { GRID } from '../../../../src/forms/cms1500/overlay/grid';
import { NO_OFFSET } from '../../../../src/forms/cms1500/overlay/offset';
import { alignmentPdf, paperClaims, paperClaimsPdf } from '../../../../src/forms/cms1500/overlay/overlay-pdf';
import { overlayTexts } from '../../../../src/forms/cms1500/overlay/overlay-texts';
import { PAPER } from '../../../../src/forms/pdf/drawing';
import { pdfTexts, type PdfText } from '../../../support/pdf-texts';
import { fullClaim, sevenLines } from '../claims';
import { anyClaim } from './any-claim';
import { layoutOf } from './form-layout';

const FACTS = { title: 'Claims of 2026-10', made: new Date(Date.UTC(2026, 10, 2, 12)) };

async function overlayOf(claims: readonly Claim[], offset = NO_OFFSET): Promise<Uint8Array> {
  const pdf = await paperClaimsPdf(paperClaims(claims, 'overlay', offset), FACTS);
  if (!pdf) throw new RangeError('nothing to print');
  return pdf;
}

/** Courier's letters are six tenths of its size wide, everywhere. */
const endOf = ({ text, x, size }: PdfText): number => x + text.length * size * 0.6;
const hundredths = (points: number): number => Math.round(points * 100);

describe('the overlay as a PDF', () => {
  const claims = [fullClaim(), sevenLines()];

  test('holds exactly the texts of the grid, in Courier of 12 points, at their places', async () => {
    const pages = await pdfTexts(await overlayOf(claims));
    const expected = claims.flatMap((claim) => linePages(claim).map((page) => overlayTexts(claim, page)));
    expect(pages).toHaveLength(3);
    expect(pages.map((texts) => texts.map(({ text, x, y }) => [text, hundredths(x), hundredths(y)]))).toEqual(
      expected.map((texts) =>
        texts.map(({ text, row, column }) => [text, 2400 + (column - 1) * 720, 2000 + row * 1200]),
      ),
    );
    expect(new Set(pages.flat().map(({ font, size }) => `${font} ${String(size)}`))).toEqual(
      new Set(['Courier 12']),
    );
  });

  test('every character stands inside its box of the layout, measured in points', async () => {
    const [claim] = fc.sample(
      anyClaim.filter((any) => paperClaims([any], 'overlay', NO_OFFSET).leftOut.length === 0),
      { numRuns: 1, seed: 7 },
    );
    const printed = [fullClaim(), sevenLines(), ...(claim ? [claim] : [])];
    const pages = await pdfTexts(await overlayOf(printed));
    const boxes = printed.flatMap((each) =>
      linePages(each).map((page) => overlayTexts(each, page).map(({ box }) => box)),
    );
    const outside = pages.flatMap((texts, page) =>
      texts.filter((text, index) => {
        const place = layoutOf(boxes[page]?.[index] ?? '');
        const left = GRID.left + (Math.min(...place.columns) - 1) * GRID.columnWidth;
        const right = GRID.left + place.lastColumn * GRID.columnWidth;
        const top = GRID.top + (place.row - 1) * GRID.rowHeight;
        const bottom = GRID.top + place.lastRow * GRID.rowHeight;
        return (
          text.x < left - 0.01 ||
          endOf(text) > right + 0.01 ||
          text.y - 12 < top - 0.01 ||
          text.y > bottom + 0.01
        );
      }),
    );
    expect(outside).toEqual([]);
    expect(pages.flat().filter((text) => endOf(text) > PAPER.width || text.y > PAPER.height)).toEqual([]);
  });

  test('an offset moves every text alike', async () => {
    const [still = []] = await pdfTexts(await overlayOf([fullClaim()]));
    const [moved = []] = await pdfTexts(await overlayOf([fullClaim()], { right: 2, down: -3.5 }));
    expect(moved.map(({ x, y }) => [hundredths(x), hundredths(y)])).toEqual(
      still.map(({ x, y }) => [hundredths(x) + 200, hundredths(y) - 350]),
    );
  });

  test('a claim that does not fit is left out whole, the others are printed', async () => {
    const tooLong = fullClaim({ account: '2608-015', priorAuthorization: 'A'.repeat(30) });
    const paper = paperClaims([tooLong, fullClaim()], 'overlay', NO_OFFSET);
    expect(
      paper.leftOut.map(({ claim, findings }) => [claim.account, findings.map(({ rule }) => rule)]),
    ).toEqual([['2608-015', ['paper-box-too-long']]]);
    expect(paper.pages).toHaveLength(1);
    expect(await paperClaimsPdf(paperClaims([tooLong], 'overlay', NO_OFFSET), FACTS)).toBeNull();
  });

  test('is Letter paper, asks to be printed at its own size, and names no client', async () => {
    const document = await PDFDocument.load(await overlayOf([fullClaim()]), { updateMetadata: false });
    expect(document.getPages().map((page) => page.getSize())).toEqual([{ width: 612, height: 792 }]);
    expect(document.catalog.getViewerPreferences()?.getPrintScaling()).toBe(PrintScaling.None);
    const info = document.context.lookup(document.context.trailerInfo.Info);
    expect(String(info)).not.toMatch(/sample/i);
    expect(document.getTitle()).toBe('Claims of 2026-10');
    expect(document.getCreationDate()).toEqual(FACTS.made);
  });

  test('the same claims give the same file', async () => {
    expect(await overlayOf(claims)).toEqual(await overlayOf(claims));
  });
});

describe('the file copy as a PDF', () => {
  test('holds the same texts at the same places, the claim’s number and the number of the page', async () => {
    const paper = paperClaims([sevenLines()], 'copy', { right: 9, down: 9 });
    const pages = await pdfTexts((await paperClaimsPdf(paper, FACTS)) ?? new Uint8Array());
    const data = pages.map((texts) => texts.filter(({ font }) => font === 'Courier'));
    expect(data).toEqual(await pdfTexts(await overlayOf([sevenLines()])));
    expect(pages.map((texts) => texts.map(({ text }) => text).find((text) => /page/.test(text)))).toEqual([
      'Claim 2608-014, page 1 of 2',
      'Claim 2608-014, page 2 of 2',
    ]);
  });
});

describe('the alignment test page', () => {
  test('has an X in the first and the last place of fields, and at the corners of the form', async () => {
    const [texts = []] = await pdfTexts(await alignmentPdf(NO_OFFSET, FACTS.made));
    const marks = new Set(
      texts
        .filter(({ font }) => font === 'Courier')
        .map(
          ({ text, x, y }) =>
            `${text} ${String(Math.round((y - GRID.top) / GRID.rowHeight))}:${String(Math.round((x - GRID.left) / GRID.columnWidth) + 1)}`,
        ),
    );
    for (const place of [
      '8:1',
      '8:79',
      '61:1',
      '61:79',
      '10:1',
      '10:28',
      '54:68',
      '54:77',
      '2:41',
      '56:19',
    ]) {
      expect(marks).toContain(`X ${place}`);
    }
    expect([...marks].filter((mark) => !mark.startsWith('X '))).toEqual([]);
  });

  test('moves with the offset and says it', async () => {
    const [texts = []] = await pdfTexts(await alignmentPdf({ right: 2, down: -3 }, FACTS.made));
    expect(texts.map(({ text }) => text)).toContain(
      'Printed with an offset of 2 points right, -3 points down.',
    );
    expect(texts.find(({ text }) => text === 'X')?.y).toBe(20 + 2 * 12 - 3);
  });
});
