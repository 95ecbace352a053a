import { parseIso, type Day } from '../../values/day';
import { ADJUSTMENT_CODES } from '../data/adjustment-codes';
import { editionOf, standingOf, type Edition, type Standing } from '../edition';

/** CARC: why an amount was adjusted. RARC: the remark that explains it. */
export type AdjustmentCodeKind = 'CARC' | 'RARC';

/** Whether a code is on the list on a day; `ended` and `not-yet` tell when. */
export type AdjustmentCodeVerdict = { edition: Edition; standing: Standing } & (
  { kind: 'listed' } | { kind: 'ended'; to: Day } | { kind: 'not-yet'; from: Day } | { kind: 'unknown' }
);

export function adjustmentCodeVerdict(
  kind: AdjustmentCodeKind,
  code: string,
  day: Day,
): AdjustmentCodeVerdict {
  const { edition, spans } = list();
  const about = { edition, standing: standingOf(day, edition) };
  const span = spans.get(`${kind} ${code}`);
  if (!span) return { ...about, kind: 'unknown' };
  if (day < span.from) return { ...about, kind: 'not-yet', from: span.from };
  return span.to !== null && day > span.to
    ? { ...about, kind: 'ended', to: span.to }
    : { ...about, kind: 'listed' };
}

interface CodeList {
  edition: Edition;
  spans: ReadonlyMap<string, { from: Day; to: Day | null }>;
}

let shipped: CodeList | undefined;

function list(): CodeList {
  return (shipped ??= readList());
}

/** Reads lines like `CARC 1995-01-01/2003-10-16 28,36,37`. */
function readList(): CodeList {
  const edition = editionOf(ADJUSTMENT_CODES.edition);
  const spans = new Map<string, { from: Day; to: Day | null }>();
  for (const line of ADJUSTMENT_CODES.encoded.trim().split('\n')) {
    const [kind = '', dates = '', codes = ''] = line.split(' ');
    const [start = '', end] = dates.split('/');
    const span = { from: parseIso(start) ?? edition.from, to: end === undefined ? null : parseIso(end) };
    for (const code of codes.split(',')) spans.set(`${kind} ${code}`, span);
  }
  return { edition, spans };
}
