import { patientName, type Claim, type ServiceLine } from '../claims/claim';
import type { BilledLine } from '../records/billed-line';
import { isoOf } from '../values/day';
import { labelKey, nameKey } from '../values/name-key';

/** What of a line that was billed before is compared. */
export type LineBefore = Pick<BilledLine, 'account' | 'client' | 'payer' | 'date' | 'code'>;

/** What is where among all claims of a file and the lines of earlier ones, looked up once for all edits. */
export interface BatchIndex {
  /** How many claims have an account number, and how many lines a control number. */
  accounts: ReadonlyMap<string, number>;
  controls: ReadonlyMap<string, number>;
  /** The accounts on which a service of a patient stands, originals only. */
  services: ReadonlyMap<string, readonly string[]>;
  /** The account on which a code of a day was billed before. */
  before: ReadonlyMap<string, readonly string[]>;
}

export function indexOf(batch: readonly Claim[], billedBefore: readonly LineBefore[]): BatchIndex {
  return {
    accounts: counted(batch.map(({ account }) => account)),
    controls: counted(batch.flatMap(({ lines }) => lines.map(({ control }) => control))),
    services: grouped(
      batch
        .filter(({ frequency }) => frequency === '1')
        .flatMap((claim) =>
          claim.lines.map((line) => [serviceOfPatient(claim, line), claim.account] as const),
        ),
    ),
    before: grouped(
      billedBefore.map(({ account, client, payer, date, code }) => [
        [nameKey(client), labelKey(payer), isoOf(date), code].join('|'),
        account,
      ]),
    ),
  };
}

/** Date, code and modifiers: what makes a service the same service. */
export function serviceKey({ date, code, modifiers }: ServiceLine): string {
  return [isoOf(date), code, ...[...modifiers].sort()].join(' ');
}

export function serviceOfPatient(claim: Claim, line: ServiceLine): string {
  return [ownKey(claim), serviceKey(line)].join('|');
}

export function codeOfPatient(claim: Claim, { date, code }: ServiceLine): string {
  return [ownKey(claim), isoOf(date), code].join('|');
}

const keys = new WeakMap<Claim, string>();

function ownKey(claim: Claim): string {
  const key = keys.get(claim) ?? [nameKey(patientName(claim)), labelKey(claim.payer.name)].join('|');
  keys.set(claim, key);
  return key;
}

function counted(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function grouped(pairs: readonly (readonly [string, string])[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [key, value] of pairs) {
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
