import { schedulesOf, wrongWith } from './schedules';

/** `tsx test/schedules/run.ts [schedules] [seed]`: plays them, and prints the seed of each that went wrong. */
async function main(): Promise<void> {
  const [count = '1000', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2);
  let good = 0;
  for (const schedule of schedulesOf(Number(count), Number(seed))) {
    const wrong = await wrongWith(schedule);
    if (wrong.length === 0) good++;
    else say(`${JSON.stringify(schedule)}\n  ${wrong.join('\n  ')}`);
  }
  say(`${String(good)} of ${count} right; seed ${seed}`);
  process.exitCode = String(good) === count ? 0 : 1;
}

function say(words: string): void {
  process.stdout.write(`${words}\n`);
}

void main();
