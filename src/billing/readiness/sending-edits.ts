import { lastDayToFile } from '../rules/filing-limit';
import type { Claim, ServiceLine } from '../claims/claim';
import { numberAsGiven } from '../values/basic-characters';
import { LAST_DAY, usDate, type Day } from '../values/day';
import { codeOfPatient, serviceKey, serviceOfPatient } from './batch-index';
import { eachLine, payerOf, TESTED_BY, when, type ClaimEdit } from './edit';

const { guide, guides } = TESTED_BY;

/** Sent before, too late, or as what: numbers, frequency, duplicates, filing limit. */
export const SENDING_EDITS: readonly ClaimEdit[] = [
  {
    id: 'frequency-unknown',
    severity: 'STOP',
    test: ({ frequency }) => when(!['1', '7', '8'].includes(frequency), null, { code: frequency }),
    message: 'The frequency code "{code}" is none of 1 (original), 7 (corrected) and 8 (void).',
    fix: 'Make the claim again.',
    source: `${guide}, CLM05-3; OpenEMR issue 8452: clearinghouses refuse originals without 1`,
  },
  {
    id: 'correction-without-original',
    severity: 'STOP',
    test: ({ frequency, originalReference }) =>
      when(frequency !== '1' && numberAsGiven(originalReference) === '', null),
    message: 'The claim corrects or voids another and does not say which.',
    fix: 'Take the payer’s claim number from the remittance and write it in the Claims table.',
    source: `${guide}, REF*F8 with frequency 7 and 8`,
  },
  {
    id: 'original-with-reference',
    severity: 'WARN',
    test: ({ frequency, originalReference }) =>
      when(frequency === '1' && (originalReference ?? '') !== '', null),
    message: 'The claim is an original and names an earlier claim, which is left out.',
    fix: 'If it corrects that claim, send it as a corrected one.',
    source: `${guide}, REF*F8 with frequency 7 and 8`,
  },
  {
    id: 'account-absent',
    severity: 'STOP',
    test: ({ account }) => when(numberAsGiven(account) === '', null),
    message: 'The claim has no account number, so that its answer could not be found.',
    fix: 'Make the claim again.',
    source: `${guide}, CLM01`,
  },
  {
    id: 'account-too-long',
    severity: 'STOP',
    test: ({ account }) => when(account.length > 38, null, { account }),
    message: 'The account number {account} has more than 38 characters.',
    fix: 'Make the claim again.',
    source: `${guide}, CLM01`,
  },
  {
    id: 'account-twice',
    severity: 'STOP',
    test: ({ account }, { index }) => when((index.accounts.get(account) ?? 0) > 1, null, { account }),
    message: 'Two claims have the account number {account}, so that their answers would be mixed up.',
    fix: 'Make the claims again.',
    source: `${guide}, CLM01: unique for each claim`,
  },
  {
    id: 'number-not-writable',
    severity: 'STOP',
    test: (claim) =>
      numbersOf(claim)
        .filter(({ number }) => numberAsGiven(number) !== number.trim().toUpperCase())
        .map(({ what, number }) => ({ place: null, fill: { what, number } })),
    message: 'The {what} "{number}" has characters that no file can carry.',
    fix: 'Check how it was typed.',
    source: `${guide}, appendix B: * : ~ and ^ separate the parts of a file`,
  },
  {
    id: 'duplicate-in-batch',
    severity: 'STOP',
    test: (claim, { index }) => {
      if (claim.frequency !== '1') return [];
      const other = (line: ServiceLine) =>
        index.services.get(serviceOfPatient(claim, line))?.find((account) => account !== claim.account);
      return eachLine(
        claim,
        (line) => other(line) !== undefined,
        (line) => ({ account: other(line) ?? '' }),
      );
    },
    message:
      'The line {line} stands also on the claim {account}; the second one would be denied as a duplicate.',
    fix: 'Bill the service once, or mark a repeated one with modifier 76.',
    source: `${guides}; CARC 18`,
  },
  {
    id: 'service-twice',
    severity: 'WARN',
    test: (claim) => {
      const keys = claim.lines.map(serviceKey);
      return eachLine(claim, (line, index) => keys.indexOf(serviceKey(line)) < index);
    },
    message: 'The line {line} stands on the claim twice; the second one may be denied as a duplicate.',
    fix: 'Put the units of one code and day on one line, or mark a repeated service with modifier 76.',
    source: `${guides}; CARC 18`,
  },
  {
    id: 'billed-before',
    severity: 'STOP',
    test: (claim, { index }) => {
      if (claim.frequency !== '1') return [];
      const earlier = (line: ServiceLine) =>
        index.before.get(codeOfPatient(claim, line))?.find((account) => account !== claim.account);
      return eachLine(
        claim,
        (line) => !isRepeat(line.modifiers) && earlier(line) !== undefined,
        (line) => ({ account: earlier(line) ?? '' }),
      );
    },
    message: 'The line {line} was billed before, on the claim {account}.',
    fix: 'Wait for the answer to that claim, or correct it with frequency 7; never send it again as new.',
    source: `${guides}; CARC 18`,
  },
  {
    id: 'filing-limit-over',
    severity: 'STOP',
    test: (claim, context) => {
      const payer = payerOf(claim, context);
      if (!payer || claim.frequency !== '1') return [];
      const limit = (date: Day) => lastDayToFile(payer, date);
      return eachLine(
        claim,
        ({ date }) => (limit(date) ?? LAST_DAY) < context.today,
        ({ date }) => ({ payer: payer.name, last: usDate(limit(date) ?? date) }),
      );
    },
    message: 'The last day to bill {line} to {payer} was {last}.',
    fix: 'If the payer allows it later, change "Days to file" in the Payers table; else write it off.',
    source: 'The payer’s limit in the Payers table; CARC 29',
  },
];

/** A repeated service says so: 76 by the same practitioner, 77 by another. */
function isRepeat(modifiers: readonly string[]): boolean {
  return modifiers.some((modifier) => modifier === '76' || modifier === '77');
}

function numbersOf(claim: Claim): { what: string; number: string }[] {
  return [
    { what: 'account number', number: claim.account },
    ...(claim.frequency === '1'
      ? []
      : [{ what: 'payer’s claim number', number: claim.originalReference ?? '' }]),
    { what: 'payer ID', number: claim.payer.payerId ?? '' },
    ...claim.lines.map(({ control }) => ({ what: 'line number', number: control })),
  ];
}
