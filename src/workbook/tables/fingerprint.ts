/** A short number for the contents of cells, to see whether somebody has typed into them since (FNV-1a, 32 bits). */
export function fingerprint(cells: readonly (readonly unknown[])[]): string {
  let hash = 0x811c9dc5;
  for (const row of cells) {
    for (const cell of row) {
      for (const character of `${cell === null || cell === undefined ? '' : String(cell)}\u001f`) {
        hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
      }
    }
    hash = Math.imul(hash ^ 0x1e, 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
