import { readState } from '../../identifiers/state';
import { readZip } from '../../identifiers/zip';
import type { Condition, RequiredField } from './field';

const NO_MAIL: Condition = {
  words: 'the payer has no full mailing address, so paper is no way either',
  holds: ({ payer: { address } }) => !address.street || !address.city || !address.state || !address.zip,
};
const MAIL_ONLY: Condition = {
  words: 'the payer has a mailing address',
  holds: (records) => !NO_MAIL.holds(records),
};
const ADVANTAGE: Condition = {
  words: 'the payer is a Medicare Advantage plan',
  holds: ({ payer: { preset } }) => preset === 'medicare-advantage',
};

const table = 'Payers' as const;

/** What a claim says about who is to pay: an electronic number, or an address for paper. */
export const OF_PAYER: readonly RequiredField[] = [
  {
    table,
    column: 'kind',
    rule: 'payer-kind',
    header: 'Kind',
    label: 'kind',
    box: '1',
    loop: '2000B SBR09',
    missing: 'STOP',
    why: 'the kind decides which boxes the claim needs',
  },
  {
    table,
    column: 'payerId',
    rule: 'payer-id',
    header: 'Payer ID',
    label: 'payer ID and no full mailing address',
    box: 'carrier block',
    loop: '2010BB NM109',
    when: NO_MAIL,
    missing: 'STOP',
    why: 'an electronic claim finds the payer by its ID, a paper claim by its address',
  },
  {
    table,
    column: 'payerId',
    rule: 'payer-id-for-electronic-claims',
    header: 'Payer ID',
    label: 'payer ID',
    box: 'carrier block',
    loop: '2010BB NM109',
    when: MAIL_ONLY,
    missing: 'NOTE',
    why: 'without it the claim can only go on paper',
  },
  {
    table,
    column: 'filingCode',
    rule: 'payer-filing-code',
    header: 'Filing code',
    label: 'filing code',
    box: '1',
    loop: '2000B SBR09',
    when: ADVANTAGE,
    missing: 'STOP',
    why: 'an HMO Medicare risk plan has 16, and of a PPO the plan says which it wants; else the claim would say MB, original Medicare',
  },
  {
    table,
    column: 'address.state',
    rule: 'payer-state',
    header: 'State',
    label: 'state',
    box: 'carrier block',
    loop: '2010BB N402',
    missing: null,
    reads: readState,
    invalid: 'WARN',
    why: 'a paper claim is mailed there',
  },
  {
    table,
    column: 'address.zip',
    rule: 'payer-zip',
    header: 'ZIP',
    label: 'ZIP code',
    box: 'carrier block',
    loop: '2010BB N403',
    missing: null,
    reads: readZip,
    invalid: 'WARN',
    why: 'a paper claim is mailed there',
  },
];
