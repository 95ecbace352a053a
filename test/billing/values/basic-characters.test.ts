import {
  emailText,
  identifierText,
  nameText,
  numberAsGiven,
} from '../../../src/billing/values/basic-characters';

test.each([
  ['Zoë', 'ZOE'],
  ['O’Hara', "O'HARA"],
  ['Straße', 'STRASSE'],
  ['Łukasz Øst', 'LUKASZ OST'],
  ['Ægir Þór', 'AEGIR THOR'],
  ['van der  Berg–Smith', 'VAN DER BERG-SMITH'],
  ['A*B:C^D~E', 'A B C D E'],
  ['Doe, Jane', 'DOE JANE'],
  ['P.O. Box 5', 'P O BOX 5'],
  ['Ｆｕｌｌ', 'FULL'],
  ['🙂', ''],
  ['Ли', ''],
  [null, ''],
])('the name %j is written %j', (text, written) => {
  expect(nameText(text)).toBe(written);
});

test('a name is cut at its place without a blank at the end', () => {
  expect(nameText('Jane Mary', 5)).toBe('JANE');
});

test('numbers that people type lose their blanks and hyphens, those that payers gave out keep theirs', () => {
  expect(identifierText('ccx 100-200')).toBe('CCX100200');
  expect(numberAsGiven(' 20-2611/77 a ')).toBe('20-2611/77 A');
  expect(numberAsGiven('9~8*7:6^5')).toBe('98765');
});

test('an e-mail address keeps its case, and is empty when no file can carry it', () => {
  expect(emailText(' Office@Example.com ')).toBe('Office@Example.com');
  expect(emailText('zoë@example.com')).toBe('');
  expect(emailText('a*b@example.com')).toBe('');
});
