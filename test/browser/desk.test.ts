import { leaveBrowser, openDesk } from './support/open-desk';

afterAll(leaveBrowser);

test('The grid shows the sample: its values, formats, formulas and sheets', async () => {
  const desk = await openDesk();
  expect(await desk.sheetTabs()).toEqual([
    'Sessions',
    'Mileage',
    'Practice',
    'Payers',
    'Clients',
    'Authorizations',
    'Benefits',
    'Fees',
  ]);
  expect((await desk.cell('Sessions!A1')).text).toBe('Quiet Harbor Massage: sessions 2026');
  expect((await desk.cell('Sessions!A4')).text).toBe('Sat 8/1/26');
  expect((await desk.cell('Sessions!I4')).text).toBe('$120.00');
  expect(await desk.cell('Sessions!G4')).toMatchObject({ text: '4' });
  expect((await desk.cell('Sessions!G4')).formula).toContain('CLAIM.BILLABLE_UNITS');
});
