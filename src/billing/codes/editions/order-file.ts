import { read, refused, type Reading } from '../../identifiers/reading';
import { isoOf } from '../../values/day';
import { encodeCodes } from '../diagnoses/encode';
import { lastDayOfFiscalYear } from '../diagnoses/fiscal-year';
import { codesUnder, type Years } from '../diagnoses/graph';
import { shippedDiagnoses, type DiagnosisTable } from '../diagnoses/table';
import type { WrittenEdition } from '../edition';
import { linesOf, type OfficialFile } from './official-file';

/** A diagnosis table as it is kept: `diagnosisTable` makes it ready to answer. */
export interface WrittenDiagnoses {
  edition: WrittenEdition;
  encoded: string;
}

/** Fewer billable codes than a true order file has ever had: the file is cut off. */
const FEWEST_CODES = 65_000;

/**
 * Reads a CMS ICD-10-CM order file (`icd10cm_order_2028.txt`: order number in columns 1 to 5, code in 7 to 13, billable
 * flag in 15, titles after it) and joins its fiscal year to the years that are known: the next one, or the last one
 * again where CMS published an update.
 */
export function readOrderFile(
  { name, text }: OfficialFile,
  base: DiagnosisTable = shippedDiagnoses(),
): Reading<WrittenDiagnoses> {
  const year = yearOf(name);
  if (year === null) {
    return refused(
      `The name "${name}" does not say the fiscal year: keep the name that CMS gave the file, such as icd10cm_order_2028.txt.`,
    );
  }
  if (year < base.lastYear) {
    return refused(
      `Fiscal year ${year} is known already; the table has ${base.firstYear} to ${base.lastYear}.`,
    );
  }
  if (year > base.lastYear + 1) {
    return refused(`Load fiscal year ${base.lastYear + 1} first; the table ends with ${base.lastYear}.`);
  }
  const billable = billableCodes(name, text);
  return billable.ok ? read(joined(base, year, billable.value, name)) : billable;
}

function yearOf(name: string): number | null {
  const match = /(?<!\d)(20\d{2})(?!\d)/.exec(name);
  return match ? Number(match[1]) : null;
}

function billableCodes(name: string, text: string): Reading<ReadonlySet<string>> {
  const codes = new Set<string>();
  for (const [line, number] of linesOf(text)) {
    if (line.trim() === '') continue;
    const match = /^\d{5} ([A-Z][0-9A-Z]{2,6}) *$/.exec(line.slice(0, 13));
    const flag = line[14];
    if (!match || line[13] !== ' ' || (flag !== '0' && flag !== '1')) {
      return refused(
        number === 1
          ? `"${name}" is not an ICD-10-CM order file: its first line does not begin with an order number, a code and 0 or 1.`
          : `Line ${number} of "${name}" is not a line of an ICD-10-CM order file.`,
      );
    }
    if (flag === '1') codes.add(match[1] ?? '');
  }
  if (codes.size < FEWEST_CODES) {
    return refused(
      `"${name}" has only ${codes.size} billable codes; a whole order file has more than ${FEWEST_CODES}.`,
    );
  }
  return read(codes);
}

function joined(
  base: DiagnosisTable,
  year: number,
  billable: ReadonlySet<string>,
  name: string,
): WrittenDiagnoses {
  const years = new Map<string, Years>();
  for (const [code, [first, last]] of codesUnder(base.root)) {
    if (billable.has(code)) years.set(code, [first, year]);
    else if (first < year) years.set(code, [first, Math.min(last, year - 1)]);
  }
  for (const code of billable) if (!years.has(code)) years.set(code, [year, year]);
  return {
    edition: {
      title: `ICD-10-CM, fiscal years ${base.firstYear} to ${year}`,
      source: `${base.edition.source}; CMS order file ${name}, loaded by you`,
      from: isoOf(base.edition.from),
      to: isoOf(lastDayOfFiscalYear(year)),
    },
    encoded: encodeCodes([...years].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}
