import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { closeDesks, openDesk, type Desk } from './desk';

afterEach(closeDesks);

const SCRIPT = readFileSync(join(__dirname, '../../../docs/fidelity-check.js'), 'utf8');
const TABLE = readFileSync(join(__dirname, '../../../docs/fidelity.md'), 'utf8');

/** Number, what, expected, found, same or DIFFERENT. */
type Line = [number, string, string, string, string];

async function runCheck(desk: Desk): Promise<{ numbered: Line[]; byHand: string[] }> {
  const lines = (await desk.client.window.eval(SCRIPT)) as Line[];
  const isNumbered = ([number]: Line): boolean => typeof number === 'number';
  return {
    numbered: lines.filter(isNumbered),
    byHand: lines.filter((line) => !isNumbered(line)).map((line) => line[3]),
  };
}

test('the script to be tried in Excel says what the Desk really does', async () => {
  const desk: Desk = await openDesk(['Sheet1'], {
    recalculate: async () => {
      for (const sheet of desk.book.sheets) {
        for (const { row, column, cell } of sheet.entries()) {
          if (cell.formula === '=6*7') sheet.setCalculated(row, column, 42);
        }
      }
      await Promise.resolve();
    },
  });
  const { numbered } = await runCheck(desk);
  expect(numbered.filter((line) => line[4] !== 'same')).toEqual([]);
  expect(desk.book.sheet('Fidelity 0')).toBeDefined();
});

test('each of its numbers is in docs/fidelity.md', async () => {
  const { numbered } = await runCheck(await openDesk());
  for (const [number] of numbered) expect(TABLE).toMatch(new RegExp(`^\\| ${String(number)} \\|`, 'm'));
});

test('it asks first what the page calls open, and nothing that the page calls settled', async () => {
  const { numbered } = await runCheck(await openDesk());
  const open = numbered.filter((line) => line[1].startsWith('open: ')).map(([number]) => number);
  expect(numbered.slice(0, open.length).map(([number]) => number)).toEqual(open);
  const rows = [...TABLE.matchAll(/^\| (\d+) \|.*\| (open|confirmed|contradicted)\b[^|]*\|$/gm)];
  expect(rows).toHaveLength(numbered.length);
  expect(open.sort((a, b) => a - b)).toEqual(
    rows.filter(([, , state]) => state === 'open').map(([, number]) => Number(number)),
  );
});

test('whether Ctrl+Z takes a custom XML part back is told by its second run', async () => {
  const desk = await openDesk();
  expect((await runCheck(desk)).byHand).toEqual([expect.stringMatching(/^not tried: press Ctrl\+Z/)]);
  const made = desk.book.sheets.filter(({ name }) => name.startsWith('Fidelity'));
  for (const sheet of made) desk.book.deleteSheet(sheet);
  expect((await runCheck(desk)).byHand).toEqual(['the part stayed']);
});
