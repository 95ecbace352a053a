import { currentTables, useShippedTables, useTables } from '../../billing/codes/editions/current';
import {
  pairsOfQuarter,
  readNcciQuarter,
  type WrittenPairs,
} from '../../billing/codes/editions/ncci-quarter';
import type { OfficialFile } from '../../billing/codes/editions/official-file';
import { readOrderFile, type WrittenDiagnoses } from '../../billing/codes/editions/order-file';
import { diagnosisTable } from '../../billing/codes/diagnoses/table';
import type { Reading } from '../../billing/identifiers/reading';
import type { TextStore } from '../browser-store';

/** Official tables that the user loaded: codes, numbers and dates, nothing about anybody. */
interface Loaded {
  diagnoses?: WrittenDiagnoses;
  pairs?: WrittenPairs;
}

const ORDER_FILE = /order/i;

/**
 * Puts official files into force for everything that checks codes: an ICD-10-CM order file, or the parts of an NCCI
 * quarter. Answers which edition now holds, or one sentence why the files cannot be used; then nothing has changed.
 */
export function loadOfficialFiles(files: readonly OfficialFile[], store: TextStore): Reading<string> {
  const orders = files.filter(({ name }) => ORDER_FILE.test(name));
  const [order, ...more] = orders;
  if (more.length > 0 || (order && orders.length < files.length)) {
    return {
      ok: false,
      reason: 'Load one ICD-10-CM order file, or the parts of one NCCI quarter, at a time.',
    };
  }
  const read = order ? loadOrder(order) : loadPairs(files);
  if (!read.ok) return read;
  const loaded = { ...readStore(store), ...read.value.loaded };
  use(loaded);
  store.write(JSON.stringify(loaded));
  return { ok: true, value: `Now in force: ${read.value.title}.` };
}

/** Brings back what was loaded at an earlier start. What cannot be read any more is dropped. */
export function restoreEditions(store: TextStore): void {
  const loaded = readStore(store);
  try {
    use(loaded);
  } catch {
    useShippedTables();
    store.write(null);
  }
}

/** Goes back to the tables that come with the add-in. */
export function forgetEditions(store: TextStore): void {
  useShippedTables();
  store.write(null);
}

/** The titles of the tables in force. */
export function editionsInForce(): string[] {
  const { diagnoses, pairs } = currentTables();
  return [diagnoses.edition.title, pairs.edition.title];
}

function loadOrder(file: OfficialFile): Reading<{ loaded: Loaded; title: string }> {
  const read = readOrderFile(file, currentTables().diagnoses);
  return read.ok
    ? { ok: true, value: { loaded: { diagnoses: read.value }, title: read.value.edition.title } }
    : read;
}

function loadPairs(files: readonly OfficialFile[]): Reading<{ loaded: Loaded; title: string }> {
  const read = readNcciQuarter(files);
  return read.ok
    ? { ok: true, value: { loaded: { pairs: read.value }, title: read.value.edition.title } }
    : read;
}

function use({ diagnoses, pairs }: Loaded): void {
  useTables({
    ...(diagnoses && { diagnoses: diagnosisTable(diagnoses) }),
    ...(pairs && { pairs: pairsOfQuarter(pairs) }),
  });
}

function readStore(store: TextStore): Loaded {
  try {
    return JSON.parse(store.read() ?? '{}') as Loaded;
  } catch {
    return {};
  }
}
