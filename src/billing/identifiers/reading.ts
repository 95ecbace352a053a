/** What came of reading an identifier: its value as forms and files want it, or why it cannot be one. */
export type Reading<Value = string> = { ok: true; value: Value } | { ok: false; reason: string };

export function read<Value>(value: Value): Reading<Value> {
  return { ok: true, value };
}

export function refused(reason: string): { ok: false; reason: string } {
  return { ok: false, reason };
}

/** Full-width digits and letters, odd blanks and dashes as people paste them, made plain; capitals. */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u200B-\u200D\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toUpperCase();
}
