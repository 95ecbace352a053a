import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SCENARIOS } from './scenarios';

const ACTIONS = join(__dirname, '../../src/actions');

/** Functions of the actions that plan, but nothing that is pressed by itself. */
const PLANS_FOR_OTHERS = new Set([
  // Values that a form is filled with.
  'preparePreset',
  // The plan of every document.
  'prepareDocument',
  // Undo of one run that was written a moment ago.
  'prepareUndoOfRun',
]);

test('every action that plans to write is pressed here', () => {
  const files = readdirSync(ACTIONS, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const planning = files.flatMap((name) =>
    [...readFileSync(join(ACTIONS, name), 'utf8').matchAll(/export (?:async )?function (prepare\w+)/g)].map(
      ([, name_]) => name_ ?? '',
    ),
  );
  const pressed = new Set(SCENARIOS.map(({ by }) => by));
  expect(planning.filter((name) => !pressed.has(name) && !PLANS_FOR_OTHERS.has(name))).toEqual([]);
});
