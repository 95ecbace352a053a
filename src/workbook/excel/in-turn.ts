/** Resolves when the batch before is over, or when nobody waits for it any longer. */
let free: Promise<unknown> = Promise.resolve();
let stopWaiting: () => void = () => undefined;

/**
 * Runs a batch when the one before it is over, so that pane and ribbon of this window never write at the same moment.
 * While a cell is being edited, Excel holds it back.
 */
export async function inTurn<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  const before = free;
  const own = before.then(() => {
    const left = new Promise<void>((resolve) => (stopWaiting = resolve));
    const running = Excel.run({ delayForCellEdit: true }, batch);
    return { running, over: Promise.race([running.catch(() => undefined), left]) };
  });
  free = own.then(({ over }) => over);
  return (await own).running;
}

/** The batch that Excel does not answer is waited for no longer; the next may begin. */
export function leaveBatch(): void {
  stopWaiting();
}
