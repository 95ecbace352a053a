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
    'ncci-pairs.ts': module('NCCI_PAIRS', NCCI, 'column 1; indicator, deletion date; column 2', pairs()),
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

/** `97140 0:97124 1:97018,97750 9-1996-01-01:97010` */
function pairs(): string {
  const lines = new Map<string, Map<string, string[]>>();
  for (const { column1, column2, modifier_indicator: indicator, deletion_date: deleted } of codePairs()) {
    const groups = valueOf(lines, column1, () => new Map<string, string[]>());
    valueOf(groups, deleted ? `${indicator}-${deleted}` : indicator, () => []).push(column2);
  }
  return [...lines]
    .sort()
    .map(([column1, groups]) =>
      [column1, ...[...groups].sort().map(([held, column2]) => `${held}:${column2.sort().join(',')}`)].join(
        ' ',
      ),
    )
    .join('\n');
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
