import { streamLimits } from './stream-limits';

/**
 * The date on which the limit that binds runs out; live, it follows the workbook. Format the cell as a date. For example =CLAIM.RUNS_OUT("Ana Ruiz").
 * @customfunction RUNS_OUT
 * @streaming
 * @helpurl https://localhost:3000/help/runs-out.html
 * @param client Name of a client, as in the sessions or in the Clients table.
 * @param [payer] Name of a payer in the Payers table. Without it: the payer of the Clients table.
 * @param [tell] TRUE for words, such as "runs out 11/20/2026: authorization A-17, 3 sessions short".
 * @param invocation Takes every answer as the workbook changes.
 */
export function runsOut(
  client: unknown,
  payer: unknown,
  tell: unknown,
  invocation: CustomFunctions.StreamingInvocation<unknown>,
): void {
  streamLimits(client, invocation, ({ followRunsOut }, give) => followRunsOut({ client, payer, tell }, give));
}
