import { serviceOf } from '../../../src/billing/services/of-session';
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
  const own = [
    { code: '97124', name: 'massage' },
    { code: '97124', name: 'Swedish' },
    { code: '97140', name: 'manual therapy' },
    { code: '97140', name: 'deep work' },
    { code: '97112', name: 'deep work' },
    { code: '97124', name: 'massage 120' },
  ];
  const place = { sheet: 'Sessions', row: 2, column: 4 };
  const read = (text: string, beside: { modifiers?: string[]; units?: number; minutes?: number } = {}) =>
    serviceOf(
      {
        service: { text, place, modifiers: beside.modifiers ?? [], units: beside.units ?? null },
        procedures: [],
        minutes: beside.minutes ?? null,
      },
      { own },
    );
  const one = (code: string, minutes: number | null = null, units: number | null = null) => ({
    ok: true,
    procedures: [{ code, modifiers: [], minutes, units }],
  });

  test.each([
    ['massage', one('97124')],
    ['MASSAGE  90', one('97124', 90)],
    ['massage 120', one('97124', 120)],
    ['swedish x4', one('97124', null, 4)],
  ])('knows "%s"', (text, expected) => {
    expect(read(text)).toMatchObject(expected);
  });

  test('knows two services that stand together', () => {
    expect(read('massage 30 + manual therapy 30', { minutes: 60 })).toMatchObject({
      ok: true,
      minutes: 60,
      procedures: [
        { code: '97124', minutes: 30 },
        { code: '97140', minutes: 30 },
      ],
    });
  });

  test('takes modifiers and units of columns beside one service', () => {
    expect(read('massage', { modifiers: ['59'], units: 4 })).toMatchObject({
      ok: true,
      procedures: [{ code: '97124', modifiers: ['59'], units: 4 }],
    });
  });

  test.each([
    ['deep work', { about: 'word', codes: ['97140', '97112'] }],
    ['facial 60', { about: 'word', words: 'facial', codes: [] }],
    ['massage + facial', { about: 'word' }],
    ['relaxation massage', { about: 'word', codes: ['97124', '97140'] }],
    ['massage 4', { about: 'number' }],
  ])('takes no code for "%s"', (text, expected) => {
    expect(read(text)).toMatchObject({ ok: false, ...expected });
  });

  test('does not guess whose the modifiers and units of two services are, nor which minutes are right', () => {
    expect(read('massage + manual therapy', { modifiers: ['59'] })).toMatchObject({ about: 'units' });
    expect(read('massage x2', { units: 4 })).toMatchObject({ about: 'units' });
    expect(read('massage 60', { minutes: 90 })).toMatchObject({ about: 'minutes' });
  });
});
