import { billableUnits, type Rule } from '../../src/functions/billable-units';
import { forgetReferenceTables } from '../../src/functions/reference-tables';
import { installExcel } from './excel-globals';

const payers = [
  ['Payer', 'Also written', 'Unit rule'],
  ['Medicare', '', 'CMS'],
  ['Blue Shield', 'BS; BlueShield', 'ama'],
  ['Aetna', '', ''],
];
const minutes = [[20], [20]];
const codes = [['97112'], ['97110']];

describe('BILLABLE_UNITS', () => {
  beforeEach(() => {
    forgetReferenceTables();
    installExcel(payers);
  });

  test('takes omitted arguments as null, as Excel sends them', async () => {
    expect(await billableUnits([[60]], null as never, null as never)).toEqual([[4]]);
    expect(await billableUnits([[60]])).toEqual([[4]]);
  });

  test('counts under the rule that is named', async () => {
    expect(await billableUnits(minutes, codes, 'CMS' as Rule)).toEqual([[2], [1]]);
    expect(await billableUnits(minutes, codes, 'AMA' as Rule)).toEqual([[1], [1]]);
  });

  test.each(['Blue Shield', ' blue  shield', 'BlueShield', 'bs'])('knows the payer "%s"', async (name) => {
    expect(await billableUnits(minutes, codes, name as Rule)).toEqual([[1], [1]]);
  });

  test('bad input is #VALUE! with a sentence', async () => {
    await expect(billableUnits([['abc']])).rejects.toMatchObject({
      code: '#VALUE!',
      message: '"abc" is not a number of minutes. Write 60, "60 min" or 1:00.',
    });
    await expect(billableUnits([[60]], [['97124']], 5 as never)).rejects.toMatchObject({ code: '#VALUE!' });
  });

  test.each([
    ['Cigna', '"Cigna" is neither CMS nor AMA nor a payer in the Payers table.'],
    ['Aetna', 'The Payers table does not say which unit rule Aetna uses: fill in CMS or AMA there.'],
  ])('the payer %s is #N/A with a sentence', async (name, message) => {
    await expect(billableUnits([[60]], [['97124']], name as Rule)).rejects.toMatchObject({
      code: '#N/A',
      message,
    });
  });

  test('without a Payers table a payer is #N/A with a sentence', async () => {
    installExcel(null);
    await expect(billableUnits([[60]], [['97124']], 'Aetna' as Rule)).rejects.toMatchObject({
      code: '#N/A',
      message: '"Aetna" is neither CMS nor AMA, and there is no Payers table yet to look it up in.',
    });
  });
});
