/** Edits (insert, drop, replace, swap of neighbours) that turn one word into the other; more than `most` are not counted out. */
export function editDistance(a: string, b: string, most = Infinity): number {
  let older: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (older[j - 2] ?? 0) + 1);
      }
      row.push(best);
      least = Math.min(least, best);
    }
    // What follows is no less: a swap reaches back over two rows, but costs what this row has cost already.
    if (least > most) return least;
    older = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/** Whether `written` is likely `word` mistyped: same first letter; one edit from five letters, two from nine. */
export function isMisspelling(written: string, word: string): boolean {
  if (written[0] !== word[0] || Math.min(written.length, word.length) < 5) return false;
  const allowed = Math.min(written.length, word.length) >= 9 ? 2 : 1;
  if (Math.abs(written.length - word.length) > allowed) return false;
  return editDistance(written, word, allowed) <= allowed;
}
