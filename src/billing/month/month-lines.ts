import type { BilledLine } from '../payments/billed-line';
import type { Posting } from '../payments/posting';
import type { Client } from '../records/practice';
import { nameKey } from '../values/name-key';
import { directoryOf } from '../visits/directory';

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
 * A client is written in one way, whatever the table; superbills have the clients as payer. Money on a line that counts
 * no longer gets a line of its own that charges nothing, so that no cent is lost from view.
 */
export function monthEntries(
  book: { lines: readonly BilledLine[]; retired: readonly BilledLine[]; postings: readonly Posting[] },
  clients: readonly Client[],
): MonthEntries {
  const spelled = spelling(clients);
  const lines = book.lines.map((line) => ({
    ...line,
    client: spelled(line.client),
    payer: line.isClients ? SELF_PAY : line.payer || NO_PAYER,
  }));
  const byControl = new Map(lines.map((line) => [line.control, line]));
  const retired = new Map(book.retired.map((line) => [line.control, line]));
  const without = new Set<string>();
  const postings = book.postings.map((posting) => {
    const known = byControl.get(posting.control);
    if (known) return { ...posting, client: known.client };
    const client = spelled(posting.client);
    const line = withoutCharge(posting, retired.get(posting.control) ?? null, client);
    without.add(line.control);
    byControl.set(line.control, line);
    lines.push(line);
    return { ...posting, client };
  });
  return { lines, postings, without };
}

function withoutCharge(posting: Posting, retired: BilledLine | null, client: string): BilledLine {
  const usual = retired ?? {
    control: posting.control,
    account: posting.account,
    memberId: null,
    payer: posting.from.kind === 'client' ? SELF_PAY : posting.from.name,
    date: posting.received,
    code: '',
    modifiers: [],
    units: 0,
    billedOn: null,
  };
  return { ...usual, payer: usual.payer || NO_PAYER, client, charge: 0 };
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
