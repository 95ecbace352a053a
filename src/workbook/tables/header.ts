/** A header without letter case, line breaks and doubled blanks, so that a tidied-up header is still known. */
export function normalizeHeader(header: string): string {
  return header.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}
