import { patientName, serviceSpan, type Claim } from '../../billing/claims/claim';
import { minus, ZERO } from '../../billing/values/cents';
import type { Day } from '../../billing/values/day';
import { claimForm, claimPages } from '../../forms/cms1500/claim-form';
import type { DocumentSheet, Plan, Run } from '../../workbook/plan/plan';
import { numberedSheet, pagesOnSheets } from '../../workbook/plan/pages-on-sheets';
import type { OwnTables } from '../../workbook/tables';
import type { RowOf } from '../../workbook/tables/define-table';
import { VOID } from '../../workbook/tables/retired';
import { sessionRow } from '../../practice/sessions/billed-once';

/** What all claims of a run have in common. */
export interface Batch {
  month: string;
  /** Where the pages are; where they are too many for one sheet, the first of them. */
  sheet: string;
  today: Day;
  /** Number of the 837P that carries them; null without one. */
  file: number | null;
  /** By account: the account of the claim that it takes the place of. */
  replaces?: ReadonlyMap<string, string>;
}

/**
 * The register rows and the sheets of claim pages that a batch of claims becomes. `printed`: all claims that have pages
 * there, also those that are in the register already.
 */
export function claimsPlan(
  claims: readonly Claim[],
  run: Run,
  batch: Batch,
  printed: readonly Claim[] = claims,
): Plan {
  const { documents, sheetOf } = claimSheets(printed, batch.sheet);
  return {
    run,
    documents,
    rows: [
      {
        table: 'Claims',
        rows: claims.map((claim) => registerRow(claim, run, { ...batch, sheet: sheetOf(claim) })),
      },
      { table: 'ClaimLines', rows: claims.flatMap((claim) => lineRows(claim, run)) },
    ],
  };
}

/** The sheets with the pages of claims, and which of them each claim is on. */
export function claimSheets(
  claims: readonly Claim[],
  name: string,
): { documents: DocumentSheet[]; sheetOf: (claim: Pick<Claim, 'account'>) => string } {
  const { documents, sheetOf } = pagesOnSheets(claimForm, claims.map(claimPages), (sheet) =>
    numberedSheet(name, sheet),
  );
  const byAccount = new Map(claims.map(({ account }, index) => [account, sheetOf[index] ?? name]));
  return { documents, sheetOf: ({ account }) => byAccount.get(account) ?? name };
}

function registerRow(
  claim: Claim,
  run: Run,
  { month, sheet, today, file, replaces }: Batch,
): RowOf<OwnTables['Claims']> {
  return {
    account: claim.account,
    kind: 'Claim',
    month,
    client: patientName(claim),
    payer: claim.payer.name,
    ...serviceSpan(claim.lines),
    visits: new Set(claim.lines.map(({ date }) => date)).size,
    lines: claim.lines.length,
    units: claim.lines.reduce((units, line) => units + line.units, 0),
    billed: claim.total,
    clientPaid: claim.amountPaid,
    balance: claim.frequency === VOID ? ZERO : minus(claim.total, claim.amountPaid),
    status: 'Made',
    madeOn: today,
    frequency: claim.frequency,
    authorization: claim.priorAuthorization,
    place: claim.placeOfService,
    replaces: replaces?.get(claim.account) ?? null,
    file,
    sheet,
    run: run.id,
  };
}

export function lineRows(claim: Claim, run: Run): RowOf<OwnTables['ClaimLines']>[] {
  return claim.lines.map((line) => ({
    control: line.control,
    account: claim.account,
    client: patientName(claim),
    payer: claim.payer.name,
    date: line.date,
    code: line.code,
    modifiers: line.modifiers,
    units: line.units,
    minutes: line.minutes,
    charge: line.charge,
    diagnoses: line.pointers.map((pointer) => claim.diagnoses[pointer - 1] ?? ''),
    sessionRows: line.sessions.map(sessionRow),
    sessionKeys: line.sessions.map((session) => session.key),
    run: run.id,
  }));
}
