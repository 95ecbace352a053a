import type { BilledLine } from '../../src/billing/records/billed-line';
import { cents, minus, ZERO, type Cents } from '../../src/billing/values/cents';
import {
  writeRemittances,
  type WrittenClaim,
  type WrittenLine,
} from '../../test/support/remittance/write-remittance';
import { practice } from './practice-tables';
import { dayFrom } from './sessions';

/**
 * What three invented payers answer to the sample's claims of October: most lines paid as agreed, one denied for want of
 * a record, one claim under an account and a name that nobody billed, and a little interest.
 */
export function sampleRemittance(lines: readonly BilledLine[]): string {
  const of = (account: string) => lines.filter((line) => line.account === account);
  const from = {
    date: dayFrom('2026-11-16'),
    payee: String(practice['name']).toUpperCase(),
    payeeNpi: String(practice['npi']),
  };
  return writeRemittances([
    {
      ...from,
      payer: 'CASCADIA HEALTH',
      number: 'EFT20261116-4471',
      claims: [
        claim(of('C2610HRRN0001'), (line) => answered(line, { allowed: cents(10000), copay: cents(2500) })),
      ],
    },
    {
      ...from,
      payer: 'PUGET MUTUAL',
      number: '0088123',
      claims: [
        claim(of('C2610HRRN0007'), (line) => answered(line, { allowed: cents(8000), copay: cents(1500) })),
        {
          ...claim(of('C2610HRRN0006'), (line) => ({
            ...answered(line, { allowed: cents(10500), copay: cents(2400) }),
            control: null,
          })),
          account: '7719-20',
          patient: { last: 'TIMBLEWICK', first: 'J', id: '' },
        },
      ],
    },
    {
      ...from,
      payer: 'L&I',
      number: 'LNI-66020415',
      claims: [
        claim(of('C2610HRRN0003'), (line) =>
          line.control.endsWith('L3')
            ? {
                ...answered(line, { allowed: ZERO, copay: ZERO }),
                adjustments: [['CO', '252', line.charge]],
                remarks: ['M127'],
              }
            : answered(line, { allowed: cents(10436), copay: ZERO }),
        ),
      ],
      providerAdjustments: [['L6', 'C2610HRRN0003', cents(-115)]],
    },
  ]);
}

function claim(lines: readonly BilledLine[], answer: (line: BilledLine) => WrittenLine): WrittenClaim {
  const [first] = lines;
  const [given = '', ...family] = (first?.client ?? '').toUpperCase().split(' ');
  return {
    account: first?.account ?? '',
    patient: { last: family.join(' '), first: given, id: first?.memberId ?? '' },
    lines: lines.map(answer),
  };
}

function answered(
  { code, modifiers, charge, units, date, control }: BilledLine,
  { allowed, copay }: { allowed: Cents; copay: Cents },
): WrittenLine {
  return {
    ...{ code, modifiers, charge, units, date, control, allowed },
    paid: minus(allowed, copay),
    adjustments: [
      ['CO', '45', minus(charge, allowed)],
      ...(copay > ZERO ? [['PR', '3', copay] as [string, string, Cents]] : []),
    ],
  };
}
