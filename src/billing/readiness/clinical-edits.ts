import { identifierText } from '../values/basic-characters';
import { usDate } from '../values/day';
import { clientCell, eachLine, TESTED_BY, when, type ClaimEdit } from './edit';

const { guide, stedi } = TESTED_BY;
/** A letter and a digit, or QA: the chapter of codes for new causes began with U, and goes on there. */
const ICD10 = /^(?:[A-Z]\d|QA)[0-9A-Z]{1,5}$/;

/** Diagnoses, procedures, pointers and dates: content that is never repaired, only told. */
export const CLINICAL_EDITS: readonly ClaimEdit[] = [
  {
    id: 'diagnosis-missing',
    severity: 'STOP',
    test: (claim, context) => when(claim.diagnoses.length === 0, clientCell(claim, context, 'diagnoses'), {}),
    message: 'The claim has no diagnosis.',
    fix: 'Write the prescriber’s diagnosis codes in the sessions or in the Clients table.',
    source: `${guide}, 2300 HI`,
  },
  {
    id: 'too-many-diagnoses',
    severity: 'STOP',
    test: (claim, context) =>
      when(claim.diagnoses.length > 12, clientCell(claim, context, 'diagnoses'), {
        diagnoses: String(claim.diagnoses.length),
      }),
    message: 'The claim has {diagnoses} diagnoses; it has room for twelve.',
    fix: 'Leave out those that no session of this claim was for, or divide the claim.',
    source: `${guide}, 2300 HI: twelve`,
  },
  {
    id: 'diagnosis-twice',
    severity: 'STOP',
    test: ({ diagnoses }) => {
      const codes = diagnoses.map(identifierText);
      const twice = diagnoses.filter((_, index) => codes.indexOf(codes[index] ?? '') < index);
      return twice.map((code) => ({ place: null, fill: { code } }));
    },
    message: 'The diagnosis {code} stands on the claim twice.',
    fix: 'Write it once.',
    source: `${stedi}: duplicate diagnosis codes`,
  },
  {
    id: 'diagnosis-unreadable',
    severity: 'STOP',
    test: ({ diagnoses }) =>
      diagnoses
        .filter((code) => !ICD10.test(identifierText(code)))
        .map((code) => ({ place: null, fill: { code } })),
    message: '"{code}" is no ICD-10 code.',
    fix: 'Write the code as the prescriber gave it, for example M54.2.',
    source: `${guide}, 2300 HI with ABK and ABF`,
  },
  {
    id: 'pointer-missing',
    severity: 'STOP',
    test: (claim) => eachLine(claim, ({ pointers }) => pointers.length === 0),
    message: 'The line {line} points at no diagnosis.',
    fix: 'Write in the session which diagnosis it was for.',
    source: `${guide}, SV107-1; every line needs one`,
  },
  {
    id: 'too-many-pointers',
    severity: 'STOP',
    test: (claim) => eachLine(claim, ({ pointers }) => pointers.length > 4),
    message: 'The line {line} points at more than four diagnoses.',
    fix: 'Keep the four that matter most for this service.',
    source: `${guide}, SV107: four`,
  },
  {
    id: 'pointer-to-absent-diagnosis',
    severity: 'STOP',
    test: (claim) =>
      eachLine(
        claim,
        ({ pointers }) => pointers.some((pointer) => isAbsent(pointer, claim.diagnoses)),
        ({ pointers }) => ({
          pointer: String(pointers.find((pointer) => isAbsent(pointer, claim.diagnoses))),
        }),
      ),
    message: 'The line {line} points at diagnosis {pointer}, which is not on the claim.',
    fix: 'Make the claim again from its sessions.',
    source: `${stedi}: invalid diagnosis pointers`,
  },
  {
    id: 'procedure-unreadable',
    severity: 'STOP',
    test: (claim) => eachLine(claim, ({ code }) => !/^[0-9A-Z]{5}$/.test(identifierText(code))),
    message: 'The code of {line} is no procedure code of five characters.',
    fix: 'Correct the code in the session.',
    source: `${guide}, SV101-2`,
  },
  {
    id: 'too-many-modifiers',
    severity: 'STOP',
    test: (claim) => eachLine(claim, ({ modifiers }) => modifiers.length > 4),
    message: 'The line {line} has more than four modifiers.',
    fix: 'Keep the four that change the payment.',
    source: `${guide}, SV101-3 to 6: four`,
  },
  {
    id: 'modifier-unreadable',
    severity: 'STOP',
    test: (claim) =>
      eachLine(claim, ({ modifiers }) =>
        modifiers.some((modifier) => !/^[0-9A-Z]{2}$/.test(identifierText(modifier))),
      ),
    message: 'A modifier of {line} is not two characters.',
    fix: 'Correct the modifier in the session.',
    source: `${guide}, SV101-3 to 6`,
  },
  {
    id: 'service-in-future',
    severity: 'STOP',
    test: (claim, { today }) => eachLine(claim, ({ date }) => date > today),
    message: 'The line {line} is dated after today.',
    fix: 'Correct the date of the session, or bill it when it has taken place.',
    source: 'A service is billed after it was given; clearinghouses refuse future dates',
  },
  {
    id: 'service-before-birth',
    severity: 'STOP',
    test: (claim, context) =>
      when(
        claim.lines.some(({ date }) => date < claim.patient.birthDate),
        clientCell(claim, context, 'birthDate'),
        { birth: usDate(claim.patient.birthDate) },
      ),
    message: 'The birth date ({birth}) is later than a service.',
    fix: 'Correct "Birth date" in the Clients table.',
    source: `${guide}, DMG02`,
  },
  {
    id: 'onset-after-service',
    severity: 'STOP',
    test: (claim, context) => {
      const { onsetDate, lines } = claim;
      if (onsetDate === null) return [];
      return when(
        lines.every(({ date }) => date < onsetDate),
        clientCell(claim, context, 'onsetDate'),
        { onset: usDate(onsetDate) },
      );
    },
    message: 'The onset ({onset}) is later than every service of the claim.',
    fix: 'Correct "Onset date" in the Clients table.',
    source: `${guide}, DTP*431`,
  },
  {
    id: 'accident-after-services',
    severity: 'STOP',
    test: (claim, context) => {
      const { accident, lines } = claim;
      if (!accident) return [];
      return when(
        lines.some(({ date }) => date < accident.date),
        clientCell(claim, context, 'accidentDate'),
        { accident: usDate(accident.date) },
      );
    },
    message: 'The accident ({accident}) is later than a service.',
    fix: 'Correct "Accident date" in the Clients table, or bill that session to another payer.',
    source: `${guide}, DTP*439`,
  },
  {
    id: 'auto-accident-without-state',
    severity: 'STOP',
    test: (claim, context) =>
      when(
        claim.accident?.kind === 'auto' && (claim.accident.state ?? '') === '',
        clientCell(claim, context, 'accidentState'),
      ),
    message: 'The claim is for an auto accident and does not say in which state it happened.',
    fix: 'Fill in "Accident state" in the Clients table.',
    source: `${guide}, CLM11-4`,
  },
];

function isAbsent(pointer: number, diagnoses: readonly string[]): boolean {
  return !Number.isInteger(pointer) || pointer < 1 || pointer > diagnoses.length;
}
