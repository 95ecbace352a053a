import { coverageByFolder, linesOfTable, shortOf } from '../../tools/coverage/by-folder';

const file = (total: number, covered: number) => ({ statements: { total, covered } });
const SUMMARY = {
  total: file(999, 1),
  '/root/src/billing/claims/claim.ts': file(90, 90),
  '/root/src/billing/units/alone.ts': file(10, 5),
  '/root/desk/xlsx/read-xlsx.ts': file(4, 1),
};

test('coverage counts all files below a folder of the sources, not the average of files', () => {
  expect(coverageByFolder(SUMMARY, '/root')).toEqual([
    { folder: 'desk/xlsx', total: 4, covered: 1 },
    { folder: 'src/billing', total: 100, covered: 95 },
  ]);
});

test('a folder is short below its floor, not at it, and without one never', () => {
  const folders = coverageByFolder(SUMMARY, '/root');
  expect(shortOf(folders, { 'src/billing': 95 })).toEqual([]);
  expect(shortOf(folders, { 'src/billing': 96, 'desk/xlsx': 25 })).toEqual(['src/billing']);
});

test('the table says what was reached beside the floor', () => {
  const [, desk, billing] = linesOfTable(coverageByFolder(SUMMARY, '/root'), { 'src/billing': 90 });
  expect(desk).toMatch(/^desk\/xlsx +4 +25\.0 %/);
  expect(billing).toMatch(/^src\/billing +100 +95\.0 % +90$/);
});
