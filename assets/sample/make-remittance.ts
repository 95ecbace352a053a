/** Writes remittance-2026-10.835 beside this file: npx tsx assets/sample/make-remittance.ts */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from '../../desk/xlsx/read-xlsx';
import { billedOctober, paymentsOf } from '../../test/support/remittance/payments-desk';
import { sampleRemittance } from './remittance';

void billedOctober()
  .then((file) => paymentsOf(readXlsx(file)))
  .then(({ lines }) => {
    writeFileSync(join(__dirname, 'remittance-2026-10.835'), sampleRemittance(lines));
  });
