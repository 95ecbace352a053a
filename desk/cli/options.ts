import { parseArgs } from 'node:util';
import type { CorrectionRequest } from '../../src/actions/claims/correct-claims';
import { MAX_OFFSET, NO_OFFSET, readOffset, type Offset } from '../../src/forms/cms1500/overlay/offset';
import { parseIso } from '../../src/billing/values/day';
import { isSettingName, SETTING_NAMES } from '../../src/x12/claim-837p/settings';
import { BadInput } from './bad-input';

/** The words of a command line, checked. */
export interface Options {
  input: string;
  out: string | null;
  month: string | null;
  json: boolean;
  sheet: string | undefined;
  columns: Record<string, string>;
  /** Answers to questions, by their keys. */
  answers: ReadonlyMap<string, string>;
  /** Keys of answers to be forgotten. */
  forget: string[];
  /** Whose credit is used. */
  client: string | null;
  /** Undo leaves what somebody changed since. */
  allBut: boolean;
  today: Date;
  /** Files of claims: where they go, and how the 837P is addressed. */
  edi: string | null;
  csv: string | null;
  /** Null: as the Clearinghouse table says. */
  clearinghouse: string | null;
  ediSettings: Record<string, string>;
  control: number | null;
  /** Claims of the register to be corrected, voided or sent again. */
  corrections: CorrectionRequest[];
  /** Remittance files (835). */
  era: string[];
  /** Files that a clearinghouse sent back. */
  ack: string[];
  /** Claims on paper: for the red form, and with an outline for the file. */
  pdf: string | null;
  pdfCopy: string | null;
  offset: Offset;
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** Reads the options that all commands share; `needs` are those this command cannot do without. */
export function readOptions(command: string, words: string[], needs: ('out' | 'month')[]): Options {
  const { values, positionals } = parse(command, words);
  const [input, ...more] = positionals;
  if (input === undefined)
    throw new BadInput(`Which workbook? For example: npm run desk -- ${command} FILE.xlsx`);
  if (more.length > 0)
    throw new BadInput(`One workbook at a time, please: what should be done with ${more.join(' ')}?`);
  const { out, month } = values;
  if (needs.includes('out') && out === undefined) {
    throw new BadInput(
      'Where should the result go? Add --out RESULT.xlsx; the workbook itself is never written to.',
    );
  }
  if (needs.includes('month') && month === undefined)
    throw new BadInput('Which month? Add --month, for example --month 2026-10.');
  if (month !== undefined && !MONTH.test(month)) {
    throw new BadInput(`"${month}" is not a month. Write it as year and month, for example 2026-10.`);
  }
  return {
    input,
    out: out ?? null,
    month: month ?? null,
    json: values.json ?? false,
    sheet: values.sheet,
    columns: Object.fromEntries((values.map ?? []).map(readColumn)),
    answers: new Map((values.answer ?? []).map(readAnswer)),
    forget: values.forget ?? [],
    client: values.client ?? null,
    allBut: values['all-but'] ?? false,
    today: readToday(values.today),
    edi: values.edi ?? null,
    csv: values.csv ?? null,
    clearinghouse: values.clearinghouse ?? null,
    ediSettings: {
      ...(values.test ? { usage: 'T' } : {}),
      ...Object.fromEntries((values['edi-setting'] ?? []).map(readSetting)),
    },
    control: values.control === undefined ? null : readControl(values.control),
    corrections: (['correct', 'void', 'resend'] as const).flatMap((how) => readAccounts(values[how], how)),
    era: values.era ?? [],
    ack: values.ack ?? [],
    pdf: values.pdf ?? null,
    pdfCopy: values['pdf-copy'] ?? null,
    offset: readPrintOffset(values.offset),
  };
}

/** The words of `align`: a PDF to write, and an offset to try. */
export function readAlignOptions(words: string[]): { output: string; offset: Offset } {
  const { values, positionals } = parse('align', words);
  const [output, ...more] = positionals;
  if (output === undefined || more.length > 0) {
    throw new BadInput('Where should the test page go? For example: npm run desk -- align align.pdf');
  }
  return { output, offset: readPrintOffset(values.offset) };
}

/** Which options a command has, beside `--json` and `--today`; any other one is refused instead of passed over. */
const OPTIONS_OF: Readonly<Record<string, readonly string[]>> = {
  map: ['sheet', 'map', 'answer'],
  'my-answers': ['out', 'answer', 'forget'],
  check: ['month', 'sheet', 'map', 'answer'],
  claims: [
    'month', 'out', 'sheet', 'map', 'answer', 'edi', 'csv', 'pdf', 'pdf-copy', 'offset', 'clearinghouse', 'edi-setting', 'test', 'control', 'correct', 'void', 'resend',
  ],
  superbills: ['month', 'out', 'sheet', 'map', 'answer'],
  reconcile: ['month', 'out', 'sheet', 'map', 'answer', 'era', 'ack'],
  recalc: ['out'],
  close: ['month', 'out', 'sheet', 'map'],
  credit: ['out', 'sheet', 'map', 'client'],
  reopen: ['month', 'out', 'sheet', 'map'],
  undo: ['out', 'all-but'],
  repair: ['out'],
  redact: ['out'],
  align: ['offset'],
}; // prettier-ignore
const OPTIONS_OF_ALL = ['json', 'today'];

function parse(command: string, words: string[]) {
  const parsed = parseAll(command, words);
  const known = [...OPTIONS_OF_ALL, ...(OPTIONS_OF[command] ?? [])];
  const other = Object.keys(parsed.values).find((option) => !known.includes(option));
  if (other !== undefined)
    throw new BadInput(`${command} has no option --${other}. "npm run desk -- help" lists what it takes.`);
  return parsed;
}

function parseAll(command: string, words: string[]) {
  try {
    return parseArgs({
      args: joinOffset(words),
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        month: { type: 'string' },
        json: { type: 'boolean' },
        sheet: { type: 'string' },
        map: { type: 'string', multiple: true },
        answer: { type: 'string', multiple: true },
        forget: { type: 'string', multiple: true },
        'all-but': { type: 'boolean' },
        client: { type: 'string' },
        today: { type: 'string' },
        edi: { type: 'string' },
        csv: { type: 'string' },
        clearinghouse: { type: 'string' },
        'edi-setting': { type: 'string', multiple: true },
        test: { type: 'boolean' },
        control: { type: 'string' },
        era: { type: 'string', multiple: true },
        ack: { type: 'string', multiple: true },
        correct: { type: 'string' },
        void: { type: 'string' },
        resend: { type: 'string' },
        pdf: { type: 'string' },
        'pdf-copy': { type: 'string' },
        offset: { type: 'string' },
      },
    });
  } catch (problem) {
    const said = problem instanceof Error ? (problem.message.split('. ')[0] ?? '') : String(problem);
    throw new BadInput(`${said}. "npm run desk -- help" lists what ${command} takes.`);
  }
}

/** An offset may begin with a minus, which would look like another option: `--offset -2,3`. */
function joinOffset(words: readonly string[]): string[] {
  const at = words.indexOf('--offset');
  const offset = words[at + 1];
  if (at < 0 || offset === undefined || !/^-[\d.]/.test(offset)) return [...words];
  return [...words.slice(0, at), `--offset=${offset}`, ...words.slice(at + 2)];
}

/** `client=Client Name`. */
export function readColumn(assignment: string): [string, string] {
  const [field, ...header] = assignment.split('=');
  if (!field || header.length === 0) {
    throw new BadInput(
      `--map names a field and its column, for example --map client="Client Name"; "${assignment}" does not.`,
    );
  }
  return [
    field.trim(),
    header
      .join('=')
      .trim()
      .replace(/^"(.*)"$/, '$1'),
  ];
}

/** `vanished-claims=forget`; the key may hold any sign but "=". */
function readAnswer(text: string): [string, string] {
  const at = text.lastIndexOf('=');
  const [key, value] = [text.slice(0, Math.max(0, at)).trim(), text.slice(at + 1).trim()];
  if (key === '' || value === '') {
    throw new BadInput(
      `--answer names a question and its answer, as the finding that asks it does; "${text}" does not.`,
    );
  }
  return [key, value];
}

/** One identifier of the file, for example submitterId=12345. */
function readSetting(assignment: string): [string, string] {
  const [name = '', ...value] = assignment.split('=');
  if (!isSettingName(name)) {
    throw new BadInput(
      `--edi-setting names an identifier of the file, for example --edi-setting submitterId=12345; "${assignment}" does not. The names are: ${SETTING_NAMES.join(', ')}.`,
    );
  }
  return [name, value.join('=')];
}

/** Accounts joined by commas, each once. */
function readAccounts(text: string | undefined, how: CorrectionRequest['how']): CorrectionRequest[] {
  if (text === undefined) return [];
  const accounts = text.split(',').map((account) => account.trim());
  if (accounts.some((account) => account === '')) {
    throw new BadInput(`--${how} names claims by their accounts, for example --${how} C26100001,C26100004.`);
  }
  return [...new Set(accounts)].map((account) => ({ account, how }));
}

function readControl(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) {
    throw new BadInput(`"${text}" is not a number for a file of claims; it has one to nine digits.`);
  }
  return Number(text);
}

/** How far to move what is printed on the form. */
function readPrintOffset(text: string | undefined): Offset {
  const offset = text === undefined ? NO_OFFSET : readOffset(text);
  if (offset) return offset;
  throw new BadInput(
    `"${text ?? ''}" is not an offset. Write points to the right and down, for example --offset 2,-3 (or inches: --offset 0.02in,-0.04in), at most ${String(MAX_OFFSET)} points each.`,
  );
}

/** The day to count from; another one lets an old month be billed as it was. */
export function readToday(text: string | undefined): Date {
  if (text === undefined) return new Date();
  if (parseIso(text) === null) throw new BadInput(`"${text}" is not a day. Write it as 2026-11-22.`);
  return new Date(`${text.trim()}T12:00:00`);
}
