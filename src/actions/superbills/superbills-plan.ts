import { serviceSpan } from '../../billing/claims/claim';
import type { Superbill } from '../../billing/superbills/superbill';
import type { Day } from '../../billing/values/day';
import { superbillForm, superbillPages } from '../../forms/superbill/superbill-form';
import type { Plan, Run } from '../../workbook/plan/plan';
import type { OwnTables } from '../../workbook/tables';
import type { RowOf } from '../../workbook/tables/define-table';
import { numberedSheet, pagesOnSheets } from '../../workbook/plan/pages-on-sheets';
import { freeSheetName } from '../../workbook/plan/sheet-name';
import { sessionRow } from '../../practice/sessions/billed-once';

/** A sheet and register rows for each superbill. */
export function superbillsPlan(
  superbills: readonly Superbill[],
  run: Run,
  today: Day,
  taken: ReadonlySet<string>,
): Plan {
  const names = new Set(taken);
  const made = superbills.map((superbill) => {
    const wanted = `SB ${superbill.month} ${superbill.client.name}`;
    return pagesOnSheets(superbillForm, [superbillPages(superbill)], (sheet) => {
      const name = freeSheetName(numberedSheet(wanted, sheet), names);
      names.add(name.toLowerCase());
      return name;
    });
  });
  const sheets = made.map(({ sheetOf }) => sheetOf[0] ?? '');
  return {
    run,
    documents: made.flatMap(({ documents }) => documents),
    rows: [
      {
        table: 'Claims',
        rows: superbills.map((superbill, index) => registerRow(superbill, run, sheets[index] ?? '', today)),
      },
      { table: 'ClaimLines', rows: superbills.flatMap((superbill) => lineRows(superbill, run)) },
    ],
  };
}

function registerRow(superbill: Superbill, run: Run, sheet: string, today: Day): RowOf<OwnTables['Claims']> {
  return {
    account: superbill.account,
    kind: 'Superbill',
    month: superbill.month,
    client: superbill.client.name,
    payer: superbill.client.payer,
    ...serviceSpan(superbill.rows),
    visits: new Set(superbill.rows.map(({ date }) => date)).size,
    lines: superbill.rows.length,
    units: superbill.rows.reduce((units, row) => units + row.units, 0),
    billed: superbill.charged,
    clientPaid: superbill.paid,
    balance: superbill.balance,
    status: 'Made',
    madeOn: today,
    sheet,
    run: run.id,
  };
}

function lineRows(superbill: Superbill, run: Run): RowOf<OwnTables['ClaimLines']>[] {
  return superbill.rows.map((row) => ({
    control: row.control,
    account: superbill.account,
    client: superbill.client.name,
    payer: superbill.client.payer,
    date: row.date,
    code: row.code,
    modifiers: row.modifiers,
    units: row.units,
    minutes: row.minutes,
    charge: row.charge,
    diagnoses: row.diagnoses,
    sessionRows: row.sessions.map(sessionRow),
    sessionKeys: row.sessions.map((session) => session.key),
    run: run.id,
  }));
}
