import fc from 'fast-check';
import { deliveryOf, type PanePlatform } from '../../../src/actions/files/deliver-file';
import { textSheet } from '../../../src/actions/files/text-sheet';

const HOSTS: PanePlatform[] = ['PC', 'OfficeOnline', 'Mac', 'iOS', 'Android', 'Universal', null];

test.each<[PanePlatform, 'text/plain' | 'application/pdf', string]>([
  ['OfficeOnline', 'text/plain', 'download copy sheet'],
  ['OfficeOnline', 'application/pdf', 'download'],
  ['PC', 'text/plain', 'download copy sheet'],
  ['PC', 'application/pdf', ''],
  ['Mac', 'text/plain', 'copy sheet'],
  ['Mac', 'application/pdf', ''],
  ['iOS', 'text/plain', 'copy sheet'],
  [null, 'application/pdf', 'download'],
])('on %s a file of %s leaves by: %s', (platform, type, ways) => {
  expect(deliveryOf({ type }, platform).ways.join(' ')).toBe(ways);
});

test('where a file cannot be downloaded, the user is told why and what to do instead', () => {
  const pdf = deliveryOf({ type: 'application/pdf' }, 'PC').words;
  expect(pdf).toBe(
    'Excel for Windows lets no pane save a PDF. Open the workbook in Excel on the web and click again there, or print the claim pages from their sheet.',
  );
  for (const platform of HOSTS) {
    for (const type of ['text/plain', 'text/csv', 'application/pdf'] as const) {
      const { ways, words } = deliveryOf({ type }, platform);
      expect(words === null).toBe(ways.includes('download'));
    }
  }
});

test('a text can be copied and put on a sheet everywhere', () => {
  for (const platform of HOSTS) {
    expect(deliveryOf({ type: 'text/csv' }, platform).ways).toEqual(
      expect.arrayContaining(['copy', 'sheet']),
    );
  }
});

test('a text file stands on its sheet line by line, as text', () => {
  const sheet = textSheet('837P 2026-10', { name: '2026-10.837', content: 'ISA*00~\nGS*HC~\n\n=1+1\n' });
  expect(sheet.rows).toEqual([['ISA*00~'], ['GS*HC~'], [null], ['=1+1']]);
  expect(sheet.columns).toEqual([
    { header: '2026-10.837, from the next row down', width: 560, format: '@', holds: 'text' },
  ]);
});

test('the cells of a sheet, joined, are the file again', () => {
  const line = fc.string({ maxLength: 20 }).map((text) => text.replace(/[\r\n]/g, ' '));
  fc.assert(
    fc.property(fc.array(line, { minLength: 1 }), (lines) => {
      const { rows } = textSheet('File', { name: 'f.txt', content: `${lines.join('\r\n')}\r\n` });
      expect(rows.map(([cell]) => cell ?? '')).toEqual(lines);
    }),
  );
});

test('a line that no cell can hold is refused by its number', () => {
  const content = `ISA~\n${'A'.repeat(32_768)}`;
  expect(() => textSheet('File', { name: 'f.837', content })).toThrow(
    'Line 2 of f.837 is longer than a cell can hold. Copy the file instead.',
  );
});
