import { allStates, titleOf } from './states';
import { verdictsOf, type Verdict } from './verdicts';

/** `tsx test/states/run.ts [words of the title]`: walks every state, and prints what was wrong and how many there are. */
async function main(): Promise<void> {
  const [words = ''] = process.argv.slice(2);
  const states = allStates().filter((state) => titleOf(state).includes(words));
  const counts = new Map<Verdict['is'], number>();
  for (const state of states) {
    for (const { action, is, words: told } of await verdictsOf(state)) {
      counts.set(is, (counts.get(is) ?? 0) + 1);
      if (is === 'wrong') say(`${titleOf(state)}, ${action}: ${told}`);
    }
  }
  const told = [...counts].map(([is, count]) => `${is} ${String(count)}`).join(', ');
  say(`${String(states.length)} states: ${told}`);
  process.exitCode = counts.has('wrong') ? 1 : 0;
}

function say(words: string): void {
  process.stdout.write(`${words}\n`);
}

void main();
