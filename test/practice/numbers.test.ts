import { remembering, NO_MEMORY } from '../../src/practice/memory/memory';
import { memoryText } from '../../src/practice/memory/memory-text';
import { accountNumbers, nextRun, usedFiles } from '../../src/practice/numbers';
import { readingOf } from '../support/own-tables';

const claim = (account: string, file: number | null = null) => ({ account, kind: 'Claim', file });

test('account numbers go on after the last one of the month', () => {
  const next = accountNumbers(readingOf({ Claims: [claim('C26100007')] }), 'C', '2026-10');
  expect([next(), next()]).toEqual(['C26100008', 'C26100009']);
  expect(accountNumbers(readingOf({ Claims: [claim('C26100007')] }), 'C', '2026-11')()).toBe('C26110001');
});

test.each([
  ['a line', { ClaimLines: [{ control: 'C26100007L1', account: 'C26100007' }] }],
  ['a payment', { Payments: [{ account: 'C26100007', key: 'x' }] }],
  ['an answer', { Answers: [{ account: 'C26100007' }] }],
])('an account never comes twice, though only %s still has it', (_, tables) => {
  expect(accountNumbers(readingOf(tables), 'C', '2026-10')()).toBe('C26100008');
});

test('an account and a file number never come twice, though every table that had them was deleted', () => {
  const run = { id: '2026-10 claims', file: 12, claims: [{ account: 'C26100007', sessions: [] }] };
  const xml = memoryText(remembering(NO_MEMORY, run));
  const reading = { ...readingOf({}), memory: [{ id: '{1}', xml }] };
  expect(accountNumbers(reading, 'C', '2026-10')()).toBe('C26100008');
  expect([...usedFiles(reading)]).toEqual([12]);
  expect(nextRun(reading, 'claims', '2026-10').id).toBe('2026-10 claims 2');
});

test('a second run of a month has its own name', () => {
  const reading = readingOf({ Activity: [{ run: '2026-10 claims' }] });
  expect(nextRun(reading, 'claims', '2026-10')).toEqual({ id: '2026-10 claims 2', number: 2 });
});
