import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { prepareClaims } from '../../src/actions/claims/make-claims';
import { prepareMonthSheet } from '../../src/actions/month-end/make-month-sheet';
import { prepareImport } from '../../src/actions/payments/import-remittances';
import { applyPrepared } from '../../src/practice/prepare';
import { prepareSuperbills } from '../../src/actions/superbills/make-superbills';
import { open } from './commands/open';
import { openBook, saveBook } from './files';
import { claimsWords, superbillsWords } from './print';
import { importWords } from './print-import';
import { monthWords } from './print-month';
import { withExcel } from './with-excel';

const ROOT = join(__dirname, '../..');
const SAMPLE = join(ROOT, 'assets/sample/sessions.xlsx');
const RESULT = join(ROOT, 'out/sample-2026-10.xlsx');
/** The sample's last month, and a day on which a therapist would bill it. */
const ASKED = { month: '2026-10', now: new Date(2026, 10, 2, 9, 0) };
/** What three payers answer to these claims, and the end of the month in which it comes. */
const REMITTANCE = 'remittance-2026-10.835';
const PAID = { month: '2026-11', now: new Date(2026, 10, 30, 18, 0) };

/** Bills the sample's last month, headless, posts what is paid on it, and says what came of both. */
async function demo(): Promise<void> {
  console.log('A workbook that a massage therapist keeps: 180 sessions of three months, invented people.');
  console.log("Claimsheet bills October 2026 in it, on Microsoft's own Office.js client, without Excel.\n");
  mkdirSync(join(ROOT, 'out'), { recursive: true });
  rmSync(RESULT, { force: true });
  const book = openBook(SAMPLE);
  const lines = await withExcel(book, (workbook) =>
    workbook.run(async (context) => {
      const claims = await prepareClaims(context, ASKED);
      await applyPrepared(context, claims);
      const superbills = await prepareSuperbills(context, ASKED);
      await applyPrepared(context, superbills);
      const text = readFileSync(join(ROOT, 'assets/sample', REMITTANCE), 'utf8');
      const payments = await prepareImport(context, [{ name: REMITTANCE, text }], PAID);
      await applyPrepared(context, payments);
      const month = await prepareMonthSheet(context, PAID);
      await applyPrepared(context, month);
      return [
        ...claimsWords(claims.report),
        '',
        ...superbillsWords(superbills.report),
        '',
        'Three payers answer in November, and the month is closed:',
        ...importWords(payments.report),
        ...monthWords(month.report),
      ];
    }),
  );
  saveBook(book, RESULT);
  console.log(lines.join('\n'));
  console.log(
    `\nThe workbook with its claim pages and the month's sheet is ${relative(process.cwd(), RESULT)}. Open it in Excel or LibreOffice.`,
  );
}

/** Where somebody sits at a terminal, the workbook is then opened in the browser; in a script or a build it is not. */
async function show(): Promise<void> {
  const isAttended = process.stdout.isTTY && process.env['CI'] === undefined;
  const isHeadless = process.argv.includes('--headless') || !isAttended;
  if (isHeadless && !process.argv.includes('--browser')) return;
  console.log('\nNow the same with the pane, in a browser. "npm run demo -- --headless" leaves this out.');
  await open([]);
}

void demo().then(show);
