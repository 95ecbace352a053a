import { readNpi } from '../../identifiers/npi';
import { usDate } from '../../values/day';
import { nameKey } from '../../values/name-key';
import type { Rule } from '../rule';
import { hitIf } from '../rule';

const family = 'practice';

export const PRACTICE_RULES: readonly Rule[] = [
  {
    id: 'license-expired',
    family,
    severity: 'STOP',
    about: 'practice',
    test: ({ date }, { practice }) => {
      const expires = practice?.licenseExpires ?? null;
      return hitIf(expires !== null && expires < date, practice?.cells['licenseExpires'] ?? null, {
        expires: expires === null ? '' : usDate(expires),
      });
    },
    message: 'Your license expired on {expires}, before some of these sessions.',
    fix: 'If it was renewed, correct "License expires" in the Practice table.',
    source: 'Payers pay only services given under a valid license (CARC B7)',
  },
  {
    id: 'homeless-shelter-as-place',
    family,
    severity: 'WARN',
    about: 'practice',
    test: (_, { practice }) =>
      hitIf(
        practice?.placeOfService?.trim().padStart(2, '0') === '04',
        practice?.cells['placeOfService'] ?? null,
      ),
    message: 'Place of service 04 is a homeless shelter; a van or other mobile unit is 15.',
    fix: 'Correct "Place of service" in the Practice table, unless you work in a shelter.',
    source: 'CMS place of service list, September 2023',
  },
  {
    id: 'own-npi-as-referring',
    family,
    severity: 'WARN',
    about: 'client',
    test: ({ client }, { practice }) => {
      const referring = npiOf(client?.referringNpi);
      const own = [npiOf(practice?.npi), npiOf(practice?.renderingNpi)];
      return hitIf(referring !== null && own.includes(referring), client?.cells['referringNpi'] ?? null, {
        client: client?.name ?? '',
      });
    },
    message: 'The referring provider of {client} has your own NPI.',
    fix: 'Write the NPI of the one who referred, in the Clients table.',
    source: 'NUCC 1500 manual, items 17b and 24J: the one who refers is not the one who treats',
  },
  {
    id: 'license-of-another-state',
    family,
    severity: 'NOTE',
    about: 'practice',
    test: (_, { practice }) => {
      const state = nameKey(practice?.address.state ?? '');
      const license = nameKey(practice?.licenseState ?? '');
      return hitIf(
        state !== '' && license !== '' && state !== license,
        practice?.cells['licenseState'] ?? null,
        { state: practice?.address.state ?? '', license: practice?.licenseState ?? '' },
      );
    },
    message: 'Your license is of {license}, and the practice is in {state}.',
    fix: 'Nothing, if you are licensed where you treat.',
    source: 'Payers deny massage where the state’s own license is missing (AAPC on 97124)',
  },
];

function npiOf(text: string | null | undefined): string | null {
  const reading = readNpi(text ?? '');
  return reading.ok ? reading.value : null;
}
