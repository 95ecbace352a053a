import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Papa from 'papaparse';
import type { Years } from '../../src/billing/codes/diagnoses/graph';

/** The published tables as facts: codes, numbers and dates, nothing of anybody's wording. See README.md there. */
const folder = join(__dirname, 'sources');

/** Code with dot, first and last fiscal year in which it is billable; 2016 stands for 2016 or before. */
export function diagnosisHistory(): [code: string, years: Years][] {
  const history = gunzipSync(readFileSync(join(folder, 'icd10cm-billable-history.tsv.gz'))).toString('utf8');
  const ended = readFileSync(join(folder, 'icd10cm-ended-before-fy2019.tsv'), 'utf8');
  return `${history.trim()}\n${ended.trim()}`.split('\n').map((line) => {
    const [code = '', first, last] = line.split('\t');
    return [code, [Number(first), Number(last)]];
  });
}

export type PairRow = Record<'column1' | 'column2' | 'modifier_indicator' | 'deletion_date', string>;
export type LimitRow = Record<
  'code' | 'mue_units' | 'mai' | 'mpfs_status' | 'mult_proc_ind' | 'medicaid_2026Q1_units',
  string
>;
export type RvuRow = Record<'code' | 'work' | 'pe_nonfacility' | 'malpractice', string>;
export type AddOnRow = Record<'add_on' | 'primary' | 'type', string>;
export type AdjustmentRow = Record<'code' | 'type' | 'start' | 'end', string>;

export const codePairs = () => rows<PairRow>('ncci-ptp-practitioner-2024Q3.csv');
export const dailyLimits = () => rows<LimitRow>('mue-practitioner-2024Q3.csv');
export const practiceExpense = () => rows<RvuRow>('mpfs-2024-07.csv');
export const addOnCodes = () => rows<AddOnRow>('ncci-add-on-codes-2024.csv');
export const adjustmentCodes = () => rows<AdjustmentRow>('carc-rarc-codes-2024-06.csv');

function rows<Row>(file: string): Row[] {
  return Papa.parse<Row>(readFileSync(join(folder, file), 'utf8'), { header: true, skipEmptyLines: true })
    .data;
}
