/**
 * Words that belong together, directly or through others: those for which `belong` says so; without it, those one or
 * two slips of the keys apart (one, where they are short) and those of which one begins the other.
 */
export function clustersOf(
  words: readonly string[],
  belong: ((one: string, other: string) => boolean) | null = null,
): string[][] {
  const leaders = new Map(words.map((word) => [word, word]));
  const leaderOf = (word: string): string => {
    let leader = word;
    for (let next = leaders.get(leader); next !== undefined && next !== leader; next = leaders.get(leader))
      leader = next;
    leaders.set(word, leader);
    return leader;
  };
  const join = (one: string, other: string): void => {
    leaders.set(leaderOf(one), leaderOf(other));
  };
  if (belong) {
    words.forEach((one, at) => {
      for (const other of words.slice(at + 1)) if (belong(one, other)) join(one, other);
    });
  } else {
    for (const sharing of sharedTraces(words))
      for (const word of sharing.slice(1)) join(sharing[0] ?? word, word);
  }
  const clusters = new Map<string, string[]>();
  for (const word of words) {
    const leader = leaderOf(word);
    const cluster = clusters.get(leader);
    if (cluster) cluster.push(word);
    else clusters.set(leader, [word]);
  }
  return [...clusters.values()];
}

const SHORT = 6;

/** Words with a trace in common: what is left of them without one or two letters, or their beginning. */
function sharedTraces(words: readonly string[]): string[][] {
  const byTrace = new Map<string, string[]>();
  for (const word of words) {
    for (const trace of tracesOf(word)) {
      const sharing = byTrace.get(trace);
      if (sharing) sharing.push(word);
      else byTrace.set(trace, [word]);
    }
  }
  const known = new Set(words);
  const beginnings = words.flatMap((word) => {
    const begun: string[][] = [];
    for (let length = 3; length < word.length; length++)
      if (known.has(word.slice(0, length))) begun.push([word.slice(0, length), word]);
    return begun;
  });
  return [...[...byTrace.values()].filter(({ length }) => length > 1), ...beginnings];
}

function tracesOf(word: string): Set<string> {
  const one = withoutOne(word);
  const two = word.length < SHORT ? [] : one.flatMap(withoutOne);
  return new Set([word, ...(word.length > 3 ? one : []), ...two].map((trace) => `${trace}`));
}

function withoutOne(word: string): string[] {
  return [...word].map((_, at) => word.slice(0, at) + word.slice(at + 1));
}
