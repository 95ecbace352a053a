import { checkSessions } from '../../../src/billing/rules/check-sessions';
import { directoryOf } from '../../../src/billing/visits/directory';
import { day } from '../../support/values';
import { clientOf, payerOf, practiceOf, sessionOf } from '../claims/records';

const CLIENT = clientOf({ payer: 'Evergreen Mutual', diagnoses: ['F84.0'] });

/** Two sessions of a child on one date, from and to in hours; what is found of their times. */
function found(first: [number, number, string], second: [number, number, string]): string[] {
  const sessions = [first, second].map(([from, to, codes], index) =>
    sessionOf({
      date: day('2026-10-05'),
      client: CLIENT.name,
      codes,
      minutes: (to - from) * 60,
      span: { start: from * 60, end: to * 60 },
      provider: `Technician ${String(index)}`,
    }),
  );
  const records = {
    practice: practiceOf({ credentials: 'BCBA' }),
    authorizations: [],
    benefits: [],
    fees: [],
    sessions,
    earlierVisits: [],
    today: day('2026-11-02'),
  };
  return checkSessions(sessions, records, directoryOf([CLIENT], [payerOf()]))
    .filter(({ rule }) => rule === 'technicians-overlap')
    .map(({ severity, message }) => `${severity} ${message.split(': ').slice(1).join(': ')}`);
}

test('case 110: two technicians with one child at one time', () => {
  expect(found([9, 12, '97153'], [11.5, 13, '97153'])).toEqual([
    'STOP Two sessions of 97153 overlap by 30 minutes: payers pay one at a time.',
  ]);
});

test('one after the other is no overlap, nor is the analyst beside the technician', () => {
  expect(found([9, 11.5, '97153'], [11.5, 13, '97153'])).toEqual([]);
  expect(found([9, 12, '97153'], [11.5, 13, '97155'])).toEqual([]);
});
