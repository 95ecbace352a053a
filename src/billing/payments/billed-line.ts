import type { BilledLine } from '../records/billed-line';
import { labelKey, nameKey } from '../values/name-key';
import { earliestOf, type Day } from '../values/day';

/** The register, to be looked up by what payers send back. */
export class BilledLines {
  private readonly byControl = new Map<string, BilledLine>();
  private readonly byAccount = new Map<string, BilledLine[]>();
  private readonly byService = new Map<string, BilledLine[]>();
  private readonly byDate = new Map<Day, BilledLine[]>();

  /** The earliest day that was billed; null where nothing was. */
  readonly first: Day | null;

  constructor(readonly lines: readonly BilledLine[]) {
    this.first = lines.length === 0 ? null : earliestOf(lines.map(({ date }) => date));
    for (const line of lines) {
      this.byControl.set(numberKey(line.control), line);
      add(this.byAccount, numberKey(line.account), line);
      add(this.byService, serviceKey(line.date, line.code), line);
      add(this.byDate, line.date, line);
    }
  }

  withControl(control: string): BilledLine | null {
    return this.byControl.get(numberKey(control)) ?? null;
  }

  ofAccount(account: string): readonly BilledLine[] {
    return account.trim() === '' ? [] : (this.byAccount.get(numberKey(account)) ?? []);
  }

  /** Lines of that day; all lines where no day is known. */
  ofDate(date: Day | null): readonly BilledLine[] {
    return date === null ? this.lines : (this.byDate.get(date) ?? []);
  }

  ofService(date: Day, code: string): readonly BilledLine[] {
    return this.byService.get(serviceKey(date, code)) ?? [];
  }
}

export function sameModifiers(a: readonly string[], b: readonly string[]): boolean {
  return [...a].sort().join() === [...b].sort().join();
}

/** Whether the remittance's `last, first` is the client's name, with or without a middle initial. */
export function sameName(client: string, { last, first }: { last: string; first: string }): boolean {
  if (last.trim() === '') return false;
  const key = nameKey(client);
  if (key === nameKey(`${last}, ${first}`)) return true;
  const [given, family] = [labelKey(first), labelKey(last)];
  return (
    given !== '' &&
    key.startsWith(given) &&
    key.endsWith(family) &&
    key.length <= given.length + family.length + 2
  );
}

/** Account and member numbers as payers repeat them: in capitals, with or without blanks and hyphens. */
export function numberKey(number: string): string {
  return number.replace(/[\s-]/g, '').toUpperCase();
}

function serviceKey(date: Day, code: string): string {
  return `${String(date)} ${code.toUpperCase()}`;
}

function add<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
