import type { CellPlace, Finding } from '../findings';
import { plainText } from '../identifiers/reading';
import type { Session } from '../records/session';
import { sum, ZERO, type Cents } from '../values/cents';
import { totalCount } from '../values/counts';
import { plainNumber } from '../values/plain-number';
import { chargesOfVisit } from '../visits/charges';
import { entriesOf } from '../visits/entries';
import type { FeeLookup } from '../visits/fees';
import { isStop } from '../visits/finding-log';
import { unitsOfVisit } from '../visits/units';
import type { CountedEntry } from '../visits/visit';
import type { KeptVisit } from './kept-visits';
import type { Covers } from './row';

/** Why something cannot be counted, and what to do about it, a sentence each. */
export interface Why {
  place: CellPlace | null;
  message: string;
  fix: string;
}

/** How much of a limit a visit takes, if that can be told. */
export type Amount = { known: true; amount: number } | { known: false; why: Why };

/** What a visit bills: its codes with their units; the units are null where they cannot be told. */
interface Counted {
  codes: string[];
  entries: CountedEntry[] | null;
  why: Why;
}

/**
 * What visits take, as claims bill it: units as written, else from the minutes by the payer's rule; charges as written,
 * else from the fees; lines of the register as they were billed. Each visit is counted once.
 */
export class VisitAmounts {
  private readonly counted = new Map<KeptVisit, Counted>();

  constructor(private readonly feeOf: FeeLookup) {}

  /** In capitals, each once: those with units, or all that are written where the units cannot be told. */
  codes(visit: KeptVisit): readonly string[] {
    return this.count(visit).codes;
  }

  /** Too short a visit has no units of anything: no payer hears of it. */
  billsNothing(visit: KeptVisit): boolean {
    const { codes, entries } = this.count(visit);
    return entries !== null && codes.length === 0;
  }

  /** Units of the codes that are covered. */
  units(visit: KeptVisit, covers: Covers): Amount {
    const { entries, why } = this.count(visit);
    if (!entries) return { known: false, why };
    const here = entries.filter(({ code }) => covers(code)).map(({ units }) => units);
    const billed = visit.billed.filter(({ code }) => covers(plainText(code))).map(({ units }) => units);
    return known(totalCount([...here, ...billed]));
  }

  /** Cents charged for the codes that are covered. */
  dollars(visit: KeptVisit, covers: Covers): Amount {
    const billed = visit.billed.filter(({ code }) => covers(plainText(code))).map(({ charge }) => charge);
    const { codes, entries, why } = this.count(visit);
    const isBilled = (session: Session): boolean =>
      !entries || entries.some((entry) => entry.session === session && codes.includes(entry.code));
    const written = visit.sessions.filter(isBilled).map(({ charge }) => charge);
    if (codes.every(covers) && isWritten(written)) return known(plainNumber(sum([...billed, ...written])));
    if (!entries) return { known: false, why };
    const { charges, findings } = chargesOfVisit(visit, entries, this.feeOf, 'claim');
    if (!charges) return { known: false, why: whyOf(findings) };
    const here = [...charges].filter(([{ code }]) => covers(code)).map(([, charge]) => charge);
    return known(plainNumber(sum([...billed, ...here])));
  }

  private count(visit: KeptVisit): Counted {
    const counted = this.counted.get(visit) ?? countAnew(visit);
    this.counted.set(visit, counted);
    return counted;
  }
}

function countAnew(visit: KeptVisit): Counted {
  const read = entriesOf(visit);
  const units = read.findings.some(isStop) ? null : unitsOfVisit(visit, read.entries);
  const entries = units?.entries ?? null;
  const inSessions = entries?.filter(({ units: many }) => many > 0) ?? read.entries;
  const codes = [...visit.billed.map(({ code }) => plainText(code)), ...inSessions.map(({ code }) => code)];
  return { codes: [...new Set(codes)], entries, why: whyOf(units?.findings ?? read.findings) };
}

function known(amount: number): Amount {
  return { known: true, amount };
}

function isWritten(charges: readonly (Cents | null)[]): charges is Cents[] {
  return charges.every((charge) => charge !== null && charge >= ZERO);
}

function whyOf(findings: readonly Finding[]): Why {
  return findings.find(isStop) ?? { place: null, message: 'What a visit takes cannot be told.', fix: '' };
}
