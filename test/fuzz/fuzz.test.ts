import { breaches, KINDS } from './fuzz';

/** `npm run test:fuzz` tries a million, with a seed of its own each time. */
const INPUTS = 150;
const SEED = 20261102;

test.each(KINDS.map((kind) => [kind.name, kind] as const))(
  'whatever stands in %s, it is read or refused in a sentence, in time, and every posting balances',
  (_, kind) => {
    expect([...breaches(kind, SEED, INPUTS)]).toEqual([]);
  },
);
