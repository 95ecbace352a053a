import { Refusal } from '../../src/workbook/refusal';
import { BadInput } from './bad-input';
import { useCodeFiles } from './code-files';
import type { Result } from './commands/make-documents';

/** Each loads its own part of the program when it runs: together they take longer to load than most take to run. */
interface Command {
  takes: string;
  does: string;
  run: ((words: string[]) => Promise<Result>) | null;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  recalc: {
    takes: 'IN.xlsx --out OUT.xlsx',
    does: 'calculates every formula',
    run: async (words) => (await import('./commands/recalc')).recalc(words),
  },
  map: {
    takes: 'FILE.xlsx|.csv [--json]',
    does: 'shows which column is taken for what',
    run: async (words) => (await import('./commands/map')).map(words),
  },
  claims: {
    takes:
      'IN.xlsx --month YYYY-MM --out OUT.xlsx [--edi F.837] [--csv F.csv] [--pdf F.pdf] [--pdf-copy F.pdf] [--json]',
    does: "makes a month's claims; --test marks the 837P as a test, --clearinghouse and --edi-setting address it; --pdf is printed on the CMS-1500 form, moved by --offset RIGHT,DOWN. --correct ACCOUNT,…, --void ACCOUNT,… and --resend ACCOUNT,… make claims that take the place of these instead",
    run: async (words) => (await import('./commands/claims')).claims(words),
  },
  align: {
    takes: 'F.pdf [--offset RIGHT,DOWN]',
    does: 'makes a test page to align a printer with the CMS-1500 form; points, or inches as 0.05in',
    run: async (words) => (await import('./commands/align')).align(words),
  },
  superbills: {
    takes: 'IN.xlsx --month YYYY-MM --out OUT.xlsx [--json]',
    does: "makes a month's superbills",
    run: async (words) => (await import('./commands/superbills')).superbills(words),
  },
  document: {
    takes: 'KIND IN.xlsx --client "NAME" --out OUT.xlsx [--json]',
    does: 'makes one document. KIND is statement (--from, --due DAY), itemized (--payer NAME; interest only with --rate, --agreed-on DAY, --agreement TEXT), appeal (--account NUMBER, --line NUMBER), progress (--from DAY), benefits (--payer NAME), refund (--amount 25.00, --reference "check 1042") or estimate (--service "97124 x4", --visits N, --first, --last, --booked, --asked DAY, --frequency, --separate TEXT)',
    run: async (words) => (await import('./commands/document')).document(words),
  },
  undo: {
    takes: 'IN.xlsx --out OUT.xlsx [--all-but] [--json]',
    does: 'takes back what was made last; with --all-but, all but what somebody changed since',
    run: async (words) => (await import('./commands/undo')).undo(words),
  },
  repair: {
    takes: 'IN.xlsx --out OUT.xlsx',
    does: "makes Claimsheet's own tables tables again where they were converted to ranges",
    run: async (words) => (await import('./commands/repair')).repair(words),
  },
  redact: {
    takes: 'IN.xlsx --out OUT.xlsx [--json]',
    does: 'makes a copy to show to others: the same workbook with invented people, numbers and notes',
    run: async (words) => (await import('./commands/redact')).redact(words),
  },
  check: {
    takes: 'IN.xlsx [--month YYYY-MM] [--json]',
    does: 'lists everything found, by client and visit',
    run: async (words) => (await import('./commands/check')).check(words),
  },
  'my-answers': {
    takes: 'IN.xlsx [--answer KEY=VALUE]... [--forget KEY]... [--out OUT.xlsx] [--json]',
    does: 'lists the answers that you gave; with --answer changes one, with --forget it is asked again',
    run: async (words) => (await import('./commands/my-answers')).myAnswers(words),
  },
  open: {
    takes: '[FILE.xlsx] [--no-open] [--read-only]',
    does: 'shows the workbook, or the sample, in a browser',
    run: async (words) => (await import('./commands/open')).open(words),
  },
  close: {
    takes: 'IN.xlsx --month YYYY-MM --out OUT.xlsx [--json]',
    does: 'closes a month with its sheet; what comes for it later counts in the next month',
    run: async (words) => (await import('./commands/close')).close(words),
  },
  reopen: {
    takes: 'IN.xlsx --month YYYY-MM --out OUT.xlsx [--json]',
    does: 'reopens a closed month',
    run: async (words) => (await import('./commands/close')).reopen(words),
  },
  credit: {
    takes: 'IN.xlsx --client "NAME" --out OUT.xlsx [--json]',
    does: "uses a client's credit for the oldest of what the client owes; document refund gives it back",
    run: async (words) => (await import('./commands/credit')).credit(words),
  },
  reconcile: {
    takes: 'IN.xlsx [--ack FILE]... [--month YYYY-MM [--era FILE]...] --out OUT.xlsx [--json]',
    does: 'reads what came back: answers to claim files (999, 277CA, TA1), and remittances (835), posted to the register',
    run: async (words) => (await import('./commands/reconcile')).reconcile(words),
  },
};

const CHOICES =
  'Where a sheet or column is unclear: --sheet NAME, --map client="Client Name". --today YYYY-MM-DD counts from another day. --answer KEY=VALUE answers a question, as its finding says. --codes FILE uses a newer official file (ICD-10-CM order file, NCCI quarter).';

/** What the command line prints, and its exit code: 0 done, 1 done with something held back, 2 bad input. */
export interface Answer {
  exitCode: 0 | 1 | 2;
  output: string;
  error: string;
}

/** Runs one command line. Whatever else is thrown is a bug. */
export async function runCommand([name, ...words]: readonly string[]): Promise<Answer> {
  if (name === undefined || name === 'help' || name === '--help') {
    return { exitCode: 0, output: help(null), error: '' };
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) return badInput(help(name));
  if (!command.run) return badInput(`"${name}" is not built yet.`);
  try {
    const { output, exitCode } = await command.run(useCodeFiles(words));
    return { exitCode, output: output.join('\n'), error: '' };
  } catch (problem) {
    if (problem instanceof BadInput || problem instanceof Refusal) return badInput(problem.message);
    throw problem;
  }
}

function badInput(error: string): Answer {
  return { exitCode: 2, output: '', error };
}

function help(unknown: string | null): string {
  const lines = Object.entries(COMMANDS).map(
    ([name, { takes, does, run }]) => `  ${name} ${takes}\n      ${does}${run ? '' : ' (not built yet)'}`,
  );
  const first = unknown === null ? 'npm run desk -- COMMAND' : `There is no command "${unknown}". These are:`;
  return [first, ...lines, CHOICES].join('\n');
}
