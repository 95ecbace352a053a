import type { AuthorizationOfVisit } from '../authorizations/of-practice';
import { currentTables, type CodeTables } from '../codes/editions/current';
import type { Profession } from '../professions/professions';
import type { Benefit, Practice } from '../records/practice';
import type { Session } from '../records/session';
import type { TherapyYears } from '../therapy-threshold/therapy-years';
import type { Cents } from '../values/cents';
import type { Day } from '../values/day';

type TherapyUse = Pick<TherapyYears, 'before' | 'amounts' | 'linesBefore'>;

/** What a rule may look at beside the visit itself. In a formula most of it is empty: those rules are silent there. */
export interface RuleContext extends AuthorizationOfVisit {
  tables: CodeTables;
  practice: Practice | null;
  /** What the codes of all visits say of the field, where the practice does not; null in a formula. */
  ofSheet: Profession | null;
  /** Null where deadlines play no part. */
  today: Day | null;
  /** Dates of service of the client under the same payer, this one included, each once, earliest first. */
  history: readonly Day[];
  /** Every kept session of the client on this date, whoever gave it and whoever pays. */
  sameDay: readonly Session[];
  benefits: readonly Benefit[];
  /** What clients who pay themselves are charged for a unit of a code: the least. */
  cashPrices: ReadonlyMap<string, Cents>;
  /** What clients have used of Medicare's yearly limits; null in a formula. */
  therapy: TherapyUse | null;
}

export function emptyContext(): RuleContext {
  return {
    tables: currentTables(),
    practice: null,
    ofSheet: null,
    today: null,
    history: [],
    sameDay: [],
    authorizations: [],
    authorized: { outcome: 'uncovered' },
    benefits: [],
    cashPrices: new Map(),
    therapy: null,
  };
}
