import type { AppealFactName } from './appeal-facts';

/** How a letter answers a reason (CARC): what it asks, which facts of the workbook it states, what only the therapist knows. */
export interface AppealAnswer {
  codes: readonly string[];
  /** What is asked of the payer. */
  ask: string;
  facts: readonly AppealFactName[];
  /** Clinical and other facts that are in no table; printed in brackets, to be written by the therapist. */
  places: readonly string[];
  enclose: readonly string[];
  source: string;
}

const NEXT_STEPS = 'Usual next step for the code (adjustment reasons, paraphrased)';
const NECESSITY =
  'Medical massage is judged by a documented impairment, an expected measurable gain, a qualified provider and a prescription for the diagnosis (Premera policy 8.03.502, 2014)';

export const APPEAL_ANSWERS: readonly AppealAnswer[] = [
  {
    codes: ['50', '151', '167'],
    ask: 'Please review these services again as medically necessary and pay them.',
    facts: ['order', 'diagnoses', 'visits', 'outcomes'],
    places: [
      'Describe the impairment you found at the first visit: regions, range of motion, strength, function',
      'Describe what the client could not do then and can do now, with dates',
      'Describe the goal of the treatment and why it needs the skill of a licensed therapist',
    ],
    enclose: ['Notes of the dates of service', 'The prescription or referral', 'Progress report'],
    source: `${NEXT_STEPS}; ${NECESSITY}`,
  },
  {
    codes: ['29'],
    ask: 'Please set the denial for late filing aside: the claim was sent in time.',
    facts: ['filed'],
    places: ['If a reason outside your control delayed the claim, state it here; otherwise delete this line'],
    enclose: ['Proof of filing: the 277CA or 999 of the claim'],
    source: `${NEXT_STEPS}; keep the 277CA as proof of timely filing`,
  },
  {
    codes: ['197', '198', 'P16'],
    ask: 'Please apply the authorization below, or authorize these dates after the fact, and pay the services.',
    facts: ['authorization', 'order', 'visits'],
    places: ['State why these visits were needed when they were given, and who asked for them'],
    enclose: ['The authorization, or the request for one after the fact', 'The prescription or referral'],
    source: NEXT_STEPS,
  },
  {
    codes: ['242', '243', '288'],
    ask: 'Please process these services with the referral below.',
    facts: ['order', 'authorization'],
    places: ['State how the client was referred, if the referral below is not complete'],
    enclose: ['The referral'],
    source: NEXT_STEPS,
  },
  {
    codes: ['226', '227', '252', '16'],
    ask: 'Please process the claim with what is enclosed.',
    facts: ['order', 'diagnoses'],
    places: ['Name what the payer asked for and what you enclose'],
    enclose: ['What the payer asked for'],
    source: NEXT_STEPS,
  },
  {
    codes: ['97', 'P14', '236'],
    ask: 'Please pay the service below as separate from the others of that day.',
    facts: ['same-day'],
    places: [
      'Describe the separate region or the separate time of each service, as your notes of that day have it; if they were not separate, do not send this letter',
    ],
    enclose: ['Notes of the dates of service'],
    source: `${NEXT_STEPS}; a modifier only where the services were truly distinct`,
  },
  {
    codes: ['59', '45', 'P5', '222'],
    ask: 'Please price the services below again under our agreement.',
    facts: ['allowed'],
    places: ['Name the page of the contract or fee schedule that gives the price'],
    enclose: ['The page of the contract or fee schedule'],
    source: NEXT_STEPS,
  },
  {
    codes: ['11', '4', '58', '31'],
    ask: 'Please process the claim again: what was sent is right, for the reasons below.',
    facts: ['diagnoses', 'order'],
    places: ['State why the claim was right as it was sent; if it was not, send a corrected claim instead'],
    enclose: ['Notes of the dates of service'],
    source: NEXT_STEPS,
  },
  {
    codes: ['P4', 'P15', 'P22'],
    ask: 'Please accept these services as treatment of the accepted injury.',
    facts: ['accident', 'order', 'diagnoses', 'visits', 'outcomes'],
    places: [
      'Describe how the condition treated comes from the injury',
      'Describe the progress and what keeps the client from work or daily tasks',
    ],
    enclose: ['Notes of the dates of service', 'The prescription or referral'],
    source: `${NEXT_STEPS}; WAC 284-30-395 names the only grounds on which PIP cover may be denied`,
  },
  {
    codes: ['96', '119', '170', '204', '26', '27', 'B7', 'B20'],
    ask: 'Please review this decision against the benefits of the plan.',
    facts: ['benefits', 'license'],
    places: ['Name what the plan said when benefits were verified, and who said it'],
    enclose: ['Record of the verification of benefits'],
    source: NEXT_STEPS,
  },
];

/** For a reason that is in no entry, and for remark codes alone. */
export const OTHER_ANSWER: AppealAnswer = {
  codes: [],
  ask: 'Please review this decision.',
  facts: ['order', 'diagnoses'],
  places: ["Answer the payer's own words for this reason"],
  enclose: ['Notes of the dates of service'],
  source: NEXT_STEPS,
};

/** Reasons that no letter answers. */
export const NOT_APPEALED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '18': 'The payer calls it an exact duplicate: find what came of the first claim instead of appealing.',
    '109': 'It was sent to the wrong payer: send it to the right one instead of appealing.',
    B11: 'The payer moved it on to the right payer: follow it there instead of appealing.',
    '22': 'Another payer may be first: bill that one and send its explanation of benefits instead of appealing.',
  }),
);

export function appealAnswer(code: string): AppealAnswer {
  return APPEAL_ANSWERS.find(({ codes }) => codes.includes(code)) ?? OTHER_ANSWER;
}
