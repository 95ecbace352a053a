import { LimitsOfWorkbook } from '../../../src/actions/visits-left/limits-of-workbook';
import { NO_MEMORY } from '../../../src/practice/memory/memory';
import { memoryText } from '../../../src/practice/memory/memory-text';
import { NOTHING_REMEMBERED } from '../../../src/practice/set-up/remembered';
import { visitsLeftWords } from '../../../src/billing/visit-limits/words';
import { day } from '../../support/values';
import { CASES, PRACTICE, readCases, titleOf, type Case } from './cases';
import { readingOf, type Tables } from './reading';

const TODAY = day('2026-11-22');

function limitsOf(example: Case) {
  const { Sessions, Authorizations = [], Benefits = [], Fees, Claims, ClaimLines } = example;
  const all: Tables = { ...PRACTICE, Sessions, Authorizations, Benefits };
  if (Fees) all.Fees = Fees;
  if (Claims) all.Claims = Claims;
  if (ClaimLines) all.ClaimLines = ClaimLines;
  return new LimitsOfWorkbook().of(readingOf(all), NOTHING_REMEMBERED, TODAY);
}

describe.each(CASES)('With $case', (example) => {
  const limits = limitsOf(example);

  test.each(example.ask.map((asked) => ({ title: titleOf(asked), asked })))('$title', ({ asked }) => {
    const on = asked.asOf === undefined ? null : day(asked.asOf);
    const answer = limits.visitsLeft({ client: asked.client, asOf: on, payer: asked.payer ?? null });
    if ('left' in asked) {
      expect(answer).toMatchObject({ outcome: 'known', left: asked.left });
      if (answer.outcome === 'known' && asked.tell !== undefined)
        expect(visitsLeftWords(answer, on ?? TODAY)).toBe(asked.tell);
      return;
    }
    if (answer.outcome === 'known') throw new Error(`${String(answer.left)} left, and not ${asked.error}`);
    expect(answer.outcome === 'fault' ? '#VALUE!' : '#N/A').toBe(asked.error);
    if ('words' in asked) expect(answer.words).toBe(asked.words);
    else for (const words of asked.contains) expect(answer.words).toContain(words);
  });
});

test.each([
  ['a key that is misspelt', { client: 'Ana Ruiz', left: 5, tel: '5 left' }],
  ['an answer that expects nothing', { client: 'Ana Ruiz' }],
  ['an answer that expects two things', { client: 'Ana Ruiz', left: 5, error: '#N/A', words: 'Nobody' }],
])('A case with %s does not run', (_, asked) => {
  expect(() => readCases([{ case: 'an example', Sessions: [], ask: [asked] }])).toThrow();
});

describe('a workbook of whose register claims vanished', () => {
  const remembering = (sessions: string[]) =>
    memoryText({
      ...NO_MEMORY,
      made: [{ id: '2026-09 claims', file: null, claims: [{ account: 'C26090001', sessions }] }],
    });
  const answer = (sessions: string[]) => {
    const reading = readingOf({
      ...PRACTICE,
      Sessions: [{ Date: '2026-09-01', Client: 'Ana Ruiz', Minutes: 60, CPT: '97124' }],
    });
    const memory = [{ id: '1', xml: remembering(sessions) }];
    const limits = new LimitsOfWorkbook().of({ ...reading, memory }, NOTHING_REMEMBERED, TODAY);
    return limits.visitsLeft({ client: 'Ana Ruiz', asOf: null, payer: null });
  };

  test('says so where a visit that they billed is in no sheet any more', () => {
    expect(answer(['0zr50a1b2c'])).toMatchObject({
      outcome: 'fault',
      words: expect.stringContaining('C26090001') as string,
    });
  });

  test('counts on where nothing can be missing', () => {
    expect(answer([]).outcome).not.toBe('fault');
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
    expect(ask({ ...PRACTICE })).toThrow('The workbook is empty');
  });

  test('has no sheet of the name that was chosen', () => {
    expect(ask({ ...PRACTICE, Sessions: [session] }, 'Visits')).toThrow('There is no filled sheet "Visits"');
  });
});

test('sessions are read again only when their sheet has changed', () => {
  const limits = new LimitsOfWorkbook();
  const rows = [{ Date: '2026-09-01', Client: 'Ana Ruiz', Minutes: 60, CPT: '97124' }];
  const authorized = (visits: number): Tables => ({
    Authorizations: [{ Client: 'Ana Ruiz', Number: 'A-1', Visits: visits }],
  });
  const before = readingOf({ ...PRACTICE, Sessions: rows, ...authorized(3) });
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
