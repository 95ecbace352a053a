import { closeNames, labelKey, nameKey } from '../../../src/billing/values/name-key';

test.each([
  ['Jane Doe', 'jane  doe'],
  ['Jane Doe', 'DOE, JANE'],
  ['Jane Doe', ' Doe ,Jane '],
  ['Jane A. Doe', 'Doe, Jane A'],
  ["Maeve O'Brien", 'Maeve OBrien'],
  ['Ana-Lucía Peña', 'Ana Lucia Pena'],
  ['王 小明', '王小明'],
])('"%s" and "%s" are the same name', (a, b) => {
  expect(nameKey(a)).toBe(nameKey(b));
});

test.each([
  ['Jane Doe', 'Jane Roe'],
  ['Jane Doe', 'Jane'],
  ['Jane Doe', 'Doe Jane'],
  ['Jane Doe', ''],
])('"%s" and "%s" are not', (a, b) => {
  expect(nameKey(a)).not.toBe(nameKey(b));
});

test('the words of a label keep their order', () => {
  expect(labelKey('Blue Cross, Premera')).toBe('bluecrosspremera');
  expect(labelKey('L & I')).toBe(labelKey('l&i'));
});

test.each([
  ['Ada Fernwod', ['Ada Fernwood']],
  ['Fernwood Ada', ['Ada Fernwood']],
  ['Ada F', ['Ada Fernwood']],
  ['Ida Fermwodo', []],
  ['Kit', ['Kim']],
  ['', []],
])('"%s" could mean %j', (name, meant) => {
  expect(closeNames(name, ['Ada Fernwood', 'Ada Fernwood', 'Bo Lindqvist', 'Kim'])).toEqual(meant);
});
