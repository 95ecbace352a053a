import { runCommand } from '../../../desk/cli/run-command';
import type { Book, Sheet } from '../../../desk/book/book';
import { applyPrepared, type Prepared } from '../../../src/practice/prepare';
import { prepareAppeal } from '../../../src/actions/documents/appeal';
import { prepareBenefits } from '../../../src/actions/documents/benefits';
import { readDocumentBook } from '../../../src/actions/documents/document-book';
import type { DocumentReport } from '../../../src/actions/documents/document-plan';
import { prepareEstimate } from '../../../src/actions/documents/estimate';
import { prepareItemized } from '../../../src/actions/documents/itemized';
import { prepareProgress } from '../../../src/actions/documents/progress';
import { prepareStatement } from '../../../src/actions/documents/statement';
import { runOf, undoLast } from '../../support/write-plan';
import { lineAccounts } from '../../../src/billing/payments/line-account';
import { sum } from '../../../src/billing/values/cents';
import { totalCount } from '../../../src/billing/values/counts';
import { isAnyNumber, plainNumber } from '../../../src/billing/values/plain-number';
import type { ReportBlock, ReportTable } from '../../../src/forms/report/report';
import { contentsOf, onDesk } from '../../support/desk';
import { spansOn } from '../../../src/forms/report/spans';
import { documentsBook } from '../../support/documents-book';
import type { TableContents } from '../../support/practice-workbook';
import { day } from '../../support/values';

const NOW = new Date('2026-11-22T12:00:00');
const ADA = { client: 'Ada Applegate', now: NOW };
const BRUNO = { client: 'Bruno Birchwood', now: NOW };
const CLARA = { client: 'Clara Cloverfield', now: NOW };
const WEEKLY = { services: [{ code: '97124', units: 4 }], visits: 8 };

type Prepare = (context: Excel.RequestContext) => Promise<Prepared<DocumentReport>>;

const EACH: [kind: string, prepare: Prepare][] = [
  ['statement', (context) => prepareStatement(context, ADA)],
  ['itemized', (context) => prepareItemized(context, BRUNO)],
  ['appeal', (context) => prepareAppeal(context, ADA)],
  ['progress', (context) => prepareProgress(context, ADA)],
  ['benefits', (context) => prepareBenefits(context, ADA)],
  ['estimate', (context) => prepareEstimate(context, { ...CLARA, ...WEEKLY })],
];

async function made(prepare: Prepare, book: Book = documentsBook()) {
  const { answer } = await onDesk(book, async (context) => {
    const prepared = await prepare(context);
    await applyPrepared(context, prepared);
    return prepared;
  });
  const report = runOf(answer.plan)?.reports?.[0]?.report;
  if (!report) throw new Error('no sheet was planned');
  const sheet = book.sheets.find(({ name }) => name === answer.report.sheet);
  return { ...answer, blocks: report.blocks, texts: sheet ? textsOf(sheet) : [], book };
}

function textsOf(sheet: Sheet): string[] {
  return [...sheet.entries()].flatMap(({ cell }) => (typeof cell.value === 'string' ? [cell.value] : []));
}

function refusal(prepare: Prepare, change?: (tables: TableContents) => TableContents): Promise<unknown> {
  return onDesk(documentsBook(change), prepare).then(
    () => {
      throw new Error('it was made');
    },
    (problem: unknown) => (problem instanceof Error ? problem.message : problem),
  );
}

test.each(EACH)('%s: every table fits the columns of the page, and its lines do', async (_, prepare) => {
  const { answer } = await onDesk(documentsBook(), prepare);
  const report = runOf(answer.plan)?.reports?.[0]?.report;
  const width = report?.columnWidths.length ?? 0;
  for (const table of (report?.blocks ?? []).filter(isTable)) {
    expect(totalCount(spansOn(table.columns, width))).toBe(width);
    for (const { cells } of table.rows) expect(cells).toHaveLength(table.columns.length);
  }
});

const isTable = (block: ReportBlock): block is ReportTable => block.kind === 'table';

/** Changes the first row of a table that has the given value. */
function changed(
  table: keyof TableContents,
  key: string,
  is: string,
  values: Record<string, never> | object,
) {
  return (tables: TableContents): TableContents => ({
    ...tables,
    [table]: (tables[table] ?? []).map((row) => (row[key] === is ? { ...row, ...values } : row)),
  });
}

test.each(EACH)(
  '%s: a sheet that begins with who writes, and Undo leaves the workbook as it was',
  async (_, prepare) => {
    const book = documentsBook();
    const before = contentsOf(book);
    const { report, texts } = await made(prepare, book);
    expect(book.sheets.map(({ name }) => name)).toContain(report.sheet);
    expect(texts.slice(0, 3)).toEqual([
      'Quiet Harbor Massage',
      '100 Example Street',
      'Tacoma, WA 98402-0100',
    ]);
    await onDesk(book, undoLast);
    expect(contentsOf(book)).toEqual(before);
  },
);

test.each(EACH)('%s: a hostile name stays a text', async (_, prepare) => {
  const hostile = '=HYPERLINK("http://x","y")';
  const book = documentsBook((tables) => ({
    ...tables,
    Practice: [{ ...tables.Practice?.[0], name: hostile }],
  }));
  const { report } = await made(prepare, book);
  const sheet = book.sheets.find(({ name }) => name === report.sheet);
  const cells = [...(sheet?.entries() ?? [])].map(({ cell }) => cell);
  expect(cells.map(({ value }) => value)).toContain(hostile);
  expect(cells.filter(({ formula }) => formula?.includes('HYPERLINK'))).toEqual([]);
});

describe('statement', () => {
  test('its total is what the accounts of all lines say the client owes', async () => {
    const { answer: owed } = await onDesk(documentsBook(), async (context) => {
      const { payments, today } = await readDocumentBook(context, NOW);
      return lineAccounts(payments.lines, payments.postings, today)
        .filter(({ line }) => line.client === 'Ada Applegate')
        .map(({ clientOwes }) => clientOwes);
    });
    expect(sum(owed)).toBe(10800);
    const { blocks, texts } = await made((context) => prepareStatement(context, ADA));
    const [visits, parts] = blocks.filter(isTable);
    expect(totalOf(visits, 8)).toBe(10800);
    expect(totalOf(parts, 3)).toBe(10800);
    expect(texts).toContain('Amount due: $108.00, please pay on receipt of this statement.');
    expect(texts.join(' ')).toContain('$480.00 more is with your insurance. You do not owe it now');
  });

  test('what the client owes is the deductible, coinsurance and copay, less what was paid', async () => {
    const { blocks } = await made((context) => prepareStatement(context, ADA));
    expect(blocks.filter(isTable)[1]?.rows.map(({ cells }) => [cells[0], cells[2]])).toEqual([
      ['Deductible', 9000],
      ['Coinsurance', 1800],
      ['Copay', 2000],
      ['Paid by you', -2000],
    ]);
  });

  test('a superbill is owed by the client, without an insurer', async () => {
    const { texts } = await made((context) =>
      prepareStatement(context, { ...CLARA, dueBy: day('2026-12-15') }),
    );
    expect(texts).toContain('Amount due: $70.00, please pay by 12/15/2026.');
    expect(texts).toContain('Paid by yourself');
  });

  test('a client without a bill gets one sentence', async () => {
    await expect(
      refusal((context) => prepareStatement(context, { client: 'Dmitri Dovetail', now: NOW })),
    ).resolves.toBe(
      'Nothing was billed for Dmitri Dovetail yet: make claims or superbills first, then the statement.',
    );
  });

  test('a name that is nearly right is asked about', async () => {
    await expect(
      refusal((context) => prepareStatement(context, { client: 'Ada Aplegate', now: NOW })),
    ).resolves.toBe('"Ada Aplegate" is not in the Clients table. Did you mean "Ada Applegate"?');
  });

  test('a veteran is not to be billed', async () => {
    const { report } = await made(
      (context) => prepareStatement(context, ADA),
      documentsBook(changed('Payers', 'name', 'Cascade Health Plan', { kind: 'va' })),
    );
    expect(report.warnings).toContain(
      'Cascade Health Plan: a veteran is never billed for authorized care. Do not send this.',
    );
  });
});

describe('itemized statement of a case', () => {
  test('lists every line since the accident with its balance, and no notes', async () => {
    const { blocks, texts } = await made((context) => prepareItemized(context, BRUNO));
    const [services] = blocks.filter(isTable);
    expect(services?.rows).toHaveLength(4);
    expect(totalOf(services, 10)).toBe(36000);
    expect(texts).toContain('HA-55-1234');
    expect(texts).toContain('Balance: $360.00. No interest is charged.');
    expect(texts.join(' ')).not.toContain('Never to be printed');
  });

  test('lines before the accident belong to something else', async () => {
    const later = changed('Clients', 'name', 'Bruno Birchwood', { accidentDate: day('2026-08-01') });
    const { blocks } = await made((context) => prepareItemized(context, BRUNO), documentsBook(later));
    expect(blocks.filter(isTable)[0]?.rows).toHaveLength(2);
  });

  test('interest needs rate, day and agreement', async () => {
    const interest = { ratePercent: 9, signedOn: null, text: 'page 2' };
    await expect(refusal((context) => prepareItemized(context, { ...BRUNO, interest }))).resolves.toContain(
      'Interest needs three things',
    );
  });

  test('interest over the cap of the state is refused', async () => {
    const interest = { ratePercent: 12, signedOn: day('2026-07-06'), text: 'page 2' };
    const capped = '12 % is more than the 9 % a year allowed on medical debt.';
    const prepare: Prepare = (context) => prepareItemized(context, { ...BRUNO, interest });
    await expect(refusal(prepare)).resolves.toContain(capped);
    const inFull = changed('Practice', 'name', 'Quiet Harbor Massage', { 'address.state': 'Washington' });
    await expect(refusal(prepare, inFull)).resolves.toContain(capped);
  });
});

describe('appeal', () => {
  test('states facts of the tables, leaves the clinical ones open, and keeps a row in Calls', async () => {
    const { texts, plan, book } = await made((context) => prepareAppeal(context, ADA));
    expect(texts).toEqual(
      expect.arrayContaining([
        'Cascade Health Plan',
        'PO Box 1',
        'CHP-900001',
        'Reason given: CO-50: not medically necessary, says the payer',
        'The order of Gwen Goldenrod, MD (NPI 1000000004) is for 12 visits from 09/01/2026 to 12/31/2026.',
        'Pain before was 8/10 on 09/03/2026 and 3/10 on 10/15/2026.',
        '[Describe the impairment you found at the first visit: regions, range of motion, strength, function]',
      ]),
    );
    const calls = runOf(plan)?.rows.find(({ table }) => table === 'Calls')?.rows;
    expect(calls).toEqual([
      expect.objectContaining({
        account: 'C26090001',
        kind: 'Appeal',
        said: 'Appeal letter made for $120.00: CO-50.',
        followUp: day('2026-12-22'),
      }),
    ]);
    const again = await made((context) => prepareAppeal(context, ADA), book);
    expect(again.report.warnings).toContain('It was appealed before, last on 11/22/2026.');
  });

  test('a denial for late filing brings the proof of filing', async () => {
    const late = changed('Payments', 'reasons', 'CO-50 120.00', { reasons: 'CO-29 120.00' });
    const { texts } = await made((context) => prepareAppeal(context, ADA), documentsBook(late));
    expect(texts).toContain('It was accepted on 09/21/2026 (277CA from Invented Clearinghouse, number T-1).');
    expect(texts).toContain('Proof of filing: the 277CA or 999 of the claim');
  });

  test('a duplicate is not appealed, nor a claim that was not processed', async () => {
    const duplicate = changed('Payments', 'reasons', 'CO-50 120.00', { reasons: 'CO-18 120.00' });
    await expect(refusal((context) => prepareAppeal(context, ADA), duplicate)).resolves.toContain(
      'find what came of the first claim',
    );
    const unread = changed('Payments', 'reasons', 'CO-50 120.00', { remarks: 'MA130' });
    await expect(refusal((context) => prepareAppeal(context, ADA), unread)).resolves.toBe(
      'The claim was not processed, so no appeal is possible: send a new claim.',
    );
  });

  test('a pair of codes that is never paid together is not appealed', async () => {
    const together = (tables: TableContents): TableContents => {
      const denied = changed('Payments', 'reasons', 'CO-50 120.00', { reasons: 'CO-236 120.00' })(tables);
      const [line] = (tables.ClaimLines ?? []).filter(({ control }) => control === 'C26090001L3');
      return {
        ...denied,
        ClaimLines: [...(tables.ClaimLines ?? []), { ...line, control: 'C26090001L9', code: '97140' }],
      };
    };
    await expect(refusal((context) => prepareAppeal(context, ADA), together)).resolves.toBe(
      '97124 and 97140 are never paid together (indicator 0): no modifier helps, do not appeal.',
    );
  });

  test('without a denial it says which claims have one', async () => {
    await expect(refusal((context) => prepareAppeal(context, BRUNO))).resolves.toBe(
      'There is no denial to appeal for Bruno Birchwood: denied or left open are C26090001.',
    );
  });

  test('after the last day the letter says so and asks why', async () => {
    const short = changed('Payers', 'name', 'Cascade Health Plan', { daysToAppeal: 10 });
    const { texts, report } = await made((context) => prepareAppeal(context, ADA), documentsBook(short));
    expect(texts).toContain('[State why it comes late]');
    expect(report.warnings).toContain('The last day to appeal was 10/24/2026; it is over.');
  });
});

describe('progress report', () => {
  test('first, last and change of each column; what cannot be read is left out and told', async () => {
    const { blocks, report, texts } = await made((context) => prepareProgress(context, ADA));
    expect(
      blocks.filter(isTable)[0]?.rows.map(({ cells }) => [cells[0], cells[1], cells[3], cells[5]]),
    ).toEqual([
      ['Pain before', '8/10', '3/10', '-5 (better)'],
      ['Pain after', '5/10', '2/10', '-3 (better)'],
      ['NDI %', '46 %', '22 %', '-24 (better)'],
      ['Cervical rotation L', '48', '68', '+20 (better)'],
    ]);
    expect(report.warnings[0]).toContain('Sessions!G5 says "a bit less", which was left out');
    expect(texts.join(' ')).toContain('6 of 12 visits of the order from 09/01/2026 to 12/31/2026');
    expect(texts.join(' ')).not.toContain('a bit less');
  });

  test('without a referring provider it names the cell to fill', async () => {
    await expect(refusal((context) => prepareProgress(context, BRUNO))).resolves.toMatch(
      /^Bruno Birchwood has no referring provider to report to: fill in "Referring last name" in the Clients table \(Clients!\w+3\)\.$/,
    );
  });
});

test('benefits: what the tables know is filled in, the rest has room', async () => {
  const { blocks } = await made((context) => prepareBenefits(context, ADA));
  const answers = new Map(
    blocks.filter(isTable).flatMap(({ rows }) => rows.map(({ cells }) => [cells[0], cells[1]] as const)),
  );
  expect(answers.get('How many visits a year, and which services share that number?')).toBe('20');
  expect(answers.get('What is the copay for this kind of visit?')).toBe('$20.00');
  expect(answers.get('Is the coverage active today, and since when?')).toBeNull();
  expect(blocks.flatMap((block) => (block.kind === 'question' ? [block.text] : []))).toEqual([
    'Date and time',
    'Name of who answered',
    'Reference number of the call',
  ]);
});

test('estimate: a missing fee, NPI or tax ID is refused with the cell to fill', async () => {
  const prepare: Prepare = (context) => prepareEstimate(context, { ...CLARA, ...WEEKLY });
  const without = (key: string) => (tables: TableContents) => ({
    ...tables,
    Practice: [{ ...tables.Practice?.[0], [key]: null }],
  });
  await expect(refusal(prepare, without('npi'))).resolves.toMatch(
    /"Billing NPI" in the Practice table \(Practice!B7\)/,
  );
  await expect(refusal(prepare, without('taxId'))).resolves.toMatch(
    /"Tax ID" in the Practice table \(Practice!B8\)/,
  );
  await expect(refusal(prepare, changed('Fees', 'code', '97124', { fee: null }))).resolves.toBe(
    'There is no fee for 97124: fill in "Fee" in the Fees table (Fees!B2).',
  );
});

test('the command line says what it needs in one sentence', async () => {
  const words = ['document', 'sonnet', 'x.xlsx', '--out', 'y.xlsx'];
  expect(await runCommand(words)).toEqual({
    exitCode: 2,
    output: '',
    error:
      'There is no document "sonnet"; the kinds are statement, itemized, appeal, progress, benefits, estimate, refund.',
  });
});

function totalOf(table: ReportTable | undefined, column: number): number {
  return (table?.rows ?? []).reduce((total, { cells }) => {
    const cell = cells[column - 1] ?? null;
    if (isAnyNumber(cell)) return total + plainNumber(cell);
    return cell !== null && typeof cell === 'object' && 'value' in cell
      ? total + plainNumber(cell.value)
      : total;
  }, 0);
}
