import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleRemittance } from '../../assets/sample/remittance';
import { readXlsx } from '../../desk/xlsx/read-xlsx';
import { ZERO } from '../../src/billing/values/cents';
import { billedOctober, importInto, paymentsOf } from '../support/remittance/payments-desk';
import { usd } from '../support/values';

const FILE = join(__dirname, '../../assets/sample/remittance-2026-10.835');

describe('the sample remittance', () => {
  it('answers the claims that the sample makes for October, and is what its maker writes', async () => {
    const book = readXlsx(await billedOctober());
    const file = readFileSync(FILE, 'utf8');
    expect(sampleRemittance((await paymentsOf(book)).lines)).toBe(file);

    const { report } = await importInto(book, { name: 'remittance-2026-10.835', text: file });
    expect(report).toMatchObject({ posted: usd('1218.08'), unmatched: usd('81.00'), held: ZERO });
    expect(report.claims.map(({ account, cells }) => [account, cells.status])).toEqual([
      ['C2610HRRN0001', 'Paid'],
      ['C2610HRRN0003', 'Part paid'],
      ['C2610HRRN0007', 'Paid'],
    ]);
  });
});
