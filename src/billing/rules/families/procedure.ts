import { dailyLimit, type PaymentStatus } from '../../codes/daily-limits';
import { procedure } from '../../codes/procedures';
import { isMassageTherapist } from '../massage-therapist';
import { codeCell, codesOf, linesOf, type CheckedVisit } from '../checked-visit';
import { hitIf, type Fill, type Hit, type Rule } from '../rule';
import { followsMedicare, payerName } from '../payers';

const family = 'procedure';
const ITEM = 'NUCC 1500 manual, item 24D; 837P 2400 SV101-2';
const FEE_SCHEDULE = 'Medicare physician fee schedule, July 2024, status of {code}';

/** What Medicare uses in place of a code it does not know. */
const MEDICARE_USES: ReadonlyMap<string, string> = new Map(Object.entries({ '97014': 'G0283' }));

/** The same read the other way round: a code of Medicare's own, and what others use. */
const OTHERS_USE: ReadonlyMap<string, string> = new Map(Object.entries({ G0283: '97014' }));

/** Exercise, evaluation and office visits: outside what most states and contracts let a massage therapist bill. */
const OUTSIDE_MASSAGE = /^(9711[0236]|97530|9716[1-8]|992\d\d|9894\d|9781\d|2056[01])$/;

export const PROCEDURE_RULES: readonly Rule[] = [
  {
    id: 'no-code-in-formula',
    family,
    severity: 'WARN',
    test: ({ clientName, lines }) => hitIf(clientName === null && lines.length === 0, null),
    words: 'No procedure code is given, so only the diagnoses are checked.',
    toDo: 'Give the code of what was done, for example 97124.',
    source: ITEM,
  },
  {
    id: 'procedure-code-not-in-table',
    family,
    severity: 'WARN',
    test: each((code) => /^[0-9A-Z]\d{3}[0-9A-Z]$/.test(code) && procedure(code) === null),
    words: '{code} is not among the codes that Claimsheet knows, so it cannot be checked.',
    toDo: 'Look for a mistyped digit; if the code is right, ask the payer how it is counted.',
    source: 'Claimsheet table of the procedure codes that massage practices meet',
  },
  {
    id: 'hot-packs-bundled',
    family,
    severity: 'WARN',
    test: each((code, { paidBy }) => statusOf(code) === 'B' && paidBy !== 'client'),
    words: '{code} is bundled: it is never paid on its own, its pay is in the other services of the day.',
    toDo: 'Keep it in the note; on the claim it brings nothing, whatever the modifier.',
    source: `${FEE_SCHEDULE}: B`,
  },
  {
    id: 'medicare-has-another-code',
    family,
    severity: 'STOP',
    test: each(
      (code, visit) => statusOf(code) === 'I' && isBilledToMedicare(visit),
      (code) => ({ instead: MEDICARE_USES.get(code) ? `, it uses ${MEDICARE_USES.get(code)}` : '' }),
    ),
    words: '{payer} does not take {code}{instead}.',
    toDo: 'Bill the code that Medicare uses for the same service, or leave the line out.',
    source: `${FEE_SCHEDULE}: I`,
  },
  {
    id: 'only-medicare-has-this-code',
    family,
    severity: 'NOTE',
    test: each(
      (code, { payer }) => OTHERS_USE.has(code) && payer !== null && payer.kind === 'commercial',
      (code) => ({ instead: OTHERS_USE.get(code) ?? '' }),
    ),
    words: '{code} is Medicare’s own; many other payers want {instead}.',
    toDo: 'Ask {payer} which of the two it takes.',
    source: 'Medicare physician fee schedule, July 2024; the choice is the payer’s',
  },
  {
    id: 'medicare-does-not-cover',
    family,
    severity: 'STOP',
    test: each((code, visit) => statusOf(code) === 'N' && isBilledToMedicare(visit)),
    words: '{payer} does not cover {code}.',
    toDo: 'Leave the line out, or let the client pay for it.',
    source: `${FEE_SCHEDULE}: N`,
  },
  {
    id: 'medicare-pays-no-massage-therapist',
    family,
    severity: 'STOP',
    about: 'payer',
    test: ({ payer, paidBy, lines }, { practice }) => {
      if (
        payer?.kind !== 'medicare' ||
        paidBy === 'client' ||
        payer.filingCode === '16' ||
        lines.length === 0
      )
        return [];
      const forDenial = lines.every((line) => line.modifiers.includes('GY'));
      const massage = practice ? isMassageTherapist(practice) : lines.some(({ code }) => code === '97124');
      return massage && !forDenial
        ? [{ place: payer.cells['kind'] ?? null, fill: { payer: payer.name } }]
        : [];
    },
    words: '{payer}: original Medicare pays no service of a massage therapist and enrolls none.',
    toDo: 'Let the client pay, or, if it is a Medicare Advantage plan that covers massage, write 16 under "Filing code" in the Payers table; for a denial that a second insurer wants to see, put GY on each line.',
    source: 'Medicare Benefit Policy Manual, chapter 15, sections 220 and 230.5',
  },
  {
    id: 'outside-massage-scope',
    family,
    severity: 'NOTE',
    about: 'practice',
    test: (visit, { practice }) =>
      (practice && !isMassageTherapist(practice)) || visit.paidBy === 'client'
        ? []
        : each((code) => OUTSIDE_MASSAGE.test(code))(visit),
    words: '{code} is outside what most states and contracts let a massage therapist bill.',
    toDo: 'If your license and contract allow it, nothing; else bill what was done under 97124.',
    source: 'Massage Today, 2004-06-14, on code shopping; your state board and contract decide',
  },
];

function isBilledToMedicare({ payer, paidBy }: CheckedVisit): boolean {
  return payer !== null && paidBy !== 'client' && followsMedicare(payer);
}

function statusOf(code: string): PaymentStatus | null {
  return dailyLimit(code)?.status ?? null;
}

/** A hit for each code of the visit that the question holds for. */
function each(
  holds: (code: string, visit: CheckedVisit) => boolean,
  fill: (code: string) => Fill = () => ({}),
) {
  return (visit: CheckedVisit): Hit[] =>
    codesOf(visit).flatMap((code) => {
      const [line] = linesOf(visit, code);
      if (!line || !holds(code, visit)) return [];
      return [{ place: codeCell(line), fill: { code, payer: payerName(visit), ...fill(code) } }];
    });
}
