import { prepareClaims } from '../../../src/actions/claims/make-claims';
import { makeDocuments, type Result } from './make-documents';
import { claimsWords } from '../print';

export function claims(words: string[]): Promise<Result> {
  return makeDocuments('claims', words, prepareClaims, claimsWords);
}
