import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MUTANTS } from '../../tools/mutants/mutants';
import { lostMutants } from '../../tools/mutants/texts';

const ROOT = join(__dirname, '../..');

test('every mutant still finds its text once in its file, whatever was renamed', () => {
  expect(lostMutants(ROOT, MUTANTS)).toEqual([]);
});

test('a mutant whose text or file is gone is told', () => {
  const [one] = MUTANTS;
  if (!one) throw new Error('there are no mutants');
  expect(lostMutants(ROOT, [{ ...one, from: 'no such text' }])).toEqual([
    `"no such text" does not stand in ${one.file} just once (${one.about})`,
  ]);
  expect(lostMutants(ROOT, [{ ...one, file: 'src/gone.ts' }])).toHaveLength(1);
});

test('the page names every mutant, and none that is no more', () => {
  const page = readFileSync(join(ROOT, 'docs/mutants.md'), 'utf8');
  const told = page.split('\n').flatMap((line) => /^\| (.+?) \| `/.exec(line)?.[1] ?? []);
  expect(told).toEqual(MUTANTS.map(({ about }) => about));
});
