import { place } from './places';

/**
 * What people write for where a session took place, by the CMS place-of-service code. Lower case, letters only. Words
 * that could be two places ("telehealth": at home or not) are asked about.
 */
const WORDS: Readonly<Record<string, string>> = {
  '10': 'telehealth home, telehealth at home, telehealth patient home',
  '11': 'office, my office, in office, at office, clinic, my clinic, studio, treatment room, in person, consultorio, oficina, cabinet',
  '12': 'home, at home, in home, home visit, house call, client home, clients home, patient home, patients home, residence, outcall, domicilio, a domicilio, en casa, domicile',
  '13': 'assisted living, assisted living facility, alf',
  '15': 'mobile unit',
  '16': 'hotel, motel, airbnb',
  '18': 'workplace, place of employment, at work, client workplace, onsite work',
  '31': 'skilled nursing facility, snf',
  '32': 'nursing home, nursing facility',
  '34': 'hospice',
};

const CODE_OF = new Map(
  Object.entries(WORDS).flatMap(([code, words]) => words.split(', ').map((word) => [word, code] as const)),
);

/** The two digits of a place written as a code or in words ("12", "12 - Home", "Client's home"); null for any other text. */
export function placeWritten(text: string): string | null {
  const [, digits, rest = ''] = /^\s*(?:pos\s*)?(\d{1,2})\s*(?:[-:–(]\s*(.*))?$/i.exec(text) ?? [];
  if (digits !== undefined) {
    const code = place(digits)?.code ?? null;
    const said = plain(rest) === '' ? null : (CODE_OF.get(plain(rest)) ?? null);
    return said === null || said === code ? code : null;
  }
  return CODE_OF.get(plain(text)) ?? null;
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();
}
