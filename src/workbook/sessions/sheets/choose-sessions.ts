import { closeNames } from '../../../billing/values/name-key';
import { monthInTitle, yearInSheetName } from '../cells/titles';
import type { ColumnMapping } from '../column-mapping';
import { FIELD_NAMES } from '../mapping/field-names';
import { headerWords } from '../mapping/header-words';
import { LIKELY } from './find-session-sheets';
import type { SheetCandidate } from './find-session-sheets';

/** Which sheets hold the sessions; `words` is one sentence for the user. */
export type SessionsChoice =
  | { outcome: 'one'; sheets: [SheetCandidate]; words: string }
  | { outcome: 'several'; pattern: 'sheet-per-month' | 'sheet-per-client' | 'same-columns'; sheets: SheetCandidate[]; words: string }
  /** The user has to say which (`--sheet`). */
  | { outcome: 'rivals'; sheets: SheetCandidate[]; words: string }
  /** `closest` is what comes nearest, for showing its mapping. */
  | { outcome: 'none'; closest: SheetCandidate | null; words: string }; // prettier-ignore

/** A sheet this much likelier than the others needs no asking. */
const CLEAR_LEAD = 0.2;

/** Chooses among the candidates of findSessionSheets; `wanted` are the sheets the user named, if any. */
export function chooseSessions(candidates: SheetCandidate[], wanted: string[] = []): SessionsChoice {
  if (wanted.length > 0) return chooseNamed(candidates, wanted);
  const likely = candidates.filter((candidate) => candidate.kind === 'sessions' && candidate.score >= LIKELY);
  const [best] = likely;
  if (best === undefined) return none(candidates);
  const group = likely.filter((candidate) => shapeOf(candidate) === shapeOf(best));
  const others = likely.filter((candidate) => !group.includes(candidate));
  const rival = others.find((candidate) => candidate.score > best.score - CLEAR_LEAD && candidate.rows > 0);
  if (rival !== undefined) return rivals([...group, ...others]);
  return group.length === 1 ? one(best) : several(group);
}

function chooseNamed(candidates: SheetCandidate[], wanted: string[]): SessionsChoice {
  const chosen: SheetCandidate[] = [];
  for (const name of wanted) {
    const found = candidates.find((candidate) => candidate.sheet.toLowerCase() === name.trim().toLowerCase());
    if (found === undefined) return noSuchSheet(candidates, name);
    chosen.push(found);
  }
  const [only, ...more] = chosen;
  if (only !== undefined && more.length === 0) return one(only);
  return several(chosen);
}

function noSuchSheet(candidates: SheetCandidate[], name: string): SessionsChoice {
  const sheets = candidates.map((candidate) => candidate.sheet);
  const near = closeNames(name, sheets);
  const offered = (near.length > 0 ? near : sheets).slice(0, 5).map((sheet) => `"${sheet}"`);
  const words = `There is no filled sheet "${name}"; the workbook has ${offered.join(', ')}.`;
  return { outcome: 'none', closest: null, words };
}

function one(candidate: SheetCandidate): SessionsChoice {
  const words = `The sessions are on sheet "${candidate.sheet}", with their headers in row ${String(candidate.headerRow)}.`;
  return { outcome: 'one', sheets: [candidate], words };
}

/** Two sheets have one shape when the same fields come from columns of the same names. */
function shapeOf({ mapping }: SheetCandidate): string {
  if (mapping.marks !== null) return `marks ${mapping.marks.datesRun}`;
  return Object.entries(mapping.fields)
    .map(([field, mapped]) => `${field}=${mapped.columns.join('+').toLowerCase()}`)
    .sort()
    .join('|');
}

function several(sheets: SheetCandidate[]): SessionsChoice {
  const names = sheets.map((candidate) => candidate.sheet);
  const listed =
    names.length > 4
      ? `${names.slice(0, 3).join(', ')} and ${String(names.length - 3)} more`
      : names.join(', ');
  const clientless = sheets.every(
    ({ mapping }) => mapping.fields.client === undefined && mapping.marks === null,
  );
  if (clientless && names.every(looksLikeName)) {
    return {
      outcome: 'several',
      pattern: 'sheet-per-client',
      sheets: sheets.map(withClientOfName),
      words: `The sessions are on a sheet per client (${listed}); each sheet's name is taken for its client.`,
    };
  }
  const perMonth = names.every((name) => monthInTitle(name) !== null || yearInSheetName(name) !== null);
  return {
    outcome: 'several',
    pattern: perMonth ? 'sheet-per-month' : 'same-columns',
    sheets,
    words: perMonth
      ? `The sessions are on a sheet per month: ${listed}.`
      : `The sessions are on ${String(names.length)} sheets with the same columns: ${listed}.`,
  };
}

function withClientOfName(candidate: SheetCandidate): SheetCandidate {
  const client = { name: candidate.sheet.trim(), place: null };
  const { mapping } = candidate;
  return {
    ...candidate,
    mapping: { ...ofClient(mapping, client), others: mapping.others.map((other) => ofClient(other, client)) },
  };
}

/** A table that no label gives a client to is of the client given. */
export function ofClient(
  mapping: ColumnMapping,
  client: NonNullable<ColumnMapping['client']>,
): ColumnMapping {
  if (mapping.client !== null) return mapping;
  return { ...mapping, client, unsure: mapping.unsure.filter(({ field }) => field !== 'client') };
}

/** Words without digits that are neither months nor words of a header: "Jane Doe", "Doe, J". */
function looksLikeName(sheet: string): boolean {
  if (/\d/.test(sheet) || !/\p{L}{2}/u.test(sheet) || monthInTitle(sheet) !== null) return false;
  const { meanings, unknown } = headerWords(sheet);
  return unknown.length > 0 && unknown.length >= meanings.length;
}

/** The user has to say which of these it is. */
export function rivals(sheets: SheetCandidate[]): SessionsChoice {
  const names = sheets.map((candidate) => `"${candidate.sheet}"`).join(' and ');
  return { outcome: 'rivals', sheets, words: `${names} could each hold the sessions; say which one.` };
}

const KIND_WORDS: Record<SheetCandidate['kind'], string> = {
  sessions: 'sessions',
  clients: 'a list of clients',
  payments: 'a list of payments',
  denials: 'a list of denials',
  prices: 'a list of prices',
  other: 'something else',
};

function none(candidates: SheetCandidate[]): SessionsChoice {
  const [closest] = candidates;
  if (closest === undefined) return { outcome: 'none', closest: null, words: 'The workbook is empty.' };
  const missing = closest.kind === 'other' || closest.kind === 'prices' ? missingWords(closest) : '';
  const words =
    closest.kind === 'other'
      ? `No sheet lists sessions: none has a date of service, a client and what was done; "${closest.sheet}" comes nearest${missing}.`
      : `No sheet lists sessions: "${closest.sheet}" looks like ${KIND_WORDS[closest.kind]}${missing}.`;
  return { outcome: 'none', closest, words };
}

/** Which of the columns that sessions cannot do without nobody named, and how to say it. */
function missingWords({ mapping }: SheetCandidate): string {
  const [first] = mapping.unsure.filter(
    ({ field, needed }) => needed && (field === 'date' || field === 'client'),
  );
  if (first === undefined) return '';
  const { field } = first;
  return `, and no column there is clearly ${FIELD_NAMES[field]}: say which one it is, in Set up or with --map ${field}="HEADER"`;
}
