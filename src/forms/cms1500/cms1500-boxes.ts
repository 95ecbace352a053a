import type { Claim, ServiceLine } from '../../billing/claims/claim';
import { minus, smaller, sum } from '../../billing/values/cents';
import type { Box, BoxEntry, ClaimPage } from './box';
import { conditionBoxes } from './condition-boxes';
import { insuredBoxes } from './insured-boxes';
import { cut } from './paper-text';
import { billingBoxes, lineBoxes } from './service-boxes';

/** The red form has six service lines; more need another form, with a total of its own. */
export const LINES_PER_PAGE = 6;

/** Every box of the form but the lines of box 24, in the order of the form. */
export const BOX_ENTRIES: readonly BoxEntry[] = [...insuredBoxes, ...conditionBoxes, ...billingBoxes];

/**
 * The lines of a claim, six a page. What the client has paid goes to the first page up to its total, then to
 * the next; what is left over stands on the last, so that the pages together say what the claim says.
 */
export function linePages(claim: Claim): ClaimPage[] {
  const pages: ClaimPage[] = [];
  let unspent = claim.amountPaid;
  for (let first = 0; first < claim.lines.length; first += LINES_PER_PAGE) {
    const lines = claim.lines.slice(first, first + LINES_PER_PAGE);
    const total = sum(lines.map((line) => line.charge));
    const isLast = first + LINES_PER_PAGE >= claim.lines.length;
    const paid = isLast ? unspent : smaller(unspent, total);
    unspent = minus(unspent, paid);
    pages.push({ lines, total, paid });
  }
  return pages;
}

/** Every box of one page, empty ones too, each with exactly the text that is printed in it. */
export function cms1500Boxes(claim: Claim, page: ClaimPage): Box[] {
  return [
    ...BOX_ENTRIES.map((entry) => ({
      number: entry.number,
      part: entry.part ?? '',
      line: null,
      name: entry.name,
      value: fitted(entry, entry.value?.(claim, page) ?? ''),
    })),
    ...Array.from({ length: LINES_PER_PAGE }, (_, index) =>
      lineOfBoxes(claim, page.lines[index], index + 1),
    ).flat(),
  ];
}

function lineOfBoxes(claim: Claim, line: ServiceLine | undefined, number: number): Box[] {
  return lineBoxes.map((entry) => ({
    number: entry.number,
    part: entry.part ?? '',
    line: number,
    name: entry.name,
    value: line ? (entry.value?.(line, claim) ?? '') : '',
  }));
}

function fitted(entry: BoxEntry, value: string): string {
  return entry.cut && entry.maxLength !== undefined ? cut(value, entry.maxLength) : value;
}
