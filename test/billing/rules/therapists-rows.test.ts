import { ofTaxonomy, professionOfSheet } from '../../../src/billing/professions/profession-of';
import type { Practice } from '../../../src/billing/records/practice';
import type { Session } from '../../../src/billing/records/session';
import { checkSessions } from '../../../src/billing/rules/check-sessions';
import { directoryOf } from '../../../src/billing/visits/directory';
import { addDays } from '../../../src/billing/values/day';
import { day } from '../../support/values';
import { clientOf, payerOf, practiceOf, sessionOf, type Some } from '../claims/records';

const MEDICARE = payerOf({ name: 'Medicare', kind: 'medicare', unitRule: 'CMS', addedModifiers: ['GP'] });
const CLIENT = clientOf({ name: 'Ada Fernwood', payer: 'Medicare', diagnoses: ['M25.511'] });

function found(rows: readonly Session[], practice: Some<Practice>, rule: RegExp): string[] {
  const records = {
    practice: practiceOf(practice),
    authorizations: [],
    benefits: [],
    fees: [],
    sessions: [...rows],
    earlierVisits: [],
    today: day('2027-01-31'),
  };
  return checkSessions([...rows], records, directoryOf([CLIENT], [MEDICARE]))
    .filter((finding) => rule.test(finding.rule))
    .map(({ severity, message }) => `${severity} ${message.replace(/^Ada Fernwood on [0-9/]+: /, '')}`);
}

const row = (more: Partial<Session> & { codes?: string }) =>
  sessionOf({ client: CLIENT.name, date: day('2026-10-05'), ...more });

describe('assistants to Medicare', () => {
  test.each([
    ['67 all minutes', 20, 20, 'WARN KL stands in the row as assistant, and 97110 has no CQ: 1 of 1 units of 97110 are the assistant’s.'],
    ['68 the last unit is the therapist’s', 13, 4, null],
    ['70 less than a tenth', 30, 2, null],
    ['two left, nine to fourteen each', 26, 14, 'WARN KL stands in the row as assistant, and 97110 has no CQ: 1 of 2 units of 97110 are the assistant’s.'],
    ['minutes not written', 30, null, 'WARN KL stands in the row as assistant, and 97110 has no CQ: the row does not say for how many of its minutes.'],
  ])('%s: of %s minutes %s by the assistant', (_, minutes, ofAssistant, says) => {
    const session = row({ codes: '97110', minutes, assistant: { name: 'KL', minutes: ofAssistant } });
    expect(found([session], { credentials: 'PT' }, /assistant-not-marked/)).toEqual(says === null ? [] : [says]);
  }); // prettier-ignore

  test('a marked line, another payer’s and a massage therapist’s say nothing', () => {
    const assistant = { name: 'KL', minutes: 20 };
    const marked = row({ codes: '97110-CQ', minutes: 20, assistant });
    expect(found([marked], { credentials: 'PT' }, /assistant-not-marked/)).toEqual([]);
    const massage = row({ codes: '97124', minutes: 20, assistant });
    expect(found([massage], { credentials: 'LMT' }, /assistant-not-marked/)).toEqual([]);
  });
});

test('every tenth treatment day a progress report is due, unless the Payers table has another rhythm', () => {
  const rows = Array.from({ length: 20 }, (_, at) =>
    row({ codes: '97110', minutes: 30, date: addDays(day('2026-08-03'), at * 2) }),
  );
  expect(found(rows, { credentials: 'PT' }, /therapy-report-due/)).toHaveLength(2);
  expect(found(rows, { credentials: 'LMT' }, /therapy-report-due/)).toEqual([]);
});

describe('places of single sessions', () => {
  const SESSION = { codes: '90834', minutes: 45, diagnoses: ['F41.1'] };
  test.each([
    ['10', 'video', 'telehealth-without-modifier'],
    ['11', 'video', 'telehealth-in-the-office'],
    ['11', 'office', ''],
  ])('place %s, written "%s": %s', (placeOfService, location, rule) => {
    const said = found(
      [row({ ...SESSION, placeOfService, location })],
      { credentials: 'LCSW', placeOfService: '11' },
      /telehealth-in-the-office/,
    );
    const bare = found(
      [row({ ...SESSION, placeOfService, location })],
      { credentials: 'LCSW', placeOfService: '11' },
      /telehealth-without-modifier/,
    );
    expect(said.length > 0).toBe(rule === 'telehealth-in-the-office');
    expect(bare.length > 0).toBe(rule !== '');
  });
});

describe('the profession that the codes of a sheet tell', () => {
  test.each([
    ['a physical therapist', ['97110 97140', '97161 97110', '97110', '97164 97140'], 'physical therapy'],
    ['a counselor', ['90834', '90837', '90791', '90847'], 'counseling'],
    ['a behavior analyst', ['97153', '97155', '97151'], 'behavior analysis'],
    ['a dietitian', ['97802', '97803', '97803'], 'nutrition'],
    ['a chiropractor', ['98940', '98941 97140', '98940'], 'chiropractic'],
    ['massage', ['97124', '97140', '97124'], null],
    ['massage with one odd code', ['97124', '97140', '97124', '97124', '97124', '97161'], null],
    ['exercise, which several fields bill', ['97110', '97110 97140'], null],
    ['two fields in one workbook', ['90834', '97153', '90837', '97155'], null],
    ['codes that nobody knows', ['99999', ''], null],
  ])('%s', (_, visits, profession) => {
    const codes = visits.map((visit) => visit.split(' ').filter(Boolean));
    expect(professionOfSheet(codes)?.id ?? null).toBe(profession);
  });

  test('without a profession in the Practice table a sheet of physical therapy is not judged as massage', () => {
    const rows = [
      row({ codes: '97161', minutes: 30 }),
      row({ codes: '97110', minutes: 30, date: day('2026-10-07') }),
      row({ codes: '97110', minutes: 30, date: day('2026-10-09') }),
    ];
    expect(found(rows, {}, /massage/)).toEqual([]);
    expect(found([row({ codes: '97110; 97140', minutes: 30 })], {}, /massage/)).not.toEqual([]);
  });

  test('an unknown taxonomy is of no profession', () => expect(ofTaxonomy('999X00000X')).toBeNull());
});
