import { isCellEdited } from '../workbook/excel/cell-edit';

/** Milliseconds. */
const WHILE_TYPING = 1_000;
const BEFORE_TRYING_AGAIN = [250, 1_000];
const FIRST_CURE = 2_000;
const LAST_CURE = 60_000;

/**
 * Runs a batch in Excel when it lets itself be asked: after the cell that is being typed into is left, however long
 * that takes, and a second and third time where something else failed. Rejects with what failed last.
 */
export async function runPatiently<Value>(
  batch: (context: Excel.RequestContext) => Promise<Value>,
): Promise<Value> {
  for (let failures = 0; ;) {
    try {
      return await Excel.run({ delayForCellEdit: true }, batch);
    } catch (error) {
      const wait = isCellEdited(error) ? WHILE_TYPING : BEFORE_TRYING_AGAIN[failures++];
      if (wait === undefined) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

/** Repeats what failed, at longer and longer intervals, until it is done once. */
export class Cure {
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly attempt: () => Promise<unknown>) {}

  begin(): void {
    this.after(FIRST_CURE);
  }

  stop(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private after(wait: number): void {
    this.timer ??= setTimeout(() => {
      this.attempt().then(
        () => this.stop(),
        () => {
          this.timer = null;
          this.after(Math.min(2 * wait, LAST_CURE));
        },
      );
    }, wait);
  }
}
