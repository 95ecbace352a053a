import { plainText, read, refused, type Reading } from './reading';

/** A ZIP code: `98101`, or `98101-1234` with its hyphen. */
export function readZip(text: string): Reading {
  const written = plainText(text).replaceAll(' ', '');
  if (written === '') return refused('There is no ZIP code.');
  const match = /^(\d{5})(?:-?(\d{4}))?$/.exec(written);
  if (match) {
    const [, five = '', four] = match;
    if (five === '00000') return refused('00000 is not a ZIP code.');
    return read(four ? `${five}-${four}` : five);
  }
  if (/^\d{3,4}$/.test(written)) {
    return refused(
      `A ZIP code has five digits; ${written} may have lost a leading zero. Format the cell as text.`,
    );
  }
  if (/^\d{8}$/.test(written)) {
    return refused(`A long ZIP code has nine digits; ${written} may have lost a leading zero.`);
  }
  return refused(`A ZIP code is five digits or five and four; "${text.trim()}" is not.`);
}
