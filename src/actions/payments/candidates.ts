import { absolute } from '../../billing/values/cents';
import { byDay } from '../../billing/values/day';
import { labelKey } from '../../billing/values/name-key';
import { BilledLines, numberKey, sameName } from '../../billing/payments/billed-line';
import type { BilledLine } from '../../billing/records/billed-line';
import type { StoredUnmatched } from '../../practice/payments/unmatched-rows';

/** A billed line that an unmatched payment may be for. */
export interface Candidate {
  line: BilledLine;
  /** What the two have in common, in words. */
  because: string[];
}

type Sought = Pick<
  StoredUnmatched,
  'account' | 'client' | 'memberId' | 'service' | 'code' | 'charge' | 'from'
>;

interface Likeness {
  words: string;
  weight: number;
  /** `own` are the lines of the client whom the payment names. */
  holds: (sought: Sought, line: BilledLine, own: ReadonlySet<BilledLine>) => boolean;
}

/** What two rows may have in common. Two that weigh as much as date and code together make a candidate. */
const LIKENESSES: readonly Likeness[] = [
  {
    words: 'claim number',
    weight: 5,
    holds: ({ account }, line) => account !== '' && numberKey(account) === numberKey(line.account),
  },
  { words: 'client', weight: 3, holds: (_sought, line, own) => own.has(line) },
  { words: 'date', weight: 2, holds: ({ service }, { date }) => service === date },
  { words: 'code', weight: 2, holds: ({ code }, line) => code !== '' && code === line.code },
  { words: 'charge', weight: 2, holds: ({ charge }, line) => absolute(charge) === line.charge },
  // Decides between lines that are else alike; makes none a candidate that is not one without it.
  { words: 'payer', weight: 0.5, holds: ({ from }, line) => labelKey(from) === labelKey(line.payer) },
];
const ENOUGH = 4;
const MOST = 8;

/** Finds what unmatched payments may be for, the likeliest first. */
export class CandidateFinder {
  private readonly index: BilledLines;
  private readonly byClient = new Map<string, BilledLine[]>();
  private readonly byMemberId = new Map<string, BilledLine[]>();

  constructor(lines: readonly BilledLine[]) {
    this.index = new BilledLines(lines);
    for (const line of lines) {
      add(this.byClient, line.client, line);
      if (line.memberId !== null) add(this.byMemberId, numberKey(line.memberId), line);
    }
  }

  candidates(sought: Sought): Candidate[] {
    const own = new Set(this.linesOfClient(sought));
    const near = new Set([
      ...this.index.ofAccount(sought.account),
      ...(sought.service === null ? [] : this.index.ofDate(sought.service)),
      ...own,
    ]);
    return [...near]
      .map((line) => {
        const common = LIKENESSES.filter(({ holds }) => holds(sought, line, own));
        const weight = common.reduce((total, one) => total + one.weight, 0);
        return { line, weight, because: common.map(({ words }) => words) };
      })
      .filter(({ weight }) => weight >= ENOUGH)
      .sort((a, b) => b.weight - a.weight || byDay(a.line.date, b.line.date))
      .slice(0, MOST)
      .map(({ line, because }) => ({ line, because }));
  }

  /** By member number, or by name: clients are few, however many lines there are. */
  private linesOfClient({ client, memberId }: Sought): BilledLine[] {
    const [last = '', first = ''] = client.split(', ');
    const named = [...this.byClient].flatMap(([name, lines]) =>
      sameName(name, { last, first }) ? lines : [],
    );
    return memberId === '' ? named : [...named, ...(this.byMemberId.get(numberKey(memberId)) ?? [])];
  }
}

function add(map: Map<string, BilledLine[]>, key: string, line: BilledLine): void {
  const lines = map.get(key);
  if (lines) lines.push(line);
  else map.set(key, [line]);
}
