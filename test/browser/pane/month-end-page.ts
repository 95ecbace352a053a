import type { Locator } from 'playwright-core';
import type { Book } from '../../../desk/book/book';
import { readMonthScreen } from '../../../src/actions/month-end/month-screen';
import type { BilledLine } from '../../../src/billing/records/billed-line';
import { cents, dollarsOf, minus, plus } from '../../../src/billing/values/cents';
import { addDays, addMonths, firstOfMonth, latestOf, type Day } from '../../../src/billing/values/day';
import { onDesk } from '../../support/desk';
import { WAYS, type Way } from '../../support/remittance/answers';
import { paymentsOf, rowsOf } from '../../support/remittance/payments-desk';
import {
  writeRemittances,
  type WrittenLine,
  type WrittenRemittance,
} from '../../support/remittance/write-remittance';
import { day } from '../../support/values';
import { openPane, type PanePage } from './pane-page';

/** The day on which the month ends are looked at. */
export const NOW = new Date(2026, 11, 1, 9, 0);

/** The pane in front of a workbook on that day. */
export async function openMonthEnd(book: Book): Promise<PanePage & { month: MonthEndPage }> {
  const pane = await openPane(book, { width: 320 });
  await pane.desk.page.clock.setFixedTime(NOW);
  return Object.assign(pane, { month: new MonthEndPage(pane) });
}

/** The screen of the month end, as a person uses it. */
class MonthEndPage {
  constructor(private readonly pane: PanePage) {}

  private get picker(): Locator {
    return this.pane.screen.getByLabel('Month', { exact: true });
  }

  get preview(): Locator {
    return this.pane.screen.getByRole('group', { name: 'Payments in these files' });
  }

  async choose(month: string): Promise<void> {
    await this.picker.selectOption(month);
    await this.shows(month);
  }

  /** The month is read and shown. */
  async shows(month: string): Promise<void> {
    const { pane, picker } = this;
    await picker.waitFor();
    await pane.desk.until(() => picker.inputValue(), month, 'the month');
    await pane.screen.locator(`[data-month="${month}"]`).waitFor();
  }

  async bringIn({ name, text }: { name: string; text: string }): Promise<void> {
    await this.pane.screen
      .getByLabel('Files from your payer or clearinghouse')
      .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  }

  /** Drops files on the card that takes them. */
  async drop(...files: { name: string; text: string }[]): Promise<void> {
    const dataTransfer = await this.pane.desk.paneFrame.evaluateHandle((dropped) => {
      const transfer = new DataTransfer();
      for (const { name, text } of dropped) transfer.items.add(new File([text], name));
      return transfer;
    }, files);
    const card = this.pane.screen.locator('.drop');
    await card.dispatchEvent('dragover', { dataTransfer });
    await this.pane.screen.locator('.drop.over').waitFor();
    await card.dispatchEvent('drop', { dataTransfer });
  }

  /** The amounts at a glance, in dollars. */
  async sums(): Promise<number[]> {
    const cells = await this.pane.screen.locator('[data-month] .sums td').allTextContents();
    return cells.map((text) => Number(text.replace(/[$,]/g, '')));
  }

  unmatched(client: string): Locator {
    return this.pane.screen.locator('#month-unmatched li', { hasText: client });
  }
}

/** The same amounts as the workbook has them, by month. */
export async function sumsOf(book: Book, ...months: string[]): Promise<Record<string, number[]>> {
  const { answer } = await onDesk(book, async (context) => {
    const sums: Record<string, number[]> = {};
    for (const month of months) {
      const { report } = await readMonthScreen(context, { month, now: NOW });
      if (!report) throw new Error(`Nothing was billed in ${month}.`);
      const { opening, charges, paidByPayers, paidByClients, adjustments, closing } = report.balances.total;
      const amounts = [opening, charges, paidByPayers, paidByClients, adjustments, closing];
      sums[month] = amounts.map(dollarsOf);
    }
    return sums;
  });
  return answer;
}

const ROTATION: readonly Way[] = [
  'reduced',
  'denied',
  'paid',
  'split over two checks',
  'taken back',
  'reversed and corrected',
  'denied in part',
  'with interest',
];

/** What payers answer to every claim of the register in the month after, in one file; one payment is for nobody. */
export async function answersOfPayers(
  book: Book,
): Promise<{ file: { name: string; text: string }; postLabel: RegExp }> {
  const register = await paymentsOf(book);
  const payeeNpi = String(rowsOf(book, 'Practice').find(({ Item }) => Item === 'Billing NPI')?.['Value']);
  const accounts = [...register.claims.values()].filter(({ kind }) => kind !== 'Superbill');
  const all = accounts.flatMap(({ account }, index): readonly WrittenRemittance[] => {
    const own = register.lines.filter((line) => line.account === account);
    const way = ROTATION[index % ROTATION.length] ?? 'paid';
    return WAYS[way](own, { payer: payerOf(own), payeeNpi, date: dayAfter(own), number: `CHK-${account}` });
  });
  const [first] = all;
  const [claim] = first?.claims ?? [];
  if (!first || !claim) throw new Error('nothing was billed');
  const lines = claim.lines.slice(0, 1).map((line): WrittenLine => {
    const charge = plus(line.charge, cents(700));
    const adjustments: WrittenLine['adjustments'] = [['CO', '45', minus(charge, line.paid)]];
    return { ...line, charge, control: null, adjustments };
  });
  const patient = { last: 'NOBODY', first: 'NOEL', id: 'X1' };
  const stranger = { ...claim, account: '7719-20', patient, lines };
  const date = day('2026-11-16');
  all.push({ ...first, number: 'CHK-STRANGER', date, claims: [stranger] });
  return {
    file: { name: 'answers.835', text: writeRemittances(all) },
    postLabel: new RegExp(`^Post ${String(all.length - 1)} payments, \\$`),
  };
}

function payerOf([line]: readonly BilledLine[]): string {
  return line?.payer.toUpperCase() ?? '';
}

/** The 16th of the month after the last visit. */
function dayAfter(lines: readonly BilledLine[]): Day {
  const last = latestOf(lines.map(({ date }) => date));
  return addDays(addMonths(firstOfMonth(last), 1), 15);
}
