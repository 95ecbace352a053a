import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from '../../../desk/xlsx/write-xlsx';
import { cents } from '../../../src/billing/values/cents';
import { bookOf, CommandLine } from '../../support/command-line';
import { documentsBook } from '../../support/documents-book';
import { WAYS } from '../../support/remittance/answers';
import { paymentsOf, rowsOf } from '../../support/remittance/payments-desk';
import { writeRemittances } from '../../support/remittance/write-remittance';
import { day } from '../../support/values';
import { F277CA } from '../../x12/acknowledgements/samples';

const SAMPLE = join(__dirname, '../../../assets/sample/sessions.xlsx');
const CASES = join(__dirname, '../../cases/register');
const SESSIONS = join(CASES, 'sessions-october.xlsx');
const REGISTER = join(CASES, 'register.xlsx');
const EDITED = join(CASES, 'edited-and-new-row-on-top.xlsx');
const desk = new CommandLine();
const DOCUMENTS = desk.path('documents.xlsx');
const ANSWERED = desk.path('answers.xlsx');
const POSTED = desk.path('reconcile.xlsx');

const october = ['--month', '2026-10', '--today', '2026-11-02'];
const november = ['--month', '2026-11', '--today', '2026-12-01'];
const ada = ['--client', 'Ada Applegate', '--today', '2026-11-22'];
const bruno = ['--client', 'Bruno Birchwood', '--today', '2026-11-22'];

const era = (name: string) => ['--era', desk.path(name)];

beforeAll(async () => {
  const book = bookOf(REGISTER);
  const { lines } = await paymentsOf(book);
  const practice = rowsOf(book, 'Practice').find(({ Item }) => Item === 'Billing NPI');
  const check = (number: string) => ({
    ...{ payer: 'Cascade Health Plan', payeeNpi: String(practice?.['Value']), number },
    date: day('2026-11-10'),
  });
  const [ofAda = [], ofBruno = [], ofClara = [], ofDmitri = []] = [1, 2, 3, 4].map((claim) =>
    lines.filter(({ account }) => account === `C2610000${String(claim)}`),
  );
  const strange = { account: '7719-20', client: 'Noel Nobody', charge: cents(70_001), control: '' };
  const remittances = [
    ...WAYS['taken back'](ofAda, check('CHK-1')),
    ...WAYS.denied(ofBruno, check('CHK-2')),
    ...WAYS['with interest'](ofClara, check('CHK-3')),
    ...WAYS.paid(
      ofDmitri.map((line) => ({ ...line, ...strange })),
      check('CHK-4'),
    ),
  ];
  writeFileSync(desk.path('november.835'), writeRemittances(remittances));
  writeFileSync(
    desk.path('cut.835'),
    writeRemittances([...WAYS.paid(ofDmitri, check('CHK-5'))]).slice(0, -150),
  );
  writeFileSync(desk.path('november.277'), F277CA);
  writeFileSync(DOCUMENTS, writeXlsx(documentsBook()));
});
afterAll(() => desk.close());

/** A command of each kind, in an order in which one may go on with the workbook that another made. */
const COMMANDS: readonly [name: string, command: string, input: string, words: string[]][] = [
  ['map', 'map', SESSIONS, []],
  ['check', 'check', DOCUMENTS, october],
  ['claims', 'claims', SESSIONS, [...october, '--edi', desk.path('o.837'), '--pdf', desk.path('o.pdf')]],
  ['claims held back', 'claims', EDITED, october],
  ['answers', 'reconcile', REGISTER, ['--ack', desk.path('november.277'), '--today', '2026-11-02']],
  ['claims corrected', 'claims', ANSWERED, [...october, '--correct', 'C26100001', '--void', 'C26100004']],
  ['claims voided', 'claims', ANSWERED, [...october, '--void', 'C26100001']],
  ['claims resent', 'claims', ANSWERED, [...october, '--resend', 'C26100002,C26100003']],
  ['superbills', 'superbills', SAMPLE, october],
  [
    'reconcile',
    'reconcile',
    REGISTER,
    [...november, '--ack', desk.path('november.277'), ...['november.835', 'cut.835'].flatMap(era)],
  ],
  ['reconcile again', 'reconcile', POSTED, [...november, ...era('november.835')]],
  ['month end', 'reconcile', DOCUMENTS, ['--month', '2026-10', '--today', '2026-12-01']],
  ['statement', 'document', DOCUMENTS, ['statement', ...ada, '--from', '2026-09-01']],
  ['itemized', 'document', DOCUMENTS, ['itemized', ...bruno]],
  ['appeal', 'document', DOCUMENTS, ['appeal', ...ada]],
  ['progress', 'document', DOCUMENTS, ['progress', ...ada]],
  ['benefits', 'document', DOCUMENTS, ['benefits', ...ada]],
  ['estimate', 'document', DOCUMENTS, ['estimate', ...bruno, '--service', '97124 x4', '--visits', '6']],
  ['undo', 'undo', POSTED, []],
  ['repair', 'repair', join(CASES, 'converted-to-range.xlsx'), []],
  ['recalc', 'recalc', SESSIONS, []],
];

test.each(COMMANDS)('%s --json prints what it always did', async (name, command, input, [...words]) => {
  const kind = command === 'document' ? [command, words.shift() ?? ''] : [command];
  const out = ['map', 'check'].includes(command) ? [] : ['--out', desk.path(`${name}.xlsx`)];
  const { output, error } = await desk.run(...kind, input, ...words, ...out, '--json');
  expect(error).toBe('');
  expect(output.replaceAll(desk.path(''), '')).toMatchSnapshot();
});
