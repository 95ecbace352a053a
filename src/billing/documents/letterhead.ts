import { phoneOf } from '../claims/parties';
import type { Address, Client, Payer, Practice } from '../records/practice';

/** Who a letter comes from: name, address and how to reach them, a line each. */
export interface Letterhead {
  name: string;
  lines: string[];
}

export function letterheadOf(practice: Practice): Letterhead {
  const phone = phoneText(practice.phone);
  const reach = [phone, practice.email].filter((part) => part !== null).join(' · ');
  return {
    name: practice.name ?? (therapistOf(practice) || 'Practice'),
    lines: [...addressLines(practice.address), ...(reach === '' ? [] : [reach])],
  };
}

/** `Marta Quillfeather, LMT`; empty where no name is known. */
export function therapistOf({ firstName, lastName, credentials }: Practice): string {
  const name = [firstName, lastName].filter((part) => part !== null).join(' ');
  return name === '' || credentials === null ? name : `${name}, ${credentials}`;
}

export function addressLines({ street, city, state, zip }: Address): string[] {
  const place = [city, [state, zip].filter((part) => part !== null).join(' ')]
    .filter((part) => part !== null && part !== '')
    .join(', ');
  return [street ?? '', place].filter((line) => line !== '');
}

/** The client as on the insurance card, else as the sessions spell the name. */
export function patientName({ name, firstName, middleInitial, lastName }: Client): string {
  return firstName === null || lastName === null
    ? name
    : [firstName, middleInitial, lastName].filter((part) => part !== null).join(' ');
}

export function clientLines(client: Client): string[] {
  return [patientName(client), ...addressLines(client.address)];
}

export function payerLines(payer: Payer): string[] {
  return [payer.name, ...addressLines(payer.address)];
}

/** `Gwen Goldenrod, MD`; null where no last name is known. */
export function referringName(client: Client): string | null {
  const { referringFirstName, referringLastName, referringCredentials } = client;
  if (referringLastName === null) return null;
  const name = [referringFirstName, referringLastName].filter((part) => part !== null).join(' ');
  return referringCredentials === null ? name : `${name}, ${referringCredentials}`;
}

/** `253-555-0100`; what is no number stays as it was typed. */
export function phoneText(phone: string | null): string | null {
  const digits = phoneOf(phone);
  return digits === null ? phone : `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`;
}
