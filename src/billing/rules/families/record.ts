import { procedure } from '../../codes/procedures';
import { sessionKey } from '../../visits/session-key';
import type { Session } from '../../records/session';
import { formatDollars, multiply, portion } from '../../values/cents';
import { nameKey } from '../../values/name-key';
import { codeCell, codesOf, linesOf } from '../checked-visit';
import { hitIf, listOf, type Rule } from '../rule';

const family = 'record';

/** What a note says of a session that was not held. */
const NOT_HELD = /\b(no[ -]?shows?|did ?n[o']?t (?:come|show)|late cancel|cancell?ed)\b/i;

export const RECORD_RULES: readonly Rule[] = [
  {
    id: 'no-show-on-a-claim',
    family,
    severity: 'WARN',
    test: ({ sessions, paidBy }) => {
      const session = sessions.find(({ notes, status }) => status === 'kept' && NOT_HELD.test(notes ?? ''));
      return hitIf(
        session !== undefined && paidBy === 'insurance',
        session?.cells.notes ?? session?.place ?? null,
        { notes: NOT_HELD.exec(session?.notes ?? '')?.[0] ?? '' },
      );
    },
    message: 'The session counts as kept, but its note says "{notes}".',
    fix: 'If the client did not come, mark it so: a fee for that is between you and the client and stands on no claim.',
    source:
      'Payers pay services that were given; Medicare Claims Processing Manual, chapter 1, section 30.3.13 on missed appointments',
  },
  {
    id: 'row-twice',
    family,
    severity: 'STOP',
    test: ({ sessions }) => {
      const keys = sessions.map(sessionKey);
      const second = sessions.find((_, index) => keys.indexOf(keys[index] ?? '') < index);
      return hitIf(second !== undefined, second?.place ?? null);
    },
    message: 'Two rows say the same, so one session may stand there twice.',
    fix: 'If one is a copy, delete it; if both took place, write them as one row with the minutes and the charge together.',
    source: 'Payers deny a duplicate (CARC 18), and billing a session twice is a false claim',
  },
  {
    id: 'technicians-overlap',
    family,
    severity: 'STOP',
    test: ({ sessions, paidBy }) =>
      paidBy === 'client'
        ? []
        : overlapsOf(sessions).map(({ second, code, minutes }) => ({
            place: second.cells.start ?? second.place,
            fill: { code, minutes: minutes === 1 ? '1 minute' : `${String(minutes)} minutes` },
          })),
    message: 'Two sessions of {code} overlap by {minutes}: payers pay one at a time.',
    fix: 'Correct start and end, or take the minutes of one of them out.',
    source: 'abainsight.ai on overlapping technicians; 97153 is given to one client by one technician',
  },
  {
    id: 'other-provider-same-day',
    family,
    severity: 'WARN',
    test: ({ paidBy }, { sameDay }) => {
      const providers = providersOf(sameDay);
      const [, second] = providers;
      const session = sameDay.find(({ provider }) => provider === second);
      return hitIf(second !== undefined && paidBy === 'insurance', session?.cells.provider ?? null, {
        providers: listOf(providers),
      });
    },
    message:
      '{providers} saw the client on this date; many payers pay one visit a day, or cap the units of all together.',
    fix: 'Ask the payer; if both were needed, each note says why, and each claim names its own provider.',
    source:
      'New York physical-medicine cap, per patient and day over all practitioners; payers’ frequency limits (RARC N435)',
  },
  {
    id: 'cash-price-below-insurance-price',
    family,
    severity: 'WARN',
    about: 'practice',
    test: (visit, { cashPrices }) => {
      if (visit.paidBy !== 'insurance') return [];
      return codesOf(visit).flatMap((code) => {
        const [line] = linesOf(visit, code);
        const cash = cashPrices.get(code);
        if (!line || cash === undefined || line.charge === null || !line.units) return [];
        return hitIf(line.charge > multiply(cash, line.units), line.session?.cells.charge ?? codeCell(line), {
          code,
          price: formatDollars(portion(line.charge, 1, line.units)),
          cash: formatDollars(cash),
        });
      });
    },
    message: 'Insurers are charged ${price} for a unit of {code}, clients who pay themselves ${cash}.',
    fix: 'Keep one fee schedule for all; a discount for paying at once is written down, small and open to everybody.',
    source:
      'AMTA-WA attorneys (bellinghammassageclinic.com), Massage Today 10567; opinions differ, no general statute fixes the fee',
  },
];

/** Sessions of one code of behavior analysis whose times overlap. */
function overlapsOf(sessions: readonly Session[]): { second: Session; code: string; minutes: number }[] {
  return sessions.flatMap((second, index) =>
    sessions.slice(0, index).flatMap((first) => {
      const shared = first.procedures.map(({ code }) => code).find((code) => isOneToOne(code, second));
      if (shared === undefined || !first.span || !second.span) return [];
      const minutes =
        Math.min(first.span.end, second.span.end) - Math.max(first.span.start, second.span.start);
      return minutes > 0 ? [{ second, code: shared, minutes }] : [];
    }),
  );
}

function isOneToOne(code: string, { procedures }: Session): boolean {
  const known = procedure(code);
  return (
    known?.counting.kind === 'quarter' &&
    known.of.includes('behavior-analysis') &&
    procedures.some((each) => each.code === code)
  );
}

function providersOf(sessions: readonly Session[]): string[] {
  const names = new Map<string, string>();
  for (const { provider } of sessions) {
    if (provider !== null && !names.has(nameKey(provider))) names.set(nameKey(provider), provider);
  }
  return [...names.values()];
}
