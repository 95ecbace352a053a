import { PRESET_IDS } from '../../billing/payers/preset-ids';
import {
  address,
  choice,
  defineTable,
  list,
  money,
  number,
  required,
  rowNeeds,
  text,
  YES_NO_HELP,
  yesNo,
  type RecordOf,
} from './define-table';

export const payersTable = defineTable('Payers', {
  about: 'What each payer wants. An empty cell means: not known.',
  key: 'name',
  columns: {
    name: rowNeeds(text('Payer', 130, 'As you write it in your sessions.')),
    aliases: list('Also written', 110, 'Other spellings in your sessions.'),
    kind: required(
      choice(
        'Kind',
        ['commercial', 'auto', 'workers-comp', 'va', 'medicare', 'medicaid', 'cash'],
        'Decides which boxes a claim needs.',
      ),
    ),
    payerId: text('Payer ID', 70, 'The number your clearinghouse uses.'),
    ...address('address', '', "The payer's claims"),
    billing: required(
      choice('Billing', ['claim', 'superbill'], 'claim: you send it. superbill: the client hands it in.'),
    ),
    unitRule: required(
      choice('Unit rule', ['CMS', 'AMA'], 'CMS adds up all minutes; AMA takes each code alone.'),
    ),
    dailyUnitCap: required(number('Units a day', 'Most units the payer pays a day.')),
    acceptedCodes: required(list('Codes accepted', 100, 'Procedure codes; empty: not known.')),
    addedModifiers: required(list('Modifiers added', 70, 'On every 97xxx line, for example GP.')),
    referralNeeded: required(yesNo('Referral needed', YES_NO_HELP)),
    authorizationNeeded: required(yesNo('Authorization needed', YES_NO_HELP)),
    ncciApplies: required(yesNo('NCCI applies', YES_NO_HELP)),
    progressReportVisits: required(number('Report every visits', 'Progress report after this many visits.')),
    progressReportDays: required(number('Report every days', 'Progress report after this many days.')),
    daysToFile: required(number('Days to file', 'Last day to bill, counted from the date of service.')),
    daysToFollowUp: number('Days to follow up', 'When to call about an unpaid claim.'),
    daysToAppeal: number('Days to appeal', 'Counted from the denial.'),
    inNetwork: yesNo('In network', YES_NO_HELP),
    laterUnitReduction: number('Later units minus %', 'Expected cut on the second and later units.'),
    filingCode: text('Filing code', 60, 'Claim filing indicator of the 837, for example CI, AM, WC, VA.'),
    dailyMaximum: money('Most a day', 'Most dollars the payer pays for a day, whatever was done.'),
    preset: choice(
      'Rules of',
      PRESET_IDS,
      'Whose published rules hold; a preset fills it in. Empty: kind and state tell.',
    ),
  },
});

export type Payer = RecordOf<typeof payersTable>;
