import { dayOf } from '../../src/billing/values/day';

/** The Payers table that the examples of the help page speak of. */
export const PAYERS = [
  ['Payer', 'Also written', 'Kind', 'Units a day', 'Modifiers added'],
  ['Example Mutual', 'EM', 'commercial', 4, ''],
  ['Example Veterans', 'VA', 'va', '', 'GP'],
  ['Example Medicare', '', 'medicare', '', ''],
];

type Arguments = [
  codes: unknown[][],
  diagnoses: unknown[][],
  date?: unknown,
  payer?: unknown,
  minutes?: unknown[][],
];

/** Arguments of a formula made of numbers, texts, DATE(…) and columns such as {33;7}, as Excel would pass them. */
export function argumentsOf(formula: string): Arguments {
  const inside = /^=CLAIM\.CHECK_CODES\((.*)\)$/.exec(formula)?.[1];
  if (inside === undefined) throw new Error(`not a formula of CHECK_CODES: ${formula}`);
  const json = inside
    .replace(/DATE\((\d+),(\d+),(\d+)\)/g, (_, ...date: string[]) =>
      String(dayOf(Number(date[0]), Number(date[1]), Number(date[2]))),
    )
    .replace(/\{([^}]*)\}/g, (_, column: string) => `[[${column.replaceAll(/;(?=[\d"])/g, '],[')}]]`);
  const [codes, diagnoses, date, payer, minutes] = JSON.parse(`[${json}]`) as unknown[];
  return [
    asRange(codes),
    asRange(diagnoses),
    date ?? null,
    payer ?? null,
    minutes === undefined ? (null as never) : asRange(minutes),
  ];
}

const asRange = (argument: unknown): unknown[][] =>
  Array.isArray(argument) ? (argument as unknown[][]) : [[argument]];
