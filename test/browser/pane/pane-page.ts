import type { FrameLocator, Locator } from 'playwright-core';
import type { Book } from '../../../desk/book/book';
import type { DeskPage } from '../support/desk-page';
import { openDesk, type DeskOptions } from '../support/open-desk';

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
