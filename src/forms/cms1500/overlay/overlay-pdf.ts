import type { Claim } from '../../../billing/claims/claim';
import type { Finding } from '../../../billing/findings';
import type { Drawing } from '../../pdf/drawing';
import { writePdf } from '../../pdf/write-pdf';
import { linePages } from '../cms1500-boxes';
import { alignmentDrawing } from './alignment';
import type { Offset } from './offset';
import { outlineDrawing } from './outline';
import { overlayDrawing } from './overlay-drawing';
import { fitsPaper } from './overlay-findings';
import { overlayTexts } from './overlay-texts';

/** `overlay` is printed on the red form; `copy` has an outline of our own, for the file. */
export type PaperKind = 'overlay' | 'copy';

export interface PaperClaims {
  /** One drawing for each printed page, claims in their order. */
  pages: Drawing[];
  /** Claims of which nothing was drawn, because a box has no room for what it must say. */
  leftOut: { claim: Claim; findings: Finding[] }[];
}

/** The pages of claims on paper. A claim that does not fit the form is left out whole, with the reason. */
export function paperClaims(claims: readonly Claim[], kind: PaperKind, offset: Offset): PaperClaims {
  const { fitting, leftOut } = fitsPaper(claims);
  return { pages: fitting.flatMap((claim) => drawingsOf(claim, kind, offset)), leftOut };
}

function drawingsOf(claim: Claim, kind: PaperKind, offset: Offset): Drawing[] {
  const pages = linePages(claim);
  return pages.map((page, index) => {
    const texts = overlayTexts(claim, page);
    if (kind === 'overlay') return overlayDrawing(texts, offset);
    const foot = `Claim ${claim.account}, page ${String(index + 1)} of ${String(pages.length)}`;
    return outlineDrawing(texts, foot);
  });
}

/** The claims as a PDF; null when none of them is left to print. */
export async function paperClaimsPdf(
  paper: PaperClaims,
  facts: { title: string; made: Date },
): Promise<Uint8Array | null> {
  return paper.pages.length === 0 ? null : writePdf(paper.pages, facts);
}

/** One page to hold a printer against the form with. */
export function alignmentPdf(offset: Offset, made: Date): Promise<Uint8Array> {
  return writePdf([alignmentDrawing(offset)], { title: 'CMS-1500 alignment test', made });
}
