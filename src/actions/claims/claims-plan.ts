import { patientName, serviceSpan, type Claim } from '../../billing/claims/claim';
import { minus, ZERO } from '../../billing/values/cents';
import { addAll } from '../../billing/values/lists';
import type { Day } from '../../billing/values/day';
import { claimForm, claimPages } from '../../forms/cms1500/claim-form';
import type { DocumentSheet, Plan, Run } from '../../workbook/plan/plan';
import type { OwnTables } from '../../workbook/tables';
import type { RowOf } from '../../workbook/tables/define-table';
import { VOID } from '../../practice/register/register';
import { sessionRow } from '../../practice/sessions/billed-once';

/** What all claims of a run have in common. */
export interface Batch {
  month: string;
  /** Where the pages are. */
  sheet: string;
  today: Day;
  /** Number of the 837P that carries them; null without one. */
  file: number | null;
  /** By account: the 837P that carried the claim, where each has its own. */
  files?: ReadonlyMap<string, number | null>;
  /** By account: the account of the claim that it takes the place of. */
  replaces?: ReadonlyMap<string, string>;
}

/**
 * The register rows and the sheet of claim pages that a batch of claims becomes; several sheets, where the pages are
 * more than Excel can keep apart on one.
 */
export function claimsPlan(claims: readonly Claim[], run: Run, batch: Batch): Plan {
  const parts = partsOf(claims, batch.sheet);
  return {
    run,
    documents: parts.map(({ name, pages }) => ({ name, form: claimForm, pages })),
    rows: [
      {
        table: 'Claims',
        rows: parts.flatMap((part) =>
          part.claims.map((claim) => registerRow(claim, run, { ...batch, sheet: part.name })),
        ),
      },
      { table: 'ClaimLines', rows: claims.flatMap((claim) => lineRows(claim, run)) },
    ],
  };
}

/** Excel takes 1,026 page breaks on a sheet ("Excel specifications and limits"). */
const MOST_PAGES = 1_000;

/** The pages of a claim stay together. */
function partsOf(
  claims: readonly Claim[],
  sheet: string,
): (Pick<DocumentSheet, 'name' | 'pages'> & { claims: Claim[] })[] {
  const parts = [{ name: sheet, pages: [] as DocumentSheet['pages'], claims: [] as Claim[] }];
  for (const claim of claims) {
    const pages = claimPages(claim);
    let part = parts.at(-1);
    if (!part || (part.pages.length > 0 && part.pages.length + pages.length > MOST_PAGES)) {
      part = { name: `${sheet} part ${String(parts.length + 1)}`, pages: [], claims: [] };
      parts.push(part);
    }
    addAll(part.pages, pages);
    part.claims.push(claim);
  }
  return parts;
}

function registerRow(
  claim: Claim,
  run: Run,
  { month, sheet, today, file, files, replaces }: Batch,
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
    file: files?.get(claim.account) ?? file,
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
