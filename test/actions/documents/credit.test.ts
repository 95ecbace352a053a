import type { Book } from '../../../desk/book/book';
import { prepareRefund } from '../../../src/actions/documents/refund';
import { prepareStatement } from '../../../src/actions/documents/statement';
import { readMonthScreen } from '../../../src/actions/month-end/month-screen';
import { prepareUsingCredit } from '../../../src/actions/payments/use-credit';
import { applyPrepared, type Prepared } from '../../../src/practice/prepare';
import { cents, ZERO } from '../../../src/billing/values/cents';
import { contentsOf, onDesk } from '../../support/desk';
import { bookWithCredit as book } from '../../support/documents-book';
import { rowsOf } from '../../support/remittance/payments-desk';
import { undoLast } from '../../support/write-plan';

const NOW = new Date('2026-11-22T12:00:00');
const ADA = { client: 'Ada Applegate', now: NOW };

async function made<Report>(
  on: Book,
  prepare: (context: Excel.RequestContext) => Promise<Prepared<Report>>,
): Promise<Report> {
  const { answer } = await onDesk(on, async (context) => {
    const prepared = await prepare(context);
    await applyPrepared(context, prepared);
    return prepared.report;
  });
  return answer;
}

function textsOn(on: Book, name: string): string[] {
  const sheet = on.sheets.find((one) => one.name === name);
  return [...(sheet?.entries() ?? [])].flatMap(({ cell }) =>
    typeof cell.value === 'string' ? [cell.value] : [],
  );
}

const screen = async (on: Book) =>
  (await onDesk(on, (context) => readMonthScreen(context, { month: '2026-11', now: NOW }))).answer;

const refused = (on: Book, prepare: (context: Excel.RequestContext) => Promise<unknown>) =>
  onDesk(on, prepare).then(
    () => 'it was made',
    (problem: unknown) => (problem instanceof Error ? problem.message : String(problem)),
  );

test('a credit is on the statement, taken off what is due, and not used before somebody says so', async () => {
  const on = book();
  const { sheet, words, warnings } = await made(on, (context) => prepareStatement(context, ADA));
  const texts = textsOn(on, sheet);
  expect(words[0]).toContain('owes $78.00');
  expect(texts).toContain('Amount due: $78.00, please pay on receipt of this statement.');
  expect(texts.join(' ')).toContain('your credit of $30.00');
  expect(texts).toContain('Paid ahead');
  expect(warnings.join(' ')).toContain('has a credit of $30.00');
  expect((await screen(on)).credits).toMatchObject([{ client: 'Ada Applegate', amount: 3000 }]);
});

test('a credit is used for the oldest open share, in a run that Undo takes back', async () => {
  const on = book();
  const before = contentsOf(on);
  const { used, left, accounts } = await made(on, (context) =>
    prepareUsingCredit(context, { client: 'Ada Applegate' }, { now: NOW }),
  );
  expect([used, left, accounts]).toEqual([3000, ZERO, ['C26090001']]);
  const shown = await screen(on);
  expect(shown.credits).toEqual([]);
  expect(shown.report?.outOfBalance.filter((tie) => !tie.startsWith('Claims says'))).toEqual([]);
  expect(rowsOf(on, 'Payments').slice(-2)).toMatchObject([
    { From: 'Ada Applegate', Account: null, Line: null, Paid: -30 },
    { From: 'Ada Applegate', Account: 'C26090001', Line: 'C26090001L1', Paid: 30 },
  ]);
  expect(rowsOf(on, 'Claims')[0]).toMatchObject({ Account: 'C26090001', 'Client owes': 78 });
  await onDesk(on, undoLast);
  expect(contentsOf(on)).toEqual(before);
});

test('a refund letter names what goes back, and books it with the letter', async () => {
  const on = book();
  const before = contentsOf(on);
  const { sheet, warnings } = await made(on, (context) =>
    prepareRefund(context, { ...ADA, amount: cents(2000), reference: 'check 1042' }),
  );
  const texts = textsOn(on, sheet);
  expect(texts).toContain('We return $20.00 to you, with check 1042.');
  expect(texts).toContain('Paid ahead, and not used for a visit');
  expect(texts.join(' ')).toContain('$10.00 more stays with us as your credit');
  expect(warnings.join(' ')).toContain('owes $108.00 for other visits');
  const shown = await screen(on);
  expect(shown.credits).toMatchObject([{ amount: 1000 }]);
  expect(shown.report?.outOfBalance.filter((tie) => !tie.startsWith('Claims says'))).toEqual([]);
  expect(shown.report?.balances.total.paidByClients).toBe(-2000);
  await onDesk(on, undoLast);
  expect(contentsOf(on)).toEqual(before);
});

test.each<[string, (context: Excel.RequestContext) => Promise<unknown>, string]>([
  [
    'a refund of more than the credit',
    (context) => prepareRefund(context, { ...ADA, amount: cents(9900) }),
    'Ada Applegate has a credit of $30.00, so $99.00 cannot be returned.',
  ],
  [
    'a refund to a client without credit',
    (context) => prepareRefund(context, { client: 'Bruno Birchwood', now: NOW }),
    'Bruno Birchwood has no credit: nothing was paid ahead or too much.',
  ],
  [
    'the use of a credit under a name with a slip',
    (context) => prepareUsingCredit(context, { client: 'Ada Aplegate' }, { now: NOW }),
    'Ada Aplegate has no credit: nothing was paid ahead or too much. Did you mean "Ada Applegate"?',
  ],
])('%s is one sentence, and nothing is written', async (_, prepare, words) => {
  const on = book();
  const before = contentsOf(on);
  expect(await refused(on, prepare)).toBe(words);
  expect(contentsOf(on)).toEqual(before);
});
