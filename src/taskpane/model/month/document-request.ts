import type { AppealOptions } from '../../../actions/documents/appeal';
import type { BenefitsOptions } from '../../../actions/documents/benefits';
import type { DocumentKind } from '../../../actions/documents/document-plan';
import type { EstimateOptions } from '../../../actions/documents/estimate';
import type { ItemizedOptions } from '../../../actions/documents/itemized';
import type { ProgressOptions } from '../../../actions/documents/progress';
import type { RefundOptions } from '../../../actions/documents/refund';
import type { StatementOptions } from '../../../actions/documents/statement';
import { centsOf } from '../../../billing/values/cents';
import { parseIso, type Day } from '../../../billing/values/day';

type Wanted<Kind extends DocumentKind, Options> = { kind: Kind } & Omit<Options, 'now' | 'sheet' | 'columns'>;

/** A document with all that its kind needs. */
export type DocumentRequest =
  | Wanted<'statement', StatementOptions>
  | Wanted<'itemized', ItemizedOptions>
  | Wanted<'appeal', AppealOptions>
  | Wanted<'progress', ProgressOptions>
  | Wanted<'benefits', BenefitsOptions>
  | Wanted<'estimate', EstimateOptions>
  | Wanted<'refund', RefundOptions>;

export interface DocumentField {
  key: string;
  label: string;
  kind: 'date' | 'text' | 'payer' | 'account' | 'services';
  help?: string;
  /** Numbers and text need a keyboard of their own on a tablet. */
  inputMode?: 'numeric' | 'decimal';
}

/** What the form asks for besides the client, by kind. */
export const DOCUMENTS: Readonly<
  Record<DocumentKind, { title: string; about: string; fields: readonly DocumentField[] }>
> = {
  statement: {
    title: 'Client statement',
    about: 'What was billed, what insurance paid, and what the client owes now.',
    fields: [
      {
        key: 'from',
        label: 'List settled visits from',
        kind: 'date',
        help: 'Empty: those settled since last month began.',
      },
      { key: 'dueBy', label: 'Due by', kind: 'date', help: 'Empty: due on receipt.' },
    ],
  },
  itemized: {
    title: 'Itemized statement of a case',
    about: 'Every visit of an accident or injury with its payments, for an attorney or insurer.',
    fields: [
      { key: 'payer', label: 'Insurer of the case', kind: 'payer' },
      {
        key: 'ratePercent',
        label: 'Interest a year, percent',
        kind: 'text',
        inputMode: 'decimal',
        help: 'Only with a signed agreement; then fill in all three.',
      },
      { key: 'signedOn', label: 'Agreement signed on', kind: 'date' },
      { key: 'text', label: 'What the agreement says', kind: 'text' },
    ],
  },
  appeal: {
    title: 'Appeal letter',
    about: 'For a claim that was denied. It needs only the clinical facts, which you write.',
    fields: [{ key: 'account', label: 'Denied claim', kind: 'account' }],
  },
  progress: {
    title: 'Progress report',
    about: 'To the referring provider, from the outcome columns of your sessions.',
    fields: [{ key: 'from', label: 'Visits from', kind: 'date', help: 'Empty: all visits.' }],
  },
  benefits: {
    title: 'Benefits worksheet',
    about: 'The questions to ask the payer when you verify benefits.',
    fields: [{ key: 'payer', label: 'Payer', kind: 'payer' }],
  },
  estimate: {
    title: 'Good faith estimate',
    about: 'For a client who pays without insurance.',
    fields: [
      { key: 'services', label: 'Services at each visit', kind: 'services' },
      { key: 'visits', label: 'Visits', kind: 'text', inputMode: 'numeric' },
      { key: 'frequency', label: 'How often', kind: 'text', help: 'In your words: once a week.' },
      { key: 'firstVisit', label: 'First visit', kind: 'date' },
      { key: 'lastVisit', label: 'Last visit', kind: 'date' },
      { key: 'bookedOn', label: 'Booked on', kind: 'date' },
      { key: 'askedOn', label: 'Asked for on', kind: 'date' },
    ],
  },
  refund: {
    title: 'Refund letter',
    about: 'Gives a client’s credit back, and books it as returned today.',
    fields: [
      {
        key: 'amount',
        label: 'Amount',
        kind: 'text',
        inputMode: 'decimal',
        help: 'Empty: all of the credit.',
      },
      { key: 'reference', label: 'Check number, or how it is sent', kind: 'text' },
    ],
  },
};

export type TypedFields = ReadonlyMap<string, string>;

export type Requested = { ok: true; request: DocumentRequest } | { ok: false; words: string };

/** The wish that a form holds, or one sentence on what is missing. */
export function documentRequest(kind: DocumentKind, client: string, typed: TypedFields): Requested {
  if (client === '') return refused('Choose the client first.');
  const text = (key: string): string | null => {
    const written = (typed.get(key) ?? '').trim();
    return written === '' ? null : written;
  };
  const day = (key: string) => parseIso(text(key) ?? '');
  switch (kind) {
    case 'statement':
      return { ok: true, request: { kind, client, from: day('from'), dueBy: day('dueBy') } };
    case 'itemized': {
      const rate = text('ratePercent');
      const ratePercent = rate === null ? null : Number(rate.replace('%', ''));
      if (ratePercent !== null && !(ratePercent >= 0)) {
        return refused(`The interest "${rate ?? ''}" is not a number: type it as 9 or 7.5.`);
      }
      const interest = { ratePercent, signedOn: day('signedOn'), text: text('text') };
      return { ok: true, request: { kind, client, payer: text('payer'), interest } };
    }
    case 'appeal':
      return { ok: true, request: { kind, client, account: text('account') } };
    case 'progress':
      return { ok: true, request: { kind, client, from: day('from') } };
    case 'benefits':
      return { ok: true, request: { kind, client, payer: text('payer') } };
    case 'refund': {
      const written = text('amount');
      const amount = written === null ? null : centsOf(written);
      if (written !== null && amount === null) {
        return refused(`The amount "${written}" is not an amount: type it as 25.00.`);
      }
      return { ok: true, request: { kind, client, amount, reference: text('reference') } };
    }
    case 'estimate':
      return estimateRequest(client, text, day);
  }
}

function estimateRequest(
  client: string,
  text: (key: string) => string | null,
  day: (key: string) => Day | null,
): Requested {
  const visits = text('visits') ?? '';
  if (!/^[1-9]\d{0,2}$/.test(visits)) return refused('Type how many visits you expect, such as 12.');
  const parts = (text('services') ?? '').split(/[,;\n]+/).filter((part) => part.trim() !== '');
  const services = parts.map((part) => /^\s*(\w{5})(?:\s*[x×*]\s*(\d{1,2}))?\s*$/i.exec(part));
  const at = services.findIndex((match) => match === null);
  if (parts.length === 0) return refused('Type the services of a visit, such as 97124 x 4.');
  if (at >= 0)
    return refused(`"${parts[at]?.trim() ?? ''}" is no code with its units: type it as 97124 x 4.`);
  return {
    ok: true,
    request: {
      kind: 'estimate',
      client,
      visits: Number(visits),
      services: services.map((match) => ({
        code: (match?.[1] ?? '').toUpperCase(),
        units: Number(match?.[2] ?? 1),
      })),
      frequency: text('frequency'),
      firstVisit: day('firstVisit'),
      lastVisit: day('lastVisit'),
      bookedOn: day('bookedOn'),
      askedOn: day('askedOn'),
    },
  };
}

function refused(words: string): Requested {
  return { ok: false, words };
}
