/** Under whose plan of care a service is given. */
export type PlanOfCare = 'GP' | 'GO' | 'GN';

/** On which procedures a modifier makes sense, where that is limited. */
export type ModifierScope = 'evaluation' | 'spinal-adjustment' | 'medicare';

export interface Modifier {
  code: string;
  /** Short words of our own. */
  words: string;
  only?: ModifierScope;
  /** Whether it can lift an NCCI edit of indicator 1, when the services were truly distinct. */
  liftsEdits?: true;
  /** Says the level of who gave the service: one of them on a line. */
  level?: 'less' | 'bachelor' | 'master' | 'doctor' | 'social worker' | 'psychologist';
  /** 59 and its more exact forms: one of them on a line, never two. */
  distinct?: true;
}

type Row = [code: string, words: string, more?: Omit<Modifier, 'code' | 'words'>];

/** The numeric modifiers, all of them: a number that is not here is no modifier (CPT list, 2024). */
const NUMERIC: Row[] = [
  ['22', 'much more work than usual'],
  ['23', 'unusual anesthesia'],
  ['24', 'unrelated visit during recovery from surgery', { only: 'evaluation', liftsEdits: true }],
  ['25', 'separate evaluation on the day of a procedure', { only: 'evaluation', liftsEdits: true }],
  ['26', 'professional part only'],
  ['27', 'several outpatient visits on one day', { liftsEdits: true }],
  ['32', 'required by a third party'],
  ['33', 'preventive service'],
  ['47', 'anesthesia by the surgeon'],
  ['50', 'both sides'],
  ['51', 'several procedures'],
  ['52', 'reduced service'],
  ['53', 'procedure stopped'],
  ['54', 'surgery only'],
  ['55', 'care after surgery only'],
  ['56', 'care before surgery only'],
  ['57', 'decision for surgery', { only: 'evaluation', liftsEdits: true }],
  ['58', 'planned next step after surgery', { liftsEdits: true }],
  ['59', 'distinct service', { liftsEdits: true, distinct: true }],
  ['62', 'two surgeons'],
  ['63', 'very small infant'],
  ['66', 'team of surgeons'],
  ['73', 'stopped before anesthesia'],
  ['74', 'stopped after anesthesia began'],
  ['76', 'repeated later that day by the same provider'],
  ['77', 'repeated that day by another provider'],
  ['78', 'unplanned return to surgery', { liftsEdits: true }],
  ['79', 'unrelated procedure during recovery', { liftsEdits: true }],
  ['80', 'assistant at surgery'],
  ['81', 'assistant at surgery, minimal'],
  ['82', 'assistant at surgery, no resident available'],
  ['90', 'outside laboratory'],
  ['91', 'laboratory test repeated', { liftsEdits: true }],
  ['92', 'other laboratory platform'],
  ['93', 'telehealth by sound only'],
  ['95', 'telehealth by sound and picture'],
  ['96', 'habilitative service'],
  ['97', 'rehabilitative service'],
  ['99', 'more modifiers than fit'],
];

/** The alphabetic ones that therapists' claims meet. There are hundreds more. */
const ALPHABETIC: Row[] = [
  ['XE', 'separate encounter', { liftsEdits: true, distinct: true }],
  ['XP', 'separate practitioner', { liftsEdits: true, distinct: true }],
  ['XS', 'separate part of the body', { liftsEdits: true, distinct: true }],
  ['XU', 'unusual service that does not overlap', { liftsEdits: true, distinct: true }],
  ['GP', 'under a physical therapy plan of care'],
  ['GO', 'under an occupational therapy plan of care'],
  ['GN', 'under a speech therapy plan of care'],
  ['KX', "the policy's requirements are met", { only: 'medicare' }],
  ['AT', 'active treatment by a chiropractor', { only: 'spinal-adjustment' }],
  ['GA', 'signed notice on file that the patient may have to pay', { only: 'medicare' }],
  ['GX', 'voluntary notice given', { only: 'medicare' }],
  ['GY', 'never covered by law', { only: 'medicare' }],
  ['GZ', 'denial expected, no notice given', { only: 'medicare' }],
  ['CQ', 'by a physical therapist assistant'],
  ['CO', 'by an occupational therapy assistant'],
  ['HM', 'given by somebody with less than a bachelor’s degree', { level: 'less' }],
  ['HN', 'given by somebody with a bachelor’s degree', { level: 'bachelor' }],
  ['HO', 'given by somebody with a master’s degree', { level: 'master' }],
  ['HP', 'given by somebody with a doctorate', { level: 'doctor' }],
  ['AJ', 'given by a clinical social worker', { level: 'social worker' }],
  ['AH', 'given by a clinical psychologist', { level: 'psychologist' }],
  ['HJ', 'under an employee assistance program'],
  ['SA', 'given by a nurse practitioner'],
  ['GT', 'telehealth, as some payers still want it'],
  ['FQ', 'telehealth by sound only, in rural and community clinics'],
  ...['U1', 'U2', 'U3', 'U4', 'U5', 'U6', 'U7', 'U8', 'U9'].map((code): Row => [
    code,
    'as the Medicaid plan defines it',
  ]),
  ['LT', 'left side', { liftsEdits: true }],
  ['RT', 'right side', { liftsEdits: true }],
];

const BY_CODE: ReadonlyMap<string, Modifier> = new Map(
  [...NUMERIC, ...ALPHABETIC].map(([code, words, more]) => [code, { code, words, ...more }]),
);

/** Claims carry at most this many on a line (837 SV101-3 to -6, box 24D). */
export const MODIFIERS_A_LINE = 4;

/**
 * `not-a-modifier`: a number that is on no list, such as 15. `unfamiliar`: two characters that may be one of the
 * hundreds of modifiers this table leaves out.
 */
export type ModifierVerdict =
  { kind: 'known'; modifier: Modifier } | { kind: 'not-a-modifier' } | { kind: 'unfamiliar' };

export function modifierVerdict(code: string): ModifierVerdict {
  const modifier = BY_CODE.get(code);
  if (modifier) return { kind: 'known', modifier };
  return /^(?=.*[A-Z])[A-Z0-9]{2}$/.test(code) ? { kind: 'unfamiliar' } : { kind: 'not-a-modifier' };
}
