import { patientName, type Claim } from '../../billing/claims/claim';
import type { Offset } from '../../forms/cms1500/overlay/offset';
import {
  alignmentPdf,
  paperClaims,
  paperClaimsPdf,
  type PaperKind,
} from '../../forms/cms1500/overlay/overlay-pdf';
import type { FileToDeliver } from './deliver-file';

export interface PdfOut {
  /** Null when no claim has room on the form. */
  file: FileToDeliver | null;
  /** Claims left out, each with what does not fit. */
  leftOut: { client: string; words: string[] }[];
}

/** The claims of one run as a PDF: `overlay` for the red form, `copy` to keep. */
export async function claimPdf(
  { name, claims }: { name: string; claims: readonly Claim[] },
  kind: PaperKind,
  offset: Offset,
  now: Date,
): Promise<PdfOut> {
  const paper = paperClaims(claims, kind, offset);
  const title = kind === 'overlay' ? 'CMS-1500 claims' : 'Copies of CMS-1500 claims';
  const content = await paperClaimsPdf(paper, { title, made: now });
  const ending = kind === 'overlay' ? 'red-form' : 'copy';
  return {
    file: content && { name: `${name}-${ending}.pdf`, type: 'application/pdf', content },
    leftOut: paper.leftOut.map(({ claim, findings }) => ({
      client: patientName(claim),
      words: findings.map(({ message }) => message),
    })),
  };
}

/** One page to hold the printer against the form with. */
export async function testPage(offset: Offset, now: Date): Promise<FileToDeliver> {
  return {
    name: 'cms-1500-test-page.pdf',
    type: 'application/pdf',
    content: await alignmentPdf(offset, now),
  };
}
