import { parseArgs } from 'node:util';
import type { ExpectedService } from '../../src/billing/documents/estimate';
import { centsOf, type Cents } from '../../src/billing/values/cents';
import { parseIso, type Day } from '../../src/billing/values/day';
import { BadInput } from './bad-input';
import { readColumn, readToday } from './options';

/** The words of `document`, checked as far as they can be without the workbook. */
export interface DocumentWords {
  kind: string;
  input: string;
  out: string;
  json: boolean;
  now: Date;
  sheet: string | undefined;
  columns: Record<string, string>;
  client: string | null;
  account: string | null;
  control: string | null;
  payer: string | null;
  from: Day | null;
  dueBy: Day | null;
  interest: { ratePercent: number | null; signedOn: Day | null; text: string | null };
  services: ExpectedService[];
  visits: number | null;
  firstVisit: Day | null;
  lastVisit: Day | null;
  frequency: string | null;
  bookedOn: Day | null;
  askedOn: Day | null;
  separate: string[];
  amount: Cents | null;
  reference: string | null;
}

const OPTIONS = {
  out: { type: 'string' },
  json: { type: 'boolean' },
  today: { type: 'string' },
  sheet: { type: 'string' },
  map: { type: 'string', multiple: true },
  client: { type: 'string' },
  account: { type: 'string' },
  line: { type: 'string' },
  payer: { type: 'string' },
  from: { type: 'string' },
  due: { type: 'string' },
  rate: { type: 'string' },
  'agreed-on': { type: 'string' },
  agreement: { type: 'string' },
  service: { type: 'string', multiple: true },
  visits: { type: 'string' },
  first: { type: 'string' },
  last: { type: 'string' },
  frequency: { type: 'string' },
  booked: { type: 'string' },
  asked: { type: 'string' },
  separate: { type: 'string', multiple: true },
  amount: { type: 'string' },
  reference: { type: 'string' },
} as const;

const EXAMPLE = 'npm run desk -- document statement FILE.xlsx --client "Jane Doe" --out RESULT.xlsx';

export function readDocumentWords(words: string[]): DocumentWords {
  const { values, positionals } = parse(words);
  const [kind, input, ...more] = positionals;
  if (kind === undefined || input === undefined || more.length > 0) {
    throw new BadInput(`Name the kind of document and one workbook, for example: ${EXAMPLE}`);
  }
  if (values.out === undefined) {
    throw new BadInput(
      'Where should the result go? Add --out RESULT.xlsx; the workbook itself is never written to.',
    );
  }
  return {
    kind,
    input,
    out: values.out,
    json: values.json ?? false,
    now: readToday(values.today),
    sheet: values.sheet,
    columns: Object.fromEntries((values.map ?? []).map(readColumn)),
    client: values.client ?? null,
    account: values.account ?? null,
    control: values.line ?? null,
    payer: values.payer ?? null,
    from: readDay('--from', values.from),
    dueBy: readDay('--due', values.due),
    interest: {
      ratePercent: readNumber('--rate', values.rate, /^\d{1,2}(\.\d{1,3})?$/),
      signedOn: readDay('--agreed-on', values['agreed-on']),
      text: values.agreement ?? null,
    },
    services: (values.service ?? []).map(readService),
    visits: readNumber('--visits', values.visits, /^\d{1,3}$/),
    firstVisit: readDay('--first', values.first),
    lastVisit: readDay('--last', values.last),
    frequency: values.frequency ?? null,
    bookedOn: readDay('--booked', values.booked),
    askedOn: readDay('--asked', values.asked),
    separate: values.separate ?? [],
    amount: readAmount('--amount', values.amount),
    reference: values.reference ?? null,
  };
}

function parse(words: string[]) {
  try {
    return parseArgs({ args: words, allowPositionals: true, options: OPTIONS });
  } catch (problem) {
    const said = problem instanceof Error ? (problem.message.split('. ')[0] ?? '') : String(problem);
    throw new BadInput(`${said}. "npm run desk -- help" lists what document takes.`);
  }
}

function readDay(option: string, text: string | undefined): Day | null {
  if (text === undefined) return null;
  const day = parseIso(text);
  if (day === null) {
    throw new BadInput(`"${text}" is not a day. Write it as 2026-11-22, for example ${option} 2026-11-22.`);
  }
  return day;
}

function readNumber(option: string, text: string | undefined, shape: RegExp): number | null {
  if (text === undefined) return null;
  const plain = text.trim().replace(/\s*%$/, '');
  if (!shape.test(plain)) throw new BadInput(`"${text}" is not a number that ${option} takes.`);
  return Number(plain);
}

function readAmount(option: string, text: string | undefined): Cents | null {
  if (text === undefined) return null;
  const amount = centsOf(text);
  if (amount === null)
    throw new BadInput(`"${text}" is not an amount. Write it as 25.00, for example ${option} 25.00.`);
  return amount;
}

/** `97124 x4`, `97124x4`, or `97124` for one unit. */
function readService(text: string): ExpectedService {
  const [, code, units] = /^([0-9A-Z]{5})(?:\s*[x*]\s*(\d{1,2}))?$/i.exec(text.trim()) ?? [];
  if (code === undefined) {
    throw new BadInput(
      `"${text}" is not a service. Write code and units a visit, for example --service "97124 x4".`,
    );
  }
  return { code: code.toUpperCase(), units: units === undefined ? 1 : Number(units) };
}
