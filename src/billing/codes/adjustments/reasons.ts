/** Who bears an adjustment (CAS01 of the remittance), in our words. */
export const ADJUSTMENT_GROUPS = {
  CO: 'the contract with the payer: the practice cannot bill the client for it',
  PR: 'the client owes it',
  OA: 'neither, it is for information or another payer',
  PI: 'the payer took it off on its own',
} as const;

export type AdjustmentGroup = keyof typeof ADJUSTMENT_GROUPS;

/** What usually happens next. The therapist decides; nothing is written off or billed by itself. */
export type NextStep =
  | 'bill-client'
  | 'write-off'
  | 'correct'
  | 'find-first-claim'
  | 'bill-other-payer'
  | 'check-coverage'
  | 'appeal'
  | 'get-authorization'
  | 'send-information'
  | 'check-amount';

export interface AdjustmentReason {
  /** Group where the meaning depends on it, else null. */
  group: AdjustmentGroup | null;
  code: string;
  meaning: string;
  next: NextStep;
  advice: string;
}

type Row = [group: AdjustmentGroup | null, code: string, meaning: string, next: NextStep, advice: string];

/** The reasons a massage practice meets. Meanings are ours; the numbers are on the June 2024 list. */
const ROWS: Row[] = [
  ['PR', '1', 'deductible', 'bill-client', 'Bill the client.'],
  ['PR', '2', 'coinsurance', 'bill-client', 'Bill the client.'],
  ['PR', '3', 'copay', 'bill-client', 'Bill the client, unless it was paid at the visit.'],
  [
    'PR',
    '45',
    'charge above what the payer allows',
    'bill-client',
    'Out of network, the client owes the difference.',
  ],
  [null, '45', 'charge above what the payer allows', 'write-off', 'In network, write it off.'],
  [
    null,
    '4',
    'the modifier does not fit the code',
    'correct',
    'Mend the modifier (GP, 59) and send a corrected claim.',
  ],
  [
    null,
    '11',
    'the diagnosis does not fit the procedure',
    'correct',
    'Check pointers and diagnosis, then send a corrected claim.',
  ],
  [
    null,
    '16',
    'something is missing or wrong; the remark code says what',
    'correct',
    'Read the remark code, mend it and send again.',
  ],
  [
    null,
    '18',
    'exact duplicate of a claim',
    'find-first-claim',
    'Do not send again; find what came of the first claim.',
  ],
  [
    null,
    '22',
    'another payer may be first',
    'bill-other-payer',
    'Bill the first payer and send its explanation of benefits.',
  ],
  [
    null,
    '26',
    'service before the coverage began',
    'check-coverage',
    'Check eligibility; bill the right payer or the client.',
  ],
  [
    null,
    '27',
    'service after the coverage ended',
    'check-coverage',
    'Check eligibility; bill the right payer or the client.',
  ],
  [
    null,
    '29',
    'filed too late',
    'appeal',
    'Appeal with the proof of filing (277CA or 999); without it, write off.',
  ],
  [null, '31', 'the payer does not find the client', 'correct', 'Check member ID, name and date of birth.'],
  [
    null,
    '50',
    'not medically necessary, says the payer',
    'appeal',
    'Appeal with notes, prescription and functional gains.',
  ],
  [
    null,
    '58',
    'place of service is not right',
    'correct',
    'Mend the place of service and send a corrected claim.',
  ],
  [
    null,
    '59',
    'reduced as one of several procedures',
    'check-amount',
    'An expected reduction of later units; check the amount.',
  ],
  [
    'PR',
    '96',
    'not covered; the remark code says why',
    'bill-client',
    'Read the remark code; the client owes it.',
  ],
  [
    null,
    '96',
    'not covered; the remark code says why',
    'check-coverage',
    'Read the remark code; the client owes it only under group PR.',
  ],
  [
    null,
    '97',
    'included in another service that was paid',
    'check-amount',
    'Check the code pair; 59 or X only when truly distinct.',
  ],
  [null, '109', 'sent to the wrong payer', 'bill-other-payer', 'Send it to the right payer.'],
  [null, '119', 'benefit maximum reached', 'bill-client', 'The client pays; correct the visits left.'],
  [
    null,
    '151',
    'so many units or visits are not supported',
    'appeal',
    'Appeal with documentation, or accept.',
  ],
  [
    null,
    '167',
    'the diagnosis is not covered',
    'appeal',
    "Check the payer's policy; appeal or bill the client.",
  ],
  [
    null,
    '170',
    'not paid to this kind of provider',
    'bill-other-payer',
    'Massage therapists are not covered here; another payer or the client.',
  ],
  [
    null,
    '197',
    'authorization is missing',
    'get-authorization',
    'Ask for a retroactive authorization, then appeal.',
  ],
  [null, '198', 'authorization exceeded', 'get-authorization', 'Ask for more visits, then appeal.'],
  [null, '204', 'not covered under the plan', 'bill-client', 'The client pays.'],
  [null, '222', 'over the maximum of the contract', 'check-amount', 'Check the contract.'],
  [null, '226', 'the practice did not send what was asked', 'send-information', 'Send what was asked.'],
  [
    null,
    '227',
    'the client did not send what was asked',
    'send-information',
    'Ask the client to answer the payer.',
  ],
  [
    null,
    '236',
    "codes or modifiers conflict under NCCI or workers' compensation rules",
    'correct',
    'Take the code off or change the modifier.',
  ],
  [null, '242', 'not from a network provider', 'get-authorization', 'Get the referral or network exception.'],
  [
    null,
    '243',
    'not authorized by the network',
    'get-authorization',
    'Get the referral or network exception.',
  ],
  [null, '252', 'an attachment is needed', 'send-information', 'Send the attachment.'],
  [
    null,
    '253',
    'federal budget reduction (sequestration)',
    'write-off',
    'Write it off; it counts as allowed.',
  ],
  [null, '288', 'referral is missing', 'get-authorization', 'Get the referral and send it.'],
  [
    null,
    'B7',
    'the provider was not certified on that day',
    'check-coverage',
    'Check the credentialing date.',
  ],
  [null, 'B11', 'moved on to the right payer', 'bill-other-payer', 'Follow it there.'],
  [null, 'B20', 'another provider did the service', 'check-amount', 'Check who billed the service.'],
  [
    null,
    'P4',
    "the injury is not accepted by workers' compensation",
    'bill-other-payer',
    'Follow the rules of the jurisdiction; perhaps another payer.',
  ],
  [
    null,
    'P5',
    'above the reasonable and customary amount',
    'check-amount',
    'Follow the rules of the jurisdiction.',
  ],
  [null, 'P12', "the workers' compensation fee schedule", 'write-off', 'Write it off.'],
  [
    null,
    'P14',
    'included in another service of that day',
    'check-amount',
    'Follow the rules of the jurisdiction.',
  ],
  [
    null,
    'P15',
    "treatment guideline of workers' compensation",
    'appeal',
    'Follow the rules of the jurisdiction.',
  ],
  [
    null,
    'P16',
    "not authorized to treat under workers' compensation",
    'get-authorization',
    'Follow the rules of the jurisdiction.',
  ],
  [
    null,
    'P22',
    'rules of medical payments or PIP cover',
    'check-amount',
    'Follow the rules of the jurisdiction.',
  ],
];

/** The reason under its group (`CO`, `PR` …), or null when the table has no words for it. */
export function adjustmentReason(group: string, code: string): AdjustmentReason | null {
  const row =
    ROWS.find((each) => each[0] === group && each[1] === code) ??
    ROWS.find((each) => each[0] === null && each[1] === code);
  if (!row) return null;
  const [ofGroup, , meaning, next, advice] = row;
  return { group: ofGroup, code, meaning, next, advice };
}

/** Every reason with words of its own. */
export function adjustmentReasons(): AdjustmentReason[] {
  return ROWS.map(([group, code, meaning, next, advice]) => ({ group, code, meaning, next, advice }));
}
