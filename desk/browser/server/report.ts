/** A bug of the Desk: said where it was started, and the Desk goes on. */
export function report(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}
