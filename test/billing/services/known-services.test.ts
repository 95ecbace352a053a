import { KnownServices } from '../../../src/billing/services/known-services';
import { serviceWritten } from '../../../src/billing/services/written';

describe('a service where a code belongs', () => {
  test.each<[string, string, { minutes?: number; units?: number; odd?: number }]>([
    ['massage', 'massage', {}],
    ['massage 90', 'massage', { minutes: 90 }],
    ['Massage, 60 min', 'Massage', { minutes: 60 }],
    ['massage (60)', 'massage', { minutes: 60 }],
    ['massage @ 60', 'massage', { minutes: 60 }],
    ['60min Swedish Massage', 'Swedish Massage', { minutes: 60 }],
    ['90 min massage', 'massage', { minutes: 90 }],
    ['60 massage', 'massage', { minutes: 60 }],
    ['1.5 hour massage', 'massage', { minutes: 90 }],
    ['massage 1 hr', 'massage', { minutes: 60 }],
    ['masaje 60 minutos', 'masaje', { minutes: 60 }],
    ['massage x4', 'massage', { units: 4 }],
    ['2 x massage', 'massage', { units: 2 }],
    ['massage 4 units', 'massage', { units: 4 }],
    ['massage 4', 'massage', { odd: 4 }],
    ['massage 97', 'massage', { odd: 97 }],
  ])('"%s" is %s with %j', (text, name, numbers) => {
    expect(serviceWritten(text)).toEqual({ name, minutes: null, units: null, odd: null, ...numbers });
  });

  test.each(['9714O', '97I24', 'B20', 'M54.2', '60 min', '90m', 'x', 'massage 60/90', 'room 2 bed 4', ''])(
    '"%s" is none',
    (text) => {
      expect(serviceWritten(text)).toBeNull();
    },
  );
});

describe('the Fees table', () => {
  const services = new KnownServices([
    { code: '97124', aliases: ['massage', 'Swedish'] },
    { code: '97140', aliases: ['manual therapy', 'deep work'] },
    { code: '97112', aliases: ['deep work'] },
    { code: '97124', aliases: ['massage 120'] },
  ]);
  const one = (code: string, minutes: number | null = null, units: number | null = null) => ({
    kind: 'known',
    procedures: [{ code, modifiers: [], minutes, units }],
  });

  test.each([
    ['massage', one('97124')],
    ['MASSAGE  90', one('97124', 90)],
    ['massage 120', one('97124', 120)],
    ['swedish x4', one('97124', null, 4)],
  ])('knows "%s"', (text, read) => {
    expect(services.read(text)).toEqual(read);
  });

  test('knows two services that stand together', () => {
    const read = services.read('massage 30 + manual therapy 30');
    expect(read).toMatchObject({
      kind: 'known',
      procedures: [
        { code: '97124', minutes: 30 },
        { code: '97140', minutes: 30 },
      ],
    });
  });

  test.each([
    ['deep work', { kind: 'unknown', codes: ['97140', '97112'] }],
    ['facial 60', { kind: 'unknown', name: 'facial', codes: [] }],
    ['massage + facial', { kind: 'unknown' }],
    ['acupuncture', { kind: 'unknown', codes: ['97810'] }],
    ['massage 4', { kind: 'odd number', number: 4 }],
  ])('takes no code for "%s"', (text, read) => {
    expect(services.read(text)).toMatchObject(read);
  });
});
