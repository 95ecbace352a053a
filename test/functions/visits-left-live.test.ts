import type { CellValue } from '../../desk/book/book';
import { inventedPractice } from '../support/invented-practice';
import { workbookOf } from '../support/practice-workbook';
import { openLive, type, type LiveDesk } from './live-desk';

const SEPTEMBER = 46266;
const HEADERS = ['Date', 'Client', 'Minutes', 'CPT', 'Dx', 'Payer', 'Charge', 'Left'];
const session = (row: number, day: number, client: string): CellValue[] => [
  SEPTEMBER + day, client, 60, '97124', 'M54.2', 'Cascade Health Plan', 120, `=CLAIM.VISITS_LEFT(B${String(row)})`,
]; // prettier-ignore

/** Ada has 12 visits and used 3; Bruno has 8 and used 1. */
function practice() {
  return workbookOf(
    {
      Sessions: [
        HEADERS,
        session(2, 1, 'Ada Applegate'),
        session(3, 2, 'Bruno Birchwood'),
        session(4, 8, 'Ada Applegate'),
        session(5, 15, 'Applegate, Ada'),
      ],
      Look: [
        ['=CLAIM.VISITS_LEFT("Ada Applegate",,,TRUE)', '=Sessions!H2*10'],
        ['=CLAIM.VISITS_LEFT("Clara Cloverfield")', '=CLAIM.VISITS_LEFT("Nobody")'],
      ],
    },
    {
      ...inventedPractice,
      Authorizations: [
        { client: 'Ada Applegate', number: 'A-1', kind: 'authorization', visits: 12 },
        { client: 'Bruno Birchwood', number: 'B-1', kind: 'authorization', visits: 8 },
      ],
    },
  );
}

let desk: LiveDesk;
beforeEach(async () => {
  desk = await openLive(practice());
});
afterEach(() => desk.close());

const reads = () => desk.host.requests.filter(({ kind }) => kind === 'sync').length;
const ADA = ['Look!A1', 'Look!B1', 'Sessions!H2', 'Sessions!H4', 'Sessions!H5'];

describe('cells of VISITS_LEFT', () => {
  test('share one reading of the workbook', () => {
    expect(['H2', 'H3', 'H4', 'H5'].map((cell) => desk.show(`Sessions!${cell}`))).toEqual([
      '9',
      '7',
      '9',
      '9',
    ]);
    expect(desk.show('Look!A1')).toBe('9 left: authorization A-1, 3 of 12 visits used');
    expect(desk.show('Look!A2')).toMatch(/^#N\/A No limit is known for Clara Cloverfield/);
    expect(desk.show('Look!B2')).toBe('#N/A "Nobody" is not in the Clients table.');
    expect(reads()).toBe(3);
  });

  test('follow an authorization that is changed: exactly those that depend on it', async () => {
    const before = reads();
    expect(await desk.changing(() => type(desk, 'Authorizations!G2', 20))).toEqual(ADA);
    expect([desk.show('Sessions!H2'), desk.show('Look!B1'), desk.show('Sessions!H3')]).toEqual([
      '17',
      '170',
      '7',
    ]);
    expect(reads() - before).toBe(3);
  });

  test('follow an authorization that another add-in writes', async () => {
    const changed = await desk.changing(() =>
      desk.run(async (context) => {
        context.workbook.tables.getItem('Authorizations').getDataBodyRange().getCell(1, 6).values = [[9]];
        await context.sync();
      }),
    );
    expect(changed).toEqual(['Sessions!H3']);
    expect(desk.show('Sessions!H3')).toBe('8');
  });

  test('follow a co-author', async () => {
    expect(await desk.changing(() => type(desk, 'Authorizations!G3', 5, 'Remote'))).toEqual(['Sessions!H3']);
    expect(desk.show('Sessions!H3')).toBe('4');
  });

  test('follow the sessions: one that is moved to another client, one that is new', async () => {
    await desk.changing(() => type(desk, 'Sessions!B4', 'Bruno Birchwood'));
    expect([desk.show('Sessions!H2'), desk.show('Sessions!H3')]).toEqual(['10', '6']);
    await desk.quietly(() => type(desk, 'Sessions!A6', SEPTEMBER + 20));
    await desk.changing(() => type(desk, 'Sessions!B6', 'Bruno Birchwood'));
    expect(desk.show('Sessions!H3')).toBe('5');
  });

  test('that are added answer at once from what is known', async () => {
    const before = reads();
    await desk.run(async (context) => {
      context.workbook.worksheets.getItem('Look').getRange('C1:C1').formulas = [
        ['=CLAIM.VISITS_LEFT("Bruno Birchwood")'],
      ];
      await context.sync();
    });
    await desk.host.settle();
    expect([desk.show('Look!C1'), reads() - before]).toEqual(['7', 1]);
  });

  test('are not calculated when something else changes', async () => {
    expect(await desk.quietly(() => type(desk, 'Sessions!E3', 'M54.50'))).toEqual([]);
  });

  test('come back after an error is mended', async () => {
    await desk.changing(() => type(desk, 'Authorizations!G2', -2));
    expect(desk.show('Sessions!H2')).toMatch(/^#VALUE! Authorizations!G2: .*less than zero/);
    await desk.changing(() => type(desk, 'Authorizations!G2', 3));
    expect(desk.show('Sessions!H2')).toBe('0');
  });
});
