import fc from 'fast-check';
import type { Claim, ServiceLine } from '../../../../src/billing/claims/claim';
import type { Address } from '../../../../src/billing/records/practice';
import { cents } from '../../../../src/billing/values/cents';
import { addDays, daysBetween } from '../../../../src/billing/values/day';
import { day } from '../../../support/values';
import { fullClaim } from '../claims';

const letters = (maxLength: number) =>
  fc.string({
    unit: fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdéñøŁß0123456789 -.,#/&'"),
    maxLength,
  });
/** Names as people have them: short and very long ones, accents, commas, a tilde, now and then another script. */
const name = fc.oneof(letters(14), letters(60), fc.constantFrom('Zoë, ~ Ångström', 'Łukasz', 'Жанна', '李'));
const number = fc.oneof(letters(12), letters(40));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const date = fc
  .nat({ max: daysBetween(day('1920-01-01'), day('2026-12-31')) })
  .map((days) => addDays(day('1920-01-01'), days));
const sex = fc.constantFrom('M' as const, 'F' as const, 'U' as const);

const address: fc.Arbitrary<Address> = fc.record({
  street: maybe(name),
  city: maybe(name),
  state: maybe(fc.constantFrom('WA', 'OR')),
  zip: maybe(fc.constantFrom('98101', '98101-1234')),
});

const line: fc.Arbitrary<ServiceLine> = fc.record({
  control: fc.constant('2608-014-1'),
  date,
  code: fc.constantFrom('97124', '97140', 'G0283'),
  modifiers: fc.array(fc.constantFrom('59', 'GP', 'XS', 'KX', 'CQ'), { maxLength: 5 }),
  pointers: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 5 }),
  charge: fc.integer({ min: 0, max: 2_000_000_00 }).map(cents),
  units: fc.integer({ min: 1, max: 1200 }),
  minutes: fc.constant(null),
  sessions: fc.constant([]),
});

/** Any claim at all, well beyond what the rest of Claimsheet would let through. */
export const anyClaim: fc.Arbitrary<Claim> = fc
  .record({
    account: letters(16),
    payerName: name,
    payerAddress: address,
    kind: fc.constantFrom('commercial', 'auto', 'workers-comp', 'va', 'medicare', 'medicaid'),
    billingName: name,
    billingAddress: address,
    first: name,
    last: name,
    middle: maybe(letters(3)),
    sex,
    patientAddress: address,
    birthDate: date,
    insured: name,
    memberId: number,
    groupNumber: maybe(number),
    planName: maybe(name),
    relationship: fc.constantFrom('self' as const, 'spouse' as const, 'child' as const, 'other' as const),
    accident: maybe(
      fc.record({ kind: fc.constantFrom('auto', 'work', 'other'), date, state: fc.constantFrom('WA', null) }),
    ),
    claimNumber: maybe(number),
    authorization: maybe(number),
    diagnoses: fc.array(fc.constantFrom('M54.50', 'S13.4XXD', 'G44.219'), { minLength: 1, maxLength: 13 }),
    lines: fc.array(line, { minLength: 1, maxLength: 14 }),
    frequency: fc.constantFrom('1' as const, '7' as const, '8' as const),
    reference: maybe(number),
    amountPaid: fc.integer({ min: 0, max: 1_000_00 }).map(cents),
  })
  .map((given) => {
    const base = fullClaim();
    return fullClaim({
      account: given.account,
      payer: {
        ...base.payer,
        name: given.payerName,
        kind: given.kind as Claim['payer']['kind'],
        address: given.payerAddress,
      },
      billing: { ...base.billing, name: given.billingName, address: given.billingAddress },
      patient: {
        ...base.patient,
        firstName: given.first,
        lastName: given.last,
        middleInitial: given.middle,
        sex: given.sex,
        address: given.patientAddress,
        birthDate: given.birthDate,
      },
      subscriber: {
        ...base.subscriber,
        lastName: given.insured,
        memberId: given.memberId,
        groupNumber: given.groupNumber,
        planName: given.planName,
        address: given.patientAddress,
      },
      relationship: given.relationship,
      accident: given.accident as Claim['accident'],
      propertyCasualtyClaimNumber: given.claimNumber,
      priorAuthorization: given.authorization,
      diagnoses: given.diagnoses,
      lines: given.lines,
      frequency: given.frequency,
      originalReference: given.reference,
      amountPaid: given.amountPaid,
    });
  });
