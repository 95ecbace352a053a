/**
 * Names of months and days as people write them in dates and titles, by language; an abbreviation of three letters or
 * more counts where only one month, or one day, begins so. Lower case, accents off.
 */
const MONTH_NAMES: readonly (readonly string[])[] = [
  ['january', 'enero', 'janvier'],
  ['february', 'febrero', 'fevrier'],
  ['march', 'marzo', 'mars'],
  ['april', 'abril', 'avril'],
  ['may', 'mayo', 'mai'],
  ['june', 'junio', 'juin'],
  ['july', 'julio', 'juillet'],
  ['august', 'agosto', 'aout'],
  ['september', 'septiembre', 'setiembre', 'septembre', 'sept'],
  ['october', 'octubre', 'octobre'],
  ['november', 'noviembre', 'novembre'],
  ['december', 'diciembre', 'decembre'],
];
/** Sunday first, as `weekday` counts. */
const DAY_NAMES: readonly (readonly string[])[] = [
  ['sunday', 'domingo', 'dimanche'],
  ['monday', 'lunes', 'lundi'],
  ['tuesday', 'tues', 'martes', 'mardi'],
  ['wednesday', 'weds', 'miercoles', 'mercredi'],
  ['thursday', 'thurs', 'jueves', 'jeudi'],
  ['friday', 'viernes', 'vendredi'],
  ['saturday', 'sabado', 'samedi'],
];

/** Every way of writing them, with its place in the list. */
function abbreviations(names: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const places = new Map<string, number | null>();
  const whole = new Map<string, number>();
  for (const [place, same] of names.entries()) {
    for (const name of same) {
      whole.set(name, place);
      for (let length = 3; length < name.length; length++) {
        const short = name.slice(0, length);
        const before = places.get(short);
        places.set(short, before === undefined || before === place ? place : null);
      }
    }
  }
  const known = [...places].flatMap(([short, place]): [string, number][] =>
    place === null ? [] : [[short, place]],
  );
  return new Map([...known, ...whole]);
}

const MONTHS = abbreviations(MONTH_NAMES);
const DAYS = abbreviations(DAY_NAMES);

/** 1 to 12 for a word such as "oct", "Sept.", "août"; null for any other. */
export function monthNamed(word: string): number | null {
  const place = MONTHS.get(plain(word));
  return place === undefined ? null : place + 1;
}

/** 0 Sunday to 6 Saturday for a word such as "Tues", "mié"; null for any other. "mar" is a month as well. */
export function weekdayNamed(word: string): number | null {
  return DAYS.get(plain(word)) ?? null;
}

function plain(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\u0300-\u036f.]/g, '')
    .toLowerCase();
}
