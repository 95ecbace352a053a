import type { Payer, Therapist } from '../../../src/billing/records/practice';
import type { Session } from '../../../src/billing/records/session';
import { cents } from '../../../src/billing/values/cents';
import { directoryOf } from '../../../src/billing/visits/directory';
import { askAbout, asAnswered } from '../../../src/practice/questions/ask-about';
import { clientOf, payerOf, practiceOf, therapistOf } from '../../billing/claims/records';
import { day } from '../../support/values';

let row = 1;
function session(change: Partial<Session> = {}): Session {
  return {
    place: { sheet: 'Sessions', row: ++row, column: 1 },
    cells: {},
    date: day('2026-10-05'),
    client: 'Ada Fernwood',
    minutes: 60,
    procedures: [{ code: '97124', modifiers: [], minutes: null, units: null }],
    diagnoses: ['M54.2'],
    payer: null,
    charge: cents(12000),
    paid: null,
    copay: null,
    insurancePaid: null,
    status: 'kept',
    provider: null,
    notes: null,
    ...change,
  };
}

/** What is asked of sessions: the rule and the rows of each question, and what is left to be billed. */
function asked(
  sessions: readonly Session[],
  answers: Record<string, string> = {},
  therapists: readonly Therapist[] = [],
  payers: readonly Payer[] = [],
) {
  const given = new Map(Object.entries(answers));
  const { clear, billedBefore, held } = askAbout(asAnswered(sessions, given), {
    answers: given,
    directory: directoryOf([clientOf()], payers),
    practice: practiceOf({ firstName: 'Mara', lastName: 'Tenfold', npi: '1234567893' }),
    therapists,
    fees: [],
    services: { unclear: new Map() },
  });
  const findings = [...new Set(held.map(({ finding }) => finding))];
  return {
    findings,
    rules: findings.map(({ rule }) => rule),
    held: held.length,
    billed: clear.filter(({ status }) => status === 'kept').length,
    billedBefore: billedBefore.length,
    payers: clear.map(({ payer }) => payer),
  };
}

/** The answers that a question offers, by their values. */
function answer(findings: ReturnType<typeof asked>['findings'], value: string): Record<string, string> {
  const given = findings.flatMap(({ answers = [] }) => answers).find((one) => one.value === value);
  return given ? { [given.key]: given.value } : {};
}

describe('whether somebody came', () => {
  test.each([
    'no show - charged',
    'Called 3x, marked ns',
    'NS',
    'pt cx <24h',
    'DNKA',
    'No-show, called twice',
    'she did not come',
    "didn't show up",
    'cancelled the day before',
    'Late cancel, fee waived',
    'rescheduled to Friday',
    'moved to Thurs next wk',
    'forgot her appointment',
    'no vino, llamar mañana',
  ])('a row whose notes say "%s" waits for an answer', (notes) => {
    const sessions = [session({ notes }), session()];
    const { rules, held, billed, findings } = asked(sessions);
    expect([rules, held, billed]).toEqual([['session-perhaps-not-kept'], 1, 1]);
    expect(asked(sessions, answer(findings, 'came'))).toMatchObject({ held: 0, billed: 2 });
    expect(asked(sessions, answer(findings, 'did-not-come'))).toMatchObject({ held: 0, billed: 1 });
  });

  test.each([
    'felt better',
    'pain moved to the left hip',
    'late 10 min',
    'Cx ROM improved',
    'worked NS area',
    'check ref?',
    'showed her stretches',
  ])('a row whose notes say "%s" is billed', (notes) => {
    expect(asked([session({ notes })])).toMatchObject({ held: 0, billed: 1 });
  });

  test('rows that say the same are one question', () => {
    const sessions = ['no show - charged', 'No show -  charged', 'cancelled, sick'].map((notes) =>
      session({ notes }),
    );
    const { findings, held } = asked(sessions);
    expect([findings.length, held]).toEqual([2, 3]);
    expect(findings[0]?.message).toMatch(/^2 rows \(.*\) say "no show - charged"/);
  });

  test('a row that is struck out waits, and its answer stays with it when rows are sorted', () => {
    const struck = session({ isStruckOut: true });
    const { findings } = asked([struck]);
    expect(findings).toMatchObject([{ rule: 'session-perhaps-not-kept', severity: 'STOP' }]);
    const moved = { ...struck, place: { ...struck.place, row: 99 } };
    expect(asked([moved], answer(findings, 'came'))).toMatchObject({ held: 0, billed: 1 });
  });

  test('a key of a question tells nothing of what the cell says', () => {
    const [finding] = asked([session({ notes: 'no show, Liz Okoro called' })]).findings;
    expect(finding?.answers?.map(({ key }) => key).join()).not.toMatch(/liz|okoro/i);
  });
});

describe('what the sheet marks as billed', () => {
  const sessions = [session({ billedMark: '10/20/2026' }), session({ billedMark: 'x' }), session()];

  test('is held back with one question for all', () => {
    const { findings, held, billed } = asked(sessions);
    expect([findings.map(({ rule }) => rule), held, billed]).toEqual([['session-marked-as-billed'], 2, 1]);
  });

  test('is left out where it was billed before, and billed where it was not', () => {
    const { findings } = asked(sessions);
    expect(asked(sessions, answer(findings, 'yes'))).toMatchObject({ held: 0, billed: 1, billedBefore: 2 });
    expect(asked(sessions, answer(findings, 'no'))).toMatchObject({ held: 0, billed: 3, billedBefore: 0 });
  });

  test('"Paid" says nothing of an earlier bill where the client pays', () => {
    expect(asked([session({ billedMark: 'Paid', payer: 'cash' })])).toMatchObject({ held: 0, billed: 1 });
    expect(asked([session({ billedMark: 'Submitted', payer: 'cash' })])).toMatchObject({ held: 1 });
  });
});

describe('who treats', () => {
  test('a session of somebody else is held back, never billed under the name of the practice', () => {
    const sessions = [session({ provider: 'Ruth Kneader' }), session()];
    const { rules, held, findings } = asked(sessions);
    expect([rules, held]).toEqual([['another-therapist'], 1]);
    expect(asked(sessions, answer(findings, 'same'))).toMatchObject({ held: 0, billed: 2 });
  });

  test.each(['Tenfold, M.', 'MT', 'Mara', 'Tenfold', 'Mara Tenfold LMT', 'Tenfold, Mara', 'Mara T.', '-'])(
    '"%s" is the one of the Practice table',
    (provider) => {
      expect(asked([session({ provider })])).toMatchObject({ held: 0, billed: 1 });
    },
  );

  test.each(['Mara Jonquil', 'Tamara', 'Ruth Tenfold', 'Mara & Ruth', 'Mara Tenfolt', 'R'])(
    '"%s" is not, whatever letters they share',
    (provider) => {
      expect(asked([session({ provider })])).toMatchObject({ rules: ['another-therapist'], billed: 0 });
    },
  );

  describe('with a Therapists table', () => {
    const ruth = therapistOf({ name: 'Ruth Kneader', aliases: ['RK'], npi: '1245319599' });
    const mara = therapistOf({ name: 'M. Tenfold', npi: '1234567893' });

    test('what a second one did is held back with one finding for all spellings', () => {
      const sessions = ['Ruth Kneader', 'RK', 'Kneader, Ruth', 'Ruth K.'].map((provider) =>
        session({ provider }),
      );
      const { findings, held } = asked([...sessions, session({ provider: 'Mara' })], {}, [ruth, mara]);
      expect([findings.map(({ rule }) => rule), held]).toEqual([['second-therapist'], 4]);
      expect(findings[0]).not.toHaveProperty('answers');
    });

    test('the same NPI is the same therapist', () => {
      const maiden = therapistOf({ name: 'Mara Oldname', npi: '1234567893' });
      const sessions = [session({ provider: 'Mara Oldname' })];
      expect(asked(sessions, {}, [ruth, maiden])).toMatchObject({ held: 0, billed: 1 });
    });

    test('a name of two of them is asked about', () => {
      const other = therapistOf({ name: 'Ruth Kettle' });
      const sessions = [session({ provider: 'Ruth' }), session({ provider: 'Mara' })];
      expect(asked(sessions, {}, [ruth, other, mara])).toMatchObject({
        rules: ['another-therapist'],
        billed: 1,
      });
    });
  });
});

describe('where it took place', () => {
  test.each([
    ['12', '12'],
    ['12 - Home', '12'],
    ["Client's home", '12'],
    ['office', '11'],
    ['Hotel', '16'],
  ])('"%s" is place %s', (location, code) => {
    const [read] = asAnswered([session({ location })], new Map());
    expect(read?.placeOfService).toBe(code);
  });

  test.each(['telehealth', 'Downtown', '12 - Office', '77'])('"%s" waits for an answer', (location) => {
    const sessions = [session({ location })];
    const { rules, findings } = asked(sessions);
    expect(rules).toEqual(['session-place-unknown']);
    const [read] = asAnswered(sessions, new Map(Object.entries(answer(findings, '11'))));
    expect(read?.placeOfService).toBe('11');
  });
});

test('dates that Excel may have exchanged wait for one answer', () => {
  expect(asked([session({ isDateInDoubt: true }), session({ isDateInDoubt: true })])).toMatchObject({
    rules: ['session-dates-in-doubt'],
    held: 2,
    billed: 0,
  });
});

describe('more units than the minutes make', () => {
  const of = (minutes: number, ...units: (number | null)[]) =>
    session({
      minutes,
      procedures: units.map((each) => ({ code: '97124', modifiers: [], minutes: null, units: each })),
    });

  test('wait for an answer', () => {
    const sessions = [of(45, 4)];
    const { rules, findings } = asked(sessions);
    expect(rules).toEqual(['session-more-units-than-minutes']);
    expect(asked(sessions, answer(findings, 'as-written'))).toMatchObject({ held: 0, billed: 1 });
  });

  test.each([
    [60, 4],
    [45, 3],
    [60, 3],
    [53, 4],
    [60, null],
  ])('%d minutes with %p units are billed', (minutes, units) => {
    expect(asked([of(minutes, units)])).toMatchObject({ held: 0, billed: 1 });
  });
});

describe('whether the insurer gets it', () => {
  const insured = (notes: string) => session({ notes, payer: 'Evergreen Mutual' });
  const PAYERS = [payerOf({ name: 'Evergreen Mutual' })];

  test.each([
    'do not bill',
    "don't bill ins",
    'comped today',
    'no charge',
    'already billed by Jan',
    'gift cert #12',
  ])('a row whose notes say "%s" waits for an answer, where an insurer would get it', (notes) => {
    const { rules, findings } = asked([insured(notes)], {}, [], PAYERS);
    expect(rules).toEqual(['session-perhaps-not-to-bill']);
    expect(asked([insured(notes)], answer(findings, 'bill'), [], PAYERS).held).toBe(0);
    expect(asked([insured(notes)], answer(findings, 'leave-out'), [], PAYERS).payers).toEqual(['self pay']);
    expect(asked([session({ notes, payer: 'cash' })], {}, [], PAYERS).held).toBe(0);
  });
});
