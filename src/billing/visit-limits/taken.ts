import { cellName } from '../cell-name';
import type { Finding } from '../findings';
import { plainText } from '../identifiers/reading';
import type { Client, Payer } from '../records/practice';
import { sum, type Cents } from '../values/cents';
import { chargesOfVisit } from '../visits/charges';
import { entriesOf } from '../visits/entries';
import type { FeeLookup } from '../visits/fees';
import { isStop } from '../visits/finding-log';
import { unitsOfVisit } from '../visits/units';
import type { CountedEntry, Visit } from '../visits/visit';
import type { KeptVisit } from './kept-visits';

/** How much of a limit in units or dollars a visit takes, or the sentence that says why nobody can tell. */
export type Amount = { known: true; amount: number } | { known: false; words: string };

interface Counted {
  entries: CountedEntry[] | null;
  words: string;
}

/**
 * Counts visits as claims do: units as written, else from the minutes by the payer's rule; charges as written, else
 * from the fees. Each visit is counted once.
 */
export class TakenOfVisits {
  private readonly counted = new Map<KeptVisit, Counted>();

  constructor(
    private readonly client: Client,
    private readonly payer: Payer | null,
    private readonly feeOf: FeeLookup,
  ) {}

  /** Units of the codes that `covers` accepts. */
  units(visit: KeptVisit, covers: (code: string) => boolean): Amount {
    const { entries, words } = this.count(visit);
    if (!entries) return { known: false, words };
    const here = entries.filter(({ code }) => covers(code)).map(({ units }) => units);
    const billed = visit.billed.filter(({ code }) => covers(plainText(code))).map(({ units }) => units);
    return { known: true, amount: sum([...here, ...billed]) };
  }

  /** Cents charged for the codes that `covers` accepts. */
  dollars(visit: KeptVisit, covers: (code: string) => boolean): Amount {
    const billed = visit.billed.filter(({ code }) => covers(plainText(code))).map(({ charge }) => charge);
    if (billed.includes(null)) {
      return { known: false, words: 'A line of the ClaimLines table has no charge.' };
    }
    const earlier = sum(billed.map((charge) => charge ?? 0));
    const written = visit.sessions.map(({ charge }) => charge);
    if (visit.codes.every(covers) && !written.includes(null)) {
      return { known: true, amount: earlier + sum(written.map((charge) => charge ?? 0)) };
    }
    const { entries, words } = this.count(visit);
    if (!entries) return { known: false, words };
    const priced = chargesOfVisit(this.asVisit(visit), entries, this.feeOf, 'claim');
    if (!priced.charges) return { known: false, words: wordsOf(priced.findings.find(isStop)) };
    const here: Cents[] = [];
    for (const [entry, charge] of priced.charges) if (covers(entry.code)) here.push(charge);
    return { known: true, amount: earlier + sum(here) };
  }

  private count(visit: KeptVisit): Counted {
    const known = this.counted.get(visit);
    if (known) return known;
    const counted = this.countAnew(visit);
    this.counted.set(visit, counted);
    return counted;
  }

  private countAnew(visit: KeptVisit): Counted {
    const asVisit = this.asVisit(visit);
    const { entries, findings } = entriesOf(asVisit);
    const stop = findings.find(isStop);
    if (stop) return { entries: null, words: wordsOf(stop) };
    const units = unitsOfVisit(asVisit, entries);
    return units.entries
      ? { entries: units.entries, words: '' }
      : { entries: null, words: wordsOf(units.findings.find(isStop)) };
  }

  private asVisit({ date, sessions }: KeptVisit): Visit {
    return { clientName: this.client.name, client: this.client, payer: this.payer, date, sessions };
  }
}

function wordsOf(finding: Finding | undefined): string {
  if (!finding) return 'What a visit takes cannot be told.';
  const where = finding.place ? `${cellName(finding.place)}: ` : '';
  return `${where}${finding.words} ${finding.toDo}`;
}
