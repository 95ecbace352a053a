/** A kind of amount on a client's statement, with the sentence that explains it to the client. */
export interface AmountWords {
  label: string;
  sentence: string;
  source: string;
}

const CLAIMSHEET =
  'Columns a claims list should have: billed, allowed, insurer paid, patient share, patient paid, balance (Ottehr #6946)';
const REASONS = 'Adjustment reasons of the remittance, in our words (group PR)';

/** In the order of the statement's columns. */
export const STATEMENT_AMOUNTS = {
  charge: {
    label: 'Charge',
    sentence: 'The full fee of the service.',
    source: CLAIMSHEET,
  },
  insurancePaid: {
    label: 'Insurance paid',
    sentence: 'What your insurance paid to us.',
    source: CLAIMSHEET,
  },
  adjusted: {
    label: 'Written off',
    sentence: 'What we take off because of our contract with your insurance. Nobody owes it.',
    source: 'Contractual adjustments (group CO) are never billed to the client',
  },
  clientPaid: {
    label: 'You paid',
    sentence: 'What you have paid for these visits so far. Thank you.',
    source: CLAIMSHEET,
  },
  waiting: {
    label: 'With insurance',
    sentence:
      'Your insurance has not settled this yet, or has not paid it and we are looking into it. You do not owe it now.',
    source: 'Only what a payer assigned to the client is owed by the client',
  },
  owes: {
    label: 'You owe',
    sentence: 'Your own part, as your insurance decided it, less what you paid.',
    source: 'Patient responsibility (CLP05, group PR)',
  },
} as const satisfies Record<string, AmountWords>;

export type StatementAmount = keyof typeof STATEMENT_AMOUNTS;

/** What the client's part is made of, by reason code under group PR. */
export const SHARE_KINDS: Readonly<Record<string, AmountWords>> = {
  '1': {
    label: 'Deductible',
    sentence: 'What your plan asks you to pay in a year before it begins to pay.',
    source: REASONS,
  },
  '2': {
    label: 'Coinsurance',
    sentence: 'The percentage of the allowed amount that your plan leaves to you.',
    source: REASONS,
  },
  '3': {
    label: 'Copay',
    sentence: 'The fixed amount your plan asks of you for each visit.',
    source: REASONS,
  },
  '45': {
    label: 'Above the allowed amount',
    sentence: 'What is charged above the amount your plan allows; we have no contract with it.',
    source: REASONS,
  },
};

export const OTHER_SHARE: AmountWords = {
  label: 'Left to you by your insurance',
  sentence: 'Your insurance did not pay this and left it to you; its letter to you says why.',
  source: REASONS,
};

export const OWN_PAYER: AmountWords = {
  label: 'Paid by yourself',
  sentence: 'Visits that no insurance is billed for.',
  source: 'A superbill is handed in by the client; the practice is paid by the client',
};
