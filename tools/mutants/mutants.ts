/** A mistake that somebody could make in the sources, and the tests that must find it. */
export interface Mutant {
  about: string;
  file: string;
  from: string;
  to: string;
  /** Of the paths of the tests. */
  tests: string;
}

/** The first eight survived all tests on 2026-12-01. */
export const MUTANTS: readonly Mutant[] = [
  {
    about: 'a debit is read as a credit',
    file: 'src/x12/remittance-835/header-segments.ts',
    from: "values.text(3) === 'D'",
    to: "values.text(3) === 'X'",
    tests: 'billing/payments/post-remittances',
  },
  {
    about: 'what is taken off under group OA is written off',
    file: 'src/billing/payments/adjustment-effects.ts',
    from: "(group === 'CO' || group === 'PI') &&",
    to: "(group === 'CO' || group === 'PI' || group === 'OA') &&",
    tests: 'billing/payments/adjustment-effects',
  },
  {
    about: 'the federal budget cut does not count as allowed',
    file: 'src/billing/payments/remittance/remittance.ts',
    from: "reason === '253'",
    to: "reason === '999'",
    tests: 'billing/payments/adjustment-effects',
  },
  {
    about: 'a visit on the day of the accident is refused',
    file: 'src/billing/rules/families/case.ts',
    from: 'accident !== null && accident > date',
    to: 'accident !== null && accident >= date',
    tests: 'billing/claims/rules',
  },
  {
    about: 'denials of which nothing is left are queued',
    file: 'src/billing/denials/denial-queue.ts',
    from: 'account.balance <= ZERO',
    to: 'account.balance < ZERO',
    tests: 'billing/denials',
  },
  {
    about: '25 stands behind GP',
    file: 'src/billing/visits/line-modifiers.ts',
    from: "'22 24 25 50",
    to: "'22 24 50",
    tests: 'billing/claims/rules',
  },
  {
    about: 'denied though something was paid',
    file: 'src/billing/payments/adjustment-effects.ts',
    from: 'paid === ZERO && planShare === ZERO',
    to: 'planShare === ZERO',
    tests: 'billing/payments/adjustment-effects',
  },
  {
    about: 'years of two digits turn over elsewhere',
    file: 'src/workbook/sessions/cells/dates.ts',
    from: 'year < 50 ?',
    to: 'year < 49 ?',
    tests: 'workbook/sessions/cells',
  },
  {
    about: 'a reversal takes back nothing of the write-off',
    file: 'src/billing/payments/standing.ts',
    from: 'if (answer.status === REVERSAL) this.takeBack(answer);',
    to: 'if (answer.status === REVERSAL) return ZERO;',
    tests: 'billing/payments/order-properties',
  },
  {
    about: 'an additional payment writes off once more',
    file: 'src/billing/payments/standing.ts',
    from: 'own.writtenOff = plus(answer.adjusted, keptOff);',
    to: 'own.writtenOff = plus(own.writtenOff, answer.adjusted, keptOff);',
    tests: 'billing/payments/standing.test',
  },
  {
    about: 'answers count in the order in which they came in',
    file: 'src/billing/payments/standing.ts',
    from: 'byDay(a.received, b.received) ||',
    to: '',
    tests: 'billing/payments/order-properties',
  },
  {
    about: 'the second part of a split line finds no line',
    file: 'src/billing/payments/match.ts',
    from: 'filter(splits ? hasRoom : isFree)',
    to: 'filter(isFree)',
    tests: 'billing/payments/order-properties',
  },
  {
    about: 'another person with our number is taken for ours',
    file: 'src/billing/payments/patient.ts',
    from: "? 'other person'",
    to: "? 'other name'",
    tests: 'cli/remittances',
  },
  {
    about: 'a client’s copay is laid by charge alone',
    file: 'src/billing/payments/client-money.ts',
    from: 'if (beds.length < 2) continue;',
    to: 'if (beds.length < 99) continue;',
    tests: 'billing/payments/standing.test',
  },
  {
    about: 'late changes of a closed month are lost',
    file: 'src/billing/month/kept-months.ts',
    from: 'added.push(correction, put);',
    to: 'added.push(correction);',
    tests: 'billing/month/kept-months',
  },
  {
    about: 'a month between two that were billed is not looked at',
    file: 'src/billing/month/seen.ts',
    from: 'day = addMonths(day, 1)',
    to: 'day = addMonths(day, 2)',
    tests: 'cli/remittances',
  },
];
