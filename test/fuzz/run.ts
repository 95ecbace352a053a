import { parseArgs } from 'node:util';
import { breaches, KINDS } from './fuzz';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    inputs: { type: 'string', default: '1000000' },
    kind: { type: 'string' },
  },
});
/** Breaches of a kind that are shown. */
const SHOWN = 5;
const asked = KINDS.filter(({ name }) => values.kind === undefined || name === values.kind);
const seed = Number(values.seed);
const each = Math.ceil(Number(values.inputs) / asked.length);
const ofKind = values.kind === undefined ? '' : ` --kind "${values.kind}"`;

let broken = 0;
for (const kind of asked) {
  const began = performance.now();
  let found = 0;
  for (const { seed: one, input, words } of breaches(kind, seed, each)) {
    if (++found > SHOWN) continue;
    console.log(`${kind.name}, --seed ${String(one)} --inputs 1 --kind "${kind.name}":\n${words}`);
    if (each === 1) console.log(typeof input === 'string' ? input : JSON.stringify(input));
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  console.log(`${kind.name}: ${String(each)} inputs, ${String(found)} breaches, ${seconds} s`);
  broken += found;
}
console.log(
  `Seed ${String(seed)}: npm run test:fuzz -- --seed ${String(seed)} --inputs ${values.inputs}${ofKind}`,
);
process.exitCode = broken > 0 ? 1 : 0;
