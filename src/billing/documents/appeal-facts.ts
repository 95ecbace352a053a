import { coverOf, inForce, isOrder, kindOf } from '../authorizations/row';
import { procedure } from '../codes/procedures';
import { plainText } from '../identifiers/reading';
import type { BilledLine } from '../records/billed-line';
import type { Authorization, Benefit, Client, Practice } from '../records/practice';
import { byDay, usDate, type Day } from '../values/day';
import { formatDollars, type Cents } from '../values/cents';
import { referringName } from './letterhead';

/** What an appeal may rest on. Each is a sentence from the tables, or left out where they do not have it. */
export type AppealFactName =
  | 'order'
  | 'authorization'
  | 'filed'
  | 'diagnoses'
  | 'visits'
  | 'outcomes'
  | 'same-day'
  | 'allowed'
  | 'accident'
  | 'benefits'
  | 'license';

export interface AppealFactsInput {
  client: Client;
  practice: Practice;
  /** The lines that are appealed. */
  lines: readonly BilledLine[];
  /** All lines of the client with the payer. */
  allLines: readonly BilledLine[];
  authorizations: readonly Authorization[];
  benefit: Benefit | null;
  /** With the dot. */
  diagnoses: readonly string[];
  /** What answers of the payer and clearinghouse say: accepted or received, earliest first. */
  acceptances: readonly { on: Day; kind: string; from: string; traceNumber: string | null }[];
  madeOn: Day | null;
  allowed: Cents | null;
  /** First and last value of each measure, as sentences. */
  outcomes: readonly string[];
}

/** One sentence each; an empty list where the workbook does not have the fact. */
export const APPEAL_FACTS: Readonly<Record<AppealFactName, (of: AppealFactsInput) => string[]>> = {
  order: (of) => {
    const by = referringName(of.client);
    const rows = rowsOfLines(of).filter(isOrder);
    const npi = of.client.referringNpi === null ? '' : ` (NPI ${of.client.referringNpi})`;
    if (rows.length === 0) return by === null ? [] : [`The client was referred by ${by}${npi}.`];
    return rows.map((row) => {
      const what = kindOf(row) === 'referral' ? 'The referral' : 'The order';
      const who = by === null ? '' : ` of ${by}${npi}`;
      return `${what}${who}${numberWords(row)} ${coverWords(row)}.`;
    });
  },
  authorization: (of) =>
    rowsOfLines(of)
      .filter((row) => !isOrder(row))
      .map((row) => `Authorization${numberWords(row)} ${coverWords(row)}.`),
  filed: (of) => [
    ...(of.madeOn === null ? [] : [`The claim was made on ${usDate(of.madeOn)}.`]),
    ...of.acceptances.map(({ on, kind, from, traceNumber }) => {
      const who = from === '' ? '' : ` from ${from}`;
      const trace = traceNumber === null ? '' : `, number ${traceNumber}`;
      return `It was accepted on ${usDate(on)} (${kind}${who}${trace}).`;
    }),
  ],
  diagnoses: ({ diagnoses }) =>
    diagnoses.length === 0 ? [] : [`The services were billed for ${list(diagnoses)} (ICD-10-CM).`],
  visits: (of) => {
    const dates = [...new Set(of.allLines.map(({ date }) => date))].sort(byDay);
    const [first] = dates;
    const last = dates.at(-1);
    if (first === undefined || last === undefined || dates.length === 1) return [];
    return [`${String(dates.length)} visits were billed between ${usDate(first)} and ${usDate(last)}.`];
  },
  outcomes: ({ outcomes }) => [...outcomes],
  'same-day': ({ lines, allLines }) =>
    lines.flatMap((line) => {
      const others = allLines.filter(
        ({ date, control, code }) => date === line.date && control !== line.control && code !== line.code,
      );
      if (others.length === 0) return [];
      return [
        `On ${usDate(line.date)} ${nameOf(line.code)} (${units(line.units)}) was given beside ${list(others.map(({ code, units: count }) => `${nameOf(code)} (${units(count)})`))}.`,
      ];
    }),
  allowed: ({ allowed }) =>
    allowed === null ? [] : [`The allowed amount on your statement is $${formatDollars(allowed)}.`],
  accident: ({ client }) => {
    if (client.accidentDate === null) return [];
    const number = client.claimNumber === null ? '' : `, claim number ${client.claimNumber}`;
    return [`The injury is of ${usDate(client.accidentDate)}${number}.`];
  },
  benefits: ({ benefit }) =>
    benefit?.verifiedOn == null ? [] : [`Benefits were verified with you on ${usDate(benefit.verifiedOn)}.`],
  license: ({ practice }) => {
    if (practice.license === null) return [];
    const state = practice.licenseState === null ? '' : ` (${practice.licenseState})`;
    return [`The services were given under license ${practice.license}${state}.`];
  },
};

/** Rows that are in force and for the code of one of the lines. */
function rowsOfLines({ authorizations, lines }: AppealFactsInput): Authorization[] {
  return authorizations.filter((row) => {
    const covers = coverOf(row);
    return lines.some(({ date, code }) => inForce(row, date) && covers(plainText(code)));
  });
}

function numberWords({ number }: Authorization): string {
  return number === null ? '' : ` ${number}`;
}

function coverWords({ visits, from, to }: Authorization): string {
  const many = visits === null ? 'covers these dates' : `is for ${String(visits)} visits`;
  const begin = from === null ? '' : ` from ${usDate(from)}`;
  const end = to === null ? '' : ` to ${usDate(to)}`;
  return `${many}${begin}${end}`;
}

function nameOf(code: string): string {
  const words = procedure(code)?.words;
  return words === undefined ? code : `${code} (${words.toLowerCase()})`;
}

function units(count: number): string {
  return `${String(count)} ${count === 1 ? 'unit' : 'units'}`;
}

function list(parts: readonly string[]): string {
  return parts.length < 2
    ? parts.join('')
    : `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1] ?? ''}`;
}
