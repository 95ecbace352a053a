import { readFileSync } from 'node:fs';
import type { Frame, FrameLocator, Locator, Page } from 'playwright-core';
import { columnNumber } from '../../../desk/book/address';
import type { OpenWorkbook } from '../../../desk/browser/server/open-workbook';
import type { DeskOptions } from './open-desk';

/** What a cell of the grid shows, and the formula that the formula bar would show. */
export interface ShownCell {
  text: string;
  formula: string;
}

/** One window of the Desk, as a person uses it. Cells are named as in Excel: `Sessions!D4`. */
export class DeskPage {
  private clickAt = 300;

  constructor(
    readonly page: Page,
    /** The workbook itself, in the server. */
    readonly workbook: OpenWorkbook,
    private readonly show: (options: DeskOptions) => Promise<DeskPage> = () =>
      Promise.reject(new Error('another window cannot be opened here')),
  ) {}

  /** The add-in's pane. */
  get pane(): FrameLocator {
    return this.page.frameLocator('#pane-frame');
  }

  /** The frame of the pane, to run code in it. */
  get paneFrame(): Frame {
    const frame = this.page.frames().find((each) => each.url().includes('/add-in/'));
    if (!frame) throw new Error('the pane has no frame');
    return frame;
  }

  ribbonButton(label: string): Locator {
    return this.page.locator('.ribbon').getByRole('button', { name: label, exact: true });
  }

  get status(): Locator {
    return this.page.locator('.status');
  }

  /** The grid is drawn and Office.js has answered in the pane's frame. */
  async whenShown(): Promise<void> {
    await this.page.locator('#grid[data-state="shown"]').waitFor();
    await this.page.waitForFunction(() => document.body.dataset['addIn'] === 'ready');
  }

  /** Another window on the same workbook. */
  secondWindow(options: DeskOptions = {}): Promise<DeskPage> {
    return this.show(options);
  }

  cell(address: string): Promise<ShownCell> {
    return this.page.evaluate(({ sheet, row, column }) => {
      const worksheet = window.deskGrid?.getActiveWorkbook()?.getSheetByName(sheet);
      const range = worksheet?.getRange(row, column);
      return { text: (range?.getDisplayValue() ?? '').trim(), formula: range?.getFormula() ?? '' };
    }, place(address));
  }

  /** Waits until a cell shows a text. */
  expectText(address: string, text: string): Promise<void> {
    return this.until(async () => (await this.cell(address)).text, text, address);
  }

  /** Waits until something is as it should be. */
  async until<T>(read: () => Promise<T>, wanted: T, what = 'it'): Promise<void> {
    const end = Date.now() + 10_000;
    let found: T;
    do {
      found = await read();
      if (found === wanted) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    } while (Date.now() < end);
    throw new Error(`${what} is ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
  }

  /** Runs a command of the grid on the active sheet, as its menus do. */
  async run(command: string, parameters: object): Promise<void> {
    await this.page.evaluate(
      ([id, rest]) => {
        const workbook = window.deskGrid?.getActiveWorkbook();
        const target = { unitId: workbook?.getId(), subUnitId: workbook?.getActiveSheet().getSheetId() };
        return window.deskGrid?.executeCommand(id, { ...target, ...rest });
      },
      [command, parameters] as const,
    );
  }

  /** What is copied in this window stays in it: the clipboard of the system may be closed to a browser. */
  async keepCopies(): Promise<void> {
    await this.page.evaluate(() => {
      let copied: ClipboardItem[] = [];
      const clipboard = {
        write: (items: ClipboardItem[]) => Promise.resolve(void (copied = items)),
        read: () => Promise.resolve(copied),
        readText: async () => (await (await copied[0]?.getType('text/plain'))?.text()) ?? '',
      };
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    });
  }

  /** Types into a cell, key by key, and presses Enter. */
  async type(address: string, text: string): Promise<void> {
    await this.select(address);
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  /** Selects a cell, with the keyboard's focus in the grid: a click somewhere in it ends what was being typed. */
  async select(address: string): Promise<void> {
    // Never twice at the same place, which the grid would take for a double click.
    this.clickAt = this.clickAt === 300 ? 400 : 300;
    const position = { x: this.clickAt, y: this.clickAt };
    await this.page.locator('canvas[id^="univer-sheet-main-canvas"]').click({ position });
    await this.page.evaluate(async ({ sheet, row, column }) => {
      const workbook = window.deskGrid?.getActiveWorkbook();
      const worksheet = workbook?.getSheetByName(sheet);
      if (!workbook || !worksheet) throw new Error(`there is no sheet ${sheet}`);
      if (workbook.getActiveSheet().getSheetId() !== worksheet.getSheetId())
        workbook.setActiveSheet(worksheet);
      await new Promise((resolve) => requestAnimationFrame(resolve));
      worksheet.getRange(row, column).activate();
    }, place(address));
    await this.until(() => this.selection(), address, 'the selection');
  }

  /** What is selected in the grid: `Sessions!D4`. */
  selection(): Promise<string> {
    return this.page.evaluate(() => {
      const sheet = window.deskGrid?.getActiveWorkbook()?.getActiveSheet();
      return `${sheet?.getSheetName() ?? ''}!${sheet?.getSelection()?.getActiveRange()?.getA1Notation() ?? ''}`;
    });
  }

  /** Names of the visible sheets, in order. */
  sheetTabs(): Promise<string[]> {
    return this.page.evaluate(
      () =>
        window.deskGrid
          ?.getActiveWorkbook()
          ?.getSheets()
          .filter((sheet) => !sheet.isSheetHidden())
          .map((sheet) => sheet.getSheetName()) ?? [],
    );
  }

  /** Runs code of an add-in in the pane's frame, on Microsoft's client. It sees nothing of the test around it. */
  excel<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
    return this.paneFrame.evaluate(`Excel.run(${batch.toString()})`) as Promise<T>;
  }

  /** What axe-core finds in the pane: `rule: element` for each. */
  async axe(options: { rules?: readonly string[] } = {}): Promise<string[]> {
    const frame = this.paneFrame;
    if (!(await frame.evaluate(() => 'axe' in window)))
      await frame.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
    return frame.evaluate(async (rules) => {
      const { axe } = window as unknown as {
        axe: {
          run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
        };
      };
      const { violations } = await axe.run({
        resultTypes: ['violations'],
        selectors: false,
        ...(rules && { runOnly: { type: 'rule', values: rules } }),
      });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    }, options.rules);
  }
}

function place(address: string): { sheet: string; row: number; column: number } {
  const [, sheet, letters, row] = /^(.+)!([A-Z]+)(\d+)$/.exec(address) ?? [];
  if (sheet === undefined || letters === undefined) throw new Error(`${address} is no cell`);
  return { sheet, row: Number(row) - 1, column: columnNumber(letters) };
}
