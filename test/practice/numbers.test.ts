import { sessionOf } from '../billing/claims/records';
import { day } from '../support/values';
import { remembering, NO_MEMORY } from '../../src/practice/memory/memory';
import { memoryText } from '../../src/practice/memory/memory-text';
import { accountNumbers, nextRun, usedFiles } from '../../src/practice/numbers';
import { readingOf, type TableRecords } from '../support/own-tables';

const claim = (account: string, file: number | null = null) => ({ account, kind: 'Claim', file });

const SEEN = [sessionOf({ client: 'Sam Rivera', date: day('2026-10-02') })];

function bookOf(tables: TableRecords, sessions = SEEN) {
  return { reading: readingOf(tables), sessions };
}

test('account numbers go on after the last one of the month', () => {
  const book = bookOf({ Claims: [claim('C2610KTWD0007')] });
  const next = accountNumbers(book, 'C', '2026-10');
  expect([next(), next()]).toEqual(['C2610KTWD0008', 'C2610KTWD0009']);
  expect(accountNumbers(book, 'C', '2026-11')()).toBe('C2611KTWD0001');
});

test.each([
  ['a line', { ClaimLines: [{ control: 'C2610KTWD0007L1', account: 'C2610KTWD0007' }] }],
  ['a payment', { Payments: [{ account: 'C2610KTWD0007', key: 'x' }] }],
  ['an answer', { Answers: [{ account: 'C2610KTWD0007' }] }],
])('an account never comes twice, though only %s still has it', (_, tables) => {
  expect(accountNumbers(bookOf(tables), 'C', '2026-10')()).toBe('C2610KTWD0008');
});

test('an account and a file number never come twice, though every table that had them was deleted', () => {
  const run = { id: '2026-10 claims', file: 12, claims: [{ account: 'C2610KTWD0007', sessions: [] }] };
  const xml = memoryText(remembering(NO_MEMORY, run));
  const book = { reading: { ...readingOf({}), memory: [{ id: '{1}', xml }] }, sessions: SEEN };
  expect(accountNumbers(book, 'C', '2026-10')()).toBe('C2610KTWD0008');
  expect([...usedFiles(book.reading)]).toEqual([12]);
  expect(nextRun(book.reading, 'claims', '2026-10').id).toBe('2026-10 claims 2');
});

test('two workbooks of one practice do not share account numbers, and each gives the same whenever it is asked', () => {
  const firsts = ['Sam Rivera', 'Ada Applegate', 'Jo Timblewick', 'Kai Moreno'].map((client) => {
    const sessions = [sessionOf({ client, date: day('2026-10-02') })];
    const first = () => accountNumbers(bookOf({}, sessions), 'C', '2026-10')();
    expect(first()).toBe(first());
    const later = [...sessions, sessionOf({ client: 'Lou Chen', date: day('2026-10-09') })].reverse();
    expect(accountNumbers(bookOf({}, later), 'C', '2026-10')()).toBe(first());
    return first();
  });
  expect(new Set(firsts).size).toBe(firsts.length);
  for (const account of firsts) expect(account).toMatch(/^C2610[A-Z]{4}0001$/);
});

test('a workbook keeps its mark, whatever is written before its first day afterwards', () => {
  const first = accountNumbers(bookOf({}), 'C', '2026-10')();
  const earlier = [...SEEN, sessionOf({ client: 'Ada Applegate', date: day('2026-09-01') })];
  const next = accountNumbers(bookOf({ Claims: [claim(first)] }, earlier), 'C', '2026-10')();
  expect(next).toBe(first.replace(/1$/, '2'));
});

test('numbers that were given without a mark stay known, and new ones have one', () => {
  const book = bookOf({ Claims: [claim('C26100007')] });
  expect(accountNumbers(book, 'C', '2026-10')()).toMatch(/^C2610[A-Z]{4}0001$/);
});

test('a second run of a month has its own name', () => {
  const reading = readingOf({ Activity: [{ run: '2026-10 claims' }] });
  expect(nextRun(reading, 'claims', '2026-10')).toEqual({ id: '2026-10 claims 2', number: 2 });
});
