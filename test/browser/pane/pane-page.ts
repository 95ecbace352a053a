import type { FrameLocator, Locator } from 'playwright-core';
import type { Book } from '../../../desk/book/book';
import type { DeskPage } from '../support/desk-page';
import { openDesk, type DeskOptions } from '../support/open-desk';

/** The first one is light; the others differ from it in colours alone. */
const THEMES = ['light', 'dark', 'contrast'] as const;
const ON_COLORS = ['color-contrast', 'link-in-text-block'];

export const SCREENS = ['Set up', 'Check', 'Claims', 'Superbills', 'Month end', 'Help'] as const;

/** The add-in's pane in the Desk, as a person uses it. */
export class PanePage {
  constructor(readonly desk: DeskPage) {}

  get pane(): FrameLocator {
    return this.desk.pane;
  }

  /** The screen that is shown. */
  get screen(): Locator {
    return this.pane.locator('[role=tabpanel]:not([hidden])');
  }

  button(name: string | RegExp): Locator {
    return this.pane.getByRole('button', { name });
  }

  async open(screen: (typeof SCREENS)[number]): Promise<void> {
    await this.pane.getByRole('tab', { name: screen }).click();
  }

  async hears(words: string | RegExp): Promise<void> {
    await this.pane.getByText(words).first().waitFor();
  }

  /** The steps of Set up, of which one at a time is open. */
  get steps(): Locator {
    return this.screen.locator('details.step > summary');
  }

  /** Opens every part of the screen that can be folded away; opening one may show others. */
  async unfold(): Promise<void> {
    const folded = this.screen.locator('details:not([open]):not(.step) > summary:visible');
    while ((await folded.count()) > 0) await folded.first().click();
  }

  /** What axe-core and a look at the widths find on the screen, in all themes and at these widths of the pane. */
  async faults(widths: readonly number[]): Promise<string[]> {
    const found: string[] = [];
    const look = async (theme: string, width: number): Promise<void> => {
      const faults = await this.desk.axe(theme === 'light' ? {} : { rules: ON_COLORS });
      if (await this.isTooWide()) faults.push('scrolls sideways');
      found.push(...faults.map((fault) => `${theme} at ${String(width)}: ${fault}`));
    };
    for (const width of widths) {
      await this.desk.page.locator('#pane-frame').evaluate((frame, pixels) => {
        frame.style.width = `${String(pixels)}px`;
      }, width);
      await look('light', width);
    }
    // Colours are the same at any width.
    for (const theme of THEMES.slice(1)) {
      await this.setTheme(theme);
      await look(theme, widths.at(-1) ?? 0);
    }
    await this.setTheme('light');
    return found;
  }

  private setTheme(theme: (typeof THEMES)[number]): Promise<void> {
    return this.desk.paneFrame.evaluate((name) => {
      document.documentElement.dataset['theme'] = name;
    }, theme);
  }

  /** Something scrolls sideways. */
  isTooWide(): Promise<boolean> {
    return this.desk.paneFrame.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
  }

  /** The theme that the pane has taken from Excel. */
  theme(): Promise<string | undefined> {
    return this.desk.paneFrame.evaluate(() => document.documentElement.dataset['theme']);
  }

  /** What has the focus in the pane: its label, or else its words. */
  focused(): Promise<string> {
    return this.desk.paneFrame.evaluate(() => {
      const { activeElement } = document;
      const labels = (activeElement as HTMLInputElement | null)?.labels;
      return (labels?.[0] ?? activeElement)?.textContent.trim() ?? '';
    });
  }

  /** Presses Tab until the control with this name has the focus. */
  async tabTo(name: string): Promise<void> {
    for (let pressed = 0; pressed < 120; pressed++) {
      if ((await this.focused()) === name) return;
      await this.desk.page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not lead to ${name}`);
  }

  /** Clicks a button that downloads, and reads what came. */
  async download(button: string): Promise<{ name: string; bytes: Buffer }> {
    const [download] = await Promise.all([
      this.desk.page.waitForEvent('download'),
      this.screen.getByRole('button', { name: button }).first().click(),
    ]);
    const parts: Buffer[] = [];
    for await (const part of await download.createReadStream()) parts.push(part as Buffer);
    return { name: download.suggestedFilename(), bytes: Buffer.concat(parts) };
  }

  /** The cells of one of Claimsheet's tables below a header. */
  column(sheet: string, header: string): unknown[] {
    const cells = [...(this.desk.workbook.book.sheet(sheet)?.entries() ?? [])];
    const at = cells.find(({ cell }) => cell.value === header);
    if (!at) throw new Error(`there is no ${header} in ${sheet}`);
    return cells
      .filter(({ row, column, cell }) => column === at.column && row > at.row && cell.value !== null)
      .map(({ cell }) => cell.value);
  }

  sheets(): string[] {
    return this.desk.workbook.book.sheets.map(({ name }) => name);
  }
}

/** Opens a workbook in the Desk and waits until the pane has read it. */
export async function openPane(file?: string | Book, options?: DeskOptions): Promise<PanePage> {
  const pane = new PanePage(await openDesk(file, options));
  await pane.pane.getByRole('heading', { level: 2 }).first().waitFor();
  return pane;
}
