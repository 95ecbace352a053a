import { BilledLines, numberKey, sameName, type BilledLine } from '../../billing/payments/billed-line';
import type { StoredUnmatched } from './unmatched-rows';

/** A billed line that an unmatched payment may be for. */
export interface Candidate {
  line: BilledLine;
  /** What the two have in common, in words. */
  because: string[];
}

type Sought = Pick<StoredUnmatched, 'account' | 'client' | 'memberId' | 'service' | 'code' | 'charge'>;

interface Likeness {
  words: string;
  weight: number;
  holds: (sought: Sought, line: BilledLine) => boolean;
}

/** What two rows may have in common. Two that weigh as much as date and code together make a candidate. */
const LIKENESSES: readonly Likeness[] = [
  {
    words: 'claim number',
    weight: 5,
    holds: ({ account }, line) => account !== '' && numberKey(account) === numberKey(line.account),
  },
  { words: 'client', weight: 3, holds: isOfClient },
  { words: 'date', weight: 2, holds: ({ service }, { date }) => service === date },
  { words: 'code', weight: 2, holds: ({ code }, line) => code !== '' && code === line.code },
  { words: 'charge', weight: 2, holds: ({ charge }, line) => Math.abs(charge) === line.charge },
];
const ENOUGH = 4;
const MOST = 8;

/** Finds what unmatched payments may be for: the likeliest first. Looks a client's lines up once, however many rows. */
export class CandidateFinder {
  private readonly index: BilledLines;
  private readonly ofClient = new Map<string, BilledLine[]>();

  constructor(lines: readonly BilledLine[]) {
    this.index = new BilledLines(lines);
  }

  candidates(sought: Sought): Candidate[] {
    const near = new Set([
      ...this.index.ofAccount(sought.account),
      ...(sought.service === null ? [] : this.index.ofDate(sought.service)),
      ...this.linesOfClient(sought),
    ]);
    return [...near]
      .map((line) => {
        const common = LIKENESSES.filter(({ holds }) => holds(sought, line));
        const weight = common.reduce((total, one) => total + one.weight, 0);
        return { line, weight, because: common.map(({ words }) => words) };
      })
      .filter(({ weight }) => weight >= ENOUGH)
      .sort((a, b) => b.weight - a.weight || a.line.date - b.line.date)
      .slice(0, MOST)
      .map(({ line, because }) => ({ line, because }));
  }

  private linesOfClient(sought: Sought): BilledLine[] {
    const key = `${sought.client}|${sought.memberId}`;
    const known = this.ofClient.get(key);
    if (known) return known;
    const found = this.index.lines.filter((line) => isOfClient(sought, line));
    this.ofClient.set(key, found);
    return found;
  }
}

function isOfClient({ client, memberId }: Sought, line: BilledLine): boolean {
  const [last = '', first = ''] = client.split(', ');
  const isSameId =
    memberId !== '' && line.memberId !== null && numberKey(memberId) === numberKey(line.memberId);
  return isSameId || sameName(line.client, { last, first });
}
