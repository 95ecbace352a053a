import { readFileSync } from 'node:fs';
import path from 'node:path';
import { LimitsOfWorkbook } from '../../../src/actions/visits-left/limits-of-workbook';
import { NOTHING_REMEMBERED } from '../../../src/practice/set-up/remembered';
import { visitsLeftWords } from '../../../src/billing/visit-limits/words';
import { day } from '../../support/values';
import { readingOf, type Tables } from './reading';

interface Asked {
  client: string;
  asOf?: string;
  payer?: string;
  left?: number;
  tell?: string;
  error?: '#N/A' | '#VALUE!';
  /** The whole sentence, or words that are in it. */
  words?: string;
  contains?: string[];
}
type Case = Tables & { case: string; ask: Asked[] };

const TODAY = day('2026-11-22');

function load<Content>(file: string): Content {
  return JSON.parse(readFileSync(path.join(__dirname, file), 'utf8')) as Content;
}

const practice = load<Tables>('practice.json');
const cases = load<Case[]>('cases.json');

function limitsOf(example: Case) {
  const { Sessions, Authorizations = [], Benefits = [], Fees, Claims, ClaimLines } = example;
  const all: Tables = { ...practice, Sessions: Sessions ?? [], Authorizations, Benefits };
  if (Fees) all.Fees = Fees;
  if (Claims) all.Claims = Claims;
  if (ClaimLines) all.ClaimLines = ClaimLines;
  return new LimitsOfWorkbook().of(readingOf(all), NOTHING_REMEMBERED, TODAY);
}

describe.each(cases)('$case', (example) => {
  const limits = limitsOf(example);

  test.each(example.ask)('%j', ({ client, asOf, payer, ...expected }) => {
    const on = asOf === undefined ? null : day(asOf);
    const answer = limits.visitsLeft({ client, asOf: on, payer: payer ?? null });
    if (answer.outcome === 'known') {
      expect({ left: answer.left }).toEqual({ left: expected.left });
      if (expected.tell !== undefined) expect(visitsLeftWords(answer, on ?? TODAY)).toBe(expected.tell);
      return;
    }
    expect(answer.outcome === 'fault' ? '#VALUE!' : '#N/A').toBe(expected.error ?? answer.words);
    if (expected.words !== undefined) expect(answer.words).toBe(expected.words);
    for (const words of expected.contains ?? []) expect(answer.words).toContain(words);
  });
});

describe('a workbook in which nothing can be counted', () => {
  const ask =
    (tables: Tables, sheet: string | null = null) =>
    () =>
      new LimitsOfWorkbook().of(readingOf(tables), { ...NOTHING_REMEMBERED, sheet }, TODAY);
  const session = { Date: '2026-09-01', Client: 'Ana Ruiz', Minutes: 60, CPT: '97124' };

  test('has no Clients table yet', () => {
    expect(ask({ Sessions: [session] })).toThrow('There is no Clients table yet');
  });

  test('has no sessions', () => {
    expect(ask({ ...practice })).toThrow('The workbook is empty');
  });

  test('has no sheet of the name that was chosen', () => {
    expect(ask({ ...practice, Sessions: [session] }, 'Visits')).toThrow('There is no filled sheet "Visits"');
  });
});

test('sessions are read again only when their sheet has changed', () => {
  const limits = new LimitsOfWorkbook();
  const rows = [{ Date: '2026-09-01', Client: 'Ana Ruiz', Minutes: 60, CPT: '97124' }];
  const authorized = (visits: number): Tables => ({
    Authorizations: [{ Client: 'Ana Ruiz', Number: 'A-1', Visits: visits }],
  });
  const before = readingOf({ ...practice, Sessions: rows, ...authorized(3) });
  const replaced = (tables: Tables) => {
    const [sheet] = readingOf(tables).sheets;
    return { ...before, sheets: before.sheets.map((each) => (each.name === sheet?.name ? sheet : each)) };
  };
  const left = (reading: typeof before) => {
    const asked = { client: 'Ana Ruiz', asOf: null, payer: null };
    const answer = limits.of(reading, NOTHING_REMEMBERED, TODAY).visitsLeft(asked);
    return answer.outcome === 'known' ? answer.left : answer.words;
  };
  expect(left(before)).toBe(2);
  expect(left(replaced(authorized(9)))).toBe(8);
  expect(left(replaced({ Sessions: [...rows, { ...rows[0], Date: '2026-09-08' }] }))).toBe(1);
});
