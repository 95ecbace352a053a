import { plainText } from '../identifiers/reading';

/** Level modifiers that fit credentials: ABAI and pacemave.com for behavior analysis, therathink.com for counseling. */
const FITTING: readonly { credentials: readonly string[]; modifiers: readonly string[] }[] = [
  { credentials: ['RBT', 'BT'], modifiers: ['HM'] },
  { credentials: ['BCABA'], modifiers: ['HN'] },
  { credentials: ['BCBA-D', 'PSYD'], modifiers: ['HP', 'AH', 'HO'] },
  { credentials: ['BCBA', 'LBA'], modifiers: ['HO'] },
  { credentials: ['LCSW', 'LICSW', 'LISW', 'LCSW-C', 'LCSW-R'], modifiers: ['AJ', 'HO'] },
  { credentials: ['LPC', 'LMHC', 'LCPC', 'LPCC', 'LCMHC', 'LMFT', 'LCMFT', 'LMSW'], modifiers: ['HO'] },
];

/** The level modifiers that fit somebody with these credentials; empty where that is not known. */
export function levelsOf(credentials: string): readonly string[] {
  const letters = plainText(credentials)
    .replaceAll('.', '')
    .split(/[ ,;/]+/)
    .filter(Boolean);
  return FITTING.find((row) => row.credentials.some((each) => letters.includes(each)))?.modifiers ?? [];
}
