/** The month that a user most likely wants to bill: the latest that is over, else the latest there is. */
export function likelyMonth(months: readonly { month: string }[], today: Date): string | null {
  const thisMonth = `${String(today.getFullYear())}-${String(today.getMonth() + 1).padStart(2, '0')}`;
  const over = months.filter(({ month }) => month < thisMonth);
  return (over[over.length - 1] ?? months[months.length - 1])?.month ?? null;
}
