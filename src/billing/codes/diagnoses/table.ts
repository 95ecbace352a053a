import { ICD10CM } from '../data/icd10cm';
import { editionOf, type Edition, type WrittenEdition } from '../edition';
import { fiscalYearOf } from './fiscal-year';
import { readGraph, type CodeNode } from './graph';

export interface DiagnosisTable {
  edition: Edition;
  /** The fiscal years the edition knows. A code billable in the first or last of them may be so beyond it. */
  firstYear: number;
  lastYear: number;
  root: CodeNode;
}

export function diagnosisTable(data: { edition: WrittenEdition; encoded: string }): DiagnosisTable {
  const edition = editionOf(data.edition);
  return {
    edition,
    firstYear: fiscalYearOf(edition.from),
    lastYear: fiscalYearOf(edition.to),
    root: readGraph(data.encoded),
  };
}

let shipped: DiagnosisTable | undefined;

/** The table that comes with the add-in, read on first use. */
export function shippedDiagnoses(): DiagnosisTable {
  return (shipped ??= diagnosisTable(ICD10CM));
}
