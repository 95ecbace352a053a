import type * as PayerRules from '../../src/functions/payer-rules';
import { installExcel } from './excel-globals';

const payers = [
  ['Payer', 'Unit rule'],
  ['Medicare', 'CMS'],
];

/** The module keeps what it read, so every test takes a fresh one. */
async function fresh(): Promise<typeof PayerRules> {
  jest.resetModules();
  return import('../../src/functions/payer-rules');
}

describe('the unit rule of a payer', () => {
  test('is read once for a whole column of formulas', async () => {
    const excel = installExcel(payers);
    const { payerUnitRule } = await fresh();
    await Promise.all(Array.from({ length: 50 }, () => payerUnitRule('Medicare')));
    expect(await payerUnitRule('Medicare')).toEqual({ found: 'rule', rule: 'CMS' });
    expect(excel.reads).toBe(1);
  });

  test('is read again after a table has changed', async () => {
    const excel = installExcel(null);
    const { payerUnitRule } = await fresh();
    expect(await payerUnitRule('Medicare')).toEqual({ found: 'no table' });
    excel.payers = payers;
    const tell = (tableId: string) => Promise.all(excel.changed.map((handler) => handler({ tableId })));
    await tell('{Payers}');
    expect(await payerUnitRule('Medicare')).toEqual({ found: 'rule', rule: 'CMS' });
    excel.payers = [...payers, ['Aetna', 'AMA']];
    await tell('{Payers}');
    expect(await payerUnitRule('Aetna')).toEqual({ found: 'rule', rule: 'AMA' });
    expect(excel.changed).toHaveLength(3);
  });

  test('is read each time where Excel does not tell of changes', async () => {
    const excel = installExcel(payers);
    excel.hasEvents = false;
    const { payerUnitRule } = await fresh();
    await payerUnitRule('Medicare');
    excel.payers = [...payers, ['Aetna', 'AMA']];
    expect(await payerUnitRule('Aetna')).toEqual({ found: 'rule', rule: 'AMA' });
    expect(excel.reads).toBe(2);
  });

  test('that is neither CMS nor AMA counts as not said', async () => {
    installExcel([
      ['Unit rule', 'Payer'],
      ['eight minutes', 'Medicare'],
      ['', ''],
    ]);
    const { payerUnitRule } = await fresh();
    expect(await payerUnitRule('Medicare')).toEqual({ found: 'payer without a rule' });
    expect(await payerUnitRule('')).toEqual({ found: 'no such payer' });
  });
});
