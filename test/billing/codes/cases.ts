import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';

/** The rows of a case file beside the tests. */
export function casesOf<Column extends string>(file: string): Record<Column, string>[] {
  const text = readFileSync(join(__dirname, file), 'utf8');
  return Papa.parse<Record<Column, string>>(text, { header: true, skipEmptyLines: true }).data;
}
