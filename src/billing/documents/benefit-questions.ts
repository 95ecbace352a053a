import type { Benefit, Client, Payer, PayerKind } from '../records/practice';
import { formatDollars } from '../values/cents';
import { usDate } from '../values/day';

/** What is known before the call. */
export interface KnownBefore {
  client: Client;
  payer: Payer;
  benefit: Benefit | null;
  /** Procedure codes that are billed. */
  codes: readonly string[];
}

/** A question for the payer's benefits line. */
export interface BenefitQuestion {
  ask: string;
  why: string;
  /** What the tables say already, to be confirmed; null where they say nothing. */
  known: (before: KnownBefore) => string | null;
  /** Where the answer is kept. */
  keep: string | null;
  only: readonly PayerKind[] | null;
  source: string;
}

export interface BenefitQuestions {
  heading: string;
  questions: readonly BenefitQuestion[];
}

const QUIET_LOSSES =
  'Practices lose money quietly over deductible left, visit limits, authorization and referral (marquezconsultants.com)';
const YEARLY = 'Coverage changes and must be checked again each year (thegrovegp.com)';
const PROVIDER_TYPE =
  '27 % of policies exclude massage therapists and 27 % want a prescription (ijtmb.org 380)';
const LICENSE = 'Some payers deny 97124 by a therapist without a state license (aapc.com)';
const EVICORE =
  'A referral is not enough where approval must be asked within days of the first visit (Regence, eviCore)';
const UNITS = '23 % of policies limit units (ijtmb.org 380)';
const APPEALS = 'Limits are of the contract: none is assumed';
const INJURY: readonly PayerKind[] = ['auto', 'workers-comp'];
const HEALTH: readonly PayerKind[] = ['commercial', 'medicare', 'medicaid'];

const nothing = () => null;
const yesNo = (value: boolean | null) => (value === null ? null : value ? 'Yes' : 'No');
const count = (value: number | null) => (value === null ? null : String(value));

export const BENEFIT_QUESTIONS: readonly BenefitQuestions[] = [
  {
    heading: 'Coverage',
    questions: [
      {
        ask: 'Is the coverage active today, and since when?',
        why: 'Services before or after it are denied (reasons 26 and 27).',
        known: nothing,
        keep: null,
        only: HEALTH,
        source: YEARLY,
      },
      {
        ask: 'When does the plan year start?',
        why: 'Deductible and visits start anew then.',
        known: ({ benefit }) => (benefit?.planYearStarts == null ? null : usDate(benefit.planYearStarts)),
        keep: 'Benefits: Plan year starts',
        only: HEALTH,
        source: YEARLY,
      },
      {
        ask: 'Is another insurer first?',
        why: 'The first one must be billed before (reason 22).',
        known: nothing,
        keep: null,
        only: null,
        source: 'Reason 22: another payer may be primary',
      },
      {
        ask: 'Is my practice in network for this plan?',
        why: 'It decides what is written off and what the client owes.',
        known: ({ payer }) => yesNo(payer.inNetwork),
        keep: 'Payers: In network',
        only: HEALTH,
        source: 'In-network status is often unclear (thegrovegp.com)',
      },
    ],
  },
  {
    heading: 'What is covered',
    questions: [
      {
        ask: 'Are these codes covered, for these diagnoses?',
        why: 'A code that the plan excludes is never paid.',
        known: ({ codes, client }) => {
          const of = client.diagnoses.length === 0 ? '' : ` for ${client.diagnoses.join(', ')}`;
          return codes.length === 0 ? null : `To ask: ${codes.join(', ')}${of}`;
        },
        keep: 'Payers: Codes accepted',
        only: null,
        source: PROVIDER_TYPE,
      },
      {
        ask: 'Does the plan pay a licensed massage therapist for them?',
        why: 'Some plans pay only other kinds of providers (reason 170, remark N95).',
        known: nothing,
        keep: null,
        only: null,
        source: `${PROVIDER_TYPE}; ${LICENSE}`,
      },
      {
        ask: 'Is a modifier asked for, such as GP?',
        why: 'Without it the line is denied (reason 4).',
        known: ({ payer }) => (payer.addedModifiers.length === 0 ? null : payer.addedModifiers.join(' ')),
        keep: 'Payers: Modifiers added',
        only: null,
        source: 'Misused modifiers are a usual loss (marquezconsultants.com)',
      },
      {
        ask: 'How many units a day are paid, and are later units reduced?',
        why: 'What is above is not paid (remark N362) or paid less (reason 59).',
        known: ({ payer }) => count(payer.dailyUnitCap),
        keep: 'Payers: Units a day, Later units minus %',
        only: null,
        source: UNITS,
      },
    ],
  },
  {
    heading: 'Limits',
    questions: [
      {
        ask: 'How many visits a year, and which services share that number?',
        why: 'Visits to others may use up the same pool.',
        known: ({ benefit }) => count(benefit?.visitsPerYear ?? null),
        keep: 'Benefits: Visits a year',
        only: HEALTH,
        source: QUIET_LOSSES,
      },
      {
        ask: 'How many of them are used so far?',
        why: 'Only the rest can be billed (reason 119).',
        known: ({ benefit }) => count(benefit?.visitsUsedElsewhere ?? null),
        keep: 'Benefits: Used elsewhere',
        only: HEALTH,
        source: QUIET_LOSSES,
      },
      {
        ask: 'Is a prescription or referral needed, and from whom?',
        why: 'Without it the claim is denied (reason 288).',
        known: ({ payer }) => yesNo(payer.referralNeeded),
        keep: 'Payers: Referral needed',
        only: null,
        source: `${QUIET_LOSSES}; ${PROVIDER_TYPE}`,
      },
      {
        ask: 'Is authorization needed, from which visit on, and asked for where and until when?',
        why: 'It cannot always be had afterwards (reason 197).',
        known: ({ payer }) => yesNo(payer.authorizationNeeded),
        keep: 'Payers: Authorization needed; Authorizations',
        only: null,
        source: EVICORE,
      },
      {
        ask: 'Is a progress report needed, after how many visits or days?',
        why: 'Later visits are not paid without it.',
        known: ({ payer }) =>
          [
            payer.progressReportVisits === null ? null : `${String(payer.progressReportVisits)} visits`,
            payer.progressReportDays === null ? null : `${String(payer.progressReportDays)} days`,
          ]
            .filter((part) => part !== null)
            .join(', ') || null,
        keep: 'Payers: Report every visits, Report every days',
        only: null,
        source: 'L&I and others pay on only after a report (WAC 296-23-250)',
      },
    ],
  },
  {
    heading: 'What the client pays',
    questions: [
      {
        ask: 'What is the deductible, and how much of it is left?',
        why: 'The client owes it first.',
        known: ({ benefit }) =>
          benefit?.deductibleLeft == null ? null : `$${formatDollars(benefit.deductibleLeft)} left`,
        keep: 'Benefits: Deductible left',
        only: HEALTH,
        source: QUIET_LOSSES,
      },
      {
        ask: 'What is the copay for this kind of visit?',
        why: 'It is collected at the visit.',
        known: ({ benefit }) => (benefit?.copay == null ? null : `$${formatDollars(benefit.copay)}`),
        keep: 'Benefits: Copay',
        only: HEALTH,
        source: QUIET_LOSSES,
      },
      {
        ask: 'What is the coinsurance?',
        why: 'The percentage that the client owes after the deductible.',
        known: ({ benefit }) =>
          benefit?.coinsurancePercent == null ? null : `${String(benefit.coinsurancePercent)} %`,
        keep: 'Benefits: Coinsurance %',
        only: HEALTH,
        source: QUIET_LOSSES,
      },
    ],
  },
  {
    heading: 'The case',
    questions: [
      {
        ask: 'Is the claim open and accepted, and is treatment by massage accepted under it?',
        why: 'Nothing is paid on a claim that is closed or not accepted (reason P4).',
        known: ({ client }) => (client.claimNumber === null ? null : `Claim ${client.claimNumber}`),
        keep: 'Clients: Claim number',
        only: INJURY,
        source: 'Reason P4: injury not accepted',
      },
      {
        ask: 'Who is the adjuster or claim manager, with phone and fax?',
        why: 'Authorizations and letters go there.',
        known: nothing,
        keep: 'Calls',
        only: INJURY,
        source: 'Usual practice in injury cases',
      },
      {
        ask: 'How much of the medical cover is left?',
        why: 'PIP and medical payments end when the sum is used up.',
        known: nothing,
        keep: 'Authorizations: Dollars',
        only: ['auto'],
        source: 'Washington insurers must offer at least $10,000 (RCW 48.22.085); what is left must be asked',
      },
    ],
  },
  {
    heading: 'Billing',
    questions: [
      {
        ask: 'Where do claims go: payer ID and address?',
        why: 'The wrong payer denies (reason 109).',
        known: ({ payer }) => {
          const parts = [payer.payerId, payer.address.street, payer.address.city].filter(
            (part) => part !== null,
          );
          return parts.length === 0 ? null : parts.join(', ');
        },
        keep: 'Payers: Payer ID, Street',
        only: null,
        source: 'A wrong payer ID is among the top rejections of clearinghouses',
      },
      {
        ask: 'How many days are there to file a claim, from the date of service?',
        why: 'Later claims are denied (reason 29).',
        known: ({ payer }) => count(payer.daysToFile),
        keep: 'Payers: Days to file',
        only: null,
        source: APPEALS,
      },
      {
        ask: 'How many days are there to appeal, and where does an appeal go?',
        why: 'Later appeals are not read.',
        known: ({ payer }) => count(payer.daysToAppeal),
        keep: 'Payers: Days to appeal',
        only: null,
        source: APPEALS,
      },
    ],
  },
];

/** The questions for a kind of payer; all of them where the kind is not known. */
export function benefitQuestions(kind: PayerKind | null): BenefitQuestions[] {
  return BENEFIT_QUESTIONS.map(({ heading, questions }) => ({
    heading,
    questions: questions.filter(({ only }) => only === null || kind === null || only.includes(kind)),
  })).filter(({ questions }) => questions.length > 0);
}
