import type { Book, CellValue } from '../../desk/book/book';
import { prepareClaims } from '../../src/actions/claims/make-claims';
import { prepareMarkSent } from '../../src/actions/claims/mark-sent';
import { prepareFixes } from '../../src/actions/check/fix-cells';
import { prepareCall } from '../../src/actions/denials/log-call';
import { prepareStatement } from '../../src/actions/documents/statement';
import { prepareImport } from '../../src/actions/payments/import-remittances';
import { preparePayment } from '../../src/actions/payments/type-payment';
import { prepareSuperbills } from '../../src/actions/superbills/make-superbills';
import { applyUndo, prepareUndo } from '../../src/actions/undo/undo';
import { cents } from '../../src/billing/values/cents';
import { prepareAndApply, type Prepared } from '../../src/practice/prepare';
import { twiceWhereChanged } from '../../src/practice/writing/outcomes';
import { answer, MONTH, NOW, remittance, STRANGER } from '../faults/workbooks';
import { day } from '../support/values';

type Move = (context: Excel.RequestContext, book: Book) => Promise<unknown>;

const ASKED = { month: MONTH, now: NOW };
const CALL = { account: 'C2610WFLM0001', kind: 'Call', on: null, spokeWith: 'Pat', reference: 'R1', said: 'Paid soon', followUp: null }; // prettier-ignore
const PAYMENT = {
  received: day('2026-11-20'), from: 'Client', reference: 'card', account: 'C2610WFLM0002', control: null, paid: cents(500),
  allowed: null, adjusted: null, clientOwes: null, reasons: null, notes: null,
}; // prettier-ignore

const run =
  (prepare: (context: Excel.RequestContext) => Promise<Prepared<unknown>>): Move =>
  (context) =>
    prepareAndApply(context, () => prepare(context));

/** One request of the user's own hand. */
const byHand =
  (edit: (workbook: Excel.Workbook) => void): Move =>
  async (context) => {
    edit(context.workbook);
    await context.sync();
  };

/** Turns the rows of a table round, as a sort of Excel's does, in its turn. */
const sorts =
  (name: string): Move =>
  async (context, book) => {
    context.workbook.load('name');
    await context.sync();
    const sheet = book.sheets.find(({ tables }) => tables.some((table) => table.name === name));
    const area = sheet?.tables.find((table) => table.name === name)?.area;
    if (!sheet || !area) return;
    const rows = Array.from({ length: area.rows - 1 }, (_, row) => area.row + 1 + row);
    const columns = Array.from({ length: area.columns }, (_, column) => area.column + column);
    const lines = rows.map((row) =>
      columns.map((column): CellValue => sheet.cell(row, column)?.value ?? null),
    );
    lines.reverse().forEach((line, index) => {
      line.forEach((value, column) => sheet.setValue(rows[index] ?? 0, columns[column] ?? 0, value));
    });
  };

/** What a window may do. */
export const MOVES = {
  claims: run((context) => prepareClaims(context, ASKED)),
  superbills: run((context) => prepareSuperbills(context, ASKED)),
  undo: (context) =>
    twiceWhereChanged(async () => applyUndo(context, await prepareUndo(context, { now: NOW }))),
  import: run((context) =>
    prepareImport(context, [remittance('CHK1', [answer('C2610WFLM0001'), STRANGER])], { now: NOW }),
  ),
  payment: run((context) => preparePayment(context, PAYMENT, { now: NOW })),
  sent: run((context) => prepareMarkSent(context, { accounts: ['C2610WFLM0001'], file: null }, NOW)),
  call: run((context) => prepareCall(context, CALL, { now: NOW })),
  statement: run((context) => prepareStatement(context, { client: 'Ada Applegate', now: NOW })),
  fix: run((context) =>
    prepareFixes(context, [{ sheet: 'Log', cell: 'E4', fix: { was: 'M54.50', to: 'M54.59' } }], NOW),
  ),
} satisfies Record<string, Move>;

/** Edits of the user, each one request: they change where rows stand, and nothing of what they say. */
export const EDITS = {
  'sorts claims': sorts('Claims'),
  'sorts lines': sorts('ClaimLines'),
  'sorts activity': sorts('Activity'),
  'writes a note': byHand(({ worksheets }) => {
    worksheets.getItem('Log').getRange('M3').values = [['a note']];
  }),
  'inserts above claims': byHand(({ tables }) => {
    tables.getItem('Claims').worksheet.getRange('1:2').insert('Down');
  }),
  'renames the sheet of claims': byHand(({ tables }) => {
    tables.getItem('Claims').worksheet.name = 'My claims';
  }),
} satisfies Record<string, Move>;

export type MoveName = keyof typeof MOVES | keyof typeof EDITS;
