import { pairVerdict, type PairVerdict } from '../../codes/pairs';
import { modifierVerdict } from '../../codes/modifiers';
import { procedure } from '../../codes/procedures';
import {
  codeCell,
  codesOf,
  linesOf,
  modifierCell,
  modifiersOfCode,
  type CheckedVisit,
} from '../checked-visit';
import type { RuleContext } from '../context';
import { ncciOf, payerName, type NcciStanding } from '../payers';
import type { Hit, Rule } from '../rule';

const family = 'pairs';
const TABLE = '{edition}{age}: {column1} with {column2}, indicator {indicator}';

type Edit = Extract<PairVerdict, { kind: 'edit' }>;

const isMassageWithManual = ({ column1, column2 }: Edit) => column1 === '97140' && column2 === '97124';
const isNever = (edit: Edit) => edit.indicator === 0 && !isMassageWithManual(edit);
const isOpenToModifier = (edit: Edit, visit: CheckedVisit) => edit.indicator === 1 && !isLifted(edit, visit);

const MASSAGE_WITH_MANUAL = {
  family,
  fix: 'Bill one of the two, the one that most of the time went to; the note keeps both.',
  source: TABLE,
} as const;
const NEVER = {
  family,
  message: '{column1} and {column2} are never paid together on one date, whatever the modifier.',
  fix: 'Bill one of the two.',
  source: TABLE,
} as const;
const NEEDS_MODIFIER = {
  family,
  message:
    '{column2} is not paid on the same date as {column1} unless it was truly distinct and says so: {modifier}.',
  fix: 'If it was another region or another time and your note shows it, write the modifier yourself; else take {column2} out.',
  source: TABLE,
} as const;

export const PAIR_RULES: readonly Rule[] = [
  {
    ...MASSAGE_WITH_MANUAL,
    id: 'massage-with-manual-therapy',
    severity: 'STOP',
    test: edits('applies', isMassageWithManual),
    message:
      '97124 and 97140 are never paid together on one date by {payer}; modifier 59 does not help, another region neither.',
  },
  {
    ...MASSAGE_WITH_MANUAL,
    id: 'massage-with-manual-therapy-elsewhere',
    severity: 'WARN',
    test: edits('may-apply', isMassageWithManual),
    message:
      '97124 and 97140 on one date: a payer that keeps to NCCI pays only 97140, and modifier 59 does not help.',
  },
  { ...NEVER, id: 'pair-never-together', severity: 'STOP', test: edits('applies', isNever) },
  { ...NEVER, id: 'pair-never-together-elsewhere', severity: 'WARN', test: edits('may-apply', isNever) },
  {
    ...NEEDS_MODIFIER,
    id: 'pair-needs-modifier',
    severity: 'STOP',
    test: edits('applies', isOpenToModifier),
  },
  {
    ...NEEDS_MODIFIER,
    id: 'pair-needs-modifier-elsewhere',
    severity: 'WARN',
    test: edits('may-apply', isOpenToModifier),
  },
  {
    id: 'pair-with-modifier',
    family,
    severity: 'NOTE',
    test: edits('any', (edit, visit) => edit.indicator === 1 && isLifted(edit, visit)),
    message: 'The modifier says that {column2} was distinct from {column1} on this date.',
    fix: 'Nothing, if your note shows another region or another time for each.',
    source: TABLE,
  },
];

/** Hits for the pairs of codes on the visit that the table has an edit for on its date. */
function edits(standing: NcciStanding | 'any', wanted: (edit: Edit, visit: CheckedVisit) => boolean) {
  return (visit: CheckedVisit, { tables }: RuleContext): Hit[] => {
    const ncci = ncciOf(visit);
    if (standing === 'any' ? ncci === 'does-not' : ncci !== standing) return [];
    return editsOf(visit, { tables })
      .filter((edit) => wanted(edit, visit))
      .map((edit) => hitOf(edit, visit));
  };
}

/** Every edit between two different codes of the visit on its date. */
export function editsOf(visit: CheckedVisit, { tables }: Pick<RuleContext, 'tables'>): Edit[] {
  const codes = codesOf(visit);
  return codes.flatMap((code, index) =>
    codes.slice(index + 1).flatMap((other) => {
      const verdict = pairVerdict(code, other, visit.date, tables.pairs);
      return verdict.kind === 'edit' ? [verdict] : [];
    }),
  );
}

/** Whether a modifier that lifts edits stands on one of the two; for an office visit it must stand on the visit. */
function isLifted({ column1, column2 }: Edit, visit: CheckedVisit): boolean {
  const codes = isOfficeVisit(column2) ? [column2] : [column1, column2];
  return codes.some((code) =>
    modifiersOfCode(visit, code).some((modifier) => {
      const verdict = modifierVerdict(modifier);
      if (verdict.kind !== 'known' || !verdict.modifier.liftsEdits) return false;
      return isOfficeVisit(code) === (verdict.modifier.only === 'evaluation');
    }),
  );
}

function hitOf({ column1, column2, indicator, edition, standing }: Edit, visit: CheckedVisit): Hit {
  const [line] = linesOf(visit, column2);
  return {
    place: line ? (indicator === 1 ? modifierCell(line) : codeCell(line)) : null,
    fill: {
      column1,
      column2,
      indicator: String(indicator),
      modifier: isOfficeVisit(column2) ? `25 on ${column2}` : `59, or better XS or XE, on ${column2}`,
      payer: payerName(visit),
      edition: edition.title,
      age: standing === 'after' ? ', the newest table loaded' : '',
    },
  };
}

function isOfficeVisit(code: string): boolean {
  return procedure(code)?.isOfficeVisit === true;
}
