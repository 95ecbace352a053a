import fc from 'fast-check';
import { cleanRun, faultsOf, runFault } from './run-fault';
import { SCENARIOS } from './scenarios';

/** `tsx test/faults/run.ts [faults a scenario] [seed] [words of the name]`: tries them, and prints what was wrong. */
async function main(): Promise<void> {
  const [count = '100', seed = String(Date.now() % 1_000_000), words = ''] = process.argv.slice(2);
  let [tried, good] = [0, 0];
  for (const scenario of SCENARIOS.filter(({ name }) => name.includes(words))) {
    const clean = await cleanRun(scenario);
    const all = faultsOf(clean);
    const faults =
      all.length <= Number(count)
        ? all
        : fc.sample(fc.constantFrom(...all), { numRuns: Number(count), seed: Number(seed) });
    const started = performance.now();
    let own = 0;
    for (const fault of faults) {
      const wrong = await runFault(scenario, clean, fault);
      tried++;
      if (wrong.length === 0) own++;
      for (const sentence of wrong) say(`  ${JSON.stringify(fault)}: ${sentence}`);
    }
    good += own;
    const each = (performance.now() - started) / faults.length;
    say(
      `${scenario.name}: ${String(own)} of ${String(faults.length)} (of ${String(all.length)} places), ${each.toFixed(0)} ms each`,
    );
  }
  say(`${String(good)} of ${String(tried)} right; seed ${seed}`);
  process.exitCode = good === tried ? 0 : 1;
}

function say(words: string): void {
  process.stdout.write(`${words}\n`);
}

void main();
