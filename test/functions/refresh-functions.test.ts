import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { generateCustomFunctionsMetadata } from 'custom-functions-metadata';
import { textHash } from '../../src/billing/values/text-hash';
import { FUNCTIONS_EDITION, refreshFunctions } from '../../src/practice/refresh-functions';
import type { TextStore } from '../../src/practice/browser-store';
import { closeDesks, openDesk } from '../desk/host/desk';

const REFRESH = 'Office.ForceRefreshCustomFunctionsCache';
const FOLDER = join(__dirname, '../../src/functions');

afterEach(closeDesks);

/** One browser's storage, which knows an edition of the functions. */
function storeOf(edition: string | null): TextStore {
  let kept = edition;
  return { read: () => kept, write: (text) => (kept = text) };
}

/** What the workbook says after it was opened so often in a browser that knew an edition. */
async function asked(edition: string | null, openings: number): Promise<unknown> {
  const desk = await openDesk(['Sessions']);
  const store = storeOf(edition);
  for (let opening = 0; opening < openings; opening++)
    refreshFunctions(desk.client.Office.context.document.settings, store);
  await new Promise((resolve) => setTimeout(resolve, 0));
  return desk.book.settings.get(REFRESH);
}

describe('Excel is asked to read the functions again', () => {
  test.each<[string, string | null, number, unknown]>([
    ['not at the first start', null, 1, undefined],
    ['not while they are the same', FUNCTIONS_EDITION, 2, undefined],
    ['at the first start with others', 'an older one', 1, true],
    ['and not for ever', 'an older one', 2, undefined],
  ])('%s', async (_, edition, openings, answer) => {
    expect(await asked(edition, openings)).toBe(answer);
  });
});

test('functions that change have another edition: raise FUNCTIONS_EDITION, then the number here', async () => {
  const files = readdirSync(FOLDER).map((name) => join(FOLDER, name));
  const { metadataJson } = await generateCustomFunctionsMetadata(files);
  expect({ edition: FUNCTIONS_EDITION, hash: textHash(metadataJson) }).toEqual({
    edition: '1',
    hash: 2518671524120141,
  });
});

test('VISITS_LEFT and RUNS_OUT say that they are live, and the rule of BILLABLE_UNITS is offered', async () => {
  const files = readdirSync(FOLDER).map((name) => join(FOLDER, name));
  const { metadataJson } = await generateCustomFunctionsMetadata(files);
  const { functions, enums } = JSON.parse(metadataJson) as {
    functions: { id: string; description: string; parameters: { customEnumId?: string }[] }[];
    enums: { id: string; values: { stringValue: string }[] }[];
  };
  const live = functions.filter(({ description }) => /\blive\b/.test(description)).map(({ id }) => id);
  expect(live.sort()).toEqual(['RUNS_OUT', 'VISITS_LEFT']);
  const rule = functions.find(({ id }) => id === 'BILLABLE_UNITS')?.parameters[2]?.customEnumId;
  const offered = enums.find(({ id }) => id === rule)?.values.map(({ stringValue }) => stringValue);
  expect(offered).toEqual(['CMS', 'AMA']);
});
