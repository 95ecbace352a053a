import { plainText } from '../../identifiers/reading';
import type { Day } from '../../values/day';
import { largest, smallest } from '../../values/lists';
import type { Edition } from '../edition';
import { readDiagnosisCode, withDot, withoutDot } from './diagnosis-code';
import { firstDayOfFiscalYear, fiscalYearOf, lastDayOfFiscalYear } from './fiscal-year';
import { codesUnder, follow, type CodeNode, type Years } from './graph';
import { shippedDiagnoses, type DiagnosisTable } from './table';

/** What a diagnosis code is on a date of service; a null day means "no later, or no earlier, than the edition knows". */
export type DiagnosisVerdict = {
  /** As billed, with its dot; as typed when it cannot be read. */
  code: string;
  edition: Edition;
  /**
   * Codes billable on the date that stand for the same thing more exactly (or less, for a code that is not in
   * force yet). `M79.60-` stands for all codes that begin so, where they are too many to list.
   */
  useOneOf: string[];
} & (
  | { kind: 'billable'; from: Day | null; to: Day | null }
  /** Never billable itself on or before the date: it needs more characters. */
  | { kind: 'heading' }
  /** Billable until `to`, then divided into the codes of `useOneOf`. */
  | { kind: 'split'; to: Day }
  /** Only the last character is missing; `to` is the last day on which it was billable without. */
  | { kind: 'seventh-character-missing'; to: Day | null }
  /** Billable until `to`, and nothing under it is. */
  | { kind: 'deleted'; to: Day }
  | { kind: 'not-yet'; from: Day }
  /** `knownPart` is the longest beginning of it that the table has, or empty. */
  | { kind: 'unknown'; knownPart: string }
  /** The date of service lies before or after the edition. */
  | { kind: 'outside-edition' }
);

/** Longer lists are folded to the next character. */
const LONGEST_LIST = 24;

/** Judges a diagnosis code on a date of service. */
export function diagnosisVerdict(
  written: string,
  day: Day,
  table: DiagnosisTable = shippedDiagnoses(),
): DiagnosisVerdict {
  const { edition, root } = table;
  const reading = readDiagnosisCode(written);
  const code = reading.ok ? reading.value : written.trim();
  const about = { code, edition, useOneOf: [] as string[] };
  const year = fiscalYearOf(day);
  if (year < table.firstYear || year > table.lastYear) return { ...about, kind: 'outside-edition' };

  const bare = reading.ok ? withoutDot(code) : plainText(written).replace(/[^0-9A-Z]/g, '');
  const node = reading.ok ? follow(root, bare) : null;
  if (!node) {
    const knownPart = longestKnown(root, bare);
    const under = follow(root, knownPart);
    const near = under && knownPart !== '' ? billableUnder(under, knownPart, year) : [];
    return { ...about, kind: 'unknown', knownPart: withDot(knownPart), useOneOf: near };
  }
  if (holds(node.years, year)) {
    const [first, last] = node.years;
    const from = first === table.firstYear ? null : firstDayOfFiscalYear(first);
    const to = last === table.lastYear ? null : lastDayOfFiscalYear(last);
    return { code, edition, useOneOf: [], kind: 'billable', from, to };
  }

  const under = billableUnder(node, bare, year);
  if (under.length > 0) {
    const ended = node.years && node.years[1] < year ? lastDayOfFiscalYear(node.years[1]) : null;
    if (lacksSeventhCharacter(node, bare, year)) {
      return { ...about, kind: 'seventh-character-missing', to: ended, useOneOf: under };
    }
    if (ended !== null) return { ...about, kind: 'split', to: ended, useOneOf: under };
    return { ...about, kind: 'heading', useOneOf: under };
  }
  const spans = [...codesUnder(node)].map(([, years]) => years);
  const above = billableAbove(root, bare, year);
  const past = spans.filter(([, last]) => last < year).map(([, last]) => last);
  if (past.length > 0) {
    return { ...about, kind: 'deleted', to: lastDayOfFiscalYear(largest(past)), useOneOf: above };
  }
  const first = smallest(spans.map(([start]) => start));
  return { ...about, kind: 'not-yet', from: firstDayOfFiscalYear(first), useOneOf: above };
}

function holds(years: Years | null, year: number): years is Years {
  return years !== null && years[0] <= year && year <= years[1];
}

/** The codes under a node that are billable in the year, folded by the next character when they are many. */
function billableUnder(node: CodeNode, bare: string, year: number): string[] {
  const all = codesOfYear(node, bare, year);
  if (all.length <= LONGEST_LIST) return all.map(withDot);
  return node.next.flatMap((child, index) => {
    const next = bare + (node.characters[index] ?? '');
    const codes = codesOfYear(child, next, year);
    if (codes.length === 0) return [];
    return codes.length === 1 ? codes.map(withDot) : [`${withDot(next)}-`];
  });
}

function codesOfYear(node: CodeNode, bare: string, year: number): string[] {
  return [...codesUnder(node, bare)].filter(([, years]) => holds(years, year)).map(([code]) => code);
}

/** The longest shorter form of the code that is billable in the year. */
function billableAbove(root: CodeNode, bare: string, year: number): string[] {
  for (let length = bare.length - 1; length >= 3; length -= 1) {
    const shorter = bare.slice(0, length);
    if (holds(follow(root, shorter)?.years ?? null, year)) return [withDot(shorter)];
  }
  return [];
}

/** Whether every code of the year under it is this one, filled with X to six characters, and one more. */
function lacksSeventhCharacter(node: CodeNode, bare: string, year: number): boolean {
  const filled = bare.padEnd(6, 'X');
  return codesOfYear(node, bare, year).every((code) => code.length === 7 && code.startsWith(filled));
}

function longestKnown(root: CodeNode, bare: string): string {
  for (let length = bare.length - 1; length >= 3; length -= 1) {
    if (follow(root, bare.slice(0, length))) return bare.slice(0, length);
  }
  return '';
}
