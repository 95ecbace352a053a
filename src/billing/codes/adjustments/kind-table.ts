/**
 * What an adjustment reason says of the amount that it takes off. `plan share`: the client's own part by the plan.
 * `contract`: waived by contract or law. `coordination`: decided before, by this payer or another one.
 * `information`: nothing is refused. All else is a denial, of what `of` has to mend or bear.
 */
export type AdjustmentKind = 'plan share' | 'contract' | 'coordination' | 'information' | 'denial';

/** Whom a denial is about: what the practice sent, whether the client is covered, or which payer comes first. */
export type DenialOf = 'practice' | 'client' | 'other payer';

/**
 * A reason with what the X12 list of claim adjustment reason codes says of it (June 2024), in our words. The list says no
 * more than that: which kind it is follows from its meaning, and `why` stands where the meaning leaves a choice, which is
 * then a judgement of ours.
 */
export type KindRow = [code: string, kind: AdjustmentKind, of: DenialOf | null, says: string, why?: string];

const ended = (when: string) => `ended in ${when}, still met in samples and old files`;
const SHARE =
  'what PR 1, 2, 3, 66, 142, 187 and the like take off is the client’s share by the plan, and no denial';
const BEARS = 'the plan does not cover it, and nothing that the practice sends can change that';

const SHARES: readonly KindRow[] = [
  ['1', 'plan share', null, 'deductible'],
  ['2', 'plan share', null, 'coinsurance'],
  ['3', 'plan share', null, 'copay'],
  ['66', 'plan share', null, 'blood deductible', SHARE],
  ['142', 'plan share', null, 'monthly liability of a Medicaid patient', SHARE],
  ['178', 'plan share', null, 'the spend-down is not met', 'until then the client bears it, as a deductible'],
  ['187', 'plan share', null, 'paid from the client’s spending account (FSA, HSA)', SHARE],
  ['241', 'plan share', null, 'copay of the low-income subsidy'],
  ['247', 'plan share', null, 'deductible for a professional service on a facility’s claim'],
  ['248', 'plan share', null, 'coinsurance for a professional service on a facility’s claim'],
];

const CONTRACTS: readonly KindRow[] = [
  ['45', 'contract', null, 'the charge is above the fee schedule, the maximum allowed or the contract'],
  [
    '59',
    'contract',
    null,
    'reduced by the rules for several procedures',
    'a part of the allowed amount is cut; nothing is refused',
  ],
  ['44', 'contract', null, 'discount for prompt payment'],
  ['131', 'contract', null, 'discount negotiated for this claim'],
  ['253', 'contract', null, 'sequestration, the federal budget cut; counts as allowed'],
  ['P12', 'contract', null, 'fee schedule of workers’ compensation'],
  [
    '24',
    'contract',
    null,
    'covered by capitation or a managed care plan',
    'the monthly amount pays for it, so nobody else can be billed',
  ],
  [
    '104',
    'contract',
    null,
    'withheld by managed care',
    'what a plan withholds by contract cannot be billed to the client',
  ],
  [
    '105',
    'contract',
    null,
    'tax withheld',
    'it went to the tax office for the practice, and the client does not owe it',
  ],
  [
    '223',
    'contract',
    null,
    'demanded by a law that has no code of its own',
    'a law that cuts the payment waives it',
  ],
  [
    '237',
    'contract',
    null,
    'penalty by law',
    'Medicare’s payment penalties fall on the practice, never on the client',
  ],
  ['42', 'contract', null, `the charge is above the fee schedule; ${ended('2007')}`],
  ['A2', 'contract', null, `contractual adjustment; ${ended('2008')}`],
];

const TOLD: readonly KindRow[] = [
  ['23', 'coordination', null, 'what earlier payers paid or took off (835 005010X221A1, section 1.10.2.13)'],
  ['101', 'information', null, 'predetermination: what will be paid once the services are done'],
];

/** What the practice sent, or is asked for. */
const OF_PRACTICE: readonly KindRow[] = [
  ['4', 'denial', 'practice', 'the code does not fit the modifier'],
  ['5', 'denial', 'practice', 'the code does not fit the place of service'],
  ['6', 'denial', 'practice', 'the code does not fit the patient’s age'],
  ['7', 'denial', 'practice', 'the code does not fit the patient’s gender'],
  ['8', 'denial', 'practice', 'the code does not fit the provider’s taxonomy'],
  ['9', 'denial', 'practice', 'the diagnosis does not fit the patient’s age'],
  ['10', 'denial', 'practice', 'the diagnosis does not fit the patient’s gender'],
  ['11', 'denial', 'practice', 'the diagnosis does not fit the procedure'],
  ['12', 'denial', 'practice', 'the diagnosis does not fit the provider'],
  [
    '13',
    'denial',
    'practice',
    'the date of death is before the date of service',
    'a date on the claim is wrong',
  ],
  [
    '14',
    'denial',
    'practice',
    'the date of birth is after the date of service',
    'a date on the claim is wrong',
  ],
  ['16', 'denial', 'practice', 'lacks information or has errors that the remark names'],
  ['18', 'denial', 'practice', 'exact duplicate'],
  ['29', 'denial', 'practice', 'the time limit for filing is over'],
  [
    '39',
    'denial',
    'practice',
    'authorization was refused when it was asked for',
    'the practice asked, and can appeal',
  ],
  [
    '50',
    'denial',
    'practice',
    'the payer does not deem it medically necessary',
    'records of the practice can show that it was',
  ],
  [
    '54',
    'denial',
    'practice',
    'several providers or assistants are not covered here',
    'who billed is the practice’s to tell',
  ],
  [
    '55',
    'denial',
    'practice',
    'the payer deems it experimental',
    'records of the practice can show that it is not',
  ],
  ['58', 'denial', 'practice', 'the place of service is not valid'],
  [
    '95',
    'denial',
    'practice',
    'the plan’s procedures were not followed',
    'by whom is not said; asked for first where it was sent',
  ],
  ['97', 'denial', 'practice', 'included in what was paid for another service'],
  ['107', 'denial', 'practice', 'the related claim or service is not named on the claim'],
  ['125', 'denial', 'practice', `errors of submission or billing; ${ended('2013')}`],
  ['146', 'denial', 'practice', 'the diagnosis was not valid on the date of service'],
  ['150', 'denial', 'practice', 'the information sent does not support this level'],
  ['151', 'denial', 'practice', 'the information sent does not support so many or so frequent services'],
  ['152', 'denial', 'practice', 'the information sent does not support this length'],
  ['163', 'denial', 'practice', 'the attachment that the claim names did not come'],
  ['167', 'denial', 'practice', 'the diagnosis is not covered', 'another diagnosis of the record may be'],
  ['170', 'denial', 'practice', 'not paid to this type of provider'],
  ['171', 'denial', 'practice', 'not paid to this type of provider in this type of facility'],
  ['172', 'denial', 'practice', 'adjusted for a provider of this specialty'],
  ['181', 'denial', 'practice', 'the code was not valid on the date of service'],
  ['182', 'denial', 'practice', 'the modifier was not valid on the date of service'],
  ['183', 'denial', 'practice', 'who referred may not refer this service', 'the claim names who referred'],
  ['184', 'denial', 'practice', 'who ordered may not order this service', 'the claim names who ordered'],
  ['185', 'denial', 'practice', 'who gave the service may not give it'],
  ['189', 'denial', 'practice', 'an unlisted code where there is one for the service'],
  ['197', 'denial', 'practice', 'there is no authorization or notice before the service'],
  ['198', 'denial', 'practice', 'the authorization was exceeded'],
  ['206', 'denial', 'practice', 'there is no NPI'],
  ['207', 'denial', 'practice', 'the NPI has a wrong form'],
  ['208', 'denial', 'practice', 'the NPI matches nobody'],
  ['222', 'denial', 'practice', 'more than the contract lets this provider bill in the period'],
  ['226', 'denial', 'practice', 'what was asked of the provider did not come, or not in time or in full'],
  [
    '234',
    'denial',
    'practice',
    'not paid separately',
    'how it was billed beside the others is the practice’s to look at',
  ],
  ['236', 'denial', 'practice', 'the code and modifier do not go with another one of the day (NCCI)'],
  [
    '242',
    'denial',
    'practice',
    'not given by a provider of the network',
    'who gave it is the practice’s to tell',
  ],
  ['243', 'denial', 'practice', 'not authorized by a provider of the network', 'a referral can be sent'],
  ['251', 'denial', 'practice', 'the attachment lacks what is needed'],
  ['252', 'denial', 'practice', 'an attachment is needed'],
  [
    '272',
    'denial',
    'practice',
    'guidelines of coverage are not met',
    'records of the practice can show that they are',
  ],
  [
    '273',
    'denial',
    'practice',
    'guidelines of coverage are exceeded',
    'records of the practice can show why',
  ],
  ['288', 'denial', 'practice', 'there is no referral'],
  ['B7', 'denial', 'practice', 'the provider was not certified or eligible on that date'],
  [
    'B8',
    'denial',
    'practice',
    'other services were there and should have been used',
    'records of the practice can show why not',
  ],
  ['B12', 'denial', 'practice', 'not documented in the patient’s records'],
  ['B15', 'denial', 'practice', 'needs another service that was not billed'],
  ['B16', 'denial', 'practice', 'the patient was no new one'],
  [
    'B20',
    'denial',
    'practice',
    'another provider gave it, in part or in full',
    'which of the two did is told from the records',
  ],
  [
    'P5',
    'denial',
    'practice',
    'reduced to what the payer calls reasonable, without a fee schedule',
    'no contract or law waives it, so it is not written off by itself',
  ],
  ['P14', 'denial', 'practice', 'included in what was paid for another service of the day'],
  [
    'P15',
    'denial',
    'practice',
    'treatment guidelines of workers’ compensation',
    'records of the practice can show why',
  ],
  ['P16', 'denial', 'practice', 'the provider may not treat injured workers in this state'],
];

/** Whether the client is covered, or for this. */
const OF_CLIENT: readonly KindRow[] = [
  ['26', 'denial', 'client', 'before the coverage began'],
  ['27', 'denial', 'client', 'after the coverage ended'],
  ['31', 'denial', 'client', 'the patient is not found among the insured'],
  ['32', 'denial', 'client', 'the patient is no dependent who is covered'],
  ['33', 'denial', 'client', 'the insured has no coverage of dependents'],
  ['34', 'denial', 'client', 'the insured has no coverage of newborns'],
  ['35', 'denial', 'client', 'the maximum of a lifetime is reached'],
  ['49', 'denial', 'client', 'routine, preventive or a screening', BEARS],
  ['51', 'denial', 'client', 'a condition from before the coverage', BEARS],
  ['96', 'denial', 'client', 'not covered', BEARS],
  ['119', 'denial', 'client', 'the maximum of the period is reached', BEARS],
  ['149', 'denial', 'client', 'the maximum of a lifetime for this kind of service is reached'],
  ['177', 'denial', 'client', 'the patient does not meet what makes eligible'],
  ['200', 'denial', 'client', 'while the coverage had lapsed'],
  ['204', 'denial', 'client', 'not covered by the patient’s present plan', BEARS],
  ['227', 'denial', 'client', 'what was asked of the patient or insured did not come, or not in full'],
  [
    'P22',
    'denial',
    'client',
    'rules of medical payments or PIP coverage',
    'the coverage of the client’s policy decides',
  ],
];

/** Which payer comes first. */
const OF_OTHER_PAYER: readonly KindRow[] = [
  ['19', 'denial', 'other payer', 'a work injury: workers’ compensation is liable'],
  ['20', 'denial', 'other payer', 'the liability carrier covers it'],
  ['21', 'denial', 'other payer', 'the no-fault carrier is liable'],
  ['22', 'denial', 'other payer', 'another payer may cover it (coordination of benefits)'],
  ['109', 'denial', 'other payer', 'not covered by this payer; it has to go to the right one'],
  [
    '201',
    'denial',
    'other payer',
    'paid by a set-aside arrangement or another agreement',
    'that arrangement is asked first, as a payer is',
  ],
  ['B11', 'denial', 'other payer', 'sent on to the right payer, and not covered by this one'],
  [
    'P4',
    'denial',
    'other payer',
    'workers’ compensation is not liable for it',
    'the client’s health plan comes next',
  ],
];

export const KIND_ROWS: readonly KindRow[] = [
  ...SHARES,
  ...CONTRACTS,
  ...TOLD,
  ...OF_PRACTICE,
  ...OF_CLIENT,
  ...OF_OTHER_PAYER,
];
