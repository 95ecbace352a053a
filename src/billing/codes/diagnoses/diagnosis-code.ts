import { plainText, read, refused, type Reading } from '../../identifiers/reading';

/** The second character is a digit everywhere but in QA0.-, new in fiscal year 2026. */
const AS_BILLED = /^[A-Z][0-9A][0-9A-Z](\.[0-9A-Z]{1,4})?$/;

/** A diagnosis code however it was typed (`m5450`, `M54.50 `, full-width), as billed: capitals, dot after three. */
export function readDiagnosisCode(text: string): Reading {
  if (AS_BILLED.test(text)) return read(text);
  const written = plainText(text)
    .replaceAll(' ', '')
    .replace(/[.-]+$/, '');
  if (written === '') return refused('There is no diagnosis code.');
  const match = /^([A-Z][0-9A][0-9A-Z])(?:\.?([0-9A-Z]{1,4}))?$/.exec(written);
  if (match) {
    const [, category = '', rest] = match;
    return read(rest === undefined ? category : `${category}.${rest}`);
  }
  if (/^[A-Z][OIL]/.test(written)) {
    return refused(`"${text.trim()}" has a letter as its second character, where a digit belongs.`);
  }
  if (withoutDot(written).length > 7 && /^[A-Z][0-9A][0-9A-Z]\.?[0-9A-Z]+$/.test(written)) {
    return refused(`"${text.trim()}" is too long: a diagnosis code has at most seven characters.`);
  }
  if (/^[A-Z][0-9A][0-9A-Z.]+$/.test(written) && written.includes('.')) {
    return refused(`"${text.trim()}" has its dot in the wrong place; it stands after the third character.`);
  }
  return refused(`"${text.trim()}" is not written like a diagnosis code, such as M54.50.`);
}

/** Without the dot, as item 21, HI and the tables have it. */
export function withoutDot(code: string): string {
  return code.replace('.', '');
}

export function withDot(bare: string): string {
  return bare.length > 3 ? `${bare.slice(0, 3)}.${bare.slice(3)}` : bare;
}
