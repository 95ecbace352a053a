import { readXlsx } from '../../desk/xlsx/read-xlsx';
import { writeXlsx } from '../../desk/xlsx/write-xlsx';
import type { Book } from '../../desk/book/book';
import { prepareAnswers } from '../../src/actions/answers/prepare-answers';
import { prepareClaims } from '../../src/actions/claims/make-claims';
import { prepareCall } from '../../src/actions/denials/log-call';
import { prepareClosing } from '../../src/actions/month-end/make-month-sheet';
import { prepareImport } from '../../src/actions/payments/import-remittances';
import { prepareSuperbills } from '../../src/actions/superbills/make-superbills';
import { applyPrepared } from '../../src/practice/prepare';
import { onDesk } from '../support/desk';
import { inventedPractice } from '../support/invented-practice';
import { workbookOf, type WrittenCell } from '../support/practice-workbook';
import { day } from '../support/values';
import { F277CA } from '../x12/acknowledgements/samples';
import { answer, remittance, STRANGER } from '../faults/workbooks';

export const NOW = new Date(2026, 11, 1, 9, 0);

const HEADERS = ['Date', 'Client', 'Minutes', 'CPT', 'Dx', 'Payer', 'Charge', 'Status'];
const visit = (iso: string, client: string, payer = 'Cascade Health Plan'): WrittenCell[] => [
  day(iso), client, 60, '97124', 'M54.2', payer, 120, 'kept',
]; // prettier-ignore
const VISITS = [
  visit('2026-10-05', 'Ada Applegate'),
  visit('2026-10-06', 'Bruno Birchwood'),
  visit('2026-10-07', 'Clara Cloverfield', 'Cash'),
  visit('2026-11-02', 'Ada Applegate'),
  visit('2026-11-03', 'Bruno Birchwood'),
  visit('2026-11-04', 'Clara Cloverfield', 'Cash'),
];

const ACCOUNT = 'C2610WFLM0001';

/** October is billed, answered, paid in part, asked about and closed; November is still to be billed. */
async function made(): Promise<Book> {
  const book = workbookOf({ Log: [HEADERS, ...VISITS] }, {
    ...inventedPractice,
    Authorizations: [{ client: 'Ada Applegate', payer: 'Cascade Health Plan', number: 'A1', kind: 'authorization', from: 46_023, to: 46_387, visits: 20 }],
    Benefits: [{ client: 'Ada Applegate', payer: 'Cascade Health Plan', visitsPerYear: 30 }],
        Therapists: [{ name: 'Marta Quillfeather', npi: '1234567893' }],
    Clearinghouse: [{ clearinghouse: 'office-ally' }],
  }); // prettier-ignore
  const asked = { month: '2026-10', now: NOW };
  await onDesk(book, async (context) => {
    await applyPrepared(context, await prepareClaims(context, asked));
    await applyPrepared(context, await prepareSuperbills(context, asked));
    const answers = [{ name: 'a.277', text: F277CA.replaceAll('C26100001', ACCOUNT) }];
    await applyPrepared(context, await prepareAnswers(context, answers, { now: NOW }));
    const paid = remittance('CHK1', [answer(ACCOUNT), STRANGER]);
    await applyPrepared(context, await prepareImport(context, [paid], { now: NOW }));
    await applyPrepared(context, await prepareClosing(context, { month: '2026-10', now: NOW }));
    const call = { account: ACCOUNT, kind: 'Call', on: null, spokeWith: 'Pat', reference: 'R1', said: 'Soon', followUp: null }; // prettier-ignore
    await applyPrepared(context, await prepareCall(context, call, { now: NOW }));
  });
  return book;
}

let file: Promise<Uint8Array> | null = null;

/** The workbook, anew each time. */
export async function workbook(): Promise<Book> {
  file ??= made().then(writeXlsx);
  return readXlsx(await file);
}
