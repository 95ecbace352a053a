import { thresholdOf, type TherapyPool, type Threshold } from '../../therapy-threshold/thresholds';
import { formatDollars, plus, ZERO, type Cents } from '../../values/cents';
import { yearOf } from '../../values/day';
import { modifierCell, type CheckedLine, type CheckedVisit } from '../checked-visit';
import type { RuleContext } from '../context';
import { payerName } from '../payers';
import type { Fill, Hit, Rule } from '../rule';

const family = 'limits';
const SOURCE = 'CMS Therapy Services page; amount of {year}: {source}';

/** Medicare's yearly threshold of therapy dollars, over which a line needs KX. */
export const THRESHOLD_RULES: readonly Rule[] = [
  {
    id: 'kx-missing',
    family,
    severity: 'STOP',
    test: eachLine(({ used, threshold, line }) => used > threshold.amount && !line.modifiers.includes('KX')),
    message:
      'With {code}, ${used} of {pool} therapy are used in {year}, over the ${amount} beyond which {payer} pays only with KX.',
    fix: 'Write KX if the note shows that the therapy is still needed; without it the line is denied and you bear it.',
    source: SOURCE,
  },
  {
    id: 'kx-not-needed',
    family,
    severity: 'WARN',
    test: eachLine(({ used, threshold, line }) => used <= threshold.amount && line.modifiers.includes('KX')),
    message:
      'KX on {code} attests to what is not needed yet: ${used} of ${amount} of {pool} therapy are used in {year}.',
    fix: 'Take it off, unless other clinics used more: write that under "Dollars elsewhere" in the Benefits table.',
    source: SOURCE,
  },
  {
    id: 'therapy-dollars-for-review',
    family,
    severity: 'NOTE',
    test: eachLine(({ used, before, threshold }) => used > threshold.review && before <= threshold.review),
    message:
      'With {code}, ${used} of {pool} therapy are used in {year}: over ${review} {payer} may ask for the notes.',
    fix: 'Nothing, if the notes show the need.',
    source: 'CMS Therapy Services page: targeted review until 2028',
  },
  {
    id: 'therapy-dollars-not-known',
    family,
    severity: 'NOTE',
    about: 'client',
    test: (visit, context) =>
      linesOver(visit, context)
        .filter(({ used }) => used === null)
        .slice(0, 1)
        .map(({ line }) => ({ place: null, fill: { code: line.code, payer: payerName(visit) } })),
    message:
      'What {payer} allows for {code} is not in the Fees table, so the therapy dollars of the year cannot be added up.',
    fix: 'Write the allowed amount of a unit in the Fees table, in a row that names {payer}.',
    source: 'CMS Therapy Services page: allowed amounts count towards the threshold',
  },
];

interface LineOver {
  line: CheckedLine;
  pool: TherapyPool;
  threshold: Threshold;
  /** Of the year before the line, and with it. */
  before: Cents | null;
  used: Cents | null;
}

type KnownLine = LineOver & { before: Cents; used: Cents };

/** The therapy lines of a visit to Medicare with what is used of their pool, line by line. */
function linesOver(visit: CheckedVisit, { therapy }: RuleContext): LineOver[] {
  const { client, payer, date, paidBy } = visit;
  if (!therapy || !client || payer?.kind !== 'medicare' || paidBy === 'client') return [];
  const running = new Map<TherapyPool, Cents | null>();
  const amounts = therapy.amounts(visit.lines, payer, date);
  return visit.lines.flatMap((line, index): LineOver[] => {
    const amount = amounts[index];
    const threshold = amount && thresholdOf(amount.pool, yearOf(date));
    if (!amount || !threshold) return [];
    const { pool, allowed } = amount;
    const before = running.get(pool) ?? therapy.before(client, payer, date, pool).used;
    const used = before === null || allowed === null ? null : plus(before, allowed);
    running.set(pool, used);
    return [{ line, pool, threshold, before, used }];
  });
}

function eachLine(wanted: (line: KnownLine) => boolean) {
  return (visit: CheckedVisit, context: RuleContext): Hit[] =>
    linesOver(visit, context).flatMap((over) => {
      const { before, used, line } = over;
      if (before === null || used === null || !wanted({ ...over, before, used })) return [];
      return [{ place: modifierCell(line), fill: { ...fillOf(over), payer: payerName(visit) } }];
    });
}

function fillOf({ line, pool, threshold, used }: LineOver): Fill {
  return {
    code: line.code,
    pool,
    used: formatDollars(used ?? ZERO),
    amount: formatDollars(threshold.amount),
    review: formatDollars(threshold.review),
    year: String(threshold.year),
    source: threshold.source,
  };
}
