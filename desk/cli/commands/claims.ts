import { prepareClaims } from '../../../src/actions/claims/make-claims';
import { checkTextOutput, saveText } from '../files';
import { claimsWords } from '../print';
import { makeDocuments, type MoreFiles, type Result } from './make-documents';

export function claims(words: string[]): Promise<Result> {
  return makeDocuments('claims', words, prepareClaims, claimsWords, CLAIM_FILES);
}

/** The 837P and the list of claim lines. Where there is no claim, no file is written, and the words say so. */
const CLAIM_FILES: MoreFiles<Awaited<ReturnType<typeof prepareClaims>>> = {
  check({ edi, csv, input, out, clearinghouse, ediSettings, control }) {
    const others = [input, ...(out === null ? [] : [out])];
    if (edi !== null) checkTextOutput(edi, '--edi', others);
    if (csv !== null) checkTextOutput(csv, '--csv', edi === null ? others : [...others, edi]);
    if (edi === null && csv === null) return {};
    const wish = { edi: edi !== null, csv: csv !== null, clearinghouse, settings: ediSettings, control };
    return { files: wish };
  },
  save({ files }, { edi, csv }) {
    const json: Record<string, unknown> = {};
    const words: string[] = [];
    const write = (name: string, path: string | null, text: string | null, what: string) => {
      if (path === null) return;
      if (text !== null) saveText(text, path);
      json[name] = text === null ? null : path;
      words.push(text === null ? `No claim is ready, so ${path} was not written.` : `${what}: ${path}.`);
    };
    write('edi', edi, files?.edi ?? null, `837P file number ${String(files?.control ?? '')}`);
    write('csv', csv, files?.csv ?? null, 'List of claim lines');
    if (edi !== null) json['control'] = files?.control ?? null;
    return { json, words };
  },
};
