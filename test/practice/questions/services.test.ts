import { serviceNotes, serviceQuestion, withServices } from '../../../src/practice/questions/services';
import type { WhoPays } from '../../../src/billing/visits/who-pays';
import { practiceOf, sessionOf } from '../../billing/claims/records';

const row = (service: string, minutes: number | null = 50) =>
  sessionOf({
    service: { text: service, place: sessionOf().place, modifiers: [], units: null },
    minutes,
    procedures: [],
  });
const INSURED = { kind: 'unclear', findings: [] } satisfies WhoPays;
const FEES = [{ code: '90837', aliases: ['EMDR', 'double'] }];

test('words become codes, and one note tells which', () => {
  const rows = [row('ind', 50), row('Ind', 55), row('couples'), sessionOf({ codes: '97124' })];
  const { sessions, read, unclear } = withServices(rows, FEES, new Map());
  expect(sessions.map(({ procedures }) => procedures.map(({ code }) => code).join())).toEqual([
    '90834',
    '90837',
    '90847',
    '97124',
  ]);
  expect(unclear.size).toBe(0);
  expect(serviceNotes(read, () => true).map(({ message }) => message)).toEqual([
    'Words for services are read as codes: "ind" as 90834 or 90837, "couples" as 90847.',
  ]);
  expect(serviceNotes(read, () => false)).toEqual([]);
});

test('a session that was not held is no service, whatever its words', () => {
  const [session] = withServices([{ ...row('ind'), status: 'no-show' }], FEES, new Map()).sessions;
  expect(session?.procedures).toEqual([]);
});

test('what is not known is asked once, with the services of the own field, and the answer is kept', () => {
  const unknown = row('brainspotting');
  const { unclear } = withServices([unknown], FEES, new Map());
  const question = serviceQuestion(unknown, INSURED, {
    unclear,
    fees: [],
    practice: practiceOf({ credentials: 'LCSW' }),
  });
  expect(question?.message('1 row (Sessions!D2)', true)).toBe(
    '1 row (Sessions!D2): "brainspotting" is no service known here: write its code, or a word under "Also written" in the Fees table.',
  );
  expect(question?.answers.map(({ words }) => words)).toContain('individual: 90832, 90834, 90837');
  expect(question?.answers.map(({ words }) => words).join()).not.toContain('97124');
  const answered = withServices([unknown], FEES, new Map([[question?.key ?? '', 'individual']]));
  expect(answered.sessions[0]?.procedures.map(({ code }) => code)).toEqual(['90834']);
  expect(answered.unclear.size).toBe(0);
});

test('minutes that the word and the row say differently are asked about', () => {
  const session = row('ind 45', 60);
  const { unclear, sessions } = withServices([session], [], new Map());
  expect(sessions[0]?.procedures).toEqual([]);
  expect(unclear.get(session)?.why).toBe('"ind 45" says 45 minutes, and the row 60.');
});
