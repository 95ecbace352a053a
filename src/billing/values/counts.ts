/** Of units, minutes, visits and whatever else is counted; amounts have `sum`. */
export function totalCount(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
