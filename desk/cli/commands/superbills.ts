import { SUPERBILLS } from '../../../src/actions/json/superbills';
import { prepareSuperbills } from '../../../src/actions/superbills/make-superbills';
import { makeDocuments, type Result } from './make-documents';
import { superbillsWords } from '../print';

export function superbills(words: string[]): Promise<Result> {
  return makeDocuments('superbills', words, prepareSuperbills, { words: superbillsWords, json: SUPERBILLS });
}
