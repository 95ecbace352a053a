import { claimOptions } from '../claims/claim-options';
import { prepareClaims } from '../claims/make-claims';
import { claimsOut } from '../files/claims-out';
import { readOverview, type Overview } from '../overview/overview';
import { prepareAndApply } from '../../practice/prepare';
import { likelyMonth } from '../sessions/likely-month';
import { showSheet } from '../show-cell';
import { prepareSuperbills } from '../superbills/make-superbills';
import type { MadeAtOnce } from './made-at-once';

/**
 * Makes the claims or superbills of the month that is most likely meant, where nothing has to be asked first, and shows
 * the sheet made. Null, with nothing written, where the pane has to be looked at: something is unclear, or there is
 * nothing to make. Throws a refusal as the pane's own button does.
 */
export async function makeAtOnce(
  context: Excel.RequestContext,
  kind: 'claims' | 'superbills',
  now: Date,
): Promise<MadeAtOnce | null> {
  const overview = await readOverview(context, now);
  const month = likelyMonth(overview.sessions.months, now);
  if (month === null || !isClear(overview)) return null;
  const { sheet, columns, sending } = overview.remembered;
  const options = { month, sheet: sheet ?? undefined, columns, now };
  const made =
    kind === 'claims'
      ? await claimsMade(context, claimOptions(options, sending))
      : await superbillsMade(context, options);
  if (made) await showSheet(context, made.first);
  return made && { report: made.report, out: made.out };
}

/** Whether the set-up leaves no question open. */
function isClear({ sessions, tables, obstacles, readOnly, remembered }: Overview): boolean {
  const { obstacle, rivals, mapping } = sessions;
  const asks = (mapping?.unsure ?? []).some(({ needed, candidates }) => needed || candidates.length > 0);
  return (
    !readOnly &&
    obstacle === null &&
    rivals.length === 0 &&
    obstacles.length === 0 &&
    tables.every(({ exists }) => exists) &&
    (remembered.columnsConfirmed || !asks)
  );
}

async function claimsMade(context: Excel.RequestContext, options: Parameters<typeof prepareClaims>[1]) {
  const { prepared, isMade } = await prepareAndApply(
    context,
    () => prepareClaims(context, options),
    undefined,
    ({ plan, report }) => plan !== null && report.sheet !== null,
  );
  const { report } = prepared;
  return isMade && report.sheet !== null ? { report, out: claimsOut(prepared), first: report.sheet } : null;
}

async function superbillsMade(
  context: Excel.RequestContext,
  options: Parameters<typeof prepareSuperbills>[1],
) {
  const { prepared, isMade } = await prepareAndApply(
    context,
    () => prepareSuperbills(context, options),
    undefined,
    ({ plan, report }) => plan !== null && report.superbills.length > 0,
  );
  const { report } = prepared;
  const [first] = report.superbills;
  return isMade && first ? { report, out: null, first: first.sheet } : null;
}
