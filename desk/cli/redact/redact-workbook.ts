import { mapSheet, type MappedSheet } from '../../../src/actions/sessions/map-sheet';
import type { Session } from '../../../src/billing/records/session';
import { readPracticeBook } from '../../../src/practice/practice-book';
import { isOwnDocument } from '../../../src/workbook/plan/own-sheets';
import { readWorkbook } from '../../../src/workbook/excel/read-workbook';
import type { WorkbookReading } from '../../../src/workbook/reading';
import { Refusal } from '../../../src/workbook/refusal';
import { sheetsOfTables } from '../../../src/workbook/tables/own-table';
import type { Book } from '../../book/book';
import { readXlsx } from '../../xlsx/read-xlsx';
import { writeXlsx } from '../../xlsx/write-xlsx';
import { BadInput } from '../bad-input';
import { withExcel } from '../with-excel';
import { Chance } from './chance';
import { placesOf, redactCells } from './redact-cells';
import { fingerprintsOf, redactMemory, type Fingerprints } from './redact-memory';
import { redactParts, textsOf } from './redact-parts';
import { Redactor } from './redactor';
import { treatmentsOf } from './treatments';

export interface Redacted {
  bytes: Uint8Array;
  /** What each sheet whose name told of a person is called now. */
  renamed: ReadonlyMap<string, string>;
}

/**
 * The workbook with invented people in the place of real ones: layout, formats, amounts, codes and days of service are
 * kept, names, numbers, addresses, birth dates and notes are not. The same `secret` invents the same people.
 * Changes the book. Throws BadInput, and gives nothing, where something that tells of a person would remain.
 */
export async function redactWorkbook(book: Book, secret: string, today: Date): Promise<Redacted> {
  const chance = new Chance(secret);
  const { reading, accounts, sessions } = await read(book, today);
  const places = placesOf(book, treatmentsOf(reading, accounts));
  const texts = places.flatMap(({ cell: { value }, treatment }) =>
    typeof value === 'string' ? [{ value, treatment }] : [],
  );
  const redactor = redactorFor(texts, sessions, chance);
  const names = texts.flatMap(({ value, treatment }) => (treatment === 'name' ? [value] : []));
  const spoken = new Set([...names, ...sessions.flatMap(({ client, provider }) => [client, provider ?? ''])]);

  redactCells(places, redactor);
  const renamed = await renameSheets(book, reading, redactor);
  redactDefinedNames(book, redactor);
  const after = await read(book, today);
  const prints = fingerprintsOf(
    sessions,
    after.sessions,
    [...spoken].map((name) => [name, redactor.text(name, 'name')] as const),
    chance,
  );
  redactRegister(book, places, prints, renamed);
  redactMemory(book, prints);
  redactSettings(book, redactor, renamed);
  const bytes = redactParts(writeXlsx(book), redactor);
  refuseRemains(bytes, texts, redactor);
  readXlsx(bytes);
  return { bytes, renamed };
}

interface Read {
  reading: WorkbookReading;
  accounts: MappedSheet['accounts'];
  sessions: Session[];
}

async function read(book: Book, today: Date): Promise<Read> {
  return withExcel(book, ({ run }) =>
    run(async (context) => {
      const reading = await readWorkbook(context);
      const accounts = await unlessRefused(async () => (await mapSheet(context, {})).accounts, []);
      const sessions = await unlessRefused(
        async () => (await readPracticeBook(context, { month: null, now: today })).sessions,
        [],
      );
      return { reading, accounts, sessions };
    }),
  );
}

/** What cannot be read for sure is treated as free text. */
async function unlessRefused<Value>(work: () => Promise<Value>, otherwise: Value): Promise<Value> {
  try {
    return await work();
  } catch (problem) {
    if (problem instanceof Refusal) return otherwise;
    throw problem;
  }
}

function redactorFor(
  texts: readonly { value: string; treatment: string }[],
  sessions: readonly Session[],
  chance: Chance,
): Redactor {
  const of = (...treatments: string[]) =>
    texts.filter(({ treatment }) => treatments.includes(treatment)).map(({ value }) => value);
  const redactor = new Redactor(chance, {
    names: [
      ...of('name', 'address'),
      ...sessions.flatMap(({ client, provider }) => [client, ...(provider === null ? [] : [provider])]),
    ],
    payers: of('payer'),
    all: texts.map(({ value }) => value),
  });
  for (const number of new Set(of('number'))) redactor.learnNumber(number);
  return redactor;
}

/** Sheets of the user's that are called after somebody, and documents that Claimsheet made for one. */
async function renameSheets(
  book: Book,
  reading: WorkbookReading,
  redactor: Redactor,
): Promise<Map<string, string>> {
  const own = sheetsOfTables(reading);
  const taken = new Set(book.sheets.map(({ name }) => name.toLowerCase()));
  const renamed = new Map<string, string>();
  for (const { name } of book.sheets) {
    if (own.has(name)) continue;
    const now = redactor.text(name, isOwnDocument(name) ? 'page' : 'text');
    if (now === name) continue;
    let free = now;
    for (let number = 2; taken.has(free.toLowerCase()); number++)
      free = `${now.slice(0, 27)} ${String(number)}`;
    taken.add(free.toLowerCase());
    renamed.set(name, free);
  }
  if (renamed.size === 0) return renamed;
  const isLocked = book.structureProtected;
  book.structureProtected = false;
  await withExcel(book, ({ run }) =>
    run(async (context) => {
      for (const [before, now] of renamed) context.workbook.worksheets.getItem(before).name = now;
      await context.sync();
    }),
  );
  book.structureProtected = isLocked;
  return renamed;
}

/** Names that stand for cells: their comments go, and so do names that are called after somebody. */
function redactDefinedNames(book: Book, redactor: Redactor): void {
  for (const defined of book.names.splice(0)) {
    const spaced = defined.name.replaceAll('_', ' ');
    if (!defined.name.startsWith('Claimsheet.') && redactor.text(spaced, 'page') !== spaced) continue;
    delete defined.comment;
    book.names.push(defined);
  }
}

function redactRegister(
  book: Book,
  places: ReturnType<typeof placesOf>,
  prints: Fingerprints,
  renamed: ReadonlyMap<string, string>,
): void {
  for (const { sheet, row, column, treatment } of places) {
    const value = sheet.cell(row, column)?.value;
    if (typeof value !== 'string') continue;
    const now =
      treatment === 'key' || treatment === 'text'
        ? value.replace(/\b\d{5}-[0-9a-z]{11}\b/g, (print) => prints.session(print))
        : treatment === 'sheet'
          ? withSheetNames(value, renamed)
          : value;
    if (now !== value && book.sheets.includes(sheet)) sheet.setValue(row, column, now);
  }
}

function withSheetNames(text: string, renamed: ReadonlyMap<string, string>): string {
  let now = text;
  for (const [before, after] of renamed) now = now.replaceAll(before, after);
  return now;
}

/** What set-up remembers of sheets and columns; what other add-ins keep goes. */
function redactSettings(book: Book, redactor: Redactor, renamed: ReadonlyMap<string, string>): void {
  for (const [key, value] of [...book.settings]) {
    if (!key.startsWith('Claimsheet.')) book.settings.delete(key);
    else if (typeof value === 'string')
      book.settings.set(key, withSheetNames(redactor.text(value, 'page'), renamed));
  }
}

/** Nothing that a cell held and that was replaced may stand anywhere in the file. */
function refuseRemains(
  bytes: Uint8Array,
  texts: readonly { value: string; treatment: string }[],
  redactor: Redactor,
): void {
  const told = new Set(
    texts
      .filter(({ treatment }) => ['name', 'address', 'number', 'birth'].includes(treatment))
      .map(({ value }) => value.trim())
      .filter(
        (value) => (/\d{6}/.test(value) || /\p{L}{3}/u.test(value)) && redactor.text(value, 'page') !== value,
      ),
  );
  const remaining = [...textsOf(bytes)].find(({ text }) => told.has(text.trim()));
  if (remaining === undefined) return;
  throw new BadInput(
    `The copy would still say "${remaining.text}" (in ${remaining.part}), which cannot be redacted; nothing was written.`,
  );
}
