import type { CodesToCheck } from '../billing/rules/check-codes';
import type * as Checks from './check-with-tables';
import { saysNoInsurance } from '../billing/visits/who-pays';
import { localDay } from '../billing/values/day';
import { closeNames } from '../billing/values/name-key';
import { argumentKey } from './argument-key';
import { readDate, readPayerName, type Read } from './arguments';
import { readCodeRows, readDiagnosisCells } from './codes-of-visit';
import { notAvailable, valueError } from './errors';
import { knownTables, referenceTables, type ReferenceTables } from './reference-tables';

/**
 * OK, or what is wrong with the codes of one visit, for example =CLAIM.CHECK_CODES("97124","M54.5",DATE(2026,11,3)).
 * @customfunction CHECK_CODES
 * @helpurl https://localhost:3000/help/check-codes.html
 * @param codes Procedure codes of one visit, such as "97124-GP; 97110", or a range of them.
 * @param diagnoses Diagnosis codes, such as "M54.50, M54.2", or a range of them.
 * @param [date] Date of service; it decides which code tables hold. Without it: today.
 * @param [payer] Name of a payer in the Payers table, or "Cash". Without it the rules of no payer are used.
 * @param [minutes] Minutes of the visit, or a range with one cell for each cell of codes.
 * @returns OK, or STOP and WARN with what is wrong, worst first.
 */
export async function checkCodes(
  codes: unknown[][],
  diagnoses: unknown[][],
  date?: unknown,
  payer?: unknown,
  minutes?: unknown[][],
): Promise<string> {
  const tables = knownTables() ?? (await referenceTables());
  const { answersOnce, answersUnder } = checking ?? (await loadChecking());
  const key = argumentKey(codes, diagnoses, payer, minutes);
  const answers = key === null ? answersOnce() : answersUnder(tables);
  const visit =
    answers.known(key ?? '') ??
    answers.add(key ?? '', {
      rows: valueOf(readCodeRows(codes, minutes ?? null)),
      diagnoses: valueOf(readDiagnosisCells(diagnoses)),
      ...payingFor(valueOf(readPayerName(payer)), tables),
      practice: tables.practice,
    });
  const day = valueOf(readDate(date, tables.date1904));
  const today = localDay(new Date());
  return day === null ? visit.withoutDate(today) : visit.on(day, today);
}

/** The rules with the code tables, once they are there: nothing is awaited from then on. */
let checking: typeof Checks | null = null;

async function loadChecking(): Promise<typeof Checks> {
  checking = await import(/* webpackChunkName: "check-codes" */ './check-with-tables');
  return checking;
}

function valueOf<Value>(reading: Read<Value>): Value {
  if (!reading.ok) throw valueError(reading.words);
  return reading.value;
}

function payingFor(name: string | null, { payers }: ReferenceTables): Pick<CodesToCheck, 'payer' | 'paidBy'> {
  if (name === null) return { payer: null, paidBy: 'not-said' };
  const [payer, second] = payers?.payers(name) ?? [];
  if (second) throw notAvailable(`"${name}" could be two rows of the Payers table: give each its own name.`);
  if (payer) {
    const byClient = payer.kind === 'cash' || payer.billing === 'superbill';
    return { payer, paidBy: byClient ? 'client' : 'insurance' };
  }
  if (saysNoInsurance(name)) return { payer: null, paidBy: 'client' };
  if (!payers) throw notAvailable(`There is no Payers table yet to look "${name}" up in.`);
  const close = closeNames(name, payers.payerNames).map((candidate) => `"${candidate}"`);
  const meant = close.length > 0 ? `: did you mean ${close.join(' or ')}?` : '.';
  throw notAvailable(`"${name}" is not in the Payers table${meant}`);
}
