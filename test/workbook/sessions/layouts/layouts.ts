import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ColumnMapping } from '../../../../src/workbook/sessions/column-mapping';
import type { SheetGrid } from '../../../../src/workbook/sessions/grid';
import { mapColumns } from '../../../../src/workbook/sessions/mapping/map-columns';

/** A header row of a real or realistic sheet and the mapping a person would choose. */
export interface Layout {
  name: string;
  headers: string[];
  header_row: number;
  mapping: Record<string, string | string[]>;
}

export function layoutsIn(file: string): Layout[] {
  const text = readFileSync(join(__dirname, file), 'utf8');
  return (JSON.parse(text) as { layouts: Layout[] }).layouts;
}

/** The layout as a sheet without data rows; title rows above a header that is not in row 1. */
export function gridOfLayout(layout: Layout): SheetGrid {
  const titles = Array.from({ length: layout.header_row - 1 }, (_, row) => [
    row === 0 ? 'Worklist 2026' : '',
  ]);
  return {
    name: layout.name,
    firstRow: 1,
    firstColumn: 1,
    values: [...titles, layout.headers],
    formats: [],
    tables: [],
    date1904: false,
  };
}

/** Columns of fields that the layouts were written down without: where, and whether it was billed before. */
const LATER_FIELDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  simplepractice_insurance_payment_report: { billed: 'Payer Claim' },
  jane_sales_export: { place: 'Location' },
  oncehub_schedule: { place: 'Location' },
  ehr_appointment_report_hike: { place: 'Location' },
  lab_claims_worklist_title_rows: { billed: 'Claim ID' },
  claims_multi_service_lines: { billed: 'Claim Number' },
  denials_08_messy: { place: 'Place of Svc' },
};

export interface Verdict {
  right: string[];
  /** Left out or asked about. */
  unsure: string[];
  /** Mapped to another column than a person would choose. */
  wrong: string[];
  /** Mapped although the person leaves the field empty. */
  extra: string[];
}

/** "Visit Date (or Appt Date)" and "Hours Worked (hours x 60)" carry advice in brackets; "Paid (2nd)" does not. */
function accepted(expected: string): string[] {
  const advice = /^(.*?) \((?:or (.*)|hours x 60)\)$/.exec(expected);
  if (advice === null) return [expected];
  return [advice[1] ?? '', ...(advice[2] === undefined ? [] : [advice[2]])];
}

export function judgeMapping(layout: Layout, mapping: ColumnMapping): Verdict {
  const verdict: Verdict = { right: [], unsure: [], wrong: [], extra: [] };
  for (const [field, expected] of Object.entries(layout.mapping)) {
    const found = mapping.fields[field as keyof typeof mapping.fields]?.columns;
    const choices = Array.isArray(expected) ? [expected] : accepted(expected).map((label) => [label]);
    const same = choices.some((choice) => choice.join('|') === found?.join('|'));
    if (found === undefined) verdict.unsure.push(field);
    else verdict[same ? 'right' : 'wrong'].push(same ? field : `${field}: ${found.join(' + ')}`);
  }
  for (const [field, found] of Object.entries(mapping.fields)) {
    if (LATER_FIELDS[layout.name]?.[field] === found.columns.join(' + ')) continue;
    if (!(field in layout.mapping)) verdict.extra.push(`${field}: ${found.columns.join(' + ')}`);
  }
  return verdict;
}

/** Every layout of a file with its verdict. */
export function judgeAll(file: string): { layout: Layout; mapping: ColumnMapping; verdict: Verdict }[] {
  return layoutsIn(file).map((layout) => {
    const mapping = mapColumns(gridOfLayout(layout));
    return { layout, mapping, verdict: judgeMapping(layout, mapping) };
  });
}
