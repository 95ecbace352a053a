/** Makes a list hold other items. It is not spread into a call: a file may bring more items than a call takes. */
export function refill<T>(list: T[], items: readonly T[]): void {
  list.length = 0;
  for (const item of items) list.push(item);
}
