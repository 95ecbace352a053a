import { MODIFIERS_A_LINE, modifierVerdict, type Modifier } from '../../codes/modifiers';
import { procedure, standsUnderPlan } from '../../codes/procedures';
import { codesOf, modifierCell, type CheckedLine, type CheckedVisit } from '../checked-visit';
import type { RuleContext } from '../context';
import { goesBy, payerName } from '../payers';
import { hitIf, listOf, type Fill, type Hit, type Rule } from '../rule';
import { editsOf } from './pairs';

const family = 'modifiers';
const ITEM = 'NUCC 1500 manual, item 24D; 837P 2400 SV101-3 to SV101-6';
const LIST = 'CPT and HCPCS modifier lists, 2024';
const ON_59 = 'CMS NCCI policy manual, chapter 1: 59 and the X modifiers';

const PLANS_OF_CARE = ['GP', 'GO', 'GN'];

export const MODIFIER_RULES: readonly Rule[] = [
  {
    id: 'modifier-15',
    family,
    severity: 'STOP',
    test: eachModifier((modifier) => modifier === '15'),
    message: '15 on {code} is not a modifier: the fifteen minutes are billed as units.',
    fix: 'Take it out and write the units or the minutes, for example "{code} x4" for an hour.',
    source: LIST,
  },
  {
    id: 'modifier-unknown',
    family,
    severity: 'STOP',
    test: eachModifier(
      (modifier) => modifier !== '15' && modifierVerdict(modifier).kind === 'not-a-modifier',
    ),
    message: '"{modifier}" on {code} is not a modifier.',
    fix: 'Correct it or take it out.',
    source: LIST,
  },
  {
    id: 'modifier-unfamiliar',
    family,
    severity: 'NOTE',
    test: eachModifier((modifier) => modifierVerdict(modifier).kind === 'unfamiliar'),
    message: '{modifier} on {code} is not among the modifiers that Claimsheet knows, so it is not checked.',
    fix: 'Nothing, if the payer asked for it.',
    source: LIST,
  },
  {
    id: 'too-many-modifiers',
    family,
    severity: 'STOP',
    test: eachLine(
      ({ modifiers }) => new Set(modifiers).size > MODIFIERS_A_LINE,
      ({ modifiers }) => ({ modifiers: modifiers.join(' '), count: String(new Set(modifiers).size) }),
    ),
    message: '{code} has {count} modifiers ({modifiers}); a line has room for 4.',
    fix: 'Keep those that the payer needs, those that affect payment first.',
    source: ITEM,
  },
  {
    id: 'modifier-25-not-on-evaluation',
    family,
    severity: 'STOP',
    test: eachModifier(
      (modifier, { code }) =>
        known(modifier)?.only === 'evaluation' && procedure(code)?.isEvaluation !== true,
    ),
    message: '{modifier} belongs on an office visit or evaluation, not on {code}.',
    fix: 'Take it off; if an evaluation was billed the same day, it goes on that line.',
    source: LIST,
  },
  {
    id: 'modifier-59-on-evaluation',
    family,
    severity: 'STOP',
    test: eachModifier((modifier, { code }) => known(modifier)?.distinct === true && isOfficeVisit(code)),
    message: '{modifier} never stands on an office visit such as {code}.',
    fix: 'If the visit was separate from the treatment, the modifier for that is 25.',
    source: ON_59,
  },
  {
    id: 'modifier-59-with-x',
    family,
    severity: 'WARN',
    test: eachLine(
      (line) => distinctOf(line).length > 1,
      (line) => ({ modifiers: listOf(distinctOf(line)) }),
    ),
    message: '{modifiers} on {code} say the same thing: one of them is enough.',
    fix: 'Keep the X modifier if it fits, else 59.',
    source: ON_59,
  },
  {
    id: 'modifier-59-without-reason',
    family,
    severity: 'WARN',
    test: withoutReason,
    message: '{modifier} on {code} has no reason: no other code of the date is kept apart by it.',
    fix: 'Take it off, unless the payer asked for it in writing.',
    source: `${ON_59}; {edition}`,
  },
  {
    id: 'modifier-at-not-on-adjustment',
    family,
    severity: 'WARN',
    test: eachModifier(
      (modifier, { code }) =>
        known(modifier)?.only === 'spinal-adjustment' && procedure(code)?.takesActiveTreatment !== true,
    ),
    message: '{modifier} is for spinal adjustments (98940 to 98942), not for {code}.',
    fix: 'Take it off.',
    source: 'Medicare Benefit Policy Manual, chapter 15, section 240.1.3',
  },
  {
    id: 'modifier-for-medicare',
    family,
    severity: 'NOTE',
    test: (visit) =>
      visit.payer && visit.payer.kind !== null && visit.payer.kind !== 'medicare'
        ? eachModifier((modifier) => known(modifier)?.only === 'medicare')(visit)
        : [],
    message: '{modifier} on {code} speaks to Medicare; to {payer} it may mean nothing.',
    fix: 'Nothing, if {payer} asked for it.',
    source: LIST,
  },
  {
    id: 'modifier-76-for-units',
    family,
    severity: 'WARN',
    test: (visit) =>
      eachModifier(
        (modifier, { code, timing }) =>
          modifier === '76' && timing === 'timed' && !isOnSeveralLines(visit, code),
      )(visit),
    message: '76 on {code} says that it was done again later that day; more time is more units, not 76.',
    fix: 'Take it off, unless there were two sessions on this date.',
    source: LIST,
  },
  {
    id: 'modifier-52-for-short-time',
    family,
    severity: 'WARN',
    test: eachModifier(
      (modifier, { timing, minutes }) =>
        modifier === '52' && timing === 'timed' && minutes !== null && minutes < 8,
    ),
    message: '52 on {code} does not make a unit of fewer than 8 minutes.',
    fix: 'Leave the line out; the note in your records stays.',
    source: 'Medicare Claims Processing Manual, chapter 5, section 20.2',
  },
  {
    id: 'two-plans-of-care',
    family,
    severity: 'WARN',
    test: eachLine(
      (line) => plansOf(line).length > 1,
      (line) => ({ modifiers: listOf(plansOf(line)) }),
    ),
    message: '{modifiers} on {code} name two plans of care; a service stands under one.',
    fix: 'Keep the one of the provider who wrote the plan.',
    source: `${LIST}; payers answer N519 (RARC) to modifiers that do not go together`,
  },
  {
    id: 'gp-missing-for-va',
    family,
    severity: 'WARN',
    test: (visit) => (visit.payer?.kind === 'va' ? withoutPlan(visit) : []),
    message: '{code} has no GP, which the VA wants on physical medicine codes.',
    fix: 'Write GP under "Modifiers added" of {payer} in the Payers table.',
    source: 'VA Community Care billing, as reported for acupuncture and massage by mpamedia.com 33490',
  },
  {
    id: 'gp-missing-for-unitedhealthcare',
    family,
    severity: 'WARN',
    since: '2020-07-01',
    test: (visit, context) => (goesBy('unitedhealthcare', visit, context) ? withoutPlan(visit) : []),
    message: '{code} has no GP, which UnitedHealthcare and Optum want on therapy codes.',
    fix: 'Write GP under "Modifiers added" of {payer} in the Payers table.',
    source:
      'UnitedHealthcare and Optum, dates of service from 2020-07-01 at the latest (AOTA, NYSCA, insuredandmore.com)',
  },
  {
    id: 'gp-not-known-for-umr',
    family,
    severity: 'NOTE',
    about: 'payer',
    since: '2020-07-01',
    test: (visit, context) =>
      hitIf(
        goesBy('umr', visit, context) && withoutPlan(visit).length > 0,
        visit.payer?.cells['addedModifiers'] ?? null,
        { payer: payerName(visit) },
      ),
    message: 'Whether {payer} wants GP on therapy codes is not known.',
    fix: 'Ask {payer}; if it does, write GP under "Modifiers added" in the Payers table.',
    source: 'What is published names UnitedHealthcare and Optum (AOTA, NYSCA, insuredandmore.com), not UMR',
  },
];

function known(modifier: string): Modifier | null {
  const verdict = modifierVerdict(modifier);
  return verdict.kind === 'known' ? verdict.modifier : null;
}

function distinctOf({ modifiers }: CheckedLine): string[] {
  return [...new Set(modifiers)].filter((modifier) => known(modifier)?.distinct);
}

function isOfficeVisit(code: string): boolean {
  return procedure(code)?.isOfficeVisit === true;
}

function plansOf({ modifiers }: CheckedLine): string[] {
  return PLANS_OF_CARE.filter((plan) => modifiers.includes(plan));
}

function isOnSeveralLines({ lines }: CheckedVisit, code: string): boolean {
  return lines.filter((line) => line.code === code).length > 1;
}

function withoutPlan(visit: CheckedVisit): Hit[] {
  return eachLine(
    (line) => standsUnderPlan(line.code) && plansOf(line).length === 0,
    () => ({}),
  )(visit);
}

/** A modifier of distinctness where no edit and no other provider of the date asks for it. Codes without edits may. */
function withoutReason(visit: CheckedVisit, context: RuleContext): Hit[] {
  if (new Set(context.sameDay.map(({ provider }) => provider)).size > 1) return [];
  const parted = new Set(editsOf(visit, context).flatMap(({ column1, column2 }) => [column1, column2]));
  const { covered, edition } = context.tables.pairs;
  const { title } = edition;
  const strange = codesOf(visit).some((code) => covered !== null && !covered.has(code));
  if (strange && codesOf(visit).length > 1) return [];
  return visit.lines
    .filter((line) => !parted.has(line.code) && !isOfficeVisit(line.code))
    .flatMap((line) =>
      distinctOf(line)
        .slice(0, 1)
        .map((modifier) => hit(visit, line, { modifier, edition: title })),
    );
}

function eachModifier(holds: (modifier: string, line: CheckedLine) => boolean) {
  return (visit: CheckedVisit): Hit[] =>
    visit.lines.flatMap((line) =>
      [...new Set(line.modifiers)]
        .filter((modifier) => holds(modifier, line))
        .map((modifier) => hit(visit, line, { modifier })),
    );
}

function eachLine(holds: (line: CheckedLine) => boolean, fill: (line: CheckedLine) => Fill) {
  return (visit: CheckedVisit): Hit[] =>
    visit.lines.filter(holds).map((line) => hit(visit, line, fill(line)));
}

function hit(visit: CheckedVisit, line: CheckedLine, fill: Fill): Hit {
  return { place: modifierCell(line), fill: { code: line.code, payer: payerName(visit), ...fill } };
}
