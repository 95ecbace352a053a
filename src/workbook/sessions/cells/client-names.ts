import { tidyText } from './text';

/**
 * What people write behind a name in the same cell: "Jane Doe DOB: 1/1/1980", "Jane Doe (ID 1042)", "Jane Doe - 555-0144".
 * A word alone is no such thing: the rest must begin with a label, a sign or digits.
 */
const TAILS: readonly RegExp[] = [
  /[\s,;(|/–-]*\b(?:d\.?o\.?b\.?|date of birth|birth ?date|born|nac(?:imiento)?|n[ée]e? le|geb)\b\.?\s*[:#=]?\s*\(?\d.*$/i,
  /[\s,;(|/–-]*\b(?:id|mrn|acct|account|member|policy|chart|file|no|case|claim)\b\.?\s*(?:id|no|number)?\.?\s*[:#=]?\s*#?\s*\w*\d.*$/i,
  /[\s,;(|/–-]*\b(?:phone|tel|cell|mobile|ph)\b\.?\s*[:#=]?\s*[(+\d].*$/i,
  /[\s,;(|/–-]*\b(?:age|sex|gender|email)\b\s*[:=].*$/i,
  /\s*[,;(|–-]\s*\(?\d[\d\s/().-]*\)?$/,
  /\s+\(?\d{3,}\)?$/,
];

/** The name in a cell, without what stands behind it; the whole text where no name would be left. */
export function clientName(text: string): string {
  const whole = tidyText(text);
  let name = whole;
  for (const tail of TAILS) name = name.replace(tail, '');
  name = name.replace(/[\s,;:|–-]+$/, '').trim();
  return /\p{L}/u.test(name) ? name : whole;
}
