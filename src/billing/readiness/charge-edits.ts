import { formatDollars, sum, ZERO, type Cents } from '../values/cents';
import { eachLine, TESTED_BY, when, type ClaimEdit } from './edit';

const { guide, stedi } = TESTED_BY;
const dollars = (amount: Cents): string => `$${formatDollars(amount)}`;

/** Charges, units, totals and line numbers. */
export const CHARGE_EDITS: readonly ClaimEdit[] = [
  {
    id: 'claim-without-lines',
    severity: 'STOP',
    test: ({ lines }) => when(lines.length === 0, null),
    message: 'The claim has no service line.',
    fix: 'Make the claim again from its sessions.',
    source: `${guide}, loop 2400`,
  },
  {
    id: 'too-many-lines',
    severity: 'STOP',
    test: ({ lines }) => when(lines.length > 50, null, { lines: String(lines.length) }),
    message: 'The claim has {lines} lines; a file carries at most 50 a claim.',
    fix: 'Divide the claim into two.',
    source: `${guide}, loop 2400: 50 lines a claim`,
  },
  {
    id: 'charge-zero',
    severity: 'STOP',
    test: (claim) => eachLine(claim, ({ charge }) => charge === ZERO),
    message: 'The line {line} has a charge of zero.',
    fix: 'Write the full fee in the session, or leave the session out of the claim.',
    source: `${stedi}: zero charge`,
  },
  {
    id: 'charge-negative',
    severity: 'STOP',
    test: (claim) =>
      eachLine(
        claim,
        ({ charge }) => charge < ZERO,
        ({ charge }) => ({ charge: dollars(charge) }),
      ),
    message: 'The line {line} has a negative charge ({charge}).',
    fix: 'Write the full fee in the session; a correction goes out as a replaced claim.',
    source: `${stedi}: negative line charge`,
  },
  {
    id: 'charge-no-amount',
    severity: 'STOP',
    test: (claim) => eachLine(claim, ({ charge }) => !Number.isSafeInteger(charge)),
    message: 'The charge of the line {line} is no amount of dollars and cents.',
    fix: 'Write the fee in the session as dollars and cents.',
    source: `${guide}, SV102`,
  },
  {
    id: 'total-differs',
    severity: 'STOP',
    test: ({ lines, total }) => {
      const added = sum(lines.map(({ charge }) => charge));
      return when(added !== total, null, { total: dollars(total), added: dollars(added) });
    },
    message: 'The claim says {total} in all, and its lines add up to {added}.',
    fix: 'Make the claim again from its sessions.',
    source: `${guide}: CLM02 is the sum of SV102; ${stedi}: total charge`,
  },
  {
    id: 'paid-negative',
    severity: 'STOP',
    test: ({ amountPaid }) => when(amountPaid < ZERO, null, { paid: dollars(amountPaid) }),
    message: 'The client is said to have paid a negative amount ({paid}).',
    fix: 'Correct what the client paid in the sessions.',
    source: `${guide}, AMT*F5`,
  },
  {
    id: 'paid-more-than-charged',
    severity: 'WARN',
    test: ({ amountPaid, total }) =>
      when(total > ZERO && amountPaid > total, null, { paid: dollars(amountPaid), total: dollars(total) }),
    message: 'The client has paid {paid}, more than the {total} of the claim, so the payer may pay nothing.',
    fix: 'Check what the client paid towards these sessions.',
    source: `${guide}, AMT*F5`,
  },
  {
    id: 'units-not-possible',
    severity: 'STOP',
    test: (claim) =>
      eachLine(
        claim,
        ({ units }) => !Number.isInteger(units) || units < 1 || units > 999,
        ({ units }) => ({ units: String(units) }),
      ),
    message: 'The line {line} has {units} units.',
    fix: 'Correct the minutes or the units of the session.',
    source: `${guide}, SV104`,
  },
  {
    id: 'line-number-missing',
    severity: 'STOP',
    test: (claim) => eachLine(claim, ({ control }) => control.trim() === ''),
    message: 'The line {line} has no line number, so that its payment could not be found.',
    fix: 'Make the claim again.',
    source: `${guide}, REF*6R`,
  },
  {
    id: 'line-number-too-long',
    severity: 'STOP',
    test: (claim) => eachLine(claim, ({ control }) => control.length > 30),
    message: 'The line number of {line} has more than 30 characters.',
    fix: 'Make the claim again.',
    source: `${stedi}: line item control number of at most 30 characters`,
  },
  {
    id: 'line-number-twice',
    severity: 'STOP',
    test: (claim, { index }) => eachLine(claim, ({ control }) => (index.controls.get(control) ?? 0) > 1),
    message: 'The line number of {line} is used twice, so that payments would be mixed up.',
    fix: 'Make the claims again.',
    source: `${stedi}: line item control numbers are unique`,
  },
];
