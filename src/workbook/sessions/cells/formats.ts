/** A number format without its quoted text, colours and conditions, in lower case. */
function bareFormat(format: string): string {
  return format
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .toLowerCase();
}

/** Whether a number under this format shows a calendar date. */
export function showsDate(format: string): boolean {
  const bare = bareFormat(format);
  return /[yd]/.test(bare) || /m{3,}/.test(bare);
}

/** Whether a date under this format shows its month and no day: "Oct-26", "October 2026". */
export function showsMonth(format: string): boolean {
  const bare = bareFormat(format);
  return /m{3,}/.test(bare) && !/[dhs]/.test(bare);
}

/** Whether a number under this format shows a time of day or a length of time, and no date. */
export function showsTime(format: string): boolean {
  return !showsDate(format) && /h|\[m+\]|mm:ss/.test(bareFormat(format));
}

/** Whether a number under this format shows money. */
export function showsMoney(format: string): boolean {
  return /\$|usd|_\(|accounting/i.test(format);
}
