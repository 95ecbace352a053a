import type { RemittanceFile } from '../../../src/x12/remittance-835/read-remittances';
import { claimImbalances, transactionImbalance } from '../../../src/billing/payments/remittance/balances';
import {
  allowedOf,
  type Adjustment,
  type RemittanceClaim,
} from '../../../src/billing/payments/remittance/remittance';
import { minus, plainDollars, sum, type Cents } from '../../../src/billing/values/cents';
import { isoOf, type Day } from '../../../src/billing/values/day';

const HEADER = [
  'what',
  'segment',
  'number',
  'status or units',
  'date',
  'charge',
  'paid',
  'client',
  'allowed',
  'adjustments',
  'remarks',
  'who or control',
  'out of balance',
];

/** A remittance as a table that a biller can hold against the file: a row each payment, claim and line. */
export function remittanceTable({ remittances, faults }: RemittanceFile): string {
  const rows = remittances.flatMap(({ header, claims, end }) => [
    row(
      'payment',
      header.at.segment,
      header.number,
      header.method,
      day(header.date),
      '',
      money(header.amount),
      '',
      '',
      end.providerAdjustments
        .map(({ reason, reference, amount }) => `${reason} ${reference} ${plainDollars(amount)}`)
        .join('; '),
      '',
      `${header.payer.name} > ${header.payee.name} ${header.payee.id}`,
      gap(transactionImbalance({ header, end })),
    ),
    ...claims.flatMap((claim) => [
      row(
        'claim',
        claim.at.segment,
        claim.account,
        claim.status,
        span(claim.from, claim.to),
        money(claim.charge),
        money(claim.paid),
        money(claim.patientShare),
        money(claimAllowed(claim)),
        adjustments(claim.adjustments),
        claim.remarks.join(' '),
        `${[claim.patient?.last, claim.patient?.first].filter(Boolean).join(', ')} ${claim.patient?.id ?? ''} ${claim.payerNumber}`.trim(),
        claimImbalances(claim)
          .filter(({ of }) => of !== 'line')
          .map(gap)
          .join('; '),
      ),
      ...claim.lines.map((line) =>
        row(
          'line',
          line.at.segment,
          [line.code, ...line.modifiers].join('-'),
          String(line.units),
          span(line.from, line.to),
          money(line.charge),
          money(line.paid),
          '',
          money(allowedOf(line)),
          adjustments(line.adjustments),
          line.remarks.join(' '),
          line.control ?? '',
          claimImbalances(claim)
            .filter(({ of, at }) => of === 'line' && at.segment === line.at.segment)
            .map(gap)
            .join(''),
        ),
      ),
    ]),
  ]);
  const told = [
    ...faults,
    ...remittances.flatMap(({ header, claims, end }) => [
      ...header.faults,
      ...header.oddities,
      ...claims.flatMap((claim) => [...claim.faults, ...claim.oddities]),
      ...end.faults,
    ]),
  ].map(({ words, at }) => row('fault', at?.segment ?? '', words, ...Array<string>(10).fill('')));
  return [HEADER.join(','), ...rows, ...told].join('\n') + '\n';
}

function row(...cells: (string | number)[]): string {
  return cells
    .map((cell) => (/[,"]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell)))
    .join(',');
}

const money = (amount: Cents | null) => (amount === null ? '' : plainDollars(amount));
const day = (date: Day | null) => (date === null ? '' : isoOf(date));
const span = (from: Day | null, to: Day | null) => (from === to ? day(from) : `${day(from)} to ${day(to)}`);
const gap = (one: { of: string; stated: Cents; calculated: Cents } | null) =>
  one === null ? '' : `${one.of} ${plainDollars(minus(one.stated, one.calculated))}`;
const adjustments = (all: readonly Adjustment[]) =>
  all.map(({ group, reason, amount }) => `${group}-${reason} ${plainDollars(amount)}`).join('; ');

/** What the lines allow less what was taken off the claim as a whole; without lines, the claim's own numbers. */
function claimAllowed({ covered, paid, adjustments, lines }: RemittanceClaim): Cents {
  if (lines.length === 0) return allowedOf({ allowed: covered, paid, adjustments });
  const ofClaim = adjustments.filter(({ group, reason }) => group !== 'PR' && reason !== '253');
  return minus(sum(lines.map(allowedOf)), sum(ofClaim.map(({ amount }) => amount)));
}
