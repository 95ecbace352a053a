import { procedure, type Procedure } from '../codes/procedures';
import { plainText } from '../identifiers/reading';
import type { Practice } from '../records/practice';
import { PROFESSIONS, type Discipline, type Profession, type ProfessionId } from './professions';

/** The profession of who bills: as the Practice table says, else from the taxonomy, else from the credentials. */
export function professionOf(
  practice: Pick<Practice, 'profession' | 'taxonomy' | 'credentials'>,
): Profession | null {
  if (practice.profession !== null) return professionNamed(practice.profession);
  if (practice.taxonomy !== null) return ofTaxonomy(practice.taxonomy);
  return ofCredentials(practice.credentials ?? '');
}

export function professionNamed(id: ProfessionId): Profession | null {
  return PROFESSIONS.find((profession) => profession.id === id) ?? null;
}

export function ofTaxonomy(written: string): Profession | null {
  const taxonomy = plainText(written);
  return (
    PROFESSIONS.find(({ taxonomies }) => taxonomies.some((beginning) => taxonomy.startsWith(beginning))) ??
    null
  );
}

export function ofCredentials(written: string): Profession | null {
  const letters = plainText(written)
    .replaceAll('.', '')
    .split(/[ ,;/]+/)
    .filter(Boolean);
  return PROFESSIONS.find(({ credentials }) => letters.some((each) => credentials.includes(each))) ?? null;
}

/**
 * The profession that judges a visit. Where the practice does not tell, the codes do if only one field bills them; else,
 * as long as massage bills one of them, it is taken for massage. Null: another field, and not clear which. `ofSheet`:
 * what the codes of all visits together say (`professionOfSheet`).
 */
export function professionOfVisit(
  codes: readonly string[],
  practice: Practice | null,
  ofSheet: Profession | null = null,
): Profession | null {
  const told = (practice && professionOf(practice)) ?? ofSheet;
  if (told) return told;
  const foreign =
    practice !== null && (practice.taxonomy !== null || (practice.credentials ?? '').trim() !== '');
  const known = codes.flatMap((code) => procedure(code) ?? []);
  const isMassage = known.length === 0 || known.some(({ of }) => of.includes('massage'));
  if (!foreign && isMassage) return professionNamed('massage');
  const fields = fieldsOf(known);
  const [only, second] = PROFESSIONS.filter(({ discipline }) => fields.includes(discipline));
  return only && (!second || only.discipline === second.discipline) ? only : null;
}

/** So many of the visits must fit a field, and so many hold a code that massage never bills, to tell the field. */
const FITTING_PART = 0.9;
const FOREIGN_PART = 0.2;

/**
 * The one profession whose codes nearly all visits of a sheet are, by the codes of each. Null where massage bills them
 * as well, or several fields do: then each visit is judged by its own.
 */
export function professionOfSheet(visits: readonly (readonly string[])[]): Profession | null {
  const known = visits
    .map((codes) => codes.flatMap((code) => procedure(code) ?? []))
    .filter(({ length }) => length > 0);
  const part = (holds: (rows: readonly Procedure[]) => boolean) => known.filter(holds).length / known.length;
  if (known.length === 0 || part((rows) => rows.some(({ of }) => !of.includes('massage'))) < FOREIGN_PART)
    return null;
  const fits = (field: Discipline) => part((rows) => rows.every(({ of }) => of.includes(field)));
  const fitting = [...new Set(PROFESSIONS.map(({ discipline }) => discipline))].filter(
    (field) => fits(field) >= FITTING_PART,
  );
  const [only, second] = fitting;
  return only === undefined || second !== undefined
    ? null
    : (PROFESSIONS.find(({ discipline }) => discipline === only) ?? null);
}

/** The fields that bill all of these codes. */
function fieldsOf([first, ...others]: readonly Procedure[]): Discipline[] {
  if (!first) return [];
  return first.of.filter((field) => others.every(({ of }) => of.includes(field)));
}
