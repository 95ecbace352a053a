import { shippedDiagnoses, type DiagnosisTable } from '../diagnoses/table';
import { shippedPairs, type PairTable } from '../pairs';

/** The tables that judge diagnosis codes and code pairs. */
export interface CodeTables {
  diagnoses: DiagnosisTable;
  pairs: PairTable;
}

let loaded: Partial<CodeTables> = {};

/** The tables in force: those the user has loaded, else those that come with the add-in. */
export function currentTables(): CodeTables {
  return { diagnoses: loaded.diagnoses ?? shippedDiagnoses(), pairs: loaded.pairs ?? shippedPairs() };
}

/** Puts newer editions in force for everything that checks codes. */
export function useTables(tables: Partial<CodeTables>): void {
  loaded = { ...loaded, ...tables };
}

/** Goes back to the tables that come with the add-in. */
export function useShippedTables(): void {
  loaded = {};
}
