/** Lets the requests of all windows on a book follow each other: one at a time, in the order in which they came. */
export class Turns {
  private isTaken = false;
  private readonly waiting: (() => void)[] = [];

  async take<T>(work: () => Promise<T>): Promise<T> {
    await this.enter();
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  /**
   * Gives the turn away while its holder waits for something that may need one itself: a calculation, whose custom
   * functions may read the workbook.
   */
  async lend<T>(wait: () => Promise<T>): Promise<T> {
    this.leave();
    try {
      return await wait();
    } finally {
      await this.enter();
    }
  }

  private async enter(): Promise<void> {
    if (this.isTaken) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.isTaken = true;
  }

  private leave(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.isTaken = false;
  }
}
