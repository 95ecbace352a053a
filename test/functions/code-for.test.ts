import { readFileSync } from 'node:fs';
import path from 'node:path';
import { JSDOM } from 'jsdom';
import { codeFor as codesFor } from '../../src/billing/services/code-for';
import { SERVICES } from '../../src/billing/services/services';
import { procedure, rungsOf } from '../../src/billing/codes/procedures';
import { labelKey } from '../../src/billing/values/name-key';
import { codeFor, Service } from '../../src/functions/code-for';
import { forgetReferenceTables } from '../../src/functions/reference-tables';
import { FunctionError, installExcel } from './excel-globals';

const page = readFileSync(path.join(__dirname, '../../assets/help/code-for.html'), 'utf8');
const { document } = new JSDOM(page).window;

const FEES = [
  ['Code', 'Fee', 'Payer', 'Also written'],
  ['90834', 150, '', "Susi's hour"],
];

async function answerOf(formula: string): Promise<string[]> {
  const inside = /^=CLAIM\.CODE_FOR\((.*)\)$/.exec(formula)?.[1];
  if (inside === undefined) throw new Error(`not a formula of CODE_FOR: ${formula}`);
  const [service, minutes] = JSON.parse(`[${inside}]`) as [Service, unknown];
  try {
    return [await codeFor(service, minutes ?? null)];
  } catch (error) {
    if (error instanceof FunctionError) return [error.code, error.message];
    throw error;
  }
}

describe('the help page of CODE_FOR', () => {
  beforeEach(() => {
    forgetReferenceTables();
    installExcel(null).fees = FEES;
  });

  const rows = [...document.querySelectorAll('#examples tbody tr')].map((row) =>
    [...row.querySelectorAll('td')].map((cell) => (cell.textContent ?? '').replace(/\s+/g, ' ').trim()),
  );

  test('has examples', () => expect(rows.length).toBeGreaterThan(10));

  test.each(rows)('%s answers %j', async (formula = '', answer = '', why = '') => {
    const expected = answer.startsWith('#') ? [answer, why] : [answer];
    expect(await answerOf(formula)).toEqual(expected);
  });
});

describe('the list of services', () => {
  test('names each word once, and codes that are known', () => {
    const names = SERVICES.flatMap((service) => service.names.map(labelKey));
    expect(names.filter((name, index) => names.indexOf(name) < index)).toEqual([]);
    for (const service of SERVICES) {
      if ('code' in service) expect([service.code, procedure(service.code)]).not.toContain(null);
      if ('ladder' in service) expect(rungsOf(service.ladder).length).toBeGreaterThan(1);
    }
  });

  test('is what Excel offers', () => {
    expect(Object.values(Service)).toEqual(SERVICES.map(({ names }) => names[0]));
  });
});

test('a word of the user for several session codes lets the minutes choose, and goes before ours', () => {
  const own = [
    { name: 'indiv', code: '90832' },
    { name: 'indiv', code: '90834' },
    { name: 'massage', code: '97140' },
  ];
  expect(codesFor('indiv', 60, own)).toEqual({ ok: true, codes: [{ code: '90837', units: 1 }] });
  expect(codesFor('massage', 60, own)).toEqual({ ok: true, codes: [{ code: '97140', units: 4 }] });
  expect(codesFor('yoga', 60, [{ name: 'yoga', code: '12' }])).toMatchObject({ ok: false });
  expect(
    codesFor('both', 60, [
      { name: 'both', code: '97124' },
      { name: 'both', code: '97140' },
    ]),
  ).toEqual({ ok: false, words: '"both" stands for 97124 and 97140: write the code.' });
});

test('more than a day is refused, and an empty cell stays empty', async () => {
  expect(codesFor('massage', 1441)).toMatchObject({ ok: false });
  expect(await codeFor('' as Service, 60)).toBe('');
});
