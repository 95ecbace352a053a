import type { Claim } from '../../../src/billing/claims/claim';
import { paperClaims, paperClaimsPdf } from '../../../src/forms/cms1500/overlay/overlay-pdf';
import type { Options } from '../options';
import type { MadeFiles } from './make-documents';

/** The claims for the red form (`--pdf`) and with an outline for the file (`--pdf-copy`). */
export async function claimsOnPaper(claims: readonly Claim[], options: Options): Promise<MadeFiles> {
  const { pdf, pdfCopy, offset, month, today } = options;
  const made: MadeFiles = { files: [], json: {}, words: [], isPartial: false };
  const requests = [
    { path: pdf, name: 'pdf', kind: 'overlay', what: 'To print on the CMS-1500 form' },
    { path: pdfCopy, name: 'pdfCopy', kind: 'copy', what: 'Copy for the file' },
  ] as const;
  for (const { path, name, kind, what } of requests) {
    if (path === null) continue;
    const paper = paperClaims(claims, kind, offset);
    const title = `Claims ${month ?? ''} (${kind === 'overlay' ? 'CMS-1500' : 'file copy'})`;
    const bytes = await paperClaimsPdf(paper, { title, made: today });
    if (bytes) made.files.push({ path, bytes });
    made.json[name] = bytes ? path : null;
    made.words.push(
      bytes
        ? `${what}, ${pages(paper.pages.length)}: ${path}.`
        : `There is no claim to print, so ${path} was not written.`,
    );
    for (const { claim, findings } of paper.leftOut) {
      for (const { message, fix: fix } of findings) {
        made.words.push(`Claim ${claim.account} is not in ${path}: ${message} ${fix}`);
      }
    }
    if (paper.leftOut.length > 0) {
      made.isPartial = true;
      made.json['leftOffPaper'] = paper.leftOut.map(({ claim, findings }) => ({
        account: claim.account,
        why: findings.map(({ message }) => message),
      }));
    }
  }
  return made;
}

function pages(number: number): string {
  return `${String(number)} ${number === 1 ? 'page' : 'pages'}`;
}
