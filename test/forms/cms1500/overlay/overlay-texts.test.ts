import fc from 'fast-check';
import type { Claim } from '../../../../src/billing/claims/claim';
import { cents } from '../../../../src/billing/values/cents';
import { boxKey } from '../../../../src/forms/cms1500/claim-labels';
import { BOX_ENTRIES, cms1500Boxes, linePages } from '../../../../src/forms/cms1500/cms1500-boxes';
import { GRID } from '../../../../src/forms/cms1500/overlay/grid';
import {
  LINE_FIELDS,
  MARK_FIELDS,
  NOTHING_PRINTED,
  TEXT_FIELDS,
} from '../../../../src/forms/cms1500/overlay/overlay-fields';
import { overlayFindings } from '../../../../src/forms/cms1500/overlay/overlay-findings';
import {
  overlayMisfits,
  overlayTexts,
  type OverlayText,
} from '../../../../src/forms/cms1500/overlay/overlay-texts';
import { lineBoxes } from '../../../../src/forms/cms1500/service-boxes';
import { day } from '../../../support/values';
import { fullClaim, sevenLines } from '../claims';
import { anyClaim } from './any-claim';
import { LAYOUT, layoutOf } from './form-layout';

const pagesOf = (claim: Claim): OverlayText[][] => linePages(claim).map((page) => overlayTexts(claim, page));
const firstPage = (change: Partial<Claim>): OverlayText[] => pagesOf(fullClaim(change))[0] ?? [];
const print = (texts: readonly OverlayText[], box: string): string =>
  texts
    .filter((text) => text.box === box)
    .map(({ row, column, text }) => `${String(row)}:${String(column)} ${text}`)
    .join(' | ');

function outsideItsBox({ box, text, row, column }: OverlayText): boolean {
  const place = layoutOf(box);
  const isMark = text === 'X' && place.widths.every((width) => width === 1) && place.columns.length > 1;
  return isMark
    ? row !== place.row || !place.columns.includes(column)
    : row < place.row ||
        row > place.lastRow ||
        column < place.column ||
        column + text.length - 1 > place.lastColumn;
}

describe('the places of the CMS-1500 on the print grid', () => {
  const placed = new Set([...TEXT_FIELDS, ...LINE_FIELDS, ...MARK_FIELDS].map(({ box }) => box));

  test.each(LAYOUT)('box $box of the form’s layout has a place', ({ box }) => {
    expect(placed).toContain(box);
  });

  test('every box has one place, or is one in which nothing is ever printed', () => {
    const all = [...BOX_ENTRIES, ...lineBoxes].map(boxKey);
    const places = [...TEXT_FIELDS, ...LINE_FIELDS, ...MARK_FIELDS].map(({ box }) => box);
    expect([...places, ...NOTHING_PRINTED].sort()).toEqual(all.sort());
  });

  test('every field is where the layout has it, and no wider', () => {
    const stretches = [...TEXT_FIELDS, ...LINE_FIELDS].flatMap((field) => [
      { box: field.box, row: field.row, column: field.column, text: ' '.repeat(field.width), width: 0 },
      ...(field.then
        ? [{ ...field.then, box: field.box, text: ' '.repeat(field.then.width), width: 0 }]
        : []),
    ]);
    expect(stretches.filter(outsideItsBox)).toEqual([]);
    const begin = TEXT_FIELDS.filter(({ box }) => !/^(payer|11b number)/.test(box));
    expect(begin.filter(({ box, column }) => column !== layoutOf(box).column)).toEqual([]);
    const marks = MARK_FIELDS.map(({ box, row, columns }) => [box, row, Object.values(columns)]);
    expect(marks).toEqual(
      marks.map(([box]) => [box, layoutOf(String(box)).row, layoutOf(String(box)).columns]),
    );
  });

  test('no two fields share a place of the grid', () => {
    const taken = new Map<string, string>();
    const shared: string[] = [];
    const take = (box: string, row: number, column: number): void => {
      const cell = `${String(row)}:${String(column)}`;
      if (taken.has(cell)) shared.push(`${cell} ${taken.get(cell) ?? ''} and ${box}`);
      taken.set(cell, box);
    };
    for (const field of [...TEXT_FIELDS, ...LINE_FIELDS]) {
      for (const stretch of field.then ? [field, field.then] : [field]) {
        for (let index = 0; index < stretch.width; index++)
          take(field.box, stretch.row, stretch.column + index);
      }
    }
    for (const { box, row, columns } of MARK_FIELDS)
      Object.values(columns).forEach((column) => take(box, row, column));
    expect(shared).toEqual([]);
  });
});

describe('a claim on the print grid', () => {
  const page = firstPage({});

  test.each([
    ['payer name', '2:41 CEDAR COAST HEALTH PLAN INC'],
    ['1', '8:31 X'],
    ['2', "10:1 O'SAMPLE-REED, ZOE, Q"],
    ['3 birth date', '10:31 03 07 1985'],
    ['3 sex', '10:47 X'],
    ['5 phone', '16:15 360 | 16:19 5550111'],
    ['6', '12:38 X'],
    ['10a', '20:41 X'],
    ['21 indicator', '37:42 0'],
    ['21 B', '38:16 M542'],
    ['23', '40:50 PA20260815'],
    ['24A from/2', '46:1 08 10 26'],
    ['24F/1', '44:52 120 00'],
    ['24F/2', '46:53 95 50'],
    ['24J/2', '46:68 1999999992'],
    ['25 type', '56:19 X'],
    ['28', '56:54 215 50'],
    ['33 phone', '57:66 360 | 57:70 5550142'],
    ['33b', '61:63 ZZ225700000X'],
  ])('box %s is printed at row:column %s', (box, printed) => {
    expect(print(page, box)).toBe(printed);
  });

  test('nothing is printed in an empty box', () => {
    expect(page.filter(({ text }) => text === '')).toEqual([]);
    expect(print(page, '19')).toBe('');
  });

  test('a payer’s long name goes on below, between words', () => {
    const payer = { ...fullClaim().payer, name: 'Evergreen Invented Mutual Health Assurance of Washington' };
    expect(print(firstPage({ payer }), 'payer name')).toBe(
      '2:41 EVERGREEN INVENTED MUTUAL | 3:41 HEALTH ASSURANCE OF WASHINGTON',
    );
  });

  test('a long city is cut before its state and ZIP code', () => {
    const billing = {
      ...fullClaim().billing,
      address: {
        street: '1 Example Way',
        city: 'Rancho Cucamonga Heights',
        state: 'CA',
        zip: '91730-1234',
      },
    };
    const texts = firstPage({ billing });
    expect(print(texts, '32 city')).toBe('60:23 RANCHO CUCAM CA 91730-1234');
    expect(print(texts, '33 city')).toBe('60:50 RANCHO CUCAMONG CA 91730-1234');
  });

  test('a corrected claim has its code and the payer’s number in box 22', () => {
    const texts = firstPage({ frequency: '7', originalReference: 'ICN2026000771' });
    expect([print(texts, '22 code'), print(texts, '22 reference')]).toEqual([
      '38:50 7',
      '38:62 ICN2026000771',
    ]);
  });

  test('an auto accident is marked in 10b with its state, and its claim number stands in 11b after Y4', () => {
    const texts = firstPage({
      payer: { ...fullClaim().payer, kind: 'auto' },
      accident: { kind: 'auto', date: day('2026-07-14'), state: 'WA' },
      propertyCasualtyClaimNumber: 'PIP-26-0099',
    });
    const boxes = [
      '1',
      '10a',
      '10b',
      '10b state',
      '10c',
      '11b qualifier',
      '11b number',
      '15 qualifier',
      '15 date',
    ];
    expect(boxes.map((box) => print(texts, box))).toEqual([
      '8:45 X',
      '20:41 X',
      '22:35 X',
      '22:45 WA',
      '24:41 X',
      '22:50 Y4',
      '22:53 PIP260099',
      '32:31 439',
      '32:37 07 14 2026',
    ]);
  });

  test('an injury at work is marked in 10a', () => {
    const texts = firstPage({ accident: { kind: 'work', date: day('2026-06-02'), state: null } });
    expect([print(texts, '10a'), print(texts, '10b'), print(texts, '10b state')]).toEqual([
      '20:35 X',
      '22:41 X',
      '',
    ]);
  });

  test('seven lines are two pages, each with the total of its own lines', () => {
    const [one = [], two = []] = pagesOf(sevenLines());
    expect([print(one, '24A from/6'), print(one, '28')]).toEqual(['54:1 08 19 26', '56:54 600 15']);
    expect([print(two, '24A from/1'), print(two, '24A from/2'), print(two, '28')]).toEqual([
      '44:1 08 24 26',
      '',
      '56:54 100 06',
    ]);
    expect(print(two, '2')).toBe(print(one, '2'));
  });
});

describe('what does not fit the form', () => {
  test.each<[string, Partial<Claim>, string]>([
    [
      'an authorization number of 30 characters',
      { priorAuthorization: 'A'.repeat(30) },
      `Box 23 (Prior authorization) has room for 29 characters; "${'A'.repeat(30)}" has 30.`,
    ],
    [
      'a member id of 30 characters',
      { subscriber: { ...fullClaim().subscriber, memberId: '9'.repeat(30) } },
      `Box 1a (Member ID) has room for 29 characters; "${'9'.repeat(30)}" has 30.`,
    ],
    [
      'a name in another script',
      { patient: { ...fullClaim().patient, firstName: 'Жанна' } },
      'Box 2 (Patient) cannot show "O\'SAMPLE-REED, ЖАННА, Q": the form takes plain letters, digits and signs only.',
    ],
    [
      'thirteen diagnoses',
      { diagnoses: Array.from({ length: 13 }, () => 'M54.50') },
      'Box 21 has room for 12 diagnoses, and claim 2608-014 has 13.',
    ],
    [
      'a charge of a million',
      {
        lines: fullClaim().lines.map((line) => ({ ...line, charge: cents(1_000_000_00) })),
        total: cents(2_000_000_00),
      },
      'Box 28 (Total of this page) has room for 8 characters; "2000000 00" has 10.',
    ],
  ])('%s is a finding in words', (_, change, words) => {
    const findings = overlayFindings(fullClaim(change));
    expect(findings.map((finding) => finding.message)).toContain(words);
    expect(findings.every(({ severity, client }) => severity === 'STOP' && client !== undefined)).toBe(true);
  });

  test('a claim that fits has no finding', () => {
    expect([fullClaim(), sevenLines()].flatMap(overlayFindings)).toEqual([]);
  });
});

describe('any claim', () => {
  test('every character is in its box of the layout and on the grid, and can be printed', () => {
    fc.assert(
      fc.property(anyClaim, (claim) => {
        const texts = pagesOf(claim).flat();
        expect(texts.filter(outsideItsBox)).toEqual([]);
        expect(
          texts.filter(
            ({ text, column, width }) =>
              text === '' ||
              text.length > width ||
              column + width - 1 > GRID.columns ||
              !/^[ -~]+$/.test(text) ||
              text !== text.toUpperCase(),
          ),
        ).toEqual([]);
      }),
    );
  });

  test('every filled box is printed whole, marked, a name cut at its end, or a finding', () => {
    const cuttable = new Set(BOX_ENTRIES.filter((entry) => entry.cut).map(boxKey));
    fc.assert(
      fc.property(anyClaim, (claim) => {
        for (const page of linePages(claim)) {
          const texts = overlayTexts(claim, page);
          const misfits = new Set(
            overlayMisfits(claim, page).map(({ box }) => box.number + box.part + box.line),
          );
          for (const box of cms1500Boxes(claim, page)) {
            if (box.value === '' || misfits.has(box.number + box.part + box.line)) continue;
            const key = boxKey(box) + (box.line === null ? '' : `/${String(box.line)}`);
            const printed = texts.filter((text) => text.box === key).map(({ text }) => text);
            const whole = (text: string) => text.replaceAll(' ', '');
            if (printed.join('') === 'X' && MARK_FIELDS.some((mark) => mark.box === boxKey(box))) continue;
            if (cuttable.has(boxKey(box)))
              expect(whole(box.value).startsWith(whole(printed.join('')))).toBe(true);
            else expect(whole(printed.join(''))).toBe(whole(box.value));
            expect(printed.join('')).not.toBe('');
          }
        }
      }),
    );
  });

  test('a claim without findings has no value left out', () => {
    fc.assert(
      fc.property(anyClaim, (claim) => {
        const misfits = linePages(claim).flatMap((page) => overlayMisfits(claim, page));
        expect(overlayFindings(claim).length > 0).toBe(misfits.length > 0 || claim.diagnoses.length > 12);
      }),
    );
  });
});
