/** Choices that all follow from one seed. */
export interface Random {
  /** A whole number from 0 to below `count`. */
  below(count: number): number;
  of<Item>(items: readonly Item[]): Item;
  /** Whether something happens that happens once in `times`. */
  once(times: number): boolean;
}

/** Mulberry32. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const below = (count: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * count);
  };
  return {
    below,
    of(items) {
      const item = items[below(items.length)];
      if (item === undefined) throw new RangeError('nothing to choose from');
      return item;
    },
    once: (times) => below(times) === 0,
  };
}
