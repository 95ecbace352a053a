import {
  prepareCorrections,
  type CorrectionsReport,
  type PreparedCorrections,
} from '../../../src/actions/claims/correct-claims';
import { prepareClaims } from '../../../src/actions/claims/make-claims';
import { CLAIMS, CORRECTIONS } from '../../../src/actions/json/claims';
import type { PreparedClaims } from '../../../src/actions/claims/prepared-claims';
import { checkOtherOutput } from '../files';
import { readOptions, type Options } from '../options';
import { claimsWords } from '../print';
import { correctionsWords } from '../print-answers';
import { claimsOnPaper } from './claims-on-paper';
import { makeDocuments, type MadeFiles, type MoreFiles, type Result } from './make-documents';

/** Makes a month's claims, or those that take the place of claims that were made. */
export function claims(words: string[]): Promise<Result> {
  const { corrections } = readOptions('claims', words, ['month', 'out']);
  return corrections.length === 0
    ? makeDocuments('claims', words, prepareClaims, { words: claimsWords, json: CLAIMS }, CLAIM_FILES)
    : makeDocuments<CorrectionsReport, PreparedCorrections>(
        'claims',
        words,
        (context, options) => prepareCorrections(context, corrections, options),
        { words: correctionsWords, json: CORRECTIONS },
        CLAIM_FILES,
      );
}

/** What a month's claims leave as. Where there is no claim, no file is written, and the words say so. */
const CLAIM_FILES: MoreFiles<PreparedClaims> = {
  check(options) {
    const { edi, csv, pdf, pdfCopy, input, out, clearinghouse, ediSettings, control } = options;
    const taken = [input, ...(out === null ? [] : [out])];
    const outputs = { '--edi': edi, '--csv': csv, '--pdf': pdf, '--pdf-copy': pdfCopy };
    for (const [option, path] of Object.entries(outputs)) {
      if (path === null) continue;
      checkOtherOutput(path, option, taken);
      taken.push(path);
    }
    const files = { edi: edi !== null, csv: csv !== null, clearinghouse, settings: ediSettings, control };
    return {
      ...(files.edi || files.csv ? { files } : {}),
      // A claim that goes out as a file need not fit the form as well: it is only left off the paper.
      ...(pdf !== null && edi === null ? { paper: true } : {}),
    };
  },
  async make(prepared, options) {
    const parts = [textFiles(prepared, options), await claimsOnPaper(prepared.report.claims, options)];
    return {
      files: parts.flatMap(({ files }) => files),
      json: Object.assign({}, ...parts.map(({ json }) => json)) as MadeFiles['json'],
      words: parts.flatMap(({ words }) => words),
      isPartial: parts.some(({ isPartial }) => isPartial),
    };
  },
};

/** The 837P and the list of claim lines. */
function textFiles({ files }: PreparedClaims, { edi, csv }: Options): MadeFiles {
  const made: MadeFiles = { files: [], json: {}, words: [], isPartial: false };
  const add = (name: string, path: string | null, text: string | null, what: string) => {
    if (path === null) return;
    if (text !== null) made.files.push({ path, bytes: new TextEncoder().encode(text) });
    made.json[name] = text === null ? null : path;
    made.words.push(text === null ? `No claim is ready, so ${path} was not written.` : `${what}: ${path}.`);
  };
  add('edi', edi, files?.edi ?? null, `837P file number ${String(files?.control ?? '')}`);
  add('csv', csv, files?.csv ?? null, 'List of claim lines');
  if (edi !== null) made.json['control'] = files?.control ?? null;
  return made;
}
