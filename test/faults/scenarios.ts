import { prepareAnswers } from '../../src/actions/answers/prepare-answers';
import { prepareFixes } from '../../src/actions/check/fix-cells';
import { prepareCorrections } from '../../src/actions/claims/correct-claims';
import { prepareClaimsAgain } from '../../src/actions/claims/make-claims-again';
import { prepareClaims } from '../../src/actions/claims/make-claims';
import { prepareMarkSent } from '../../src/actions/claims/mark-sent';
import { prepareCall } from '../../src/actions/denials/log-call';
import { prepareAppeal } from '../../src/actions/documents/appeal';
import { prepareBenefits } from '../../src/actions/documents/benefits';
import { prepareEstimate } from '../../src/actions/documents/estimate';
import { prepareItemized } from '../../src/actions/documents/itemized';
import { prepareProgress } from '../../src/actions/documents/progress';
import { prepareRefund } from '../../src/actions/documents/refund';
import { prepareStatement } from '../../src/actions/documents/statement';
import { prepareTextSheet } from '../../src/actions/files/make-text-sheet';
import {
  prepareClosing,
  prepareMonthSheet,
  prepareReopening,
} from '../../src/actions/month-end/make-month-sheet';
import { readMonthScreen } from '../../src/actions/month-end/month-screen';
import { prepareImport } from '../../src/actions/payments/import-remittances';
import { prepareNotOurs, prepareSettling } from '../../src/actions/payments/settle';
import { preparePayment, preparePaymentsTable } from '../../src/actions/payments/type-payment';
import { prepareUsingCredit } from '../../src/actions/payments/use-credit';
import { prepareAnswering } from '../../src/actions/questions/answer-questions';
import { prepareClearinghouse } from '../../src/actions/set-up/make-clearinghouse';
import { prepareTables } from '../../src/actions/set-up/make-tables';
import { prepareTablesAgain } from '../../src/actions/set-up/restore-tables';
import { prepareSample } from '../../src/actions/set-up/sample';
import { prepareTyping } from '../../src/actions/set-up/type-into';
import { prepareSuperbills } from '../../src/actions/superbills/make-superbills';
import { applyUndo, prepareUndo, type UndoReport } from '../../src/actions/undo/undo';
import { remember } from '../../src/practice/set-up/remember';
import { NOTHING_REMEMBERED } from '../../src/practice/set-up/remembered';
import { FORGET, MAKE_AGAIN, VANISHED_CLAIMS } from '../../src/practice/memory/vanished';
import type { Prepared } from '../../src/practice/prepare';
import { cents } from '../../src/billing/values/cents';
import { write } from '../../src/taskpane/office/writing';
import { inTurn } from '../../src/workbook/excel/in-turn';
import { F277CA } from '../x12/acknowledgements/samples';
import { day } from '../support/values';
import { answer, MONTH, NOW, remittance, STRANGER, type WorkbookName } from './workbooks';

/** One press of a button that writes. */
export interface Scenario {
  name: string;
  /** The function of `src/actions` that plans it. */
  by: string;
  on: WorkbookName;
  /** Presses it, in a window of its own: pressed again there, it is known again. */
  press(window: string): Promise<unknown>;
  /** It is done in parts, each of them right: between before and after it may be left. */
  inParts?: true;
}

type Prepare = (context: Excel.RequestContext) => Promise<Prepared<unknown>>;

const ASKED = { month: MONTH, now: NOW };
const ADA = { client: 'Ada Applegate', now: NOW };
const CALL = { account: 'C2610WFLM0001', kind: 'Call', on: null, spokeWith: 'Pat', reference: 'R1', said: 'Paid soon', followUp: null }; // prettier-ignore
const PAYMENT = {
  received: day('2026-11-20'), from: 'Client', reference: 'card', account: 'C2610WFLM0002', control: null, paid: cents(500),
  allowed: null, adjusted: null, clientOwes: null, reasons: null, notes: null,
}; // prettier-ignore
const FILES = { edi: false, csv: false, clearinghouse: null, settings: {}, control: null };

function pressed(name: string, by: string, on: WorkbookName, prepare: Prepare): Scenario {
  return { name, by, on, press: (window) => write([window, name], prepare, () => undefined) };
}

async function firstUnmatched(context: Excel.RequestContext): Promise<{ key: string; control: string }> {
  const { unmatched } = await readMonthScreen(context, { month: '2026-11', now: NOW });
  const [open] = unmatched;
  return { key: open?.key ?? '', control: open?.candidates[0]?.line.control ?? '' };
}

const shownUndo = new Map<string, UndoReport>();

/** As the pane does: what was shown first is undone, and nothing else. */
async function runUndo(window: string): Promise<void> {
  await inTurn(async (context) => {
    const undoing = await prepareUndo(context, { now: NOW });
    const shown = shownUndo.get(window) ?? undoing.report;
    shownUndo.set(window, shown);
    if (JSON.stringify(undoing.report) === JSON.stringify(shown)) await applyUndo(context, undoing);
  });
}

/** Every action of the add-in that writes into the workbook, at least once. */
export const SCENARIOS: readonly Scenario[] = [
  pressed('make the tables', 'prepareTables', 'sessions', (context) =>
    prepareTables(context, NOTHING_REMEMBERED, NOW),
  ),
  pressed('insert the sample', 'prepareSample', 'sessions', (context) => prepareSample(context, NOW)),
  pressed('type into a form', 'prepareTyping', 'practice', (context) => {
    const column = { kind: 'text' } as const;
    return prepareTyping(
      context,
      [{ place: { sheet: 'Practice', row: 2, column: 2 }, column, value: 'Typed' }],
      NOW,
    );
  }),
  pressed('fix cells', 'prepareFixes', 'practice', (context) =>
    prepareFixes(context, [{ sheet: 'Log', cell: 'E2', fix: { was: 'M54.2', to: 'M54.59' } }], NOW),
  ),
  pressed('keep an answer', 'prepareAnswering', 'with vanished claims', (context) =>
    prepareAnswering(context, new Map([[VANISHED_CLAIMS, FORGET]]), NOW),
  ),
  pressed('make the Clearinghouse table', 'prepareClearinghouse', 'practice', (context) =>
    prepareClearinghouse(context, 'office-ally', NOW),
  ),
  { ...pressed('make tables again', 'prepareTablesAgain', 'with ranges', prepareTablesAgain), inParts: true },
  pressed('make claims', 'prepareClaims', 'practice', (context) => prepareClaims(context, ASKED)),
  pressed('make superbills', 'prepareSuperbills', 'practice', (context) => prepareSuperbills(context, ASKED)),
  pressed('make claims again', 'prepareClaimsAgain', 'with vanished claims', (context) =>
    prepareClaimsAgain(context, { ...ASKED, answers: new Map([[VANISHED_CLAIMS, MAKE_AGAIN]]) }),
  ),
  ...(['correct', 'void', 'resend'] as const).map((how) =>
    pressed(`${how} a claim`, 'prepareCorrections', 'answered', (context) =>
      prepareCorrections(context, [{ account: how === 'resend' ? 'C2610WFLM0002' : 'C2610WFLM0001', how }], {
        ...ASKED,
        files: FILES,
      }),
    ),
  ),
  pressed('mark claims as sent', 'prepareMarkSent', 'billed', (context) =>
    prepareMarkSent(context, { accounts: ['C2610WFLM0001', 'C2610WFLM0002'], file: null }, NOW),
  ),
  pressed('keep answers of a payer', 'prepareAnswers', 'billed', (context) =>
    prepareAnswers(context, [{ name: 'a.277', text: F277CA.replaceAll('C26100001', 'C2610WFLM0001') }], {
      now: NOW,
    }),
  ),
  pressed('import remittances', 'prepareImport', 'billed', (context) =>
    prepareImport(context, [remittance('CHK1', [answer('C2610WFLM0001'), STRANGER])], { now: NOW }),
  ),
  pressed('settle a payment', 'prepareSettling', 'answered', async (context) =>
    prepareSettling(context, await firstUnmatched(context), { now: NOW }),
  ),
  pressed('say that a payment is not ours', 'prepareNotOurs', 'answered', async (context) =>
    prepareNotOurs(context, await firstUnmatched(context), { now: NOW }),
  ),
  pressed('make the Payments table', 'preparePaymentsTable', 'billed', (context) =>
    preparePaymentsTable(context, { now: NOW }),
  ),
  pressed('type a payment', 'preparePayment', 'answered', (context) =>
    preparePayment(context, PAYMENT, { now: NOW }),
  ),
  pressed('log a call', 'prepareCall', 'answered', (context) => prepareCall(context, CALL, { now: NOW })),
  pressed('log a call where tables have total rows', 'prepareCall', 'with total rows', (context) =>
    prepareCall(context, CALL, { now: NOW }),
  ),
  pressed('type a payment where tables have total rows', 'preparePayment', 'with total rows', (context) =>
    preparePayment(context, PAYMENT, { now: NOW }),
  ),
  pressed('make the month’s sheet', 'prepareMonthSheet', 'answered', (context) =>
    prepareMonthSheet(context, { month: '2026-11', now: NOW }),
  ),
  pressed('close the month', 'prepareClosing', 'answered', (context) =>
    prepareClosing(context, { month: '2026-10', now: NOW }),
  ),
  pressed('reopen the month', 'prepareReopening', 'with a closed month', (context) =>
    prepareReopening(context, { month: '2026-10', now: NOW }),
  ),
  pressed('write a statement', 'prepareStatement', 'answered', (context) => prepareStatement(context, ADA)),
  pressed('write an itemized statement', 'prepareItemized', 'answered', (context) =>
    prepareItemized(context, ADA),
  ),
  pressed('write a refund letter', 'prepareRefund', 'with credit', (context) => prepareRefund(context, ADA)),
  pressed('use a credit', 'prepareUsingCredit', 'with credit', (context) =>
    prepareUsingCredit(context, ADA, { now: NOW }),
  ),
  pressed('write an appeal', 'prepareAppeal', 'denied', (context) => prepareAppeal(context, ADA)),
  pressed('write a progress report', 'prepareProgress', 'answered', (context) =>
    prepareProgress(context, ADA),
  ),
  pressed('write a request for benefits', 'prepareBenefits', 'answered', (context) =>
    prepareBenefits(context, ADA),
  ),
  pressed('write an estimate', 'prepareEstimate', 'answered', (context) =>
    prepareEstimate(context, {
      ...ADA,
      client: 'Clara Cloverfield',
      services: [{ code: '97124', units: 4 }],
      visits: 8,
    }),
  ),
  pressed('put a file on a sheet', 'prepareTextSheet', 'practice', (context) =>
    prepareTextSheet(context, { name: 'claims.837', content: 'ISA*00~\nIEA*1~\n' }, NOW),
  ),
  ...(['billed', 'answered', 'with a letter', 'with total rows'] as const).map((on) => ({
    name: `undo, ${on}`,
    by: 'prepareUndo',
    on,
    press: (window: string) => runUndo(`${on} ${window}`),
  })),
  {
    name: 'remember the set-up',
    by: 'remember',
    on: 'practice',
    press: () => inTurn((context) => remember(context, { ...NOTHING_REMEMBERED, columnsConfirmed: true })),
  },
];
