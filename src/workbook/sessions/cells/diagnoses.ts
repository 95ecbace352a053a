import type { GridValue } from '../grid';
import { tidyText } from './text';
import type { CellRead } from './text';

/**
 * The shape of an ICD-10-CM code: a letter, a digit (or QA, new in fiscal year 2026), a digit or A-C, then up to four
 * more. The letters O, I and L stand in no code behind its first place: there they are typing mistakes for 0 and 1.
 * Source: ICD-10-CM Official Guidelines, section I.A.2 "Format and structure".
 */
const CODE = /^(?:[A-Z]\d|QA)[0-9ABC](?:\.?[0-9A-HJKMNP-SX]{1,4})?$/;
const CODE_WITH_LETTER_FOR_DIGIT = /^[A-Z][0-9OIL][0-9ABCOIL](?:\.?[0-9A-Z]{1,4})?$/;

/** The diagnosis codes of a cell, with the dot, in order and once each: "M54.50, M54.2", "M5450", "M54.2 cervicalgia". */
export function readDiagnoses(value: GridValue): CellRead<string[]> {
  if (typeof value !== 'string') return { unreadable: 'is not a diagnosis code' };
  const codes: string[] = [];
  for (const piece of tidyText(value)
    .toUpperCase()
    .split(/[\s,;/|&+()[\]–-]+/)) {
    const part = piece.replace(/^[:.]+|[:.]+$/g, '');
    if (CODE.test(part)) codes.push(withDot(part));
    else if (/\d/.test(part)) return { unreadable: oddWords(part) };
  }
  if (codes.length === 0) return { unreadable: 'is not a diagnosis code' };
  return { value: [...new Set(codes)] };
}

function oddWords(part: string): string {
  if (/\d/.test(part) && CODE_WITH_LETTER_FOR_DIGIT.test(part)) {
    return `has "${part}" with a letter O, I or L where a diagnosis code has a digit`;
  }
  return `has "${part}", which is not written like a diagnosis code`;
}

function withDot(code: string): string {
  const plain = code.replace('.', '');
  return plain.length > 3 ? `${plain.slice(0, 3)}.${plain.slice(3)}` : plain;
}
