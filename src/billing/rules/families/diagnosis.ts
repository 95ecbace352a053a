import { readDiagnosisCode, withoutDot } from '../../codes/diagnoses/diagnosis-code';
import { fiscalYearOf } from '../../codes/diagnoses/fiscal-year';
import { otherHome } from '../../codes/diagnoses/other-homes';
import type { DiagnosisTable } from '../../codes/diagnoses/table';
import { diagnosisVerdict, type DiagnosisVerdict } from '../../codes/diagnoses/verdict';
import { professionOfVisit } from '../../professions/profession-of';
import { addDays, usDate, type Day } from '../../values/day';
import { MAX_DIAGNOSES } from '../../visits/diagnoses';
import type { CheckedDiagnosis, CheckedVisit } from '../checked-visit';
import type { RuleContext } from '../context';
import { hitIf, listOf, type Fill, type Hit, type Rule } from '../rule';

const family = 'diagnosis';
const TABLE = '{edition}';
const GUIDELINES = 'ICD-10-CM Official Guidelines for Coding and Reporting';

/** More codes than these are not worth reading in a sentence. */
const MAX_NAMED = 8;

/** Diagnoses that say so little that payers like to ask back. Not wrong where the prescription says no more. */
const UNSPECIFIED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'M54.9': 'back pain without saying where',
    'M54.50': 'low back pain without saying more',
    'M54.30': 'sciatica without its side',
    'M54.40': 'back pain with sciatica without its side',
    'M25.50': 'joint pain without the joint',
    'M25.519': 'shoulder pain without its side',
    'M79.10': 'muscle pain without saying where',
    'M79.603': 'arm pain without its side',
    'M79.606': 'leg pain without its side',
    'M79.609': 'limb pain without the limb',
    'M79.9': 'a soft tissue disorder without saying which',
    'M62.9': 'a muscle disorder without saying which',
    'M53.9': 'a back disorder without saying which',
    R52: 'pain without saying where',
    'R51.9': 'headache without saying more',
    'G44.209': 'tension headache without saying more',
  }),
);

/** V00 to Y99 tell how an injury came about, not what is treated. */
const EXTERNAL_CAUSE = /^[VWXY]/;

const ON_MASSAGE =
  'Premera medical policy 8.03.502 and others: massage is necessary only with a documented impairment';

export const DIAGNOSIS_RULES: readonly Rule[] = [
  {
    id: 'diagnosis-unreadable',
    family,
    severity: 'STOP',
    test: (visit) =>
      visit.diagnoses.flatMap((diagnosis) => {
        const reading = readDiagnosisCode(diagnosis.text);
        return reading.ok ? [] : [hitOf(diagnosis, { reason: reading.reason })];
      }),
    message: '{reason}',
    fix: 'Copy the code from the prescription, for example M54.50.',
    source: 'ICD-10-CM: a letter, a digit, a third character, then up to four more after the dot',
  },
  {
    id: 'diagnosis-split',
    family,
    severity: 'STOP',
    test: judged('split', (verdict, day) => ({
      since: sinceAfter(verdict.to),
      codes: codesToUse(verdict, day),
    })),
    message: '{code} is not billable since {since}, when it was divided: use {codes}.',
    fix: 'Ask who gave the diagnosis which of these is meant.',
    source: `${TABLE}; the change is of {since}`,
  },
  {
    id: 'diagnosis-heading',
    family,
    severity: 'STOP',
    test: judged('heading', (verdict, day) => ({
      codes: codesToUse(verdict, day),
      year: String(fiscalYearOf(day)),
    })),
    message: '{code} is only a heading and needs more characters: use {codes}.',
    fix: 'Ask who gave the diagnosis which of these is meant.',
    source: `${TABLE}; not billable in fiscal year {year}`,
  },
  {
    id: 'diagnosis-seventh-character-missing',
    family,
    severity: 'STOP',
    test: judged('seventh-character-missing', (verdict, day) => ({ codes: codesToUse(verdict, day) })),
    message: '{code} lacks its 7th character: use {codes}.',
    fix: 'A stands for active treatment, D for later care, S for an after-effect; the prescription or its writer says which.',
    source: `${TABLE}; ${GUIDELINES}, section I.C.19.a`,
  },
  {
    id: 'diagnosis-deleted',
    family,
    severity: 'STOP',
    test: judged('deleted', (verdict, day) => ({
      since: sinceAfter(verdict.to),
      instead: verdict.useOneOf.length > 0 ? `; billable is ${codesToUse(verdict, day)}` : '',
    })),
    message: '{code} was deleted and is not billable since {since}{instead}.',
    fix: 'Ask who gave the diagnosis for a code in force.',
    source: `${TABLE}; the change is of {since}`,
  },
  {
    id: 'diagnosis-not-yet',
    family,
    severity: 'STOP',
    test: judged('not-yet', (verdict, day) => ({
      from: usDate(verdict.from),
      instead:
        verdict.useOneOf.length > 0 ? `; on ${usDate(day)} billable is ${codesToUse(verdict, day)}` : '',
    })),
    message: '{code} is not billable before {from}{instead}.',
    fix: 'Use the code that was in force on the date of service.',
    source: `${TABLE}; the change is of {from}`,
  },
  {
    id: 'diagnosis-unknown',
    family,
    severity: 'STOP',
    test: judged('unknown', (verdict, day) => ({
      near:
        verdict.knownPart !== '' && verdict.useOneOf.length > 0
          ? `; ${verdict.knownPart} is continued by ${codesToUse(verdict, day)}`
          : '',
    })),
    message: '{code} is no ICD-10-CM code{near}.',
    fix: 'Look at the prescription again, or ask who gave the diagnosis.',
    source: TABLE,
  },
  {
    id: 'diagnosis-date-outside-table',
    family,
    severity: 'WARN',
    test: judged('outside-edition', ({ edition }) => ({
      first: usDate(edition.from),
      last: usDate(edition.to),
    })),
    message: 'Whether {code} is billable on {date} is not known: the table speaks for {first} to {last}.',
    fix: 'Check the date, or load the newer ICD-10-CM order file.',
    source: TABLE,
  },
  {
    id: 'diagnosis-cause-first',
    family,
    severity: 'STOP',
    test: ({ diagnoses: [first] }) =>
      first && EXTERNAL_CAUSE.test(plain(first))
        ? [{ place: first.place, fill: { code: plain(first) } }]
        : [],
    message: '{code} says how an injury came about; it cannot stand first.',
    fix: 'Put the diagnosis that is treated first.',
    source: `${GUIDELINES}, section I.C.20.a: an external cause code is never the first-listed diagnosis`,
  },
  {
    id: 'diagnosis-supports-no-treatment',
    family,
    severity: 'WARN',
    test: ({ diagnoses, paidBy, lines }, { practice, ofSheet }) => {
      const codes = diagnoses.map(plain);
      const field = professionOfVisit(
        lines.map(({ code }) => code),
        practice,
        ofSheet,
      );
      const doubts = field?.doubtful ?? [];
      const all = doubts.length > 0 && codes.every((code) => doubts.some((doubt) => doubt.codes.test(code)));
      const place = diagnoses[0]?.place ?? null;
      return hitIf(codes.length > 0 && all && paidBy !== 'client', place, {
        codes: listOf(codes),
        stand: codes.length > 1 ? 'stand' : 'stands',
        meaning: listOf(
          doubts.map(({ words }) => words),
          'or',
        ),
        care: field?.care ?? '',
        policy: field?.id === 'massage' ? ON_MASSAGE : 'Payers pay care of a condition, not a reason to call',
      });
    },
    message: '{codes} {stand} for {meaning}, and for nothing that {care} treats.',
    fix: 'If there is also a diagnosis of what is treated, put that code first.',
    source: '{policy}',
  },
  {
    id: 'diagnosis-unspecified',
    family,
    severity: 'NOTE',
    about: 'client',
    test: ({ diagnoses }) =>
      diagnoses.flatMap((diagnosis) => {
        const words = UNSPECIFIED.get(plain(diagnosis));
        return words === undefined ? [] : [hitOf(diagnosis, { code: plain(diagnosis), meaning: words })];
      }),
    message: '{code} is {meaning}.',
    fix: 'It is billable; where the prescription says more, the more exact code is questioned less.',
    source: `${GUIDELINES}, section I.B.18`,
  },
  {
    id: 'no-diagnosis-in-formula',
    family,
    severity: 'WARN',
    test: ({ clientName, paidBy, lines, diagnoses }) =>
      hitIf(clientName === null && paidBy !== 'client' && lines.length > 0 && diagnoses.length === 0, null),
    message: 'No diagnosis is given, and payers refuse a line that points at none.',
    fix: 'Give the diagnosis, or see that the Clients table has it.',
    source: 'NUCC 1500 manual, items 21 and 24E; 837P 2300 HI',
  },
  {
    id: 'too-many-diagnoses',
    family,
    severity: 'STOP',
    test: ({ diagnoses, paidBy }) => {
      const count = new Set(diagnoses.map(plain)).size;
      const found = count > MAX_DIAGNOSES && paidBy !== 'client';
      return hitIf(found, diagnoses[MAX_DIAGNOSES]?.place ?? null, { count: String(count) });
    },
    message: 'There are {count} diagnoses; a claim has room for 12.',
    fix: 'Keep those that were treated.',
    source: 'NUCC 1500 manual, item 21; 837P 2300 HI',
  },
];

type Kind = DiagnosisVerdict['kind'];

/** Hits for every diagnosis with that verdict on the date of the visit. */
function judged<Wanted extends Kind>(
  kind: Wanted,
  fill: (verdict: Extract<DiagnosisVerdict, { kind: Wanted }>, day: Day) => Fill,
) {
  return ({ diagnoses, date }: CheckedVisit, { tables }: RuleContext): Hit[] =>
    diagnoses.flatMap((diagnosis) => {
      const { text } = diagnosis;
      if (!readDiagnosisCode(text).ok) return [];
      const verdict = verdictOn(text, date, tables.diagnoses);
      if (!hasKind(verdict, kind)) return [];
      const about = { code: verdict.code, edition: verdict.edition.title, date: usDate(date) };
      return [hitOf(diagnosis, { ...about, ...fill(verdict, date) })];
    });
}

/** A diagnosis of the Clients table is mended there, once for all dates. */
function hitOf({ place, ofClient }: CheckedDiagnosis, fill: Fill): Hit {
  return ofClient ? { place, fill, about: 'client' } : { place, fill };
}

function hasKind<Wanted extends Kind>(
  verdict: DiagnosisVerdict,
  kind: Wanted,
): verdict is Extract<DiagnosisVerdict, { kind: Wanted }> {
  return verdict.kind === kind;
}

/** Verdicts are asked again and again for the same few codes. */
const verdicts = new WeakMap<DiagnosisTable, Map<string, DiagnosisVerdict>>();

function verdictOn(text: string, day: Day, table: DiagnosisTable): DiagnosisVerdict {
  const known = verdicts.get(table) ?? new Map<string, DiagnosisVerdict>();
  verdicts.set(table, known);
  const key = `${String(fiscalYearOf(day))} ${text}`;
  const verdict = known.get(key) ?? diagnosisVerdict(text, day, table);
  known.set(key, verdict);
  return verdict;
}

function codesToUse({ code, useOneOf }: DiagnosisVerdict, day: Day): string {
  const named = useOneOf.slice(0, MAX_NAMED);
  const codes =
    useOneOf.length > named.length
      ? `${named.join(', ')} or one of ${String(useOneOf.length - named.length)} more`
      : listOf(named, 'or');
  const home = otherHome(code, day);
  return home ? `${codes}, or for ${home.condition} ${listOf(home.codes, 'or')}` : codes;
}

function sinceAfter(lastDay: Day): string {
  return usDate(addDays(lastDay, 1));
}

function plain({ text }: CheckedDiagnosis): string {
  const reading = readDiagnosisCode(text);
  return reading.ok ? reading.value : withoutDot(text);
}
