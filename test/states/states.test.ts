import fc from 'fast-check';
import { allStates, titleOf } from './states';
import { verdictsOf } from './verdicts';

/** `npm run test:states` walks all of them. */
const STATES = fc.sample(fc.constantFrom(...allStates()), { numRuns: 40, seed: 20_261_201 });

test.each([...new Set(STATES)].map((state) => [titleOf(state), state] as const))(
  '%s: as before, or told with the place, and nothing is billed twice',
  async (_, state) => {
    const wrong = (await verdictsOf(state)).filter(({ is }) => is === 'wrong');
    expect(wrong).toEqual([]);
  },
);
