import type { Superbill, SuperbillRow } from '../../billing/superbills/superbill';
import { dollarsOf, minus, sum } from '../../billing/values/cents';
import type { Cents } from '../../billing/values/cents';
import { serialOf } from '../../billing/values/day';
import { addAll } from '../../billing/values/lists';
import type { StyleName } from '../styles';

/** Printed lines for services on one page. */
export const LINES_PER_PAGE = 18;

/** Diagnosis codes that fit beside each other; the others of a service go on the lines below it. */
const DIAGNOSES_A_LINE = 3;

/** One printed line: a service, or more diagnoses of the service above it. */
export interface SuperbillLine {
  row: SuperbillRow | null;
  diagnoses: string;
}

/** What one page prints, with its own totals. */
export interface SuperbillPage {
  lines: SuperbillLine[];
  charged: Cents;
  paid: Cents;
}

export interface SuperbillColumn {
  header: string;
  look: 'Left' | 'Center' | 'Right';
  value: StyleName;
  of: (line: SuperbillLine) => string | number | null;
}

/** A line for each code of each date of service, never a range of dates. */
export const superbillColumns: readonly SuperbillColumn[] = [
  { header: 'Date', look: 'Left', value: 'date', of: ({ row }) => row && serialOf(row.date) },
  { header: 'Place', look: 'Center', value: 'valueCenter', of: ({ row }) => row && row.placeOfService },
  { header: 'Code', look: 'Left', value: 'value', of: ({ row }) => row && row.code },
  { header: 'Modifiers', look: 'Left', value: 'value', of: ({ row }) => row && row.modifiers.join(' ') },
  { header: 'Units', look: 'Center', value: 'units', of: ({ row }) => row && row.units },
  { header: 'Diagnoses (ICD-10-CM)', look: 'Left', value: 'value', of: ({ diagnoses }) => diagnoses },
  { header: 'Charge', look: 'Right', value: 'money', of: ({ row }) => row && dollarsOf(row.charge) },
  { header: 'Paid', look: 'Right', value: 'money', of: ({ row }) => row && dollarsOf(row.paid) },
  {
    header: 'Balance',
    look: 'Right',
    value: 'money',
    of: ({ row }) => row && dollarsOf(minus(row.charge, row.paid)),
  },
];

/** The services of a superbill, page by page; a service and its further diagnoses stay on one page. */
export function linePages(superbill: Superbill): SuperbillPage[] {
  const pages: { rows: SuperbillRow[]; lines: SuperbillLine[] }[] = [{ rows: [], lines: [] }];
  for (const row of superbill.rows) {
    const lines = linesOf(row);
    let page = pages[pages.length - 1];
    if (!page || page.lines.length + lines.length > LINES_PER_PAGE) {
      page = { rows: [], lines: [] };
      pages.push(page);
    }
    page.rows.push(row);
    addAll(page.lines, lines);
  }
  return pages.map(({ rows, lines }) => ({
    lines,
    charged: sum(rows.map((row) => row.charge)),
    paid: sum(rows.map((row) => row.paid)),
  }));
}

function linesOf(row: SuperbillRow): SuperbillLine[] {
  const lines: SuperbillLine[] = [];
  for (let first = 0; first === 0 || first < row.diagnoses.length; first += DIAGNOSES_A_LINE) {
    const diagnoses = row.diagnoses.slice(first, first + DIAGNOSES_A_LINE).join(', ');
    lines.push({ row: first === 0 ? row : null, diagnoses });
  }
  return lines;
}
