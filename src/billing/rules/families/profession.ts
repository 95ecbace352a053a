import { isOriginalMedicare } from '../../payers/rules-of-payer';
import { codesOf, codeCell, linesOf, type CheckedVisit } from '../checked-visit';
import { procedure } from '../../codes/procedures';
import { ofTaxonomy, professionOf, professionOfVisit } from '../../professions/profession-of';
import type { Profession } from '../../professions/professions';
import type { RuleContext } from '../context';
import { payerName } from '../payers';
import { hitIf, type Hit, type Rule } from '../rule';

const family = 'procedure';

/** What the profession of the therapist says about the codes, where it is not massage. */
export const PROFESSION_RULES: readonly Rule[] = [
  {
    id: 'outside-scope-of-profession',
    family,
    severity: 'NOTE',
    about: 'practice',
    test: (visit, context) => {
      const profession = fieldOf(visit, context);
      if (!profession || profession.id === 'massage' || visit.paidBy === 'client') return [];
      return codesOf(visit).flatMap((code): Hit[] => {
        const known = procedure(code);
        const [line] = linesOf(visit, code);
        if (!known || !line || known.of.includes(profession.discipline)) return [];
        return [{ place: codeCell(line), fill: { code, who: profession.words } }];
      });
    },
    message: '{code} is not among the codes that {who} usually bills.',
    fix: 'If your license and contract allow it, or somebody else gave it and renders it, nothing.',
    source: 'Claimsheet table of procedure codes by profession; your state board and contract decide',
  },
  {
    id: 'profession-not-clear',
    family,
    severity: 'NOTE',
    about: 'practice',
    test: (visit, { practice, ofSheet }) =>
      hitIf(
        practice !== null &&
          professionOf(practice) === null &&
          professionOfVisit(codesOf(visit), practice, ofSheet) === null,
        practice?.cells['profession'] ?? practice?.cells['taxonomy'] ?? null,
      ),
    message: 'Which profession bills cannot be told, so the rules of no field are used.',
    fix: 'Choose it under "Profession" in the Practice table.',
    source: 'Practice table: profession, taxonomy and credentials',
  },
  {
    id: 'taxonomy-of-no-known-profession',
    family,
    severity: 'NOTE',
    about: 'practice',
    test: (_, { practice }) => {
      const taxonomy = practice?.taxonomy ?? null;
      return hitIf(
        taxonomy !== null && practice?.profession === null && ofTaxonomy(taxonomy) === null,
        practice?.cells['taxonomy'] ?? null,
        { taxonomy: taxonomy ?? '' },
      );
    },
    message: 'The taxonomy {taxonomy} is of no profession that Claimsheet has rules for.',
    fix: 'Compare it with your NPI record; if it is right, choose the nearest under "Profession" in the Practice table.',
    source: 'NUCC provider taxonomy 25.1',
  },
  {
    id: 'medicare-pays-no-acupuncturist',
    family,
    severity: 'STOP',
    about: 'payer',
    test: ofProfession((id) => id === 'acupuncture'),
    message:
      '{payer}: original Medicare pays acupuncture only under a physician, never an acupuncturist on her own.',
    fix: 'Let the physician bill it, or let the client pay; a Medicare Advantage plan that covers it has 16 under "Filing code".',
    source: 'Medicare national coverage determination 30.3.3 (pbn.decisionhealth.com; med.uth.edu)',
  },
  {
    id: 'medicare-enrolled-counselors-later',
    family,
    severity: 'WARN',
    until: '2023-12-31',
    test: ofProfession((id) => id === 'counseling' || id === 'family therapy'),
    message:
      '{payer} enrolls counselors and family therapists only for services from 01/01/2024 on, as far as is known.',
    fix: 'Ask your Medicare contractor before you send it; else let the client pay.',
    source:
      'Consolidated Appropriations Act of December 2022 (codingintel.com); the day is general knowledge',
  },
];

/** The profession that judges the visit: the one of the practice, else of the codes. */
export function fieldOf(
  visit: CheckedVisit,
  { practice, ofSheet }: Pick<RuleContext, 'practice' | 'ofSheet'>,
): Profession | null {
  return professionOfVisit(codesOf(visit), practice, ofSheet);
}

function ofProfession(wanted: (id: Profession['id']) => boolean) {
  return (visit: CheckedVisit, context: RuleContext): Hit[] => {
    const { payer, paidBy, lines } = visit;
    const original = payer !== null && isOriginalMedicare(payer) && paidBy !== 'client';
    const told = context.practice && professionOf(context.practice);
    const forDenial = lines.every((line) => line.modifiers.includes('GY'));
    if (!original || !told || !wanted(told.id) || lines.length === 0 || forDenial) return [];
    return [{ place: payer.cells['kind'] ?? null, fill: { payer: payerName(visit) } }];
  };
}
