import fc from 'fast-check';
import type { Book, CellValue, Sheet } from '../../desk/book/book';
import { Host } from '../../desk/host/host';
import { installGlobals, startClient, type Client } from '../../desk/runtime/client';
import { prepareClaims } from '../../src/actions/claims/make-claims';
import { prepareTablesAgain } from '../../src/actions/set-up/restore-tables';
import type { Finding } from '../../src/billing/findings';
import { FORGET, VANISHED_CLAIMS } from '../../src/practice/memory/vanished';
import { applyPrepared } from '../../src/practice/prepare';
import { sessionRow } from '../../src/practice/sessions/billed-once';
import { Refusal } from '../../src/workbook/refusal';
import { inventedPractice } from '../support/invented-practice';
import { workbookOf } from '../support/practice-workbook';
import { undoLast } from '../support/write-plan';

/*
 * Whatever a user does to sessions, register, sheets and tables between runs: no session is on two claims that stand.
 * Each session has an invisible name (a column that Claimsheet does not know), which follows it through all edits.
 */
const HEADERS = ['Date', 'Client', 'Minutes', 'CPT', 'Dx', 'Payer', 'Charge', 'Status', 'Ref'];
const [DATE, CLIENT, MINUTES, CODE, , , CHARGE, , REF] = HEADERS.keys();
const NOW = new Date(2026, 10, 2, 9, 0);
const CLIENTS = ['Ada Applegate', 'Bruno Birchwood'];

const session = (index: number): CellValue[] => [
  46_300 + index,
  CLIENTS[index % 2] ?? '',
  60,
  index % 3 === 2 ? '97140' : '97124',
  'M54.2',
  'Cascade Health Plan',
  120,
  'kept',
  `r${String(index)}`,
];

/** The workbook and what a user knows of it. */
class Practice {
  /** By account: the names of the sessions that a claim which stands has billed. */
  readonly standing = new Map<string, string[]>();
  private names = 100;

  constructor(
    readonly book: Book,
    private readonly client: Client,
  ) {}

  get sessions(): Sheet | undefined {
    return this.book.sheets.find((sheet) => sheet.cell(0, REF ?? 0)?.value === 'Ref');
  }

  rows(): CellValue[][] {
    const rows: CellValue[][] = [];
    for (let row = 1; row < 60; row++) {
      const line = HEADERS.map((_, column) => this.sessions?.cell(row, column)?.value ?? null);
      if (line.some((value) => value !== null)) rows.push(line);
    }
    return rows;
  }

  setRows(rows: readonly CellValue[][]): void {
    for (let row = 1; row < 60; row++)
      HEADERS.forEach((_, column) => this.sessions?.setValue(row, column, rows[row - 1]?.[column] ?? null));
  }

  newName(): string {
    return `r${String(++this.names)}`;
  }

  async run(answers: ReadonlyMap<string, string> = new Map(), month = '2026-10'): Promise<Finding[]> {
    return this.attempt(async (context) => {
      const names = new Map(this.rowNames());
      const prepared = await prepareClaims(context, { month, now: NOW, answers });
      await applyPrepared(context, prepared);
      for (const { account, lines } of prepared.report.claims) {
        expect([account, this.standing.has(account)]).toEqual([account, false]);
        const refs = lines.flatMap(({ sessions }) =>
          sessions.map(sessionRow).map((row) => names.get(row) ?? row),
        );
        this.standing.set(account, [...new Set(refs)]);
      }
      return [...prepared.report.findings, ...prepared.report.holds.flatMap(({ findings }) => findings)];
    });
  }

  async undo(): Promise<void> {
    await this.attempt(async (context) => {
      const before = [...this.accounts(), ...this.accounts('Line', 1)];
      await undoLast(context);
      const after = new Set([...this.accounts(), ...this.accounts('Line', 1)]);
      for (const account of before) if (!after.has(account)) this.standing.delete(account);
      return [];
    });
  }

  async repair(): Promise<void> {
    await this.attempt(async (context) => {
      await applyPrepared(context, await prepareTablesAgain(context));
      return [];
    });
  }

  /** Nothing of what vanished was sent. */
  async forget(): Promise<void> {
    const accounts = new Set(this.accounts());
    const gone = [...this.standing.keys()].filter((account) => !accounts.has(account));
    const former = new Map(this.standing);
    for (const account of gone) this.standing.delete(account);
    const done = await this.run(new Map([[VANISHED_CLAIMS, FORGET]]));
    if (done.length === 1 && done[0]?.rule === 'refused')
      for (const account of gone) this.standing.set(account, former.get(account) ?? []);
  }

  /** Answers truly whether a row that waits is another visit than the one that was billed. */
  async answer(): Promise<void> {
    const billed = new Set([...this.standing.values()].flat());
    const findings = await this.run();
    const refs = new Map(this.rowNames());
    const answers = findings.flatMap(({ place, answers: own = [] }): [string, string][] => {
      const ref = place ? refs.get(sessionRow({ place })) : undefined;
      const [answer] = own.filter(({ key }) => key.startsWith('visit:'));
      return answer && ref !== undefined && !billed.has(ref) ? [[answer.key, answer.value]] : [];
    });
    if (answers.length > 0) await this.run(new Map(answers));
  }

  /** Of Claims; where that was deleted, ClaimLines still tells what Undo takes back. */
  private accounts(first = 'Account', column = 0): string[] {
    return this.book.sheets.flatMap((sheet) =>
      sheet.cell(0, 0)?.value === first
        ? Array.from({ length: 40 }, (_, row) => String(sheet.cell(row + 1, column)?.value ?? ''))
        : [],
    );
  }

  private *rowNames(): Generator<[string, string]> {
    for (let row = 1; row < 60; row++) {
      const name = this.sessions?.cell(row, REF ?? 0)?.value;
      if (typeof name === 'string') yield [`${this.sessions?.name ?? ''}!${String(row + 1)}`, name];
    }
  }

  private async attempt(work: (context: Excel.RequestContext) => Promise<Finding[]>): Promise<Finding[]> {
    try {
      return await this.client.run(work);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return [{ rule: 'refused' } as Finding];
    }
  }
}

type Step = (practice: Practice) => Promise<void> | void;

const at = <Value>(values: readonly Value[], index: number): Value | undefined =>
  values[index % Math.max(1, values.length)];
const headerOf = (sheet: Sheet, header: string): number =>
  Array.from({ length: 40 }, (_, column) => column).find(
    (column) => sheet.cell(0, column)?.value === header,
  ) ?? 0;
const own = (practice: Practice, name: string): Sheet | undefined =>
  practice.book.sheets.find((sheet) => sheet.tables.some((table) => table.name.includes(name)));

function edited(column: number | undefined, change: (value: CellValue) => CellValue): (row: number) => Step {
  return (row) => (practice) => {
    const rows = practice.rows();
    const line = at(rows, row);
    if (line && column !== undefined) line[column] = change(line[column] ?? null);
    practice.setRows(rows);
  };
}

function sortOwn(name: string): Step {
  return (practice) => {
    const sheet = own(practice, name);
    const area = sheet?.tables[0]?.area;
    if (!sheet || !area) return;
    const lines = Array.from({ length: area.rows - 1 }, (_, row) =>
      Array.from({ length: area.columns }, (__, column) => sheet.cell(row + 1, column)?.value ?? null),
    ).reverse();
    lines.forEach((line, row) => line.forEach((value, column) => sheet.setValue(row + 1, column, value)));
  };
}

const DAYS_OF_OCTOBER = 31;
const LINE_HEADERS = new Set(['Date of service', 'Charge', 'Session keys']);
const TYPED: readonly [string, CellValue][] = [
  ['Status', 'Voided'],
  ['Frequency', '8'],
  ['Run', 'mine'],
  ['Kind', 'Superbill'],
  ['Date of service', 46_340],
  ['Charge', 1],
  ['Session keys', ''],
  ['Replaces', 'C26100001'],
];

/** What a user may do, each as `[name, step]`, so that a counterexample reads as a story. */
const STEPS: Record<string, (n: number) => Step> = {
  'makes claims': () => async (practice) => void (await practice.run()),
  'makes claims of the next month': () => async (practice) => void (await practice.run(new Map(), '2026-11')),
  undoes: () => (practice) => practice.undo(),
  'says truly which visits are others': () => (practice) => practice.answer(),
  'says that nothing of what vanished was sent': () => (practice) => practice.forget(),
  'makes tables again': () => (practice) => practice.repair(),
  'sorts the sessions': (n) => (practice) => {
    const rows = practice.rows();
    const by = n % HEADERS.length;
    practice.setRows([...rows].sort((a, b) => (String(a[by]) < String(b[by]) ? 1 : -1)));
  },
  'inserts a visit': (n) => (practice) => {
    const rows = practice.rows();
    const visit = session(n % 14);
    const name = practice.newName();
    visit[REF ?? 0] = name;
    // Of two rows that say the same nobody could tell which one was billed.
    visit[CHARGE ?? 0] = Number(name.slice(1));
    rows.splice(n % (rows.length + 1), 0, visit);
    practice.setRows(rows);
  },
  'copies a row': (n) => (practice) => {
    const rows = practice.rows();
    const line = at(rows, n);
    practice.setRows(line ? [...rows, [...line]] : rows);
  },
  'deletes a row': (n) => (practice) => {
    const rows = practice.rows();
    rows.splice(n % Math.max(1, rows.length), 1);
    practice.setRows(rows);
  },
  'corrects minutes': edited(MINUTES, () => 45),
  'corrects a code': edited(CODE, (value) => (value === '97124' ? '97140' : '97124')),
  'corrects a charge': edited(CHARGE, (value) => Number(value) + 5),
  'corrects a date, or enters a visit by copying a row and writing another date': (n) => (practice) => {
    const rows = practice.rows();
    const line = at(rows, n);
    if (!line || DATE === undefined || REF === undefined) return;
    const isCopy = rows.filter((row) => row[REF] === line[REF]).length > 1;
    line[DATE] = 46_300 + ((Number(line[DATE]) - 46_299) % 14);
    if (isCopy) line[REF] = practice.newName();
    practice.setRows(rows);
  },
  'writes a name in capitals': edited(CLIENT, (value) => String(value).toUpperCase()),
  'renames the session sheet': (n) => (practice) => {
    if (practice.sessions) practice.sessions.name = `Visits ${String(n)}`;
  },
  'renames the sheet of the register': (n) => (practice) => {
    const sheet = own(practice, 'Claims');
    if (sheet) sheet.name = `Billed ${String(n)}`;
  },
  'renames a table': (n) => (practice) => {
    const table = own(practice, n % 2 ? 'Claims' : 'ClaimLines')?.tables[0];
    if (table) table.name = `${table.name}_${String(n)}`;
  },
  'sorts the register': () => sortOwn('Claims'),
  'sorts its lines': () => sortOwn('ClaimLines'),
  'converts a table to a range': (n) => (practice) => {
    own(practice, n % 2 ? 'Claims' : 'ClaimLines')?.tables.splice(0);
  },
  'deletes a sheet of the register': (n) => (practice) => {
    const sheet = own(practice, at(['Claims', 'ClaimLines', 'Activity'], n) ?? '');
    if (sheet) practice.book.sheets.splice(practice.book.sheets.indexOf(sheet), 1);
  },
  'deletes the whole register': () => (practice) => {
    for (const name of ['ClaimLines', 'Claims', 'Activity']) {
      const sheet = own(practice, name);
      if (sheet) practice.book.sheets.splice(practice.book.sheets.indexOf(sheet), 1);
    }
  },
  'clears a line of the register': (n) => (practice) => {
    const sheet = own(practice, 'ClaimLines');
    const area = sheet?.tables[0]?.area;
    if (sheet && area)
      for (let c = 0; c < area.columns; c++) sheet.setValue(1 + (n % (area.rows - 1)), c, null);
  },
  'renames a header': (n) => (practice) => {
    const sheet = own(practice, n % 2 ? 'Claims' : 'ClaimLines');
    const header = at(['Account', 'Status', 'Session keys', 'Run', 'Client'], n) ?? '';
    if (sheet) sheet.setValue(0, headerOf(sheet, header), `${header} (mine)`);
  },
  'pastes a line of the register over the next one': (n) => (practice) => {
    const sheet = own(practice, 'ClaimLines');
    const area = sheet?.tables[0]?.area;
    if (!sheet || !area || area.rows < 3) return;
    const from = 1 + (n % (area.rows - 2));
    for (let c = 0; c < area.columns; c++) sheet.setValue(from + 1, c, sheet.cell(from, c)?.value ?? null);
  },
  'types over a cell of the register': (n) => (practice) => {
    const [header, value] = at(TYPED, n) ?? ['Status', ''];
    const sheet = own(practice, LINE_HEADERS.has(header) ? 'ClaimLines' : 'Claims');
    if (sheet?.tables.length) sheet.setValue(1 + (n % 3), headerOf(sheet, header), value);
  },
  'saves with a program that drops what it does not know': () => (practice) => {
    practice.book.customXmlParts.splice(0);
  },
  'writes the same day of the next month': (n) => (practice) => {
    const rows = practice.rows();
    const line = at(rows, n);
    if (!line || DATE === undefined) return;
    line[DATE] = Number(line[DATE]) + DAYS_OF_OCTOBER;
    practice.setRows(rows);
  },
  'copies the sheet of the lines': () => (practice) => {
    const sheet = own(practice, 'ClaimLines');
    const table = sheet?.tables[0];
    if (!sheet || !table || practice.book.sheet('ClaimLines (2)')) return;
    const copy = practice.book.addSheet('ClaimLines (2)');
    for (let row = 0; row < table.area.rows; row++)
      for (let c = 0; c < table.area.columns; c++) copy.setValue(row, c, sheet.cell(row, c)?.value ?? null);
  },
  'types another total': () => (practice) => {
    const sheet = own(practice, 'Claims');
    if (sheet) sheet.setValue(1, headerOf(sheet, 'Billed'), 1);
  },
};

const step = fc
  .tuple(fc.constantFrom(...Object.keys(STEPS)), fc.nat({ max: 20 }))
  .map(([name, n]) => ({ name: `${name} (${String(n)})`, step: STEPS[name]?.(n) }));
const story = fc.array(step, { minLength: 3, maxLength: 10 });

test('no session is on two claims that stand, whatever the user does between runs', async () => {
  await fc.assert(
    fc.asyncProperty(story, async (steps) => {
      const book = workbookOf(
        { Sessions: [HEADERS, ...Array.from({ length: 7 }, (_, index) => session(index))] },
        inventedPractice,
      );
      const client = await startClient(new Host(book));
      const restore = installGlobals(client);
      try {
        const practice = new Practice(book, client);
        await practice.run();
        for (const { step: take } of steps) await take?.(practice);
        await practice.run();
        await practice.run(new Map(), '2026-11');
        const billed = [...practice.standing.values()].flat();
        expect(billed.filter((ref, index) => billed.indexOf(ref) !== index)).toEqual([]);
      } finally {
        restore();
        await client.close();
      }
    }),
    {
      numRuns: Number(process.env['STORIES'] ?? 40),
      seed: 20_261_201,
      reporter: ({ failed, counterexample, counterexamplePath, errorInstance }) => {
        if (!failed) return;
        const told = counterexample?.[0].map(({ name }) => name).join(', then ') ?? '';
        throw new Error(`${told} [${counterexamplePath ?? ''}]: ${String(errorInstance)}`);
      },
    },
  );
}, 600_000);
