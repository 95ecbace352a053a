import { procedure } from '../../codes/procedures';
import { codeCell, codesOf, linesOf, minutesCell, unitsCell, type CheckedVisit } from '../checked-visit';
import { listOf, type Hit, type Rule } from '../rule';

const family = 'units';
const TIMES = 'APA (apaservices.org) on psychotherapy codes; BCBS Illinois policy on psychotherapy';
const ADD_ONS = 'CMS NCCI add-on codes, 2024';

/** Minutes beyond which one session of a code that a day has once is more likely a slip of the pen. */
const LONG = 240;

/** Codes whose minutes choose the code, or that need a primary code beside them. */
export const TIME_RULES: readonly Rule[] = [
  {
    id: 'minutes-make-a-shorter-code',
    family,
    severity: 'STOP',
    test: misplaced('more'),
    message: '{minutes} minutes make {other}, and {code} is written, which is for longer sessions.',
    fix: 'Write {other}, or correct the minutes: the note must show the time of the code.',
    source: TIMES,
  },
  {
    id: 'minutes-make-a-longer-code',
    family,
    severity: 'WARN',
    test: misplaced('less'),
    message: '{minutes} minutes make {other}, and {code} is written: less is billed than was done.',
    fix: 'Write {other} if all of these minutes were spent with the client.',
    source: TIMES,
  },
  {
    id: 'minutes-make-no-code',
    family,
    severity: 'WARN',
    test: tooShort,
    message: '{minutes} minutes are too few for {code}, which begins at {from}, so it is not billed.',
    fix: 'Nothing, if the minutes are right; the note in your records stays.',
    source: '{source}',
  },
  {
    id: 'minutes-of-an-add-on',
    family,
    severity: 'WARN',
    test: misplaced('rest'),
    message: '{reason}',
    fix: 'Write {other} too if that service was given, or correct the minutes.',
    source: ADD_ONS,
  },
  {
    id: 'add-on-without-primary',
    family,
    severity: 'STOP',
    test: (visit) => {
      const codes = codesOf(visit);
      return codes.flatMap((code): Hit[] => {
        const primaries = procedure(code)?.addOnOf ?? [];
        const [line] = linesOf(visit, code);
        if (!line || primaries.length === 0 || primaries.some((primary) => codes.includes(primary)))
          return [];
        return [{ place: codeCell(line), fill: { code, primaries: someOf(primaries) } }];
      });
    },
    message: '{code} is an add-on code and needs its primary code on the same date: {primaries}.',
    fix: 'Write the primary code too, or take {code} out.',
    source: ADD_ONS,
  },
  {
    id: 'two-codes-for-one-session',
    family,
    severity: 'STOP',
    test: twoRungs,
    message: '{codes} stand on one session, and its minutes make one of them only.',
    fix: 'Keep the code that the minutes make.',
    source: TIMES,
  },
  {
    id: 'session-code-with-several-units',
    family,
    severity: 'STOP',
    test: ({ lines }) =>
      lines
        .filter(({ timing, writtenUnits }) => timing === 'ladder' && (writtenUnits ?? 0) > 1)
        .map((line) => ({
          place: unitsCell(line),
          fill: { code: line.code, units: String(line.writtenUnits) },
        })),
    message: '{code} is one unit however long the session is; {units} are written.',
    fix: 'Write 1; a second session of the day is a row of its own.',
    source: TIMES,
  },
  {
    id: 'session-very-long',
    family,
    severity: 'WARN',
    test: ({ lines }) =>
      lines
        .filter(({ timing, minutes }) => isJudged(timing) && (minutes ?? 0) > LONG)
        .map((line) => ({
          place: minutesCell(line),
          fill: { code: line.code, minutes: String(line.minutes ?? 0) },
        })),
    message: '{minutes} minutes of {code} are more than one session usually has.',
    fix: 'Correct the minutes, or keep them if the session really took so long.',
    source: 'a slip in minutes, start or end is likelier',
  },
  {
    id: 'minutes-not-proved',
    family,
    severity: 'NOTE',
    about: 'client',
    test: ({ lines }) =>
      lines
        .filter(({ timing, minutes, code }) => isJudged(timing) && minutes === null && spanOf(code) !== '')
        .map((line) => ({
          place: minutesCell(line),
          fill: { code: line.code, span: spanOf(line.code) },
        })),
    message: 'Nothing shows that {code} took {span}: no minutes, no start and end.',
    fix: 'Write the minutes, or start and end, in the session.',
    source: 'theinsurancemaze.com on clawbacks: payers ask for start and stop of 90837 and its like',
  },
];

function isJudged(timing: string): boolean {
  return timing === 'ladder' || timing === 'threshold' || timing === 'first';
}

function misplaced(kind: 'more' | 'less' | 'rest') {
  return (visit: CheckedVisit): Hit[] =>
    (visit.counted?.misplaced ?? [])
      .filter((each) => each.kind === kind)
      .map(({ code, minutes, belongsTo, words }) => {
        const [line] = linesOf(visit, code);
        return {
          place: line ? minutesCell(line) : null,
          fill: { code, minutes: String(minutes), other: belongsTo ?? '', reason: words },
        };
      });
}

/** Codes that are not pooled with others and whose own minutes make nothing. */
function tooShort(visit: CheckedVisit): Hit[] {
  return (visit.counted?.codes ?? []).flatMap(({ code, timed, units, minutes }) => {
    const [line] = linesOf(visit, code);
    const known = procedure(code);
    if (timed || units > 0 || !known || !line || line.writtenUnits !== null) return [];
    return [
      {
        place: minutesCell(line),
        fill: { code, minutes: String(minutes), from: `${fromOf(code)} minutes`, source: known.source },
      },
    ];
  });
}

function twoRungs(visit: CheckedVisit): Hit[] {
  const sessions = new Set(visit.lines.map(({ session }) => session));
  return [...sessions].flatMap((session) => {
    const byLadder = new Map<string, Set<string>>();
    for (const line of visit.lines.filter((each) => each.session === session)) {
      const counting = procedure(line.code)?.counting;
      if (counting?.kind !== 'ladder') continue;
      byLadder.set(counting.ladder, (byLadder.get(counting.ladder) ?? new Set()).add(line.code));
    }
    return [...byLadder.values()]
      .filter((codes) => codes.size > 1)
      .map((codes): Hit => {
        const line = visit.lines.find((each) => each.session === session && codes.has(each.code));
        return { place: line ? codeCell(line) : null, fill: { codes: listOf([...codes]) } };
      });
  });
}

/** The least minutes of a unit. */
function fromOf(code: string): number {
  const counting = procedure(code)?.counting;
  switch (counting?.kind) {
    case 'first':
    case 'add-on':
    case 'ladder':
    case 'threshold':
      return counting.from;
    case 'half':
      return 16;
    default:
      return 8;
  }
}

function spanOf(code: string): string {
  const counting = procedure(code)?.counting;
  if (counting?.kind === 'ladder' && counting.to !== null)
    return `${counting.from} to ${counting.to} minutes`;
  if (counting?.kind === 'ladder' || counting?.kind === 'threshold')
    return `${counting.from} minutes or more`;
  return counting?.kind === 'first' ? `at least ${counting.from} minutes` : '';
}

/** More primaries than these are not worth reading in a sentence. */
const MAX_NAMED = 6;

function someOf(codes: readonly string[]): string {
  const named = codes.slice(0, MAX_NAMED);
  return named.length < codes.length ? `${named.join(', ')} or one like them` : listOf(named, 'or');
}
