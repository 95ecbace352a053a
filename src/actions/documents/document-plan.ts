import { isoOf } from '../../billing/values/day';
import type { Report } from '../../forms/report/report';
import { finishPlan } from '../../practice/finish-plan';
import type { CellChange, TableRows } from '../../workbook/plan/plan';
import { reportSheetName, type ReportWord } from '../../workbook/plan/own-sheets';
import type { Prepared } from '../../practice/prepare';
import { nextRun } from '../../practice/numbers';
import type { DocumentBook } from './document-book';

export const DOCUMENT_KINDS = [
  'statement',
  'itemized',
  'appeal',
  'progress',
  'benefits',
  'estimate',
  'refund',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** How the name of its sheet begins, before the day and the client. */
const SHEETS: Readonly<Record<DocumentKind, ReportWord>> = {
  statement: 'Statement',
  itemized: 'Itemized',
  appeal: 'Appeal',
  progress: 'Report',
  benefits: 'Benefits',
  estimate: 'Estimate',
  refund: 'Refund',
};

/** What the Activity sheet says; names of clients do not belong there. */
const WHAT: Readonly<Record<DocumentKind, string>> = {
  statement: 'Client statement',
  itemized: 'Itemized statement of a case',
  appeal: 'Appeal letter',
  progress: 'Progress report',
  benefits: 'Worksheet to verify benefits',
  estimate: 'Good faith estimate',
  refund: "Refund of a client's credit",
};

/** What came of one document. */
export interface DocumentReport {
  action: 'document';
  kind: DocumentKind;
  client: string;
  sheet: string;
  /** What it says, in a sentence or two. */
  words: string[];
  /** What the therapist should look at before it goes out. */
  warnings: string[];
}

export interface DocumentParts {
  kind: DocumentKind;
  client: string;
  /** What the sheet is named after: the client, or an account. */
  named: string;
  report: Report;
  words: string[];
  warnings: string[];
  /** Rows that belong to it; the run is known when they are made. */
  rows?: (run: string, sheet: string) => TableRows[];
  changes?: (run: string) => CellChange[];
}

/** One sheet for one document, with its line in the Activity sheet, so that Undo takes it back. */
export function prepareDocument(book: DocumentBook, parts: DocumentParts): Prepared<DocumentReport> {
  const { kind, client, named, words, warnings } = parts;
  const sheet = reportSheetName(SHEETS[kind], isoOf(book.today), named, book.taken);
  const { id } = nextRun(book.reading, kind, book.when.slice(0, 7));
  const plan = {
    run: { id, when: book.when, what: WHAT[kind] },
    documents: [],
    rows: parts.rows?.(id, sheet) ?? [],
    changes: parts.changes?.(id) ?? [],
    reports: [{ name: sheet, report: parts.report }],
  };
  return {
    reading: book.reading,
    plan: finishPlan(plan, book.reading),
    report: { action: 'document', kind, client, sheet, words, warnings },
  };
}
