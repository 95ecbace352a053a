import type { Finding } from '../../billing/findings';
import type { mergedCopies } from '../../workbook/journal/merged-copies';
import { type MergedCopies } from '../../workbook/journal/merged-copies';
import { Refusal } from '../../workbook/refusal';

/** Throws a refusal where Claimsheet's own tables are there twice, so that nobody can tell what was billed. */
export function refuseDoubledTables({ doubled, copies }: ReturnType<typeof mergedCopies>): void {
  if (doubled.length === 0) return;
  const pairs = doubled.map(({ sheet, copy }) => `"${sheet}" and "${copy}"`).join(', ');
  throw new Refusal(
    'table-damaged',
    `Two people used Claimsheet here for the first time at the same moment, each in a copy of this workbook, so that its tables are here twice: ${pairs}. Nothing is written until one of each is left. Copy those rows of the second that the first does not have below the rows of the first, then delete the sheets ${copies.map((name) => `"${name}"`).join(', ')}; what was made twice, or never sent, goes with them.`,
  );
}

/** What is told when runs of one number were put in order, or two copies each left a revision. */
export function mergedNotes({ renumbered, hasRevisions }: MergedCopies): Finding[] {
  if (renumbered.length === 0 && !hasRevisions) return [];
  const numbers = renumbered.map(({ what, when, number }) => `"${what}" of ${when} is run ${String(number)}`);
  const order = numbers.length > 0 ? `; they are in order now: ${numbers.join(', ')}` : '';
  return [
    {
      rule: 'copies-put-together',
      severity: 'WARN',
      place: null,
      message: `Two people wrote at the same time, each in a copy of this workbook, and Excel has put the copies together${order}. Where both wrote in one cell, it says what was written last.`,
      fix: 'Run Check before you send anything: it tells what was billed twice, and which claims do not agree with their lines.',
      source: 'Microsoft Support, "Collaborate on Excel workbooks at the same time with co-authoring"',
    },
  ];
}
