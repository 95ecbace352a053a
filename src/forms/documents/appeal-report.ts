import { procedure } from '../../billing/codes/procedures';
import type { AppealLetter, AppealLine, AppealReason } from '../../billing/documents/appeal';
import type { Letterhead } from '../../billing/documents/letterhead';
import { usDate, type Day } from '../../billing/values/day';
import type { Report, ReportBlock, ReportRow } from '../report/report';
import { knownFacts, letterTop, money, place, plain, serviceName, strong } from './letter-blocks';

export interface AppealPage {
  from: Letterhead;
  /** Name and address of the payer. */
  to: string[];
  writtenOn: Day;
  patient: string;
  birthDate: Day | null;
  memberId: string | null;
  groupNumber: string | null;
  /** The payer's own number of the claim, and of the accident case. */
  payerClaimNumber: string | null;
  caseNumber: string | null;
  account: string;
  npi: string | null;
  taxId: string | null;
  diagnoses: string[];
  signedBy: string;
  letter: AppealLetter;
}

/** A letter of appeal. Places in brackets are for the therapist to write. */
export function appealReport(page: AppealPage): Report {
  const { letter } = page;
  return {
    orientation: 'Portrait',
    columnWidths: [66, 34, 80, 54, 36, 70, 70, 130],
    blocks: [
      ...letterTop(page.from, 'Appeal of a payment decision', usDate(page.writtenOn)),
      { kind: 'lines', lines: page.to },
      { kind: 'space' },
      { kind: 'facts', across: 2, facts: factsOf(page) },
      { kind: 'space' },
      plain('To the appeals department:'),
      plain(
        `On ${usDate(letter.deniedOn)} you decided on the services below and left ${money(letter.amount)} unpaid. I appeal that decision.`,
      ),
      {
        kind: 'table',
        columns: [
          { header: 'Date', span: 1, holds: 'date' },
          { header: 'Service', span: 2, holds: 'text' },
          { header: 'Modifiers', span: 1, holds: 'text' },
          { header: 'Units', span: 1, holds: 'number' },
          { header: 'Charge', span: 1, holds: 'money', total: true },
          { header: 'Appealed', span: 1, holds: 'money', total: true },
          { header: 'Reasons', span: 1, holds: 'text' },
        ],
        rows: letter.lines.map(rowOf),
        total: 'Total',
      },
      ...letter.reasons.flatMap(reasonBlocks),
      ...lateBlocks(page),
      { kind: 'heading', text: 'Enclosed' },
      { kind: 'lines', lines: letter.enclose },
      plain('Please answer in writing, and name the policy or rule you rest on if you do not pay.'),
      { kind: 'signature', label: page.signedBy === '' ? 'Signature' : page.signedBy },
    ],
  };
}

function factsOf(page: AppealPage) {
  const { letter } = page;
  const day = (value: Day | null) => (value === null ? null : { day: value });
  return knownFacts([
    ['Patient', page.patient],
    ['Date of birth', day(page.birthDate)],
    ['Member ID', page.memberId],
    ['Group number', page.groupNumber],
    ['Your claim number', page.payerClaimNumber],
    ['Case number', page.caseNumber],
    ['Our account', page.account],
    ['Decided on', day(letter.deniedOn)],
    ['Diagnoses', page.diagnoses.join(', ')],
    ['Last day to appeal', day(letter.appealBy)],
    ['Provider NPI', page.npi],
    ['Tax ID', page.taxId],
  ]);
}

function rowOf(line: AppealLine): ReportRow {
  return {
    cells: [
      line.date,
      serviceName(line.code, procedure(line.code)?.words ?? null),
      line.modifiers.join(' '),
      line.units,
      line.charge,
      line.amount,
      line.codes.join(', '),
    ],
  };
}

function reasonBlocks({ given, ask, facts, places }: AppealReason): ReportBlock[] {
  return [
    { kind: 'heading', text: given.length === 0 ? 'The decision' : `Reason given: ${given.join('; ')}` },
    ...facts.map(plain),
    ...places.map(place),
    strong(ask),
  ];
}

/** After the last day the payer needs a reason to look at all. */
function lateBlocks({ letter, writtenOn }: AppealPage): ReportBlock[] {
  if (letter.appealBy === null || letter.appealBy >= writtenOn) return [];
  return [
    plain(
      `I know that the last day to appeal was ${usDate(letter.appealBy)} and ask you to accept this letter.`,
    ),
    place('State why it comes late'),
  ];
}
