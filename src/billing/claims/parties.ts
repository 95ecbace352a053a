import { readPlaceOfService } from './place-of-service';
import { readNpi } from '../identifiers/npi';
import { readPhone } from '../identifiers/phone';
import type { Reading } from '../identifiers/reading';
import { readState } from '../identifiers/state';
import { readTaxId } from '../identifiers/tax-id';
import { readTaxonomy } from '../identifiers/taxonomy';
import { readZip } from '../identifiers/zip';
import type { Address, Client, Payer, Practice } from '../records/practice';
import type {
  Accident,
  BillingProvider,
  ClaimPayer,
  Person,
  ReferringProvider,
  RenderingProvider,
  Subscriber,
} from './claim';

/** A value that the required fields have vouched for: without it the claim would have been held back. */
function vouched<Value>(value: Value | null, what: string): Value {
  if (value === null) throw new Error(`A claim without ${what} was not held back.`);
  return value;
}

function readOr<Value>(text: string | null, reads: (text: string) => Reading<Value>): Value | null {
  const reading = text === null ? null : reads(text);
  return reading?.ok ? reading.value : null;
}

export function billingProviderOf(practice: Practice): BillingProvider {
  const taxId = vouched(
    readOr(practice.taxId, (text) => readTaxId(text, practice.taxIdType)),
    'a tax ID',
  );
  return {
    entity: vouched(practice.entity, 'an entity'),
    name: vouched(practice.name, 'a practice name'),
    firstName: practice.firstName,
    lastName: practice.lastName,
    npi: vouched(readOr(practice.npi, readNpi), 'an NPI'),
    taxId: taxId.digits,
    taxIdType: vouched(taxId.type, 'a tax ID type'),
    taxonomy: readOr(practice.taxonomy, readTaxonomy),
    address: addressOf(practice.address),
    phone: phoneOf(practice.phone),
  };
}

export function renderingProviderOf(practice: Practice): RenderingProvider {
  const elsewhere = practice.renderingLastName !== null;
  return {
    firstName: vouched(elsewhere ? practice.renderingFirstName : practice.firstName, 'a first name'),
    lastName: vouched(elsewhere ? practice.renderingLastName : practice.lastName, 'a last name'),
    credentials: practice.credentials,
    npi: vouched(readOr(elsewhere ? practice.renderingNpi : practice.npi, readNpi), 'a rendering NPI'),
    taxonomy: readOr(practice.taxonomy, readTaxonomy),
  };
}

export function placeOfServiceOf(practice: Practice): string {
  return vouched(readOr(practice.placeOfService, readPlaceOfService), 'a place of service');
}

export function claimPayerOf(payer: Payer): ClaimPayer {
  return {
    name: payer.name,
    kind: vouched(payer.kind, 'a kind of payer'),
    payerId: payer.payerId,
    address: addressOf(payer.address),
    filingCode: payer.filingCode,
  };
}

export function patientOf(client: Client): Person {
  return {
    firstName: vouched(client.firstName, 'a first name'),
    lastName: vouched(client.lastName, 'a last name'),
    middleInitial: client.middleInitial,
    birthDate: vouched(client.birthDate, 'a birth date'),
    sex: vouched(client.sex, 'a sex'),
    address: addressOf(client.address),
    phone: phoneOf(client.phone),
  };
}

/** The holder of the policy. Auto and workers' comp insurers find it by the claim number when there is no member ID. */
export function subscriberOf(client: Client): Subscriber {
  const policy = {
    memberId: vouched(client.memberId ?? client.claimNumber, 'a member ID'),
    groupNumber: client.groupNumber,
    planName: client.planName,
  };
  if (client.relationship === 'self') {
    const { firstName, lastName, middleInitial, birthDate, sex, address } = patientOf(client);
    return { firstName, lastName, middleInitial, birthDate, sex, address, ...policy };
  }
  return {
    firstName: vouched(client.subscriberFirstName, 'a first name of the policy holder'),
    lastName: vouched(client.subscriberLastName, 'a last name of the policy holder'),
    middleInitial: null,
    birthDate: client.subscriberBirthDate,
    sex: client.subscriberSex,
    address: addressOf(client.subscriberAddress),
    ...policy,
  };
}

/** Auto and workers' comp insurers pay for nothing else, so the payer's kind tells the kind of accident. */
export function accidentOf(client: Client, payer: Payer): Accident | null {
  const kind = payer.kind === 'auto' ? 'auto' : payer.kind === 'workers-comp' ? 'work' : client.accident;
  if (kind === null) return null;
  return {
    kind,
    date: vouched(client.accidentDate, 'an accident date'),
    state: readOr(client.accidentState, readState),
  };
}

export function referringProviderOf(client: Client): ReferringProvider | null {
  if (client.referringLastName === null) return null;
  return {
    firstName: vouched(client.referringFirstName, 'a first name of the referring provider'),
    lastName: client.referringLastName,
    credentials: client.referringCredentials,
    npi: readOr(client.referringNpi, readNpi),
  };
}

/** State and ZIP as forms and files want them; what cannot be read stays as written. */
export function addressOf({ street, city, state, zip }: Address): Address {
  return { street, city, state: readOr(state, readState) ?? state, zip: readOr(zip, readZip) ?? zip };
}

/** Ten digits, or null when it is no telephone number. */
export function phoneOf(phone: string | null): string | null {
  return readOr(phone, readPhone)?.digits ?? null;
}
