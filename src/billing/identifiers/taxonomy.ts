import { plainText, read, refused, type Reading } from './reading';

/** A provider taxonomy code: three digits, six digits or letters, then X, e.g. 225700000X. */
export function readTaxonomy(text: string): Reading {
  const code = plainText(text).replace(/[ -]/g, '');
  if (code === '') return refused('There is no taxonomy code.');
  if (code.length !== 10) {
    return refused(
      `A taxonomy code has ten characters, like 225700000X; "${text.trim()}" has ${code.length}.`,
    );
  }
  if (!/^\d{3}[0-9A-Z]{6}X$/.test(code)) {
    return refused(
      `A taxonomy code begins with three digits and ends in X, like 225700000X; ${code} does not.`,
    );
  }
  return read(code);
}
