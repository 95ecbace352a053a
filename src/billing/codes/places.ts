export interface Place {
  code: string;
  /** Short words of our own. */
  words: string;
}

/** CMS place-of-service codes, list of September 2023 with 66 of 2024. Numbers that are not here are unassigned. */
const PLACES: Readonly<Record<string, string>> = {
  '01': 'pharmacy',
  '02': 'telehealth, patient not at home',
  '03': 'school',
  '04': 'homeless shelter',
  '05': 'Indian Health Service clinic',
  '06': 'Indian Health Service hospital or its clinic',
  '07': 'tribal clinic',
  '08': 'tribal hospital or its clinic',
  '09': 'prison or jail',
  '10': 'telehealth, patient at home',
  '11': 'office',
  '12': "patient's home",
  '13': 'assisted living',
  '14': 'group home',
  '15': 'mobile unit',
  '16': 'hotel or other temporary lodging',
  '17': 'walk-in clinic in a shop',
  '18': 'workplace',
  '19': 'hospital outpatient, off campus',
  '20': 'urgent care',
  '21': 'hospital inpatient',
  '22': 'hospital outpatient, on campus',
  '23': 'emergency room',
  '24': 'surgery center',
  '25': 'birthing center',
  '26': 'military treatment facility',
  '27': 'outreach or street',
  '31': 'skilled nursing facility',
  '32': 'nursing home',
  '33': 'custodial care',
  '34': 'hospice',
  '41': 'ambulance on land',
  '42': 'ambulance by air or water',
  '49': 'independent clinic',
  '50': 'federally qualified health center',
  '51': 'psychiatric hospital',
  '52': 'psychiatric day hospital',
  '53': 'community mental health center',
  '54': 'home for people with intellectual disabilities',
  '55': 'residential addiction treatment',
  '56': 'psychiatric residential treatment',
  '57': 'outpatient addiction treatment',
  '58': 'outpatient opioid treatment',
  '60': 'mass immunization',
  '61': 'inpatient rehabilitation',
  '62': 'outpatient rehabilitation facility',
  '65': 'dialysis center',
  '66': 'PACE center',
  '71': 'public health clinic',
  '72': 'rural health clinic',
  '81': 'laboratory',
  '99': 'somewhere else',
};

/** The place with that code; `7` and `07` are the same. Null when the number is unassigned. */
export function place(code: string): Place | null {
  const padded = code.trim().padStart(2, '0');
  const words = Object.hasOwn(PLACES, padded) ? PLACES[padded] : undefined;
  return words === undefined ? null : { code: padded, words };
}
