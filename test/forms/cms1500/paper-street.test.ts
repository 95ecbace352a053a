import fc from 'fast-check';
import { paperStreet } from '../../../src/forms/cms1500/paper-street';

test.each([
  ['418 N. Example Street, Suite 2', 30, '418 N EXAMPLE STREET SUITE 2'],
  ['418 N. Example Street, Suite 2', 26, '418 N EXAMPLE STREET STE 2'],
  ['418 N. Example Street, Suite 2', 22, '418 N EXAMPLE ST STE 2'],
  ['12345 Northeast Example Boulevard', 26, '12345 NE EXAMPLE BLVD'],
  ['Drive 7', 3, 'DRIVE 7'],
  ['', 28, ''],
])('the street "%s" in %i characters is "%s"', (street, maxLength, printed) => {
  expect(paperStreet(street, maxLength)).toBe(printed);
});

test('a street that stays too long keeps the number at its end', () => {
  expect(paperStreet('1234 Martin Example Memorial Way, Apartment 1207', 28)).toBe(
    '1234 MARTIN EXAMPLE MEMORIAL WAY APT 1207',
  );
});

test('no digit of a street is ever lost', () => {
  const digits = (text: string) => text.replace(/\D/g, '');
  const words = fc.array(fc.constantFrom('12', 'NORTH', 'Éxample', 'Avenue', 'Suite', '#4', 'Bldg. 9'));
  fc.assert(
    fc.property(words, fc.integer({ min: 10, max: 31 }), (street, maxLength) => {
      expect(digits(paperStreet(street.join(' '), maxLength))).toBe(digits(street.join(' ')));
    }),
  );
});
