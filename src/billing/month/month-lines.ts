import { lineWithoutCharge, type BilledLine } from '../records/billed-line';
import { creditLine, isCreditControl } from '../payments/client-credit';
import type { Posting } from '../payments/posting';
import type { Client } from '../records/practice';
import { ZERO } from '../values/cents';
import { nameKey } from '../values/name-key';
import { FIRST_DAY, parseIso } from '../values/day';
import { directoryOf } from '../visits/directory';
import type { KeptMonth } from './kept-months';

/** Stands for the payer where clients pay themselves: superbills. */
export const SELF_PAY = 'Clients on superbills';
const NO_PAYER = 'No payer';

/** Lines and postings as a month's sheet takes them: one name a client, and a line for every posting. */
export interface MonthEntries {
  lines: BilledLine[];
  postings: Posting[];
  /** Control numbers of lines that charge nothing: of claims that were replaced, or that are in the register no more. */
  without: ReadonlySet<string>;
}

/**
 * A client is written in one way, whatever the table; superbills have the clients as payer. Lines that count no longer
 * charge nothing, and money on a line that is gone gets one, and so do those of kept months, so that no cent and no earlier claim is lost from view.
 */
export function monthEntries(
  book: {
    lines: readonly BilledLine[];
    retired: readonly BilledLine[];
    postings: readonly Posting[];
    kept: readonly KeptMonth[];
  },
  clients: readonly Client[],
): MonthEntries {
  const spelled = spelling(clients);
  const named = (line: BilledLine): BilledLine => ({
    ...line,
    client: spelled(line.client),
    payer: line.isSuperbill ? SELF_PAY : line.payer || NO_PAYER,
  });
  const retired = book.retired.map((line) => ({ ...named(line), charge: ZERO }));
  const lines = [...book.lines.map(named), ...retired];
  const without = new Set(retired.map(({ control }) => control));
  const byControl = new Map(lines.map((line) => [line.control, line]));
  const postings = book.postings.map((posting) => {
    const known = byControl.get(posting.control);
    if (known) return { ...posting, client: known.client };
    const client = spelled(posting.client);
    const line = isCreditControl(posting.control)
      ? creditLine(client, posting.received)
      : goneLine({ ...posting, client });
    without.add(line.control);
    byControl.set(line.control, line);
    lines.push(line);
    return { ...posting, client: line.client };
  });
  for (const { month, lines: own } of book.kept) {
    for (const { control, account, client, payer } of own) {
      if (byControl.has(control)) continue;
      const line = lineWithoutCharge({
        control,
        account,
        client,
        payer,
        date: parseIso(`${month}-01`) ?? FIRST_DAY,
      });
      without.add(control);
      byControl.set(control, line);
      lines.push(line);
    }
  }
  return { lines, postings, without };
}

function goneLine({ control, account, client, received, from }: Posting): BilledLine {
  const payer = (from.kind === 'client' ? SELF_PAY : from.name) || NO_PAYER;
  return lineWithoutCharge({ control, account, client, payer, date: received });
}

/** The spelling of the Clients table, else the first one that was met. */
function spelling(clients: readonly Client[]): (name: string) => string {
  const directory = directoryOf(clients, []);
  const met = new Map<string, string>();
  return (name) => {
    const key = nameKey(name);
    const known = met.get(key);
    if (known !== undefined) return known;
    const [row, ...more] = directory.clients(name);
    const words = row && more.length === 0 ? row.name : name;
    met.set(key, words);
    return words;
  };
}
