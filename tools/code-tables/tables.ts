import { encodeCodes } from '../../src/billing/codes/diagnoses/encode';
import type { WrittenEdition } from '../../src/billing/codes/edition';
import { codePairs, dailyLimits, diagnosisHistory, practiceExpense } from './sources';

/** The files of src/billing/codes/data by name. */
export function codeTables(): Record<string, string> {
  return {
    'icd10cm.ts': module(
      'ICD10CM',
      ICD10CM,
      'the fiscal years in which each diagnosis code is billable',
      diagnoses(),
    ),
    'ncci-pairs.ts': module(
      'NCCI_PAIRS',
      NCCI,
      'the codes; then column 1, indicator, deletion date, column 2 as places among them',
      pairs(),
    ),
    'daily-limits.ts': module(
      'DAILY_LIMITS',
      LIMITS,
      'code, units a day, who adjudicates (MAI), fee schedule status, multiple procedure indicator, units a day in Medicaid’s edition',
      limits(),
    ),
    'practice-expense.ts': module(
      'PRACTICE_EXPENSE',
      RVUS,
      'code, relative values of work, practice expense in the office, malpractice',
      practiceExpense()
        .map((row) => [row.code, row.work, row.pe_nonfacility, row.malpractice].join(' '))
        .join('\n'),
    ),
  };
}

const ICD10CM: WrittenEdition = {
  title: 'ICD-10-CM, fiscal years 2016 to 2027',
  source: 'CMS ICD-10-CM order files FY2016 to FY2026 and FY2027 addenda',
  from: '2015-10-01',
  to: '2027-09-30',
};

const NCCI: WrittenEdition = {
  title: 'NCCI procedure-to-procedure edits, practitioner, third quarter of 2024 (v30.2)',
  source: 'CMS NCCI PTP edits effective 2024-07-01, an extract of 404 codes of therapists',
  from: '2024-07-01',
  to: '2024-09-30',
};

const LIMITS: WrittenEdition = {
  title: 'Medically unlikely edits, practitioner, and fee schedule status, third quarter of 2024',
  source:
    'CMS MUE table effective 2024-07-01 and CMS physician fee schedule of July 2024, an extract of 351 codes of therapists',
  from: '2024-07-01',
  to: '2024-09-30',
};

const RVUS: WrittenEdition = {
  title: 'Medicare physician fee schedule, July 2024, codes of multiple procedure indicator 5',
  source: 'CMS physician fee schedule relative values, July 2024',
  from: '2024-07-01',
  to: '2024-12-31',
};

function diagnoses(): string {
  return encodeCodes(diagnosisHistory().map(([code, years]) => [code.replace('.', ''), years]));
}

/**
 * First all codes in order, then a line for each column 1 with its groups: indicator, deletion date, column 2. Columns are
 * places in the list of codes, in base 36: of column 2 the step from the one before, and `+` how many follow it at once.
 */
function pairs(): string {
  const rows = codePairs();
  const codes = [...new Set(rows.flatMap(({ column1, column2 }) => [column1, column2]))].sort();
  const placeOf = new Map(codes.map((code, index) => [code, index]));
  const lines = new Map<number, Map<string, number[]>>();
  for (const { column1, column2, modifier_indicator: indicator, deletion_date: deleted } of rows) {
    const groups = valueOf(lines, placeOf.get(column1) ?? 0, () => new Map<string, number[]>());
    valueOf(groups, deleted ? `${indicator}-${deleted}` : indicator, () => []).push(
      placeOf.get(column2) ?? 0,
    );
  }
  const written = [...lines]
    .sort(([a], [b]) => a - b)
    .map(([column1, groups]) =>
      [
        column1.toString(36),
        ...[...groups].sort().map(([held, places]) => `${held}:${runsOf(places.sort((a, b) => a - b))}`),
      ].join(' '),
    );
  return [codes.join(' '), ...written].join('\n');
}

function runsOf(places: readonly number[]): string {
  const runs: string[] = [];
  let last = -1;
  for (let at = 0; at < places.length;) {
    const first = places[at] ?? 0;
    let more = 0;
    while (places[at + more + 1] === first + more + 1) more += 1;
    runs.push((first - last).toString(36) + (more > 0 ? `+${more.toString(36)}` : ''));
    last = first + more;
    at += more + 1;
  }
  return runs.join(',');
}

function limits(): string {
  return dailyLimits()
    .map((row) =>
      [row.code, row.mue_units, row.mai, row.mpfs_status, row.mult_proc_ind, row.medicaid_2026Q1_units]
        .map((cell) => cell || '-')
        .join(' '),
    )
    .sort()
    .join('\n');
}

function module(name: string, edition: WrittenEdition, content: string, encoded: string): string {
  return `// Made by tools/code-tables/build.ts; change it there. Codes, numbers and dates only: ${content}.
// Edition: ${edition.title}.
// Source: ${edition.source}.
export const ${name} = {
  edition: {
    title: '${edition.title}',
    source: '${edition.source}',
    from: '${edition.from}',
    to: '${edition.to}',
  },
  encoded: \`
${encoded}
\`,
};
`;
}

function valueOf<Key, Value>(map: Map<Key, Value>, key: Key, create: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = create()));
  return value;
}
