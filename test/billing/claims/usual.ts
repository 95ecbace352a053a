import type { ClaimsDecision, ClaimsInput } from '../../../src/billing/claims/decision';
import { decideClaims } from '../../../src/billing/claims/decide-claims';
import type { Client, Payer, Practice } from '../../../src/billing/records/practice';
import type { Session } from '../../../src/billing/records/session';
import { cents, plainDollars } from '../../../src/billing/values/cents';
import { day } from '../../support/values';
import practice from './month/practice.json';
import { accounts, clientOf, feeOf, payerOf, practiceOf, sessionOf, type Some } from './records';

export const PRACTICE: Some<Practice> = {
  ...practice,
  entity: 'person',
  licenseExpires: null,
  taxIdType: null,
};
export const PAYER: Some<Payer> = {
  name: 'Evergreen Mutual',
  kind: 'commercial',
  payerId: 'EM001',
  unitRule: 'CMS',
  billing: 'claim',
  dailyUnitCap: 8,
  referralNeeded: false,
  authorizationNeeded: false,
  ncciApplies: false,
  daysToFile: 365,
};
export const CLIENT: Some<Client> = {
  name: 'Ada Fernwood',
  payer: 'Evergreen Mutual',
  memberId: 'EMW-4471-02',
  diagnoses: ['M54.2'],
  birthDate: day('1984-02-29'),
  sex: 'F',
};

export interface Different {
  sessions?: (Partial<Session> & { codes?: string })[];
  practice?: Some<Practice>;
  payer?: Some<Payer>;
  client?: Some<Client>;
  input?: Partial<ClaimsInput>;
}

/** One client with one session that is billed without a word, but for what is different. */
export function usual({ sessions = [{}], practice: own, payer, client, input }: Different = {}): ClaimsInput {
  return {
    sessions: sessions.map(sessionOf),
    practice: practiceOf({ ...PRACTICE, ...own }),
    payers: [payerOf({ ...PAYER, ...payer })],
    clients: [clientOf({ ...CLIENT, ...client })],
    authorizations: [],
    fees: [
      feeOf('97124', cents(3000)),
      feeOf('97140', cents(3500)),
      feeOf('97110', cents(3500)),
      feeOf('97010', cents(1500)),
    ],
    today: day('2026-09-02'),
    nextAccount: accounts(),
    ...input,
  };
}

export function decide(different: Different = {}): ClaimsDecision {
  return decideClaims(usual(different));
}

/** `97124 GP x4 120.00 → M54.2`, line by line over all claims. */
export function linesOf({ claims }: ClaimsDecision): string[] {
  return claims.flatMap((claim) =>
    claim.lines.map(({ code, modifiers, units, charge, pointers }) => {
      const diagnoses = pointers.map((pointer) => claim.diagnoses[pointer - 1]).join(' ');
      return `${[code, ...modifiers].join(' ')} x${units} ${plainDollars(charge)} → ${diagnoses}`;
    }),
  );
}
