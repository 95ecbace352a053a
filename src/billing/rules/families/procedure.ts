import { dailyLimit, type PaymentStatus } from '../../codes/daily-limits';
import { procedure } from '../../codes/procedures';
import { fieldOf } from './profession';
import { codeCell, codesOf, linesOf, type CheckedVisit } from '../checked-visit';
import { hitIf, type Fill, type Hit, type Rule } from '../rule';
import { followsMedicare, isOriginalMedicare } from '../../payers/rules-of-payer';
import { ncciOf, payerName } from '../payers';

const family = 'procedure';
const ITEM = 'NUCC 1500 manual, item 24D; 837P 2400 SV101-2';
const FEE_SCHEDULE = 'Medicare physician fee schedule, July 2024, status of {code}';

export const PROCEDURE_RULES: readonly Rule[] = [
  {
    id: 'no-code-in-formula',
    family,
    severity: 'WARN',
    test: ({ clientName, lines }) => hitIf(clientName === null && lines.length === 0, null),
    message: 'No procedure code is given, so only the diagnoses are checked.',
    fix: 'Give the code of what was done, for example 97124.',
    source: ITEM,
  },
  {
    id: 'procedure-code-not-in-table',
    family,
    severity: 'WARN',
    test: each((code) => /^[0-9A-Z]\d{3}[0-9A-Z]$/.test(code) && procedure(code) === null),
    message: '{code} is not among the codes that Claimsheet knows, so it cannot be checked.',
    fix: 'Look for a mistyped digit; if the code is right, ask the payer how it is counted.',
    source: 'Claimsheet table of the procedure codes that therapists bill',
  },
  {
    id: 'hot-packs-bundled',
    family,
    severity: 'WARN',
    test: each(
      (code, visit) => statusOf(code) === 'B' && visit.paidBy !== 'client' && ncciOf(visit) === 'applies',
    ),
    message: '{code} is bundled: it is never paid on its own, its pay is in the other services of the day.',
    fix: 'Keep it in the note; on the claim it brings nothing, whatever the modifier.',
    source: `${FEE_SCHEDULE}: B`,
  },
  {
    id: 'hot-packs-bundled-elsewhere',
    family,
    severity: 'WARN',
    test: each(
      (code, visit) =>
        statusOf(code) === 'B' &&
        visit.paidBy !== 'client' &&
        ncciOf(visit) !== 'applies' &&
        !(visit.payer?.acceptedCodes ?? []).includes(code),
    ),
    message:
      '{code} is never paid on its own by Medicare and by payers that follow it; some others have a price for it.',
    fix: 'Ask {payer}; if it pays it, write {code} under "Codes accepted" in the Payers table.',
    source: `${FEE_SCHEDULE}: B; Medicaid NCCI limits of Q1 2026 allow one unit`,
  },
  {
    id: 'medicare-has-another-code',
    family,
    severity: 'STOP',
    test: each(
      (code, visit) => statusOf(code) === 'I' && isBilledToMedicare(visit),
      (code) => ({ instead: usedByMedicare(code) }),
    ),
    message: '{payer} does not take {code}{instead}.',
    fix: 'Bill the code that Medicare uses for the same service, or leave the line out.',
    source: `${FEE_SCHEDULE}: I`,
  },
  {
    id: 'only-medicare-has-this-code',
    family,
    severity: 'NOTE',
    test: each(
      (code, { payer }) =>
        procedure(code)?.othersUse !== undefined && payer !== null && payer.kind === 'commercial',
      (code) => ({ instead: procedure(code)?.othersUse ?? '' }),
    ),
    message: '{code} is Medicare’s own; many other payers want {instead}.',
    fix: 'Ask {payer} which of the two it takes.',
    source: 'Medicare physician fee schedule, July 2024; the choice is the payer’s',
  },
  {
    id: 'medicare-does-not-cover',
    family,
    severity: 'STOP',
    test: each((code, visit) => statusOf(code) === 'N' && isBilledToMedicare(visit)),
    message: '{payer} does not cover {code}.',
    fix: 'Leave the line out, or let the client pay for it.',
    source: `${FEE_SCHEDULE}: N`,
  },
  {
    id: 'medicare-pays-no-massage-therapist',
    family,
    severity: 'STOP',
    about: 'payer',
    test: (visit, context) => {
      const { payer, paidBy, lines } = visit;
      if (payer === null || !isOriginalMedicare(payer) || paidBy === 'client' || lines.length === 0)
        return [];
      const forDenial = lines.every((line) => line.modifiers.includes('GY'));
      const massage =
        fieldOf(visit, context)?.id === 'massage' &&
        (context.practice !== null || lines.some(({ code }) => code === '97124'));
      return massage && !forDenial
        ? [{ place: payer.cells['kind'] ?? null, fill: { payer: payer.name } }]
        : [];
    },
    message: '{payer}: original Medicare pays no service of a massage therapist and enrolls none.',
    fix: 'Let the client pay, or, if it is a Medicare Advantage plan that covers massage, write medicare-advantage under "Rules of" in the Payers table; for a denial that a second insurer wants to see, put GY on each line.',
    source: 'Medicare Benefit Policy Manual, chapter 15, sections 220 and 230.5',
  },
  {
    id: 'outside-massage-scope',
    family,
    severity: 'NOTE',
    about: 'practice',
    test: (visit, context) =>
      fieldOf(visit, context)?.id !== 'massage' || visit.paidBy === 'client'
        ? []
        : each(isOutsideMassage)(visit),
    message: '{code} is outside what most states and contracts let a massage therapist bill.',
    fix: 'If your license and contract allow it, nothing; else bill what was done under 97124.',
    source: 'Massage Today, 2004-06-14, on code shopping; your state board and contract decide',
  },
];

function isBilledToMedicare({ payer, paidBy }: CheckedVisit): boolean {
  return payer !== null && paidBy !== 'client' && followsMedicare(payer);
}

function usedByMedicare(code: string): string {
  const instead = procedure(code)?.medicareUses;
  return instead === undefined ? '' : `, it uses ${instead}`;
}

/** Exercise, evaluation, office visits, other fields: outside what most states and contracts let massage therapists bill. */
function isOutsideMassage(code: string): boolean {
  const known = procedure(code);
  return known !== null && !known.of.includes('massage');
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
