/**
 * Calculates some 400 formulas with the Desk and with LibreOffice, where that is installed, and prints where the two
 * disagree: npx tsx tools/compare-formulas/compare.ts [SOFFICE]. A difference is a question, no proof: Microsoft's page of the
 * function decides. The formulas are in formulas.txt and in the tests' own cases, all over the sheet of the latter.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Book, CellError, type CellValue } from '../../desk/book/book';
import { createCalculator } from '../../desk/calc/calculator';
import { readCustomFunctionTable } from '../../desk/calc/custom-function-table';
import { readXlsx } from '../../desk/xlsx/read-xlsx';
import { writeXlsx } from '../../desk/xlsx/write-xlsx';
import { cases, sheet as rows } from '../../test/desk/calc/cases/worksheet-functions.json';

const SHEET = 'Sessions';
const FORMULAS = 'Formulas';
/** Each formula has rows of its own, so that none lies beside what it reads. */
const APART = 3;
/** Digits after which two numbers count as the same. */
const DIGITS = 12;

function listedFormulas(): string[] {
  const listed = readFileSync(join(__dirname, 'formulas.txt'), 'utf8').trim().split('\n');
  // TODAY has no answer to compare, and what is intersected depends on where it stands.
  const tested = cases.map(({ formula }) => formula).filter((formula) => !/TODAY|@|Sheet2/i.test(formula));
  return [...new Set([...listed, ...tested])];
}

/** Formulas stand on a sheet of their own and mean the first one. */
function book(formulas: readonly string[]): Book {
  const made = new Book();
  const cells = made.addSheet(SHEET);
  rows.forEach((line, row) => line.forEach((value, column) => cells.setValue(row, column, value)));
  const target = made.addSheet(FORMULAS);
  formulas.forEach((formula, index) => {
    const shown = formula.replace(
      /("[^"]*")|(?<![\w.!'$])(\$?[A-E]\$?[1-9](?::\$?[A-E]\$?[1-9])?)(?![\w(])/g,
      (_, text: string | undefined, address: string) => text ?? `${SHEET}!${address}`,
    );
    target.setFormula(index * APART, 0, shown, 'Intersecting');
  });
  return made;
}

async function byDesk(made: Book): Promise<Map<number, string>> {
  const functions = readCustomFunctionTable({ functions: [] });
  const calculator = await createCalculator(made, { functions, invoke: () => Promise.resolve([]) });
  const { unsupported } = await calculator.recalculateAll();
  calculator.close();
  return new Map(unsupported.map(({ row, reason }) => [row, reason]));
}

function byLibreOffice(program: string, file: Uint8Array): Book {
  const folder = mkdtempSync(join(tmpdir(), 'compare-'));
  try {
    writeFileSync(join(folder, 'in.xlsx'), file);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const words = [profile, '--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir'];
    const run = spawnSync(program, [...words, join(folder, 'out'), join(folder, 'in.xlsx')], {
      encoding: 'utf8',
    });
    if (run.error || run.status !== 0)
      throw new Error(`${program} could not be run: install LibreOffice, or name its program.`);
    return readXlsx(readFileSync(join(folder, 'out/in.xlsx')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function shown(value: CellValue): string {
  if (value instanceof CellError) return value.text;
  if (typeof value === 'number') return String(Number(value.toPrecision(DIGITS)));
  return JSON.stringify(value ?? 0);
}

async function compare(program: string): Promise<void> {
  const formulas = listedFormulas();
  const made = book(formulas);
  const other = byLibreOffice(program, writeXlsx(made));
  const unsupported = await byDesk(made);
  let same = 0;
  let unknown = 0;
  formulas.forEach((formula, index) => {
    const row = index * APART;
    const reason = unsupported.get(row);
    const [own, theirs] = [made, other].map((each) =>
      shown(each.sheet(FORMULAS)?.cell(row, 0)?.value ?? null),
    );
    if (theirs === '#NAME?') unknown++;
    else if (own === theirs && reason === undefined) same++;
    else
      process.stdout.write(`${formula}\n    Desk: ${reason ?? own ?? ''}    LibreOffice: ${theirs ?? ''}\n`);
  });
  process.stdout.write(
    `${String(formulas.length)} formulas, ${String(same)} alike, ${String(unknown)} that LibreOffice does not know.\n`,
  );
}

compare(process.argv[2] ?? 'soffice').catch((problem: unknown) => {
  process.stderr.write(`${problem instanceof Error ? problem.message : String(problem)}\n`);
  process.exitCode = 1;
});
