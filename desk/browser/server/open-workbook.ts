import type { Book } from '../../book/book';
import { createCalculator, type Calculator } from '../../calc/calculator';
import type { CustomFunctionTable } from '../../calc/custom-function-table';
import { identitiesOf } from '../../host/identities';
import { writeXlsx } from '../../xlsx/write-xlsx';
import type { ToPage } from '../view/messages';
import { DeskWindow } from './desk-window';
import { report } from './report';
import { Runtimes } from './runtimes';
import { ShownBook } from './shown-book';

export interface OpenOptions {
  /** Open for reading only: cells can be changed, but the add-in is told that they cannot be saved. */
  readOnly?: boolean;
  /** Day number of today; without it the computer's own. */
  today?: () => number;
}

/**
 * A workbook that is open in any number of windows. The book is here and not in a page, so that windows cannot
 * disagree, and so that files and calculation are the same code as without a browser.
 */
export class OpenWorkbook {
  private readonly runtimes = new Runtimes();
  private readonly windows = new Map<DeskWindow, (message: ToPage) => void>();
  private readonly shown: ShownBook;
  private calculator: Promise<Calculator> | null = null;
  private isShowing = false;

  constructor(
    readonly book: Book,
    readonly fileName: string,
    private readonly functions: CustomFunctionTable,
    private readonly options: OpenOptions = {},
  ) {
    this.shown = new ShownBook(book, (sheet) => identitiesOf(book).sheetId(sheet));
  }

  /** `paneVisible`: whether the window opens with the add-in's pane. */
  openWindow(send: (message: ToPage) => void, paneVisible: boolean): DeskWindow {
    const window: DeskWindow = new DeskWindow({
      book: this.book,
      fileName: this.fileName,
      ...this.options,
      recalculate: async (all) => {
        this.runtimes.prefer(window.runtime);
        const calculator = await this.calculation();
        await (all ? calculator.recalculateAll() : calculator.recalculate());
        this.show();
      },
      send,
      onWork: () => void this.afterWork(window).catch(report),
      onEdit: (edit) => {
        this.show();
        if (!('sheet' in edit)) return;
        const change = this.shown.stateOf(edit.sheet, edit.kind === 'write' ? edit.cells : []);
        send({ kind: 'change', change });
      },
      onRuntimeReady: (runtime) => {
        this.runtimes.add(runtime);
        if (hasUnknownResults(this.book)) this.calculateAll().catch(report);
      },
    });
    window.host.workspace.paneVisible = paneVisible;
    this.show();
    this.windows.set(window, send);
    const view = this.shown.view(this.fileName);
    send({ kind: 'book', view, settings: [...this.book.settings], ...window.selection() });
    return window;
  }

  closeWindow(window: DeskWindow): void {
    this.windows.delete(window);
    window.close();
  }

  /** The workbook as an .xlsx file, as it is now. */
  save(): Uint8Array {
    return writeXlsx(this.book);
  }

  async close(): Promise<void> {
    for (const window of [...this.windows.keys()]) this.closeWindow(window);
    if (this.calculator) (await this.calculator).close();
  }

  /** Started with the first formula that is due: loading the engine takes half a second. */
  private calculation(): Promise<Calculator> {
    this.calculator ??= createCalculator(this.book, {
      functions: this.functions,
      invoke: this.runtimes.invoke,
      streaming: this.runtimes,
      onUpdate: () => {
        for (const window of this.windows.keys()) window.host.raiseCalculated();
        this.show();
      },
      onFailure: report,
    });
    return this.calculator;
  }

  /** No window's request waits for this: the function that is calculated may be waiting for that request. */
  private async calculateAll(): Promise<void> {
    const calculator = await this.calculation();
    const windows = [...this.windows.keys()];
    await windows.reduce<() => Promise<unknown>>(
      (calculate, window) => () => window.host.whileCalculating(calculate),
      () => calculator.recalculateAll(),
    )();
    for (const window of windows) window.host.deliverEvents();
    this.show();
  }

  /** The values go out first, what formulas make of them when it is known. */
  private async afterWork(window: DeskWindow): Promise<void> {
    for (const other of this.windows.keys()) if (other !== window) other.host.deliverEvents();
    this.showSoon();
    await window.settle();
    this.showSoon();
  }

  private showSoon(): void {
    if (this.isShowing) return;
    this.isShowing = true;
    setImmediate(() => {
      this.isShowing = false;
      this.show();
    });
  }

  private show(): void {
    const change = this.shown.update();
    for (const [window, send] of this.windows) {
      if (change) send({ kind: 'change', change });
      window.showSelection();
    }
  }
}

/** Excel has the result of every formula at hand; a file written by another program may not. */
function hasUnknownResults(book: Book): boolean {
  return book.sheets.some((sheet) => {
    for (const { cell } of sheet.entries()) if (cell.formula !== null && cell.value === null) return true;
    return false;
  });
}
