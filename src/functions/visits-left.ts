import { streamLimits } from './stream-limits';

/**
 * Visits that a client has left under the limit that binds first; live, it follows the workbook. For example =CLAIM.VISITS_LEFT("Ana Ruiz"); negative when over.
 * @customfunction VISITS_LEFT
 * @streaming
 * @helpurl https://localhost:3000/help/visits-left.html
 * @param client Name of a client, as in the sessions or in the Clients table.
 * @param [as_of] Day to count up to, for example the date of the session. Without it: all sessions, and limits as of today.
 * @param [payer] Name of a payer in the Payers table. Without it: the payer of the Clients table.
 * @param [tell] TRUE for words that name the limit, such as "5 left: authorization A-17, 7 of 12 visits used".
 * @param invocation Takes every answer as the workbook changes.
 */
export function visitsLeft(
  client: unknown,
  as_of: unknown,
  payer: unknown,
  tell: unknown,
  invocation: CustomFunctions.StreamingInvocation<unknown>,
): void {
  streamLimits(client, invocation, ({ followVisitsLeft }, give) =>
    followVisitsLeft({ client, asOf: as_of, payer, tell }, give),
  );
}
