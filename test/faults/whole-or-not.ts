import { cleanRun, oneOfEachKind, runFault } from './run-fault';
import { SCENARIOS } from './scenarios';

/** `npm run test:faults` tries new places, and as many as one likes. */
const SEED = 20_261_201;

/** Test files over which the presses are dealt out: a file is run by one process. */
const PARTS = 4;

/** The tests of one part of the presses, with one fault of each kind. */
export function testPart(part: number): void {
  const dealt = SCENARIOS.map((scenario, index) => ({ ...scenario, scenario, index }));
  test.each(dealt.filter(({ index }) => index % PARTS === part))(
    '$name: whole or not at all, and told truly, whatever fails',
    async ({ scenario, index }) => {
      const clean = await cleanRun(scenario);
      expect(clean.after).not.toBe(clean.before);
      const wrong: string[] = [];
      for (const fault of oneOfEachKind(clean, SEED + index))
        for (const words of await runFault(scenario, clean, fault))
          wrong.push(`${JSON.stringify(fault)}: ${words}`);
      expect(wrong).toEqual([]);
    },
  );
}
