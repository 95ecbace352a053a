import fc from 'fast-check';
import type { ClaimsInput } from '../../../src/billing/claims/decision';
import type { Authorization, Client, Payer } from '../../../src/billing/records/practice';
import type { Session, SessionStatus } from '../../../src/billing/records/session';
import type { EarlierVisit } from '../../../src/billing/visits/earlier-visit';
import { cents } from '../../../src/billing/values/cents';
import { addDays, daysBetween, serialOf, type Day } from '../../../src/billing/values/day';
import { day } from '../../support/values';
import {
  accounts,
  authorizationOf,
  clientOf,
  feeOf,
  payerOf,
  practiceOf,
  sessionOf,
} from '../claims/records';
import { CLIENT, PAYER, PRACTICE } from '../claims/usual';

/** The month that is billed, and two around it. */
const FIRST = day('2026-06-20');
const [MONTH_FROM, MONTH_TO] = [day('2026-07-10'), day('2026-08-10')];
const LAST = day('2026-08-31');

const PAYERS = ['Evergreen Mutual', 'Cascade Auto'] as const;
/** A client of each payer, and one person of both, in a row for each; that one comes for each on days of its own. */
const CLIENTS = [
  { name: 'Ada Fernwood', payer: 'Evergreen Mutual', odd: null },
  { name: 'Bo Lindqvist', payer: 'Cascade Auto', odd: null },
  { name: 'Cy Lim', payer: 'Evergreen Mutual', odd: 0 },
  { name: 'Cy Lim', payer: 'Cascade Auto', odd: 1 },
] as const;
type Of = (typeof CLIENTS)[number];
const onOwnDay = ({ odd }: Of, date: Day): Day =>
  odd === null ? date : addDays(date, odd - (serialOf(date) % 2));
const NAMES = ['Ada Fernwood', 'Bo Lindqvist', 'Cy Lim'] as const;
const NUMBERS = ['A-1', 'B-2', 'C-3', 'D-4', 'E-5', 'F-6', 'G-7', 'H-8'] as const;

const someDay = fc.nat({ max: daysBetween(FIRST, LAST) }).map((days) => addDays(FIRST, days));
const maybe = <Value>(value: fc.Arbitrary<Value>, freq = 2) => fc.option(value, { nil: null, freq });

const payers: fc.Arbitrary<Payer[]> = fc.tuple(
  ...PAYERS.map((name) =>
    fc
      .record({
        unitRule: fc.constantFrom('CMS' as const, 'AMA' as const),
        authorizationNeeded: maybe(fc.boolean(), 5),
      })
      .map((some) => payerOf({ ...PAYER, name, ...some })),
  ),
);

const clients: Client[] = CLIENTS.map(({ name, payer }) => clientOf({ ...CLIENT, name, payer }));

/** Any mix of them. */
const limits = {
  visits: maybe(fc.nat({ max: 8 })),
  units: maybe(fc.nat({ max: 30 })),
  dollars: maybe(fc.nat({ max: 100 }).map((ten) => cents(ten * 1000))),
};

const authorization: fc.Arbitrary<Authorization> = fc
  .record({
    client: fc.constantFrom(...NAMES, 'lim, cy'),
    payer: maybe(fc.constantFrom(...PAYERS)),
    number: maybe(fc.constantFrom(...NUMBERS), 8),
    kind: fc.constantFrom('authorization', 'authorization', 'authorization', null),
    from: maybe(someDay),
    to: maybe(someDay),
    ...limits,
    codes: fc.constantFrom<string[]>([], [], [], ['97124'], ['97140', '97110']),
  })
  .map((some) => authorizationOf({ ...some, kind: some.number === null ? 'authorization' : some.kind }));

/** Codes and minutes as they are written; the last ones cannot be counted, or are too short for a unit. */
const WORK: readonly [string, number | null][] = [
  ['97124', 60],
  ['97124', 45],
  ['97124', 30],
  ['97140', 60],
  ['97140', 15],
  ['97124:30 97140:15', 45],
  ['97112', 30],
  ['97124', 5],
];
const UNREADABLE: readonly [string, number | null] = ['97124', null];

const session: fc.Arbitrary<Session> = fc
  .record({
    date: someDay,
    of: fc.constantFrom(...CLIENTS),
    payer: fc.constantFrom('own', 'own', 'own', 'not said', 'Cash'),
    work: fc.oneof({ weight: 40, arbitrary: fc.constantFrom(...WORK) }, fc.constant(UNREADABLE)),
    charge: maybe(fc.integer({ min: 1, max: 16 }).map((ten) => cents(ten * 1000))),
    diagnoses: fc.constantFrom('M54.2', 'M54.2', 'M54.2', 'M54.2', 'M54.5').map((code) => [code]),
    insurancePaid: fc.constantFrom(null, null, null, null, cents(4000)),
    status: fc.constantFrom<SessionStatus>('kept', 'kept', 'kept', 'kept', 'no-show', 'scheduled'),
  })
  .map(({ of, payer, work: [codes, minutes], charge, ...some }) => {
    const written = payer === 'Cash' ? payer : payer === 'own' || of.name === 'Cy Lim' ? of.payer : null;
    const isOneCode = !codes.includes(' ');
    return sessionOf({
      ...some,
      date: onOwnDay(of, some.date),
      codes,
      minutes,
      charge: isOneCode ? charge : null,
      client: of.name,
      payer: written,
    });
  });

const earlierLine: fc.Arbitrary<EarlierVisit> = fc
  .record({
    of: fc.constantFrom(...CLIENTS),
    date: someDay,
    code: fc.constantFrom('97124', '97124', '97140'),
    units: fc.integer({ min: 1, max: 4 }),
    charge: fc.integer({ min: 1, max: 12 }).map((ten) => cents(ten * 1000)),
    authorization: maybe(fc.constantFrom(...NUMBERS, 'Z-9')),
  })
  .map(({ of, ...line }) => ({ ...line, date: onOwnDay(of, line.date), client: of.name, payer: of.payer }));

/** A practice with sessions of three months, some billed before, of which one month is to be billed now. */
export const anyPractice: fc.Arbitrary<ClaimsInput> = fc
  .record({
    payers,
    authorizations: fc.array(authorization, { minLength: 1, maxLength: 8, size: 'max' }),
    sessions: fc.array(session, { maxLength: 60, size: 'max' }),
    earlierVisits: fc.array(earlierLine, { maxLength: 8 }),
    /** Without, what some visits cost is not known. */
    hasFees: fc.constantFrom(true, true, true, false),
  })
  .map(({ sessions, hasFees, ...some }) => {
    const isInMonth = ({ date }: Session) => MONTH_FROM <= date && date <= MONTH_TO;
    return {
      ...some,
      practice: practiceOf(PRACTICE),
      clients,
      fees: hasFees
        ? [feeOf('97124', cents(3000)), feeOf('97140', cents(3500)), feeOf('97112', cents(2000))]
        : [],
      benefits: [],
      tableFindings: [],
      today: LAST,
      nextAccount: accounts(),
      sessions: sessions.filter(isInMonth),
      history: sessions.filter((one) => !isInMonth(one)),
    };
  });
