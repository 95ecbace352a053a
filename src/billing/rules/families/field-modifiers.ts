import { dailyLimit } from '../../codes/daily-limits';
import { place } from '../../codes/places';
import { procedure } from '../../codes/procedures';
import type { PlanOfCare } from '../../codes/modifiers';
import { plainText } from '../../identifiers/reading';
import { levelsOf } from '../../professions/levels';
import { assistantUnits } from '../../units/assistant';
import { isLevel } from '../../visits/line-modifiers';
import { modifierCell, type CheckedLine, type CheckedVisit } from '../checked-visit';
import type { RuleContext } from '../context';
import { payerName } from '../payers';
import { listOf, type Fill, type Hit, type Rule } from '../rule';
import { fieldOf } from './profession';

const family = 'modifiers';
const THERAPY = 'CMS "Therapy Services" page, 2026';
const TELEHEALTH = 'codingintel.com on behavioral telehealth; clinicoffice.net, 2026';
const PLANS: readonly PlanOfCare[] = ['GP', 'GO', 'GN'];
const BY_VIDEO = ['95', 'GT'];
const BY_SOUND = ['93', 'FQ'];
const AT_A_DISTANCE = ['02', '10'];
const SAYS_VIDEO = /\b(tele-?health|video|virtual|zoom|doxy)\b/i;
const A_DISTANT_PLACE = /\b(tele-?health|video|virtual|zoom|doxy|phone|telephone|audio)\b/i;

/** Modifiers that belong to one field: plans of care, assistants, levels of the therapist, telehealth. */
export const FIELD_MODIFIER_RULES: readonly Rule[] = [
  {
    id: 'plan-of-care-missing-for-medicare',
    family,
    severity: 'STOP',
    test: (visit, context) => {
      if (visit.payer?.kind !== 'medicare' || visit.paidBy === 'client') return [];
      return eachLine(visit, (line) => {
        const known = procedure(line.code);
        const plan = planFor(line, visit, context);
        const paid = dailyLimit(line.code)?.laterUnitsReduced === true;
        if (!known?.alwaysTherapy || !paid || !plan || plansOf(line).length > 0) return null;
        return line.modifiers.includes('GY') ? null : { plan };
      });
    },
    message: '{code} has no {plan}, without which {payer} denies a service under a plan of care.',
    fix: 'Write {plan} on the line, or under "Modifiers added" of {payer} in the Payers table.',
    source: THERAPY,
  },
  {
    id: 'plan-of-care-of-another-field',
    family,
    severity: 'WARN',
    test: (visit) =>
      eachLine(visit, (line) => {
        const allowed = procedure(line.code)?.plans ?? [];
        const [wrong] = plansOf(line).filter((plan) => !allowed.includes(plan));
        return wrong && allowed.length > 0 ? { modifier: wrong, plan: listOf(allowed, 'or') } : null;
      }),
    message: '{modifier} does not fit {code}, which stands under {plan}.',
    fix: 'Write the plan of care under which the service was given.',
    source: THERAPY,
  },
  {
    id: 'assistant-without-plan',
    family,
    severity: 'STOP',
    test: (visit) =>
      eachLine(visit, (line) => {
        for (const [modifier, plan] of [
          ['CQ', 'GP'],
          ['CO', 'GO'],
        ] as const) {
          if (line.modifiers.includes(modifier) && !line.modifiers.includes(plan)) return { modifier, plan };
        }
        return null;
      }),
    message: '{modifier} on {code} says that an assistant gave it, and stands only with {plan}.',
    fix: 'Write {plan} too, or the modifier of the right kind of assistant.',
    source: THERAPY,
  },
  {
    id: 'assistant-not-marked',
    family,
    severity: 'WARN',
    test: (visit, context) => {
      const assistant = fieldOf(visit, context)?.assistant;
      if (visit.payer?.kind !== 'medicare' || visit.paidBy === 'client' || !assistant) return [];
      return eachLine(visit, (line) => {
        const of = line.session?.assistant;
        const isTherapy = procedure(line.code)?.alwaysTherapy === true;
        if (!of || !isTherapy || line.modifiers.includes(assistant.modifier)) return null;
        const part = partOfAssistant(line, minutesOfAssistant(line, visit));
        return part === null
          ? null
          : { modifier: assistant.modifier, who: of.name || `a ${assistant.words}`, part };
      });
    },
    message: '{who} stands in the row as assistant, and {code} has no {modifier}: {part}.',
    fix: 'Write {modifier} on what the assistant gave in whole, or over a tenth of; units of both kinds are two lines.',
    source: `${THERAPY}: over 10 % of a unit by an assistant; the last unit is the therapist’s from 8 minutes on`,
  },
  {
    id: 'two-levels',
    family,
    severity: 'WARN',
    test: (visit) =>
      eachLine(visit, ({ modifiers }) => {
        const levels = [...new Set(modifiers.filter(isLevel))];
        return levels.length > 1 ? { modifiers: listOf(levels) } : null;
      }),
    message: '{modifiers} on {code} each say who gave the service: one is enough.',
    fix: 'Ask {payer} which of them it wants, and keep that one.',
    source: 'therathink.com on HO, HP and AJ',
  },
  {
    id: 'level-missing',
    family,
    severity: 'WARN',
    test: (visit) => {
      const wanted = (visit.payer?.addedModifiers ?? []).map(plainText).filter(isLevel);
      if (wanted.length === 0 || visit.paidBy === 'client') return [];
      return eachLine(visit, ({ code, modifiers }) =>
        procedure(code)?.takesCredential && !modifiers.some(isLevel)
          ? { wanted: listOf(wanted, 'or') }
          : null,
      );
    },
    message: '{code} has none of the modifiers that {payer} wants for who gave it: {wanted}.',
    fix: 'Write the one of the therapist who gave the session; Medicaid plans deny lines without it.',
    source: 'Payers table, "Modifiers added" of {payer}; therathink.com on HO, HP and AJ',
  },
  {
    id: 'level-does-not-fit',
    family,
    severity: 'WARN',
    test: (visit, { practice }) => {
      const fitting = levelsOf(practice?.credentials ?? '');
      if (fitting.length === 0) return [];
      return eachLine(visit, ({ code, modifiers }) => {
        const others = procedure(code)?.byTechnician ? OF_TECHNICIANS : [];
        const fits = practiceIsTechnician(fitting) ? fitting : [...fitting, ...others];
        const [wrong] = modifiers.filter((each) => isLevel(each) && !fits.includes(each));
        return wrong
          ? { modifier: wrong, who: practice?.credentials ?? '', fitting: listOf(fitting, 'or') }
          : null;
      });
    },
    message: '{modifier} on {code} is not the level of {who}: that is {fitting}.',
    fix: 'Write the level of who gave the session, or bill it under that person.',
    source: 'abainsight.ai and pacemave.com on behavior analysis; therathink.com on counseling',
  },
  {
    id: 'telehealth-in-the-office',
    family,
    severity: 'WARN',
    test: (visit, { practice }) => {
      if (visit.paidBy === 'client') return [];
      return eachLine(visit, (line) => {
        const at = placeOf(line.session?.placeOfService ?? practice?.placeOfService);
        if (!at || AT_A_DISTANCE.includes(at.code)) return null;
        const how = heldAtADistance(line);
        return how === '' ? null : { how, pos: at.code, where: at.words };
      });
    },
    message: '{how}, and the place of service of {code} is {pos}, {where}.',
    fix: 'With the client at home the place is 10, elsewhere 02; with video goes 95, with sound only 93.',
    source: `${TELEHEALTH}; payers deny a mismatch (CARC 4, 197)`,
  },
  {
    id: 'telehealth-without-modifier',
    family,
    severity: 'WARN',
    test: (visit, { practice }) => {
      if (visit.paidBy === 'client') return [];
      return eachLine(visit, (line) => {
        const at = placeOf(line.session?.placeOfService ?? practice?.placeOfService);
        const told = (at !== null && AT_A_DISTANCE.includes(at.code)) || saidOf(line) !== null;
        const marked = line.modifiers.some((each) => [...BY_VIDEO, ...BY_SOUND].includes(each));
        return told && !marked && procedure(line.code)?.byTelehealth ? {} : null;
      });
    },
    message: '{code} was given at a distance and has neither 95 (video) nor 93 (sound only).',
    fix: 'Write 95 with video, 93 with sound only, unless {payer} wants GT or none.',
    source: TELEHEALTH,
  },
];

/** Levels on what technicians give under a behavior analyst. */
const OF_TECHNICIANS = ['HM', 'HN'];
const practiceIsTechnician = (fitting: readonly string[]) => fitting.length === 1 && fitting[0] === 'HM';

/** The plan of care of a line: that of the therapist's field, else the only one that the code stands under. */
function planFor({ code }: CheckedLine, visit: CheckedVisit, context: RuleContext): PlanOfCare | null {
  const allowed = procedure(code)?.plans ?? [];
  const profession = fieldOf(visit, context);
  if (profession?.plan && allowed.includes(profession.plan)) return profession.plan;
  const [only, second] = allowed;
  const isTherapist = profession === null || profession.plan !== undefined;
  return only && !second && isTherapist ? only : null;
}

function plansOf({ modifiers }: CheckedLine): PlanOfCare[] {
  return PLANS.filter((plan) => modifiers.includes(plan));
}

/** How the line says that it was given at a distance; empty where it does not. */
function heldAtADistance({ code, modifiers, session }: CheckedLine): string {
  if (procedure(code)?.byTelehealth !== true) return '';
  const modifier = modifiers.find((each) => [...BY_VIDEO, ...BY_SOUND].includes(each));
  if (modifier !== undefined) return `${modifier} says telehealth`;
  const said = saidOf({ session });
  return said === null ? '' : `The ${said.where} says "${said.word}"`;
}

function saidOf({ session }: Pick<CheckedLine, 'session'>): { where: string; word: string } | null {
  for (const [where, words, text] of [
    ['place', A_DISTANT_PLACE, session?.location],
    ['note', SAYS_VIDEO, session?.notes],
  ] as const) {
    const [word] = words.exec(text ?? '') ?? [];
    if (word !== undefined) return { where, word };
  }
  return null;
}

/** Minutes of a line that the assistant gave; null where the row has several codes and does not say of which. */
function minutesOfAssistant({ session }: CheckedLine, visit: CheckedVisit): number | null {
  const minutes = session?.assistant?.minutes ?? null;
  const lines = visit.lines.filter((line) => line.session === session);
  const total = lines.reduce((sum, line) => sum + (line.minutes ?? 0), 0);
  return lines.length > 1 && minutes !== null && minutes < total ? null : minutes;
}

/** What of a line is the assistant's; null where nothing of it is to be marked. Without minutes it may be all. */
function partOfAssistant({ code, minutes, timing }: CheckedLine, assistant: number | null): string | null {
  if (assistant === null || minutes === null) return 'the row does not say for how many of its minutes';
  if (timing !== 'timed')
    return assistant * 10 > minutes ? `${assistant} of ${minutes} minutes were the assistant’s` : null;
  const { marked, unmarked } = assistantUnits(Math.max(0, minutes - assistant), Math.min(minutes, assistant));
  return marked === 0 ? null : `${marked} of ${marked + unmarked} units of ${code} are the assistant’s`;
}

function placeOf(written: string | null | undefined) {
  return written ? place(written) : null;
}

function eachLine(visit: CheckedVisit, test: (line: CheckedLine) => Fill | null): Hit[] {
  return visit.lines.flatMap((line) => {
    const fill = test(line);
    if (!fill) return [];
    return [{ place: modifierCell(line), fill: { code: line.code, payer: payerName(visit), ...fill } }];
  });
}
