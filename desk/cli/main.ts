import { Refusal } from '../../src/workbook/refusal';
import { BadInput } from './bad-input';
import { claims } from './commands/claims';
import { map } from './commands/map';
import type { Result } from './commands/make-documents';
import { recalc } from './commands/recalc';
import { superbills } from './commands/superbills';
import { undo } from './commands/undo';

interface Command {
  takes: string;
  does: string;
  run: ((words: string[]) => Promise<Result>) | null;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  recalc: { takes: 'IN.xlsx --out OUT.xlsx', does: 'calculates every formula', run: recalc },
  map: { takes: 'FILE.xlsx|.csv [--json]', does: 'shows which column is taken for what', run: map },
  claims: {
    takes: 'IN.xlsx --month YYYY-MM --out OUT.xlsx [--json]',
    does: "makes a month's claims",
    run: claims,
  },
  superbills: {
    takes: 'IN.xlsx --month YYYY-MM --out OUT.xlsx [--json]',
    does: "makes a month's superbills",
    run: superbills,
  },
  undo: { takes: 'IN.xlsx --out OUT.xlsx', does: 'takes back what was made last', run: undo },
  check: { takes: 'IN.xlsx', does: 'lists all findings', run: null },
  open: { takes: 'FILE.xlsx', does: 'shows the workbook in a browser', run: null },
  reconcile: { takes: 'IN.xlsx', does: 'posts remittances', run: null },
};

const CHOICES =
  'Where a sheet or column is unclear: --sheet NAME, --map client="Client Name". --today YYYY-MM-DD counts from another day.';

async function main([name, ...words]: string[]): Promise<number> {
  const command = name === undefined ? undefined : COMMANDS[name];
  if (!command) {
    const known = name === undefined || name === 'help' || name === '--help';
    (known ? console.log : console.error)(help(known ? null : name));
    return known ? 0 : 2;
  }
  if (!command.run) {
    console.error(`"${name ?? ''}" is not built yet.`);
    return 2;
  }
  const { output, exitCode } = await command.run(words);
  console.log(output.join('\n'));
  return exitCode;
}

function help(unknown: string | null): string {
  const lines = Object.entries(COMMANDS).map(
    ([name, { takes, does, run }]) => `  ${name} ${takes}\n      ${does}${run ? '' : ' (not built yet)'}`,
  );
  const first = unknown === null ? 'npm run desk -- COMMAND' : `There is no command "${unknown}". These are:`;
  return [first, ...lines, CHOICES].join('\n');
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (problem: unknown) => {
    const expected = problem instanceof BadInput || problem instanceof Refusal;
    console.error(expected ? problem.message : problem);
    process.exitCode = expected ? 2 : 70;
  },
);
