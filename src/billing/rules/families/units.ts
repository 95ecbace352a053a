import { dailyLimit, MEDICAID_LIMITS, type DailyLimit } from '../../codes/daily-limits';
import { isOnceADay, type CountingKind } from '../../codes/counting';
import type { Edition } from '../../codes/edition';
import { procedure } from '../../codes/procedures';
import { sizeOf } from '../../units/alone';
import {
  codesOf,
  codeCell,
  linesOf,
  minutesCell,
  unitsCell,
  unitsOfCode,
  visitCell,
  type CheckedLine,
  type CheckedVisit,
} from '../checked-visit';
import { followsMedicare } from '../../payers/rules-of-payer';
import { ncciOf, payerName } from '../payers';
import { hitIf, type Fill, type Hit, type Rule } from '../rule';

const family = 'units';
const CMS = 'Medicare Claims Processing Manual, chapter 5, section 20.2 (8-minute rule)';

const OVER_LIMIT = {
  family,
  fix: 'Bill at most {limit}, and settle the rest with the client before the session if the payer allows; the note keeps all minutes.',
  source: '{edition}: {code}, {limit} a day, {judged}',
} as const;

/** Units of massage in a day from which a payer's limit matters: an hour. */
const AN_HOUR = 4;

export const UNIT_RULES: readonly Rule[] = [
  {
    ...OVER_LIMIT,
    id: 'units-over-daily-limit',
    severity: 'STOP',
    test: overLimit((visit) => ncciOf(visit) === 'applies'),
    message:
      '{units} units of {code} are over the {limit} a day that {whose} and payers like it believe: all of them are denied, not only those above.',
  },
  {
    ...OVER_LIMIT,
    id: 'units-over-daily-limit-elsewhere',
    severity: 'WARN',
    test: overLimit((visit) => ncciOf(visit) === 'may-apply' && visit.payer?.kind !== 'workers-comp'),
    message:
      '{units} units of {code} are over the {limit} a day of {whose}’s limits; a payer that keeps to them denies all of them, not only those above.',
  },
  {
    id: 'units-over-daily-cap',
    family,
    severity: 'WARN',
    test: (visit) => {
      const cap = visit.payer?.dailyUnitCap ?? null;
      const units = unitsOfVisit(visit);
      return hitIf(cap !== null && units !== null && units > cap, visitCell(visit), {
        units: String(units),
        cap: String(cap),
        payer: payerName(visit),
      });
    },
    message: '{units} units in a day; {payer} pays at most {cap}.',
    fix: 'Expect the units above that to be denied; do not take off what was done.',
    source: 'Payers table, "Units a day" of {payer}',
  },
  {
    id: 'daily-cap-not-known',
    family,
    severity: 'NOTE',
    about: 'payer',
    test: (visit) => {
      const { payer } = visit;
      const long = (unitsOfVisit(visit) ?? 0) > AN_HOUR;
      if (!payer || payer.kind === 'cash' || payer.dailyUnitCap !== null || !long) return [];
      return [{ place: payer.cells['dailyUnitCap'] ?? null, fill: { payer: payer.name } }];
    },
    message: 'How many units a day {payer} pays is not known, and some sessions have more than an hour’s.',
    fix: 'Ask {payer}, then write it under "Units a day" in the Payers table.',
    source: 'Payers table: an empty limit is not known',
  },
  {
    id: 'units-do-not-fit-minutes',
    family,
    severity: 'WARN',
    test: misfits,
    message:
      '{units} units of {code} are written, but its {minutes} minutes make {counted} under the {rule} rule.',
    fix: 'Check the units and the minutes; the claim has the units that you wrote.',
    source: `${CMS}; AMA midpoint rule where the payer uses it`,
  },
  {
    id: 'too-few-minutes-for-a-unit',
    family,
    severity: 'WARN',
    test: (visit) =>
      codesOf(visit).flatMap((code) => {
        const [line] = linesOf(visit, code);
        const few = kindOf(code) === 'timed' && unitsOfCode(visit, code) === 0;
        return hitIf(line !== undefined && few, line ? minutesCell(line) : null, { code });
      }),
    message: '{code} makes no unit, so it is not billed.',
    fix: 'Nothing, if the minutes are right; the note in your records stays.',
    source: CMS,
  },
  {
    id: 'untimed-code-with-several-units',
    family,
    severity: 'WARN',
    test: eachLine(
      ({ timing, writtenUnits }) => isOnceADay(timing) && timing !== 'ladder' && (writtenUnits ?? 0) > 1,
      unitsCell,
      ({ writtenUnits }) => ({ units: String(writtenUnits) }),
    ),
    message: '{code} is not billed by time, so a day has 1 unit of it; {units} are written.',
    fix: 'Write 1, unless the payer says otherwise.',
    source: CMS,
  },
  {
    id: 'untimed-code-twice',
    family,
    severity: 'STOP',
    test: again((code) => isOnceADay(kindOf(code)) && kindOf(code) !== 'ladder'),
    message: '{code} stands twice on this date, but it is billed once a day.',
    fix: 'Take one of them out.',
    source: `${CMS}; payers deny the second as a duplicate (CARC 18)`,
  },
  {
    id: 'timed-code-on-two-lines',
    family,
    severity: 'NOTE',
    test: (visit) =>
      visit.payer && followsMedicare(visit.payer) ? again((code) => kindOf(code) === 'timed')(visit) : [],
    message: '{code} stands on more than one row of this date; {payer} takes it on one line only.',
    fix: 'Nothing: Claimsheet makes one line of them. If you bill elsewhere, add the units up yourself.',
    source: 'First Coast Service Options: split lines of a timed code are rejected since 2021-04-19',
    since: '2021-04-19',
  },
];

function kindOf(code: string): CountingKind | 'unknown' {
  return procedure(code)?.counting.kind ?? 'unknown';
}

/** All units of the date, or null where a line does not tell. */
function unitsOfVisit(visit: CheckedVisit): number | null {
  const units = codesOf(visit).map((code) => unitsOfCode(visit, code));
  return units.length === 0 || units.includes(null)
    ? null
    : units.reduce<number>((sum, each) => sum + (each ?? 0), 0);
}

/** Codes over the daily limit. */
function overLimit(holds: (visit: CheckedVisit) => boolean) {
  return (visit: CheckedVisit): Hit[] =>
    holds(visit)
      ? codesOf(visit).flatMap((code) => {
          const units = unitsOfCode(visit, code) ?? 0;
          const limit = limitFor(code, visit);
          const [line] = linesOf(visit, code);
          if (!limit || !line || units <= limit.most) return [];
          return [{ place: unitsCell(line), fill: limitFill(limit, units) }];
        })
      : [];
}

interface LimitOfPayer {
  limit: DailyLimit;
  most: number;
  /** `Medicare`, or `Medicaid`, which has an edition of its own. */
  whose: string;
  edition: Edition;
}

/** Medicaid sets limits of its own. One of 0 belongs to codes that are never paid: other rules say so. */
function limitFor(code: string, { payer }: CheckedVisit): LimitOfPayer | null {
  const limit = dailyLimit(code);
  if (!limit) return null;
  const medicaid = payer?.kind === 'medicaid';
  const most = medicaid ? (limit.medicaidUnits ?? limit.units) : limit.units;
  if (most === null || most === 0) return null;
  const own = medicaid && limit.medicaidUnits !== null;
  return {
    limit,
    most,
    whose: own ? 'Medicaid' : 'Medicare',
    edition: own ? MEDICAID_LIMITS : limit.edition,
  };
}

function limitFill({ limit, most, whose, edition }: LimitOfPayer, units: number): Fill {
  const { code, adjudication } = limit;
  return {
    code,
    whose,
    units: String(units),
    limit: most === 1 ? '1 unit' : `${String(most)} units`,
    edition: edition.title,
    judged: adjudication === 3 ? 'open to appeal with notes (MAI 3)' : 'not open to appeal (MAI 2)',
  };
}

/** Codes whose written units are not what their minutes make. A tie may fall either way. */
function misfits(visit: CheckedVisit): Hit[] {
  const { counted } = visit;
  if (!counted || visit.lines.some((line) => sizeOf(line.code) !== null && line.minutes === null)) return [];
  const differing = counted.codes.flatMap((computed) => {
    const lines = linesOf(visit, computed.code);
    if (sizeOf(computed.code) === null || lines.every((line) => line.writtenUnits === null)) return [];
    const units = unitsOfCode(visit, computed.code);
    return units === null || !Number.isInteger(units) || units === computed.units
      ? []
      : [{ computed, units, line: lines[0] }];
  });
  const balance = differing.reduce((sum, { computed, units }) => sum + units - computed.units, 0);
  const onlyTied = differing.every(
    ({ computed, units }) =>
      counted.tie?.codes.includes(computed.code) &&
      Math.abs(units - computed.units) === 1 &&
      units >= computed.full,
  );
  if (onlyTied && balance === 0) return [];
  return differing.map(({ computed, units, line }) => ({
    place: line ? unitsCell(line) : null,
    fill: {
      code: computed.code,
      units: String(units),
      minutes: String(computed.minutes),
      counted: String(computed.units),
      rule: counted.rule,
    },
  }));
}

function eachLine(
  holds: (line: CheckedLine) => boolean,
  cell: (line: CheckedLine) => Hit['place'],
  fill: (line: CheckedLine) => Fill,
) {
  return ({ lines }: CheckedVisit): Hit[] =>
    lines.filter(holds).map((line) => ({ place: cell(line), fill: { code: line.code, ...fill(line) } }));
}

/** The second line of a code that already stands on the date. */
function again(wanted: (code: string) => boolean) {
  return (visit: CheckedVisit): Hit[] =>
    codesOf(visit)
      .filter(wanted)
      .flatMap((code) => {
        const [, second] = linesOf(visit, code);
        return second ? [{ place: codeCell(second), fill: { code, payer: payerName(visit) } }] : [];
      });
}
