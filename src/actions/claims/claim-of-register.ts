import { requiredChecker } from '../../billing/claims/check-required';
import type { Claim, ServiceLine } from '../../billing/claims/claim';
import * as parties from '../../billing/claims/parties';
import type { Finding } from '../../billing/findings';
import { sum, ZERO } from '../../billing/values/cents';
import { directoryOf } from '../../billing/visits/directory';
import type { BilledLine } from '../../billing/records/billed-line';
import type { Register } from '../../practice/register/register';
import type { Records } from '../../practice/records';
import type { ClaimRow } from '../../workbook/tables/claims';

/** A line as the register keeps it: what went out, whatever the sessions say now. */
export type SentLine = Omit<ServiceLine, 'pointers' | 'sessions'> & { diagnoses: string[] };

/** The lines of a claim in the order of the ClaimLines table; null where one of them is gone or cannot be read. */
export function sentLines({ lines }: Pick<Register, 'lines'>, claim: ClaimRow): SentLine[] | null {
  const own = lines.filter(({ account }) => account === claim.account);
  return own.length > 0 && own.length === claim.lines ? own.map(sentLine) : null;
}

function sentLine({
  control,
  date,
  code,
  modifiers,
  diagnoses,
  charge,
  units,
  minutes,
}: BilledLine): SentLine {
  return { control, date, code, modifiers, diagnoses, charge, units, minutes };
}

/** What a line says, without its number: equal for lines that a payer cannot tell apart. */
export function lineSays(line: Omit<SentLine, 'control'>): string {
  const { date, code, modifiers, diagnoses, charge, units, minutes } = line;
  return JSON.stringify([date, code, modifiers, diagnoses, charge, units, minutes]);
}

/** The same of a line of a claim. */
export function asSent({ diagnoses }: Claim, line: ServiceLine): SentLine {
  const { control, date, code, modifiers, charge, units, minutes } = line;
  const pointed = line.pointers.flatMap((pointer) => diagnoses[pointer - 1] ?? []);
  return { control, date, code, modifiers, charge, units, minutes, diagnoses: pointed };
}

/**
 * The claim as it went out, made again of the register and the tables, to void it: a void repeats the original. What
 * the tables do not tell any more are findings of severity STOP, and then there is no claim.
 */
export function claimOfRegister(
  row: ClaimRow,
  lines: readonly SentLine[],
  { practice, payers, clients }: Records,
): { claim: Claim | null; findings: Finding[] } {
  const directory = directoryOf(clients, payers);
  const [client] = directory.clients(row.client);
  const [payer] = directory.payers(row.payer);
  if (!practice || !client || !payer) return { claim: null, findings: [unknownParty(row, client)] };
  const findings = requiredChecker()({ practice, payer, client, authorization: null });
  if (findings.some(({ severity }) => severity === 'STOP')) return { claim: null, findings };
  const diagnoses = [...new Set(lines.flatMap((line) => line.diagnoses))];
  const claim: Claim = {
    account: row.account,
    payer: parties.claimPayerOf(payer),
    billing: parties.billingProviderOf(practice),
    rendering: parties.renderingProviderOf(practice),
    patient: parties.patientOf(client),
    subscriber: parties.subscriberOf(client),
    relationship: client.relationship ?? 'self',
    accident: parties.accidentOf(client, payer),
    propertyCasualtyClaimNumber: client.claimNumber,
    employer: client.employer,
    onsetDate: client.onsetDate,
    referring: parties.referringProviderOf(client),
    priorAuthorization: row.authorization,
    diagnoses,
    lines: lines.map(({ diagnoses: own, ...line }) => ({
      ...line,
      pointers: own.map((code) => diagnoses.indexOf(code) + 1),
      sessions: [],
    })),
    placeOfService: row.place ?? parties.placeOfServiceOf(practice),
    acceptsAssignment: practice.acceptsAssignment === true,
    releaseSigned: client.releaseSigned === true,
    benefitsAssigned: client.benefitsAssigned === true,
    total: sum(lines.map(({ charge }) => charge)),
    amountPaid: row.clientPaid ?? ZERO,
    frequency: '1',
    originalReference: null,
  };
  return { claim, findings };
}

function unknownParty({ account, client, payer }: ClaimRow, known: unknown): Finding {
  const [what, name] = known ? ['Payers', payer] : ['Clients', client];
  return {
    rule: 'correction-party-unknown',
    severity: 'STOP',
    place: null,
    message: `${name} of the claim ${account} is not in the ${what} table any more.`,
    fix: `Put the row back into the ${what} table.`,
    source: '005010X222A1, CLM05-3: a void repeats the claim that it voids',
    client,
  };
}
