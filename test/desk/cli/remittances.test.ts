import { join } from 'node:path';
import { rowsOf } from '../../support/remittance/payments-desk';
import { bookOf, CommandLine, type CommandResult } from '../../support/command-line';

const CASES = join(__dirname, '../../cases');
const REGISTER = join(CASES, 'register/register.xlsx');
const remittance = (name: string) => join(CASES, `remittances/${name}.835`);
const MONTH = ['--month', '2026-11', '--today', '2026-12-01'];

let desk: CommandLine;
beforeAll(() => (desk = new CommandLine()));
afterAll(() => desk.close());

type Posted = CommandResult & { file: string };

const post = (file: string, names: readonly string[], month = MONTH): Promise<Posted> =>
  desk.on(file, 'reconcile', ...month, ...names.flatMap((name) => ['--era', remittance(name)]));

/** The top of the sheet of November 2026. */
function textsOfMonth(file: string): string[] {
  const sheet = bookOf(file)
    .sheets.filter(({ name }) => name.startsWith('Month 2026-11'))
    .at(-1);
  return Array.from({ length: 40 * 13 }, (_, at) =>
    String(sheet?.cell(Math.floor(at / 13), at % 13)?.value ?? ''),
  );
}

function claim(file: string, account: string): Record<string, unknown> {
  const row = rowsOf(bookOf(file), 'Claims').find((each) => each['Account'] === account);
  if (!row) throw new Error(`there is no claim ${account}`);
  return row;
}

test('a claim that bears our number and is for another person is unmatched, with the reason', async () => {
  const { output, file } = await post(REGISTER, ['other-patient']);
  expect(output).toMatch(
    /found no line: it is for QUENTIN ZEPHYR \(XYZ999\), and your claim C26100001 is for Ada Applegate\./,
  );
  expect(claim(file, 'C26100001')).toMatchObject({ Balance: 120, Status: 'Made' });
});

test.each([
  ['in one run, the later one first', [['order-2-reversed-denied', 'order-1-paid']]],
  ['in one run', [['order-1-paid', 'order-2-reversed-denied']]],
  ['in two runs, the later one first', [['order-2-reversed-denied'], ['order-1-paid']]],
  ['in two runs', [['order-1-paid'], ['order-2-reversed-denied']]],
])('a payment, its reversal and the denial leave the whole charge open: %s', async (_name, runs) => {
  let file = REGISTER;
  for (const names of runs) ({ file } = await post(file, names));
  expect(claim(file, 'C26100001')).toMatchObject({
    'Insurer paid': 0,
    Adjusted: 0,
    Balance: 120,
    Status: 'Denied',
  });
});

test.each([[['supplement-1', 'supplement-2']], [['supplement-2', 'supplement-1']]])(
  'an additional payment adds to the first one and decides the write-off anew (%j)',
  async (names) => {
    const { output, file } = await post(REGISTER, names);
    expect(claim(file, 'C26100001')).toMatchObject({
      Allowed: 80,
      'Insurer paid': 80,
      Adjusted: 40,
      Balance: 0,
      Status: 'Paid',
    });
    expect(output).toMatch(/Nothing to look at/);
  },
);

test('a line that the payer answers in two parts has both', async () => {
  const { output, file } = await post(REGISTER, ['line-split']);
  expect(output).not.toMatch(/unmatched to settle/);
  expect(claim(file, 'C26100001')).toMatchObject({ 'Insurer paid': 50, Adjusted: 10, Balance: 60 });
});

test('a copay that the payer puts on one line of the visit is settled by what was paid at the visit', async () => {
  const { output, file } = await post(REGISTER, ['copay-on-one-line']);
  expect(claim(file, 'C26100002')).toMatchObject({ 'Client owes': 0, Balance: 0, Status: 'Paid' });
  expect(output).toMatch(/Nothing to look at/);
  expect(output).toMatch(/\$0\.00 by clients; \$0\.00 paid too much/);
});

test('a copay on a visit of which a code was bundled is not too much', async () => {
  const { output } = await post(REGISTER, ['bundled-with-copay']);
  expect(output).not.toMatch(/too much\. Return/);
  expect(output).toMatch(/denied: \$40\.00, Bruno Birchwood/);
});

test('a denial under group PR with status 1 is denied, has its next step, and leaves nothing to the client', async () => {
  const { output, file } = await post(REGISTER, ['denied-PR27']);
  expect(claim(file, 'C26100001')).toMatchObject({ Status: 'Denied', 'Client owes': 0, Balance: 120 });
  expect(output).toMatch(/denied: \$120\.00, Ada Applegate.*Check eligibility/);
  expect(output).toMatch(/\$0\.00 by clients/);
});

test('names from a file that are names of JavaScript change nothing', async () => {
  const { exitCode, output } = await post(REGISTER, ['proto-pollution']);
  expect(exitCode).toBe(1);
  expect(output).toMatch(/not for your practice/);
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect('name' in {}).toBe(false);
});

test('a space before each segment terminator is read, and told once', async () => {
  const { output, file } = await post(REGISTER, ['space-before-tilde']);
  expect(output.match(/WARN/g)).toHaveLength(1);
  expect(claim(file, 'C26100001')).toMatchObject({ 'Insurer paid': 80, Balance: 0 });
});

describe('months that stay as they were', () => {
  const DECEMBER = ['--month', '2026-12', '--today', '2026-12-31'];
  const on = (file: string, command: string, month: string, today = '2027-01-04') =>
    desk.on(file, command, '--month', month, '--today', today);

  test('what comes for a month whose sheet was made counts in the next one, and is told', async () => {
    const november = await post(REGISTER, []);
    const { output } = await post(november.file, ['late-for-closed-month'], DECEMBER);
    expect(output).toMatch(
      /\$530\.00 opening \+ .* - \$80\.00 payments - \$40\.00 written off = \$410\.00 closing/,
    );
    expect(output).toMatch(/for months closed before:\n {4}C26100001 {2}Ada Applegate: .*\$80\.00 payments/);
    expect(output).toMatch(/The month balances/);
  });

  test('a sheet that is made again says what is known then', async () => {
    const november = await post(REGISTER, []);
    const { output } = await post(november.file, ['late-for-closed-month']);
    expect(output).toMatch(/\$530\.00 opening .* = \$410\.00 closing/);
  });

  test('a closed month stays, also when its sheet is made again, until it is reopened', async () => {
    const closed = await on(REGISTER, 'close', '2026-11');
    expect([closed.exitCode, closed.error]).toEqual([0, '']);
    const late = await post(closed.file, ['late-for-closed-month'], DECEMBER);
    const again = await post(late.file, []);
    expect(again.output).toMatch(/It is closed\..*\n.*= \$530\.00 closing\n {2}The month balances/);
    expect(again.output).toMatch(/Came after the month was closed, and counts later:\n {4}C26100001/);
    const reopened = await on(again.file, 'reopen', '2026-11');
    const now = await post(reopened.file, []);
    expect(now.output).toMatch(/\$530\.00 opening .* = \$410\.00 closing/);
    const activity = rowsOf(bookOf(now.file), 'Activity').map((row) => row['What']);
    expect(activity).toEqual(expect.arrayContaining(['2026-11 closed', '2026-11 reopened']));
  });

  test('what cannot be closed or reopened is refused in a sentence', async () => {
    const october = await on(REGISTER, 'close', '2026-10');
    const both = await on(october.file, 'close', '2026-11');
    const refused = async (file: string, command: string, month: string, today?: string) =>
      (await on(file, command, month, today)).error;
    expect(await refused(both.file, 'close', '2026-11')).toMatch(/2026-11 is closed already/);
    expect(await refused(both.file, 'reopen', '2026-10')).toMatch(/2026-11 was closed after 2026-10/);
    expect(await refused(REGISTER, 'reopen', '2026-10')).toMatch(/is not closed/);
    expect(await refused(REGISTER, 'close', '2026-11', '2026-11-15')).toMatch(/is not over yet/);
  });

  test('rows of a closed month that were changed by hand are told, and the month does not balance', async () => {
    const closed = await on(REGISTER, 'close', '2026-11');
    const file = desk.changed(closed.file, (book) => {
      const sheet = book.sheet('Months');
      const headers = Object.keys(rowsOf(book, 'Months')[0] ?? {});
      sheet?.setValue(2, headers.indexOf('Opening'), 999);
    });
    const { output, exitCode } = await post(file, [], DECEMBER);
    expect(exitCode).toBe(1);
    expect(output).toMatch(/The rows of 2026-11 in the Months table were changed/);
  });

  test('Undo takes a closing back', async () => {
    const closed = await on(REGISTER, 'close', '2026-11');
    const undone = await desk.on(closed.file, 'undo');
    expect((await on(undone.file, 'reopen', '2026-11')).error).toMatch(/is not closed/);
  });
});

describe('nothing that was seen is forgotten', () => {
  const SKIPPED = join(CASES, 'register/aug-and-oct-billed-sept-skipped.xlsx');
  const OCTOBER = ['--month', '2026-10', '--today', '2026-12-01'];
  const SEPTEMBER =
    /September 2026: 11 clients, \$[\d,]+\.\d\d seen and not billed; the last day to file is \d\d\/\d\d\/\d{4}\./;

  test('a month between two that were billed is told at month end, by Check and by Claims', async () => {
    const month = await desk.on(SKIPPED, 'reconcile', ...OCTOBER);
    expect(month.output).toMatch(SEPTEMBER);
    expect((await desk.run('check', SKIPPED, ...OCTOBER)).output).toMatch(SEPTEMBER);
    expect((await desk.on(SKIPPED, 'claims', ...OCTOBER)).output).toMatch(SEPTEMBER);
  });

  test('a typed payment of a client that names no claim has a place: a credit, in the text and on the sheet', async () => {
    const file = join(CASES, 'remittances/typed-without-account.xlsx');
    const { output, exitCode, file: out } = await desk.on(file, 'reconcile', ...MONTH);
    expect(exitCode).toBe(0);
    expect(output).toMatch(/The month balances/);
    expect(output).toMatch(/Credit of Ada Applegate: \$\d+\.\d\d/);
    expect(textsOfMonth(out).some((cell) => cell.startsWith('Credit of clients'))).toBe(true);
  });

  test('one whose sender nobody knows is not counted, and told in the text and on the sheet', async () => {
    const strange = desk.changed(join(CASES, 'remittances/typed-without-account.xlsx'), (book) => {
      for (let row = 1; row < 5; row++) {
        if (book.sheet('Payments')?.cell(row, 1)?.value != null)
          book.sheet('Payments')?.setValue(row, 1, 'Quentin Zephyr');
      }
    });
    const { output, exitCode, file: out } = await desk.on(strange, 'reconcile', ...MONTH);
    expect(exitCode).toBe(1);
    expect(output).toMatch(
      /Not counted: .*that you typed names no claim or line, and is from "Quentin Zephyr"/,
    );
    expect(textsOfMonth(out).some((cell) => cell.includes('names no claim or line'))).toBe(true);
  });
});

describe('typed and electronic payments', () => {
  const typed = (name: string) => join(CASES, `remittances/${name}.xlsx`);

  test('a check that was typed by hand is asked about before its remittance is posted', async () => {
    const { output, exitCode, file } = await post(typed('typed-then-era'), ['typed-then-era']);
    expect(exitCode).toBe(1);
    expect(output).toMatch(
      /STOP: Check CHK777 was typed by hand for claim C26100001, in row 3 of the Payments table/,
    );
    expect(claim(file, 'C26100001')).toMatchObject({ 'Insurer paid': 80, Adjusted: 20, 'Client owes': 20 });
  });

  test('with consent the remittance takes the place of the typed row, which stays where it is', async () => {
    const consent = ['--answer', 'typed:CHK777:C26100001=remittance'];
    const { file, output, exitCode } = await post(
      typed('typed-then-era'),
      ['typed-then-era'],
      [...MONTH, ...consent],
    );
    expect(output).toMatch(/= \$80\.00 posted/);
    expect(output).not.toMatch(/Not counted/);
    expect(exitCode).toBe(0);
    expect(claim(file, 'C26100001')).toMatchObject({ 'Insurer paid': 80, Adjusted: 20, 'Client owes': 20 });
  });

  test('once the typed row is gone, the remittance takes its place', async () => {
    const held = await post(typed('typed-then-era'), ['typed-then-era']);
    const without = desk.changed(held.file, (book) => {
      const sheet = book.sheet('Payments');
      for (let column = 0; column < 26; column++) sheet?.setValue(2, column, null);
    });
    const { file, output } = await post(without, ['typed-then-era']);
    expect(output).toMatch(/= \$80\.00 posted/);
    expect(claim(file, 'C26100001')).toMatchObject({ 'Insurer paid': 80, Adjusted: 20, 'Client owes': 20 });
  });

  test('a sender with a slip in the name is asked about, and "patient" is the client', async () => {
    const { output } = await post(typed('typed-from-unknown'), []);
    expect(output).toMatch(/Not counted: .* from "Ada Aplegate".*Did you mean "Ada Applegate"\?/);
    expect(output).toMatch(/- \$140\.00 payments/);
  });
});

describe('claims that count no longer', () => {
  const given = (name: string) => join(CASES, `remittances/${name}.xlsx`);

  test('the write-off of a replaced claim goes with its charge, and only what was paid stays', async () => {
    const { output, file } = await post(given('corrected-claim'), []);
    expect(output).toMatch(/unexpected: \$80\.00, Ada Applegate/);
    expect(claim(file, 'C26100001')).toMatchObject({ Status: 'Replaced', Adjusted: 0, Balance: -80 });
  });

  test('a reversal takes the money of the replaced claim out, and the correction settles the new one', async () => {
    const { output, file } = await post(given('corrected-claim'), ['corrected-claim-reversal']);
    expect(claim(file, 'C26100001')).toMatchObject({ Status: 'Replaced', 'Insurer paid': 0, Balance: 0 });
    expect(claim(file, 'C26100005')).toMatchObject({ 'Insurer paid': 60, Adjusted: 30, Balance: 0 });
    expect(output).toMatch(/Nothing to look at/);
  });

  test('a void claim owes nothing', async () => {
    const december = ['--month', '2026-12', '--today', '2026-12-31'];
    const { file } = await post(given('voided-and-replaced'), [], december);
    expect(claim(file, 'C26100009')).toMatchObject({ Frequency: '8', Balance: 0 });
    // $450.00 of the payer's, and $150.00 that the client paid at the visits: a credit of theirs.
    expect(claim(file, 'C26100001')).toMatchObject({ Status: 'Voided', Balance: -600, 'Client owes': -150 });
    expect(claim(file, 'C26100003')).toMatchObject({ Status: 'Replaced', Balance: -313.08 });
  });
});
