import type { Authorization, Benefit, Payer } from '../../../src/billing/records/practice';
import type { Session } from '../../../src/billing/records/session';
import type { Records } from '../../../src/billing/rules/rule-contexts';
import { cents } from '../../../src/billing/values/cents';
import { directoryOf, type Directory } from '../../../src/billing/visits/directory';
import { day } from '../../support/values';
import { authorizationOf, clientOf, payerOf, practiceOf, sessionOf, type Some } from '../claims/records';

/** A client of one payer with visits on some dates, of which one is checked. */
export interface VisitsCase {
  case: string;
  payer: string;
  dates: string[];
  checked: string;
  /** Of the rows, in turn; without them 97124. */
  codes?: string[];
  authorization?: { number: string; from?: string; to?: string; visits?: number };
  order?: { from?: string; to?: string };
  benefit?: {
    planYearStarts?: string;
    visitsPerYear?: number;
    visitsUsedElsewhere?: number;
    verifiedOn?: string;
  };
  accident?: { date: string; state: string };
  finds: string;
  says?: string[];
}

export function visitsCase(
  golden: VisitsCase,
  payers: Readonly<Record<string, Some<Payer>>>,
): { wanted: Session[]; records: Records; directory: Directory } {
  const { payer: name, dates, codes, authorization, order, benefit, accident } = golden;
  const payer = payerOf({ name, ...payers[name] });
  const client = clientOf({
    payer: name,
    diagnoses: ['M54.2'],
    ...(accident ? { accidentDate: day(accident.date), accidentState: accident.state } : {}),
  });
  const sessions = dates.map((date, index) =>
    sessionOf({
      date: day(date),
      client: client.name,
      codes: codes?.[index] ?? '97124',
      charge: cents(12000 + index),
    }),
  );
  const records: Records = {
    practice: practiceOf({ address: { state: 'WA' } }),
    authorizations: [
      ...(authorization ? [permission('authorization', authorization.number, authorization)] : []),
      ...(order ? [permission('order', null, order)] : []),
    ],
    benefits: benefit ? [benefitOf(client.name, benefit)] : [],
    fees: [],
    sessions,
    earlierVisits: [],
    today: day('2027-01-31'),
  };
  const wanted = sessions.filter(({ date }) => date === day(golden.checked));
  return { wanted, records, directory: directoryOf([client], [payer]) };
}

function permission(
  kind: Authorization['kind'],
  number: string | null,
  { from, to, visits }: { from?: string; to?: string; visits?: number },
): Authorization {
  return authorizationOf({
    kind,
    number,
    from: from === undefined ? null : day(from),
    to: to === undefined ? null : day(to),
    visits: visits ?? null,
  });
}

function benefitOf(client: string, benefit: NonNullable<VisitsCase['benefit']>): Benefit {
  const dayOrNull = (text: string | undefined) => (text === undefined ? null : day(text));
  return {
    client,
    payer: null,
    planYearStarts: dayOrNull(benefit.planYearStarts),
    visitsPerYear: benefit.visitsPerYear ?? null,
    visitsUsedElsewhere: benefit.visitsUsedElsewhere ?? null,
    copay: null,
    coinsurancePercent: null,
    deductibleLeft: null,
    verifiedOn: dayOrNull(benefit.verifiedOn),
    dollarsElsewhere: null,
    cells: {},
  };
}
