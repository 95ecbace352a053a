import * as fc from 'fast-check';
import { sessionKey } from '../../../src/billing/visits/session-key';
import type { Session } from '../../../src/billing/records/session';
import { cents } from '../../../src/billing/values/cents';
import { day } from '../../support/values';
import { proceduresOf, sessionOf } from '../claims/records';

const key = (some: Parameters<typeof sessionOf>[0] = {}) => sessionKey(sessionOf(some));

test('a row that was moved to another sheet keeps its key', () => {
  expect(key({ place: { sheet: 'August', row: 99, column: 3 } })).toBe(key());
});

test('the key is short plain text that begins with the day and never changes', () => {
  expect(key()).toMatch(/^46237-[0-9a-z]{11}$/);
  expect(key()).toBe('46237-0wsfjxfeyty');
});

test.each<[string, Partial<Session>]>([
  ['the client is spelled with other blanks and case', { client: 'FERNWOOD,  ada' }],
  ['a note is added', { notes: 'sore shoulder' }],
  ['the payment comes in', { paid: cents(3000) }],
  ['the diagnosis is added', { diagnoses: ['M54.2'] }],
  ['it is marked as billed elsewhere in the row', { insurancePaid: cents(100) }],
])('the key stays when %s', (_, some) => {
  expect(key(some)).toBe(key());
});

test.each<[string, Partial<Session> & { codes?: string }]>([
  ['date', { date: day('2026-08-04') }],
  ['client', { client: 'Bo Lindqvist' }],
  ['code', { codes: '97140' }],
  ['modifier', { codes: '97124-59' }],
  ['units', { codes: '97124x4' }],
  ['minutes of the code', { codes: '97124:60' }],
  ['minutes of the row', { minutes: 45 }],
  ['charge', { charge: cents(12001) }],
  ['charge that was taken out', { charge: null }],
])('the key changes with the %s', (_, some) => {
  expect(key(some)).not.toBe(key());
});

test('the order of the codes in the cell does not matter', () => {
  expect(key({ codes: '97010 97124' })).toBe(key({ codes: '97124 97010' }));
});

test('rows that differ in what they bill have different keys', () => {
  const row = fc.record({
    minutes: fc.integer({ min: 1, max: 240 }),
    charge: fc.integer({ min: 1, max: 100_000 }).map(cents),
    codes: fc.constantFrom('97124', '97140', '97110', '97112', '97010'),
  });
  fc.assert(
    fc.property(fc.uniqueArray(row, { maxLength: 200, selector: (one) => JSON.stringify(one) }), (rows) => {
      const keys = rows.map(({ codes, ...some }) => key({ ...some, procedures: proceduresOf(codes) }));
      expect(new Set(keys).size).toBe(rows.length);
    }),
    { numRuns: 20 },
  );
});
