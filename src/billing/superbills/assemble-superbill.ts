import * as parties from '../claims/parties';
import { sessionKey } from '../visits/session-key';
import type { ReferringProvider } from '../claims/claim';
import { readNpi } from '../identifiers/npi';
import { readTaxId } from '../identifiers/tax-id';
import type { Client, Practice } from '../records/practice';
import type { Session } from '../records/session';
import { minus, plus, share, sum, ZERO, type Cents } from '../values/cents';
import type { VisitReading } from '../visits/read-visit';
import type { Visit, VisitLine } from '../visits/visit';
import type { SelfPayMonth } from './self-pay-months';
import type { Superbill, SuperbillClient, SuperbillPractice, SuperbillRow } from './superbill';

export interface SuperbillParts {
  month: SelfPayMonth;
  client: Client;
  practice: Practice;
  placeOfService: string;
  /** Visits with at least one line, by date. */
  billed: { visit: Visit; reading: VisitReading }[];
}

export function assembleSuperbill(parts: SuperbillParts, account: string): Superbill {
  const { month, client, practice, placeOfService, billed } = parts;
  const lines = billed.flatMap(({ visit, reading }) => {
    const paid = paidByLine(reading.lines);
    return reading.lines.map((line) => ({ line, date: visit.date, paid: paid.get(line) ?? ZERO }));
  });
  const diagnosed = lines.every(({ line }) => line.diagnoses.length > 0);
  const rows = lines.map(({ line, date, paid }, index): SuperbillRow => ({
    control: `${account}L${index + 1}`,
    date,
    placeOfService: line.sessions.find((session) => session.placeOfService)?.placeOfService ?? placeOfService,
    code: line.code,
    modifiers: line.modifiers,
    units: line.units,
    minutes: line.minutes,
    diagnoses: line.diagnoses,
    charge: line.charge,
    paid,
    sessions: line.sessions.map((session) => ({ place: session.place, key: sessionKey(session) })),
  }));
  const charged = sum(rows.map((row) => row.charge));
  const paid = sum(rows.map((row) => row.paid));
  return {
    kind: diagnosed ? 'superbill' : 'receipt',
    account,
    month: month.month,
    client: clientOf(client, month),
    practice: practiceOf(practice),
    referring: referringOf(client),
    diagnoses: [...new Set(rows.flatMap((row) => row.diagnoses))],
    rows,
    charged,
    paid,
    balance: minus(charged, paid),
  };
}

/** What was paid for each session, shared over its lines by their charges. A session of one line pays that line. */
function paidByLine(lines: readonly VisitLine[]): Map<VisitLine, Cents> {
  const paid = new Map<VisitLine, Cents>();
  for (const session of new Set<Session>(lines.flatMap((line) => line.sessions))) {
    const own = lines.filter((line) => line.sessions.includes(session));
    const shares = share(
      session.paid ?? ZERO,
      own.map((line) => line.charge),
    );
    own.forEach((line, index) => paid.set(line, plus(paid.get(line) ?? ZERO, shares[index] ?? ZERO)));
  }
  return paid;
}

function clientOf(client: Client, { payer }: SelfPayMonth): SuperbillClient {
  const ownPolicy = client.relationship === null || client.relationship === 'self';
  return {
    name: client.name,
    firstName: client.firstName,
    lastName: client.lastName,
    middleInitial: client.middleInitial,
    birthDate: client.birthDate,
    address: parties.addressOf(client.address),
    phone: parties.phoneOf(client.phone),
    payer: payer && payer.kind !== 'cash' ? payer.name : null,
    memberId: client.memberId,
    groupNumber: client.groupNumber,
    relationship: client.relationship,
    subscriberFirstName: ownPolicy ? null : client.subscriberFirstName,
    subscriberLastName: ownPolicy ? null : client.subscriberLastName,
  };
}

function practiceOf(practice: Practice): SuperbillPractice {
  const treats =
    practice.renderingLastName === null
      ? [practice.firstName, practice.lastName]
      : [practice.renderingFirstName, practice.renderingLastName];
  const therapist = treats.filter((name) => name !== null).join(' ');
  const taxId = readTaxId(practice.taxId ?? '', practice.taxIdType);
  const npi = npiOf(practice.npi);
  const renderingNpi = npiOf(practice.renderingNpi);
  return {
    name: practice.name ?? '',
    therapist: therapist === '' ? null : therapist,
    credentials: practice.credentials,
    license: practice.license,
    licenseState: practice.licenseState,
    npi: npi ?? '',
    renderingNpi: renderingNpi === npi ? null : renderingNpi,
    taxId: taxId.ok ? taxId.value.digits : '',
    taxIdType: taxId.ok ? taxId.value.type : null,
    address: parties.addressOf(practice.address),
    phone: parties.phoneOf(practice.phone),
    email: practice.email,
  };
}

function npiOf(text: string | null): string | null {
  const reading = readNpi(text ?? '');
  return reading.ok ? reading.value : null;
}

/** Names as far as they are known: a superbill may name a doctor by the last name alone. */
function referringOf(client: Client): ReferringProvider | null {
  if (client.referringLastName === null) return null;
  return {
    firstName: client.referringFirstName ?? '',
    lastName: client.referringLastName,
    credentials: client.referringCredentials,
    npi: npiOf(client.referringNpi),
  };
}
