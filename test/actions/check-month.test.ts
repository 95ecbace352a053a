import type { Book } from '../../desk/book/book';
import { checkMonth, type CheckReport } from '../../src/actions/check/check-month';
import { readPracticeBook } from '../../src/practice/practice-book';
import { decideClaims } from '../../src/billing/claims/decide-claims';
import { cellAddress } from '../../src/billing/cell-name';
import type { Finding } from '../../src/billing/findings';
import { isoOf } from '../../src/billing/values/day';
import { contentsOf, onDesk } from '../support/desk';
import { inventedPractice } from '../support/invented-practice';
import { workbookOf, type TableContents } from '../support/practice-workbook';
import { serial } from '../support/values';

const HEADERS = ['Date', 'Client', 'Minutes', 'CPT', 'Dx', 'Payer', 'Charge', 'Status', 'Notes'];
const OCTOBER = serial('2026-10-01');

type Row = (string | number)[];

function row(day: number, client: string, cpt: string, dx: string, payer = 'Cascade Health Plan'): Row {
  return [OCTOBER + day, client, 60, cpt, dx, payer, 120 + day, 'kept', ''];
}

async function check(book: Book, month: string | null = '2026-10'): Promise<CheckReport> {
  const { answer } = await onDesk(book, (context) =>
    checkMonth(context, { month, now: new Date(2026, 10, 2) }),
  );
  return answer;
}

const bookOf = (rows: Row[], tables: TableContents = inventedPractice): Book =>
  workbookOf({ Sessions: [HEADERS, ...rows] }, tables);

const rulesOf = (findings: readonly Finding[]): string[] =>
  findings.map(({ severity, rule, place }) => `${severity} ${rule} ${place ? cellAddress(place) : ''}`);

test('findings come by client and date, worst first, each with its cell', async () => {
  const book = bookOf([
    row(0, 'Bruno Birchwood', '97124-15', 'M54.5'),
    row(5, 'Bruno Birchwood', '97124', 'M72.2'),
    row(6, 'Ada Applegate', '97124', 'M54.2'),
    row(7, 'Ada Applegate', '97124', 'M54.6', 'Cash'),
    row(8, 'Ada Applegate', '97124', 'M54.5', 'Cash'),
  ]);
  const before = contentsOf(book);
  const report = await check(book);
  expect(report).toMatchObject({ month: '2026-10', sessions: 5, stops: 4, billedBefore: 0 });
  expect(report.clients.map(({ client, visits }) => [client, visits.map(({ date }) => isoOf(date))])).toEqual(
    [
      ['Ada Applegate', ['2026-10-09']],
      ['Bruno Birchwood', ['2026-10-01', '2026-10-06']],
    ],
  );
  const [ada, bruno] = report.clients;
  expect(ada?.visits.map(({ findings }) => rulesOf(findings))).toEqual([['STOP diagnosis-split E6']]);
  expect(bruno?.visits.map(({ findings }) => rulesOf(findings))).toEqual([
    ['STOP diagnosis-split E2', 'STOP modifier-15 D2'],
    ['STOP diagnosis-split E3'],
  ]);
  expect(contentsOf(book)).toEqual(before);
});

test('what is about the practice or a payer stands apart, once', async () => {
  const [practice] = inventedPractice.Practice ?? [];
  const tables = { ...inventedPractice, Practice: [{ ...practice, placeOfService: '04' }] };
  const report = await check(
    bookOf([row(0, 'Ada Applegate', '97124', 'M54.2'), row(1, 'Bruno Birchwood', '97124', 'M54.2')], tables),
  );
  expect(report.general.map(({ severity, rule }) => `${severity} ${rule}`)).toEqual([
    'WARN homeless-shelter-as-place',
    'NOTE payer-rules-not-known',
  ]);
});

test('a STOP of the check holds the claim back too', async () => {
  const book = bookOf([row(0, 'Ada Applegate', '97124', 'M54.5'), row(1, 'Ada Applegate', '97124', 'M54.2')]);
  const { answer } = await onDesk(book, (context) =>
    readPracticeBook(context, { month: '2026-10', now: new Date(2026, 10, 2) }),
  );
  const { claims, holds } = decideClaims({
    ...answer.records,
    sessions: answer.fresh,
    today: answer.today,
    nextAccount: () => 'C1',
  });
  expect(claims.flatMap(({ lines }) => lines.map(({ date }) => date))).toEqual([OCTOBER + 1]);
  expect(holds.flatMap(({ findings }) => findings.map(({ rule }) => rule))).toEqual(['diagnosis-split']);
});

test('without a month every month is looked at', async () => {
  const november = [
    OCTOBER + 31,
    'Ada Applegate',
    60,
    '97124',
    'G44.2',
    'Cascade Health Plan',
    120,
    'kept',
    '',
  ];
  const report = await check(bookOf([row(0, 'Ada Applegate', '97124', 'M54.5'), november]), null);
  expect(report.clients[0]?.visits.map(({ date }) => isoOf(date))).toEqual(['2026-10-01', '2026-11-01']);
});

test('a kept session whose note says otherwise is told', async () => {
  const odd = row(0, 'Ada Applegate', '97124', 'M54.2');
  odd[8] = 'no-show, charged 60';
  const report = await check(bookOf([odd]));
  expect(report.clients[0]?.visits[0]?.findings.map(({ rule }) => rule)).toEqual([
    'session-perhaps-not-kept',
  ]);
});

test('before set-up only the codes are judged', async () => {
  const book = workbookOf({ Sessions: [HEADERS, row(0, 'Ada Applegate', '97124; 97010', 'M54.5')] }, {});
  const report = await check(book);
  expect(report.general.map(({ rule }) => rule)).toEqual(['not-set-up']);
  expect(rulesOf(report.clients[0]?.visits[0]?.findings ?? [])).toEqual([
    'STOP diagnosis-split E2',
    'WARN hot-packs-bundled-elsewhere D2',
  ]);
});
