/**
 * What is done with lists of data, which may hold hundreds of thousands: `push(...items)` and `Math.max(...numbers)` put
 * each of them on the stack, which has no room for them.
 */

export function addAll<Item>(list: Item[], items: Iterable<Item>): void {
  for (const item of items) list.push(item);
}

/** Not less than `least`. */
export function largest(numbers: Iterable<number>, least = -Infinity): number {
  let most = least;
  for (const number of numbers) most = Math.max(most, number);
  return most;
}

export function smallest(numbers: Iterable<number>): number {
  let least = Infinity;
  for (const number of numbers) least = Math.min(least, number);
  return least;
}
