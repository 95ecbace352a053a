/**
 * What Claimsheet remembers beside its tables, in a custom XML part of the file: the numbers it gave away and what the
 * last runs billed. So what vanished with a deleted sheet, or with Ctrl+Z, is still known. Fingerprints, accounts,
 * numbers and answers; nothing that names a person.
 */
export interface Memory {
  /** Names this workbook and its copies; '' before the first run. */
  workbook: string;
  /** Runs so far, undone ones too. */
  runs: number;
  /** Runs that billed something and were not taken back, the earliest first. */
  made: readonly RememberedRun[];
  /** By the beginning of accounts (`C2610KTWD`, earlier `C2610`): the last running number that was given away. */
  accounts: ReadonlyMap<string, number>;
  /** Largest number of a file of claims; 0 before the first. */
  file: number;
  /** What the user answered, by the key of the question. */
  answers: ReadonlyMap<string, string>;
  /** When (`YYYY-MM-DD HH:MM`), by the same keys; not known of answers that an older program kept. */
  answered: ReadonlyMap<string, string>;
}

export interface RememberedRun {
  id: string;
  /** Number of its 837P file; null without one. */
  file: number | null;
  claims: readonly RememberedClaim[];
}

export interface RememberedClaim {
  account: string;
  /** Folded fingerprints of the sessions that it billed. */
  sessions: readonly string[];
  /** What no one changes of it (`claimPrint`); a run of an older version has none. */
  print?: string | undefined;
}

export const NO_MEMORY: Memory = {
  workbook: '',
  runs: 0,
  made: [],
  accounts: new Map(),
  file: 0,
  answers: new Map(),
  answered: new Map(),
};

/** Runs further back are forgotten: years, for a practice that bills each month. */
const MAX_RUNS = 100;

/** The memory with what a run gave away and billed. */
export function remembering(memory: Memory, run: RememberedRun | null): Memory {
  const counted = { ...memory, runs: memory.runs + 1 };
  if (!run) return counted;
  const accounts = run.claims.map(({ account }) => partsOf(account));
  return {
    ...withNumbers(counted, accounts, run.file ?? 0),
    made: [...memory.made, run].slice(-MAX_RUNS),
  };
}

/** The memory without a run: it was taken back, or the user said that nothing of it was sent. Its numbers stay given. */
export function forgetting(
  memory: Memory,
  isForgotten: (claim: RememberedClaim, run: RememberedRun) => boolean,
): Memory {
  const made = memory.made.flatMap((run) => {
    const claims = run.claims.filter((claim) => !isForgotten(claim, run));
    return claims.length === 0 ? [] : [{ ...run, claims }];
  });
  return { ...memory, made };
}

/** The memory with answers of a moment; the same answer again leaves the moment of the first. Null forgets an answer. */
export function answering(
  memory: Memory,
  given: Iterable<readonly [string, string | null]>,
  when: string,
): Memory {
  const answers = new Map(memory.answers);
  const answered = new Map(memory.answered);
  for (const [key, value] of given) {
    if (value === null) {
      answers.delete(key);
      answered.delete(key);
    } else if (answers.get(key) !== value) {
      answers.set(key, value);
      answered.set(key, when);
    }
  }
  return { ...memory, answers, answered };
}

/**
 * Two memories of one workbook, as after copies of it were put together: the one that knows more runs counts, and no
 * number, answer or claim of either is lost. A claim that only one of them knows may have been sent.
 */
export function joined(one: Memory, other: Memory): Memory {
  const [most, less] = one.runs >= other.runs ? [one, other] : [other, one];
  const known = new Set(most.made.map((run) => JSON.stringify([run.id, run.claims])));
  const more = less.made.filter((run) => !known.has(JSON.stringify([run.id, run.claims])));
  return {
    ...withNumbers(most, less.accounts, less.file),
    made: more.length === 0 ? most.made : [...more, ...most.made].slice(-MAX_RUNS),
    answers: new Map([...less.answers, ...most.answers]),
    answered: new Map([...less.answered, ...most.answered]),
  };
}

/** Letter, year and month: how many characters an account begins with before the mark of its workbook. */
export const UNMARKED = 5;

/** `C2610KTWD0007` is number 7 of `C2610KTWD`; `C26100007`, as they were given earlier, of `C2610`. */
export function partsOf(account: string): [string, number] {
  const [, beginning = '', number = ''] = /^([A-Z]\d{4}(?:[A-Z]{4})?)(\d{1,9})$/.exec(account) ?? [];
  return [beginning, Number(number)];
}

function withNumbers(memory: Memory, given: Iterable<readonly [string, number]>, file: number): Memory {
  const accounts = new Map(memory.accounts);
  for (const [beginning, number] of given) {
    if (beginning !== '') accounts.set(beginning, Math.max(accounts.get(beginning) ?? 0, number));
  }
  return { ...memory, accounts, file: Math.max(memory.file, file) };
}
