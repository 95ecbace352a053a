import { denialQueue, type Denial } from '../../billing/denials/denial-queue';
import { appealLetter } from '../../billing/documents/appeal';
import type { AppealFactsInput } from '../../billing/documents/appeal-facts';
import { letterheadOf, patientName, payerLines, therapistOf } from '../../billing/documents/letterhead';
import { outcomeTrends, trendSentence } from '../../billing/documents/progress';
import { lineAccounts, type LineAccount } from '../../billing/payments/line-account';
import type { Client, Payer } from '../../billing/records/practice';
import { addDays, byDay, usDate } from '../../billing/values/day';
import { formatDollars, sum } from '../../billing/values/cents';
import { labelKey, nameKey } from '../../billing/values/name-key';
import { appealReport } from '../../forms/documents/appeal-report';
import { Refusal } from '../../workbook/refusal';
import { readTable } from '../../workbook/tables/read-table';
import type { Prepared } from '../../practice/prepare';
import {
  clientOf,
  namesOf,
  npiOf,
  payerOf,
  paymentWarnings,
  readDocumentBook,
  taxIdOf,
  type DocumentBook,
} from './document-book';
import { prepareDocument, type DocumentReport } from './document-plan';
import { outcomesOfClient, type SessionsAsked } from './outcomes-of-client';

export interface AppealOptions extends SessionsAsked {
  /** Enough where only one claim of the client was denied. */
  client?: string | null;
  /** Account of the claim. */
  account?: string | null;
  /** One line of it only. */
  control?: string | null;
  now: Date;
}

/** Plans a letter of appeal for a claim or line that was denied, and its row in the Calls table. */
export async function prepareAppeal(
  context: Excel.RequestContext,
  options: AppealOptions,
): Promise<Prepared<DocumentReport>> {
  const book = await readDocumentBook(context, options.now);
  const accounts = lineAccounts(book.payments.lines, book.payments.postings, book.today);
  const all = denialQueue(accounts, { payers: book.records.payers, today: book.today, followUps: new Map() });
  const denials = chosen(book, all, options);
  const [first] = denials;
  if (first === undefined) throw new RangeError('a choice without a denial');
  const client = clientOf(book, first.line.client);
  const payer = payerOf(book, client, first.line.payer);
  const facts = factsOf(book, denials, accounts, client, payer, options);
  const found = appealLetter(denials, facts, book.today);
  if (!found.ok) throw new Refusal('document-incomplete', found.words);
  const { letter } = found;
  const account = first.line.account;
  const claim = book.payments.claims.get(account);
  const codes = [...new Set(letter.lines.flatMap((line) => line.codes))].join(', ');
  return prepareDocument(book, {
    kind: 'appeal',
    client: client.name,
    named: account,
    report: appealReport({
      from: letterheadOf(book.practice),
      to: payerLines(payer),
      writtenOn: book.today,
      patient: patientName(client),
      birthDate: client.birthDate,
      memberId: client.memberId,
      groupNumber: client.groupNumber,
      payerClaimNumber: claim?.payerClaimNumber ?? null,
      caseNumber: client.claimNumber,
      account,
      npi: npiOf(book.practice),
      taxId: taxIdOf(book.practice),
      diagnoses: [...facts.diagnoses],
      signedBy: therapistOf(book.practice),
      letter,
    }),
    words: [`Appeal of $${formatDollars(letter.amount)} on ${account} to ${payer.name} (${codes}).`],
    warnings: [
      ...letter.warnings,
      ...appealedBefore(book, account),
      ...(payer.address.street === null
        ? [`The Payers table has no address for ${payer.name}: look on the statement where appeals go.`]
        : []),
      'Write what stands in brackets before you send it.',
      ...paymentWarnings(book),
    ],
    rows: (run) => [
      {
        table: 'Calls',
        rows: [
          {
            on: book.today,
            account,
            kind: 'Appeal',
            reference: claim?.payerClaimNumber ?? null,
            said: `Appeal letter made for $${formatDollars(letter.amount)}: ${codes}.`,
            followUp: payer.daysToFollowUp === null ? null : addDays(book.today, payer.daysToFollowUp),
            run,
          },
        ],
      },
    ],
  });
}

/** The denials of one claim, or a refusal that lists what there is. */
function chosen(book: DocumentBook, all: readonly Denial[], options: AppealOptions): Denial[] {
  const { account = null, control = null, client = null } = options;
  const names = client === null ? null : new Set(namesOf(clientOf(book, client)).map(nameKey));
  const own = all.filter(
    ({ line }) =>
      (names === null || names.has(nameKey(line.client))) &&
      (account === null || line.account === account) &&
      (control === null || line.control === control),
  );
  const accounts = [...new Set(own.map(({ line }) => line.account))];
  if (accounts.length === 1) return own;
  if (accounts.length === 0) {
    const whom = [client, account, control].filter((part) => part !== null).join(', ');
    const others = [...new Set(all.map(({ line }) => line.account))].slice(0, 5);
    const hint =
      others.length === 0
        ? 'no payer has denied or left open anything'
        : `denied or left open are ${others.join(', ')}`;
    throw new Refusal(
      'document-incomplete',
      `There is no denial to appeal for ${whom || 'anybody'}: ${hint}.`,
    );
  }
  const listed = accounts.map((each) => {
    const amount = sum(own.filter(({ line }) => line.account === each).map((one) => one.amount));
    return `${each} ($${formatDollars(amount)})`;
  });
  throw new Refusal(
    'document-incomplete',
    `Several claims were denied: ${listed.join(', ')}. Say which account the letter is about.`,
  );
}

function factsOf(
  book: DocumentBook,
  denials: readonly Denial[],
  accounts: readonly LineAccount[],
  client: Client,
  payer: Payer,
  asked: SessionsAsked,
): AppealFactsInput {
  const lines = denials.map(({ line }) => line);
  const account = lines[0]?.account ?? '';
  const names = new Set(namesOf(client).map(nameKey));
  const isOf = (row: { client: string; payer: string | null }) =>
    names.has(nameKey(row.client)) && (row.payer === null || labelKey(row.payer) === labelKey(payer.name));
  const controls = new Set(lines.map(({ control }) => control));
  const allowed = accounts
    .filter(({ line }) => controls.has(line.control))
    .flatMap((one) => one.allowed ?? []);
  return {
    client,
    practice: book.practice,
    lines,
    allLines: accounts.map(({ line }) => line).filter((line) => isOf(line)),
    authorizations: book.records.authorizations.filter(isOf),
    benefit: book.records.benefits.find(isOf) ?? null,
    diagnoses: [...new Set(lines.flatMap(({ diagnoses }) => diagnoses))],
    acceptances: acceptances(book, account),
    madeOn: lines[0]?.billedOn ?? null,
    allowed: allowed.length === 0 ? null : sum(allowed),
    outcomes: measured(book, client, asked),
  };
}

/** Proof of filing: answers that took the claim in. */
function acceptances(book: DocumentBook, account: string): AppealFactsInput['acceptances'] {
  return book.register.answers
    .flatMap(({ on, verdict, kind, from, traceNumber, account: of }) => {
      if (of !== account || on === null || verdict === null || verdict === 'rejected') return [];
      return [{ on, kind: kind ?? '', from, traceNumber }];
    })
    .sort((a, b) => byDay(a.on, b.on));
}

/** What was measured is a help, not a need: a workbook whose sessions cannot be read still gets its letter. */
function measured(book: DocumentBook, client: Client, asked: SessionsAsked): string[] {
  try {
    const { outcomes } = outcomesOfClient(book, client, asked);
    return outcomeTrends(outcomes.outcomes).map((trend) => trendSentence(trend, usDate));
  } catch (problem) {
    if (problem instanceof Refusal) return [];
    throw problem;
  }
}

function appealedBefore(book: DocumentBook, account: string): string[] {
  const before = readTable(book.reading, 'Calls').rows.filter(
    (row) => row.account === account && row.kind === 'Appeal',
  );
  const last = before.flatMap(({ on }) => on ?? []).at(-1);
  return before.length === 0
    ? []
    : [`It was appealed before${last === undefined ? '' : `, last on ${usDate(last)}`}.`];
}
