import { isOriginalMedicare } from '../../payers/rules-of-payer';
import { readDiagnosisCode } from '../../codes/diagnoses/diagnosis-code';
import { procedure } from '../../codes/procedures';
import { addDays, addYears } from '../../values/day';
import { codeCell, dateCell, type CheckedLine, type CheckedVisit } from '../checked-visit';
import type { RuleContext } from '../context';
import { payerName } from '../payers';
import { hitIf, type Hit, type Rule } from '../rule';
import { fieldOf } from './profession';

const family = 'payer';
const SPINE = 'specialties.verimedix.com and ngsmedicare.com on chiropractic';
const NEEDLES = 'Medicare national coverage determination 30.3.3 (pbn.decisionhealth.com; med.uth.edu)';
const OFF_THE_HOOK = ['GA', 'GY', 'GZ'];

/** Acupuncture for chronic low back pain: visits in 90 days from the first, and in twelve months. */
const BACK_PAIN = { visits: 12, days: 90, mostInAYear: 20 };

/** What Medicare says of single fields. */
export const MEDICARE_RULES: readonly Rule[] = [
  {
    id: 'active-treatment-missing',
    family,
    severity: 'STOP',
    test: (visit) =>
      eachAdjustment(
        visit,
        ({ modifiers }) => !modifiers.some((each) => ['AT', ...OFF_THE_HOOK].includes(each)),
      ),
    message: '{code} has no AT, so {payer} takes it for maintenance and does not pay it.',
    fix: 'Write AT if it was active treatment; for maintenance with a signed notice GA, and the client pays.',
    source: SPINE,
  },
  {
    id: 'active-treatment-and-maintenance',
    family,
    severity: 'STOP',
    test: (visit) =>
      eachAdjustment(visit, ({ modifiers }) => modifiers.includes('AT') && modifiers.includes('GA')),
    message: 'AT on {code} says active treatment, and GA maintenance that the client may have to pay.',
    fix: 'Keep the one that the note shows.',
    source: SPINE,
  },
  {
    id: 'subluxation-not-first',
    family,
    severity: 'WARN',
    test: (visit) => {
      const [first] = visit.diagnoses;
      const code = first ? plain(first.text) : '';
      if (!first || /^M99\.0/.test(code)) return [];
      return eachAdjustment(visit, () => true)
        .slice(0, 1)
        .map((hit) => ({ ...hit, place: first.place, fill: { ...hit.fill, first: code } }));
    },
    message:
      '{first} stands first; for {code} {payer} wants the subluxation (M99.00 to M99.05) first, then what hurts.',
    fix: 'Put the M99.0 code of the region first and the other diagnosis second.',
    source: SPINE,
  },
  {
    id: 'medicare-pays-chiropractors-adjustments-only',
    family,
    severity: 'STOP',
    test: (visit, context) => {
      if (!isOriginal(visit) || !context.practice || fieldOf(visit, context)?.id !== 'chiropractic')
        return [];
      return visit.lines
        .filter(({ code, modifiers }) => {
          const adjusts = procedure(code)?.takesActiveTreatment === true;
          return procedure(code) !== null && !adjusts && !modifiers.includes('GY');
        })
        .map((line) => hitOf(visit, line));
    },
    message: 'Of a chiropractor {payer} pays spinal adjustments only, not {code}.',
    fix: 'Let the client pay; for a denial that a second insurer wants to see, put GY on the line.',
    source: SPINE,
  },
  {
    id: 'acupuncture-for-something-else',
    family,
    severity: 'WARN',
    test: (visit) => {
      const [line] = acupunctureOf(visit);
      const back = visit.diagnoses.some(({ text }) => /^M54\.5/.test(plain(text)));
      return hitIf(
        line !== undefined && isOriginal(visit) && visit.diagnoses.length > 0 && !back,
        visit.diagnoses[0]?.place ?? null,
        {
          payer: payerName(visit),
          code: line?.code ?? '',
        },
      );
    },
    message: '{payer} pays {code} for chronic low back pain only, and no diagnosis says so.',
    fix: 'Write the code of the low back pain if that was treated for twelve weeks or more; else the client pays.',
    source: NEEDLES,
  },
  {
    id: 'acupuncture-visit-13-in-90-days',
    family,
    severity: 'WARN',
    test: (visit, { history }) => {
      const inWindow = countsOf(visit, history).since90;
      const year = countsOf(visit, history).inAYear;
      return hitIf(inWindow > BACK_PAIN.visits && year <= BACK_PAIN.mostInAYear, dateCell(visit), {
        visit: String(inWindow),
        payer: payerName(visit),
      });
    },
    message:
      'This is visit {visit} within 90 days of the first; beyond 12 {payer} pays only with noted improvement, at most 8 more.',
    fix: 'See that the note shows the improvement, or stop.',
    source: NEEDLES,
  },
  {
    id: 'acupuncture-visits-of-a-year-used-up',
    family,
    severity: 'STOP',
    test: (visit, { history }) => {
      const number = countsOf(visit, history).inAYear;
      return hitIf(number > BACK_PAIN.mostInAYear, dateCell(visit), {
        visit: String(number),
        payer: payerName(visit),
      });
    },
    message: 'This is visit {visit} in twelve months, and {payer} pays at most 20 a year.',
    fix: 'Let the client pay; a signed notice before the session is needed for that.',
    source: NEEDLES,
  },
];

/** Visits with needles under Medicare, this one included: since the first of its 90 days, and in the year behind it. */
function countsOf(
  visit: CheckedVisit,
  history: readonly RuleContext['history'][number][],
): { since90: number; inAYear: number } {
  if (!isOriginal(visit) || acupunctureOf(visit).length === 0) return { since90: 0, inAYear: 0 };
  const yearAgo = addYears(visit.date, -1);
  const inAYear = history.filter((date) => date > yearAgo && date <= visit.date);
  let first = inAYear[0] ?? visit.date;
  for (const date of inAYear) if (date > addDays(first, BACK_PAIN.days)) first = date;
  return { since90: inAYear.filter((date) => date >= first).length, inAYear: inAYear.length };
}

function acupunctureOf({ lines }: CheckedVisit): CheckedLine[] {
  return lines.filter(({ code }) => {
    const of = procedure(code)?.of ?? [];
    return of.length === 1 && of[0] === 'acupuncture';
  });
}

function isOriginal({ payer, paidBy }: CheckedVisit): boolean {
  return payer !== null && isOriginalMedicare(payer) && paidBy !== 'client';
}

function eachAdjustment(visit: CheckedVisit, wanted: (line: CheckedLine) => boolean): Hit[] {
  if (!isOriginal(visit)) return [];
  return visit.lines
    .filter((line) => procedure(line.code)?.takesActiveTreatment === true && wanted(line))
    .map((line) => hitOf(visit, line));
}

function hitOf(visit: CheckedVisit, line: CheckedLine): Hit {
  return { place: codeCell(line), fill: { code: line.code, payer: payerName(visit) } };
}

function plain(text: string): string {
  const reading = readDiagnosisCode(text);
  return reading.ok ? reading.value : text;
}
