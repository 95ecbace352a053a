/**
 * What an adjustment reason says of the amount that it takes off. `plan share`: the client's own part by the plan.
 * `contract`: waived by contract or law. `coordination`: decided before, by this payer or another one.
 * `information`: nothing is refused. All else is a denial, of what `of` has to mend or bear.
 */
export type AdjustmentKind = 'plan share' | 'contract' | 'coordination' | 'information' | 'denial';

/** Whom a denial is about: what the practice sent, whether the client is covered, or which payer comes first. */
export type DenialOf = 'practice' | 'client' | 'other payer';

export interface AdjustmentMeaning {
  kind: AdjustmentKind;
  of: DenialOf | null;
  source: string;
}

type Row = [code: string, kind: AdjustmentKind, of: DenialOf | null, source: string];

const LIST = 'CARC list of June 2024, in our words';
const SHARE =
  'Patient responsibility of the plan: PR 1, 2, 3, 66, 142, 187 and the like (CARC list of June 2024)';
const OLD = 'CARC list; ended in 2007 and 2008, still met in samples and old files';

/** Numbers from the list of June 2024. A reason that has no row is a denial of which nothing more is known. */
const ROWS: readonly Row[] = [
  ['1', 'plan share', null, SHARE],
  ['2', 'plan share', null, SHARE],
  ['3', 'plan share', null, SHARE],
  ['66', 'plan share', null, SHARE],
  ['142', 'plan share', null, SHARE],
  ['178', 'plan share', null, SHARE],
  ['187', 'plan share', null, SHARE],
  ['241', 'plan share', null, SHARE],
  ['247', 'plan share', null, SHARE],
  ['248', 'plan share', null, SHARE],
  ['45', 'contract', null, LIST],
  ['59', 'contract', null, LIST],
  ['44', 'contract', null, LIST],
  ['131', 'contract', null, LIST],
  ['253', 'contract', null, 'Federal budget reduction; counts as allowed'],
  ['P12', 'contract', null, LIST],
  ['42', 'contract', null, OLD],
  ['A2', 'contract', null, OLD],
  ['23', 'coordination', null, '835 005010X221A1, section 1.10.2.13 (secondary payments)'],
  ['101', 'information', null, LIST],
  ['4', 'denial', 'practice', LIST],
  ['11', 'denial', 'practice', LIST],
  ['16', 'denial', 'practice', LIST],
  ['18', 'denial', 'practice', LIST],
  ['29', 'denial', 'practice', LIST],
  ['50', 'denial', 'practice', LIST],
  ['58', 'denial', 'practice', LIST],
  ['96', 'denial', 'client', LIST],
  ['97', 'denial', 'practice', LIST],
  ['119', 'denial', 'client', LIST],
  ['151', 'denial', 'practice', LIST],
  ['167', 'denial', 'practice', LIST],
  ['170', 'denial', 'practice', LIST],
  ['197', 'denial', 'practice', LIST],
  ['198', 'denial', 'practice', LIST],
  ['204', 'denial', 'client', LIST],
  ['222', 'denial', 'practice', LIST],
  ['226', 'denial', 'practice', LIST],
  ['227', 'denial', 'client', LIST],
  ['236', 'denial', 'practice', LIST],
  ['242', 'denial', 'practice', LIST],
  ['243', 'denial', 'practice', LIST],
  ['252', 'denial', 'practice', LIST],
  ['288', 'denial', 'practice', LIST],
  ['B7', 'denial', 'practice', LIST],
  ['B20', 'denial', 'practice', LIST],
  ['26', 'denial', 'client', LIST],
  ['27', 'denial', 'client', LIST],
  ['31', 'denial', 'client', LIST],
  ['22', 'denial', 'other payer', LIST],
  ['109', 'denial', 'other payer', LIST],
  ['B11', 'denial', 'other payer', LIST],
  ['P4', 'denial', 'other payer', LIST],
  ['P5', 'denial', 'practice', LIST],
  ['P14', 'denial', 'practice', LIST],
  ['P15', 'denial', 'practice', LIST],
  ['P16', 'denial', 'practice', LIST],
  ['P22', 'denial', 'client', LIST],
];

/** Further reasons, of which no more is known than whom they are about. */
const MORE: readonly [kind: AdjustmentKind, of: DenialOf | null, codes: string][] = [
  ['contract', null, '24 104 105 223 237'],
  [
    'denial',
    'practice',
    '5 6 7 8 9 10 12 13 14 39 54 55 95 107 125 146 150 152 163 171 172 181 182 183 184 185 189 206 207 208 234 251 272 273 B8 B12 B15 B16',
  ],
  ['denial', 'client', '32 33 34 35 49 51 149 177 200'],
  ['denial', 'other payer', '19 20 21 201'],
];

const MEANINGS: ReadonlyMap<string, AdjustmentMeaning> = new Map([
  ...MORE.flatMap(([kind, of, codes]) =>
    codes.split(' ').map((code) => [code, { kind, of, source: LIST }] as const),
  ),
  ...ROWS.map(([code, kind, of, source]) => [code, { kind, of, source }] as const),
]);

/** A reason without a code was typed by hand: its group alone says what it is. */
const TYPED: AdjustmentMeaning = { kind: 'plan share', of: null, source: 'Typed by hand, without a code' };
const UNKNOWN: AdjustmentMeaning = { kind: 'denial', of: null, source: 'Not in the table' };

/** The codes of the table, for those who read it through. */
export function adjustmentCodes(): string[] {
  return [...MEANINGS.keys()];
}

/** What the reason says, under whatever group it stands. */
export function adjustmentMeaning(code: string): AdjustmentMeaning {
  return code === '' ? TYPED : (MEANINGS.get(code) ?? UNKNOWN);
}
