import { prepareClaims } from '../../../src/actions/claims/make-claims';
import { claimsPlan } from '../../../src/actions/claims/claims-plan';
import { claimsReport } from '../../../src/actions/claims/claims-report';
import { claimForm } from '../../../src/forms/cms1500/claim-form';
import type { Form, FormPage } from '../../../src/forms/form';
import { MAX_BREAKS } from '../../../src/forms/page-limits';
import { pageBreaks } from '../../../src/forms/report/page-breaks';
import { readXlsx } from '../../../desk/xlsx/read-xlsx';
import { isOwnDocument } from '../../../src/workbook/plan/own-sheets';
import { numberedSheet, pagesOnSheets } from '../../../src/workbook/plan/pages-on-sheets';
import { fileOf, MONTH, NOW } from '../../faults/workbooks';
import { contentsOf, onDesk } from '../../support/desk';
import { day } from '../../support/values';
import { undoLast, writePlan } from '../../support/write-plan';

const pages = (count: number): FormPage[] =>
  Array.from({ length: count }, (_, index) => ({ values: [{ row: 1, column: 1, value: index + 1 }] }));

/** A form of one row, so that more than a thousand pages are quickly written. */
const SMALL: Form = {
  ...claimForm,
  rowHeights: [20],
  columnWidths: [60],
  areas: [],
  cells: [],
};

const sheetsOf = (groups: number[], most: number) => {
  const { documents, sheetOf } = pagesOnSheets(
    SMALL,
    groups.map(pages),
    (sheet) => numberedSheet('Pages', sheet),
    most,
  );
  return { sheets: documents.map(({ name, pages: own }) => [name, own.length]), sheetOf };
};

test('Excel takes the pages of two sheets where one cannot hold them; both are the run’s, and Undo takes both', async () => {
  const book = readXlsx(await fileOf('practice'));
  const before = contentsOf(book);
  const { documents } = pagesOnSheets(SMALL, [pages(MAX_BREAKS + 3)], (sheet) =>
    numberedSheet('Claims 2026-10', sheet),
  );
  const run = { id: '2026-10 claims', when: '2026-12-01 09:00', what: 'Claims' };
  await onDesk(book, (context) => writePlan(context, { run, documents, rows: [] }));
  const [first, second] = ['Claims 2026-10', 'Claims 2026-10 sheet 2'].map((name) => book.sheet(name));
  expect([first?.pageBreakRows.size, second?.pageBreakRows.size]).toEqual([MAX_BREAKS, 1]);
  expect([first?.cell(MAX_BREAKS, 0)?.value, second?.cell(0, 0)?.value]).toEqual([
    MAX_BREAKS + 1,
    MAX_BREAKS + 2,
  ]);
  const undone = await onDesk(book, undoLast);
  expect(undone.answer.sheetsRemoved).toEqual(
    expect.arrayContaining(['Claims 2026-10', 'Claims 2026-10 sheet 2']),
  );
  expect(contentsOf(book)).toEqual(before);
});

test('the register says of each claim which sheet it is on, and the report names the second sheet', async () => {
  const { answer } = await onDesk(readXlsx(await fileOf('practice')), (context) =>
    prepareClaims(context, { month: MONTH, now: NOW }),
  );
  const [claim] = answer.report.claims;
  if (!claim) throw new Error('no claim');
  const claims = Array.from({ length: MAX_BREAKS + 2 }, (_, index) => ({
    ...claim,
    account: `C${String(index)}`,
  }));
  const run = { id: '2026-10 claims', when: '2026-12-01 09:00', what: 'Claims' };
  const batch = { month: MONTH, sheet: 'Claims 2026-10', today: day('2026-12-01'), file: null };
  const plan = claimsPlan(claims, run, batch);
  const [register] = plan.rows;
  const sheets = (register?.rows ?? []).map((row) => ('sheet' in row ? row.sheet : null));
  expect([sheets.at(-2), sheets.at(-1)]).toEqual(['Claims 2026-10', 'Claims 2026-10 sheet 2']);
  const report = claimsReport({ claims, holds: [], notBilled: [], findings: [] }, MONTH, plan, {
    findings: [],
    holds: [],
    billedBefore: 0,
    unread: [],
  });
  expect([report.sheet, ...report.findings.map(({ message }) => message)]).toEqual([
    'Claims 2026-10',
    'The pages are too many for one sheet: after "Claims 2026-10" they go on on "Claims 2026-10 sheet 2".',
  ]);
  expect(isOwnDocument('Claims 2026-10 sheet 2')).toBe(true);
});

test('a claim of several pages stays on one sheet where that can hold it, and no page is lost', () => {
  expect(sheetsOf([2, 2, 7, 1], 3)).toEqual({
    sheets: [['Pages', 2], ['Pages sheet 2', 2], ['Pages sheet 3', 3], ['Pages sheet 4', 3], ['Pages sheet 5', 2]],
    sheetOf: ['Pages', 'Pages sheet 2', 'Pages sheet 3', 'Pages sheet 5'],
  }); // prettier-ignore
  expect(sheetsOf([1, 1, 1], 3).sheets).toEqual([['Pages', 3]]);
});

test('a report never has more breaks than a sheet can hold', () => {
  const row = { height: 700, keep: false, startsPage: false };
  const breaks = pageBreaks(Array.from({ length: MAX_BREAKS + 9 }, () => row) as never, 720);
  expect([breaks.length, breaks.at(-1)]).toEqual([MAX_BREAKS, MAX_BREAKS + 1]);
});
