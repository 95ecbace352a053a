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
    words: 'The claim has no service line.',
    toDo: 'Make the claim again from its sessions.',
    source: `${guide}, loop 2400`,
  },
  {
    id: 'too-many-lines',
    severity: 'STOP',
    test: ({ lines }) => when(lines.length > 50, null, { lines: String(lines.length) }),
    words: 'The claim has {lines} lines; a file carries at most 50 a claim.',
    toDo: 'Divide the claim into two.',
    source: `${guide}, loop 2400: 50 lines a claim`,
  },
  {
    id: 'charge-zero',
    severity: 'STOP',
    test: (claim) => eachLine(claim, ({ charge }) => charge === ZERO),
    words: 'The line {line} has a charge of zero.',
    toDo: 'Write the full fee in the session, or leave the session out of the claim.',
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
    words: 'The line {line} has a negative charge ({charge}).',
    toDo: 'Write the full fee in the session; a correction goes out as a replaced claim.',
    source: `${stedi}: negative line charge`,
  },
  {
    id: 'charge-no-amount',
    severity: 'STOP',
    test: (claim) => eachLine(claim, ({ charge }) => !Number.isSafeInteger(charge)),
    words: 'The charge of the line {line} is no amount of dollars and cents.',
    toDo: 'Write the fee in the session as dollars and cents.',
    source: `${guide}, SV102`,
  },
  {
    id: 'total-differs',
    severity: 'STOP',
    test: ({ lines, total }) => {
      const added = sum(lines.map(({ charge }) => charge));
      return when(added !== total, null, { total: dollars(total), added: dollars(added) });
    },
    words: 'The claim says {total} in all, and its lines add up to {added}.',
    toDo: 'Make the claim again from its sessions.',
    source: `${guide}: CLM02 is the sum of SV102; ${stedi}: total charge`,
  },
  {
    id: 'paid-negative',
    severity: 'STOP',
    test: ({ amountPaid }) => when(amountPaid < ZERO, null, { paid: dollars(amountPaid) }),
    words: 'The client is said to have paid a negative amount ({paid}).',
    toDo: 'Correct what the client paid in the sessions.',
    source: `${guide}, AMT*F5`,
  },
  {
    id: 'paid-more-than-charged',
    severity: 'WARN',
    test: ({ amountPaid, total }) =>
      when(total > ZERO && amountPaid > total, null, { paid: dollars(amountPaid), total: dollars(total) }),
    words: 'The client has paid {paid}, more than the {total} of the claim, so the payer may pay nothing.',
    toDo: 'Check what the client paid towards these sessions.',
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
    words: 'The line {line} has {units} units.',
    toDo: 'Correct the minutes or the units of the session.',
    source: `${guide}, SV104`,
  },
  {
    id: 'line-number-missing',
    severity: 'STOP',
    test: (claim) => eachLine(claim, ({ control }) => control.trim() === ''),
    words: 'The line {line} has no line number, so that its payment could not be found.',
    toDo: 'Make the claim again.',
    source: `${guide}, REF*6R`,
  },
  {
    id: 'line-number-too-long',
    severity: 'STOP',
    test: (claim) => eachLine(claim, ({ control }) => control.length > 30),
    words: 'The line number of {line} has more than 30 characters.',
    toDo: 'Make the claim again.',
    source: `${stedi}: line item control number of at most 30 characters`,
  },
  {
    id: 'line-number-twice',
    severity: 'STOP',
    test: (claim, { index }) => eachLine(claim, ({ control }) => (index.controls.get(control) ?? 0) > 1),
    words: 'The line number of {line} is used twice, so that payments would be mixed up.',
    toDo: 'Make the claims again.',
    source: `${stedi}: line item control numbers are unique`,
  },
];
