import { isBlank } from './arguments';
import { notAvailable } from './errors';
import type * as FollowVisitsLeft from './follow-visits-left';

/**
 * Visits that a client has left under the limit that binds first, for example =CLAIM.VISITS_LEFT("Ana Ruiz"); negative when over.
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
  if (isBlank(client)) {
    invocation.setResult('');
    return;
  }
  let stop: () => void = () => undefined;
  let isCancelled = false;
  invocation.onCanceled = () => {
    isCancelled = true;
    stop();
  };
  follower().then(
    ({ followVisitsLeft }) => {
      if (isCancelled) return;
      stop = followVisitsLeft({ client, asOf: as_of, payer, tell }, (answer) => invocation.setResult(answer));
    },
    () => {
      invocation.setResult(
        notAvailable('A part of Claimsheet could not be loaded: open the workbook again.'),
      );
    },
  );
}

let loading: Promise<typeof FollowVisitsLeft> | null = null;

/**
 * What reads whole workbooks is large, and most workbooks open without such a cell. Loaded once for all cells, since
 * each `import` is looked up anew; after a failure the next cell tries again.
 */
function follower(): Promise<typeof FollowVisitsLeft> {
  loading ??= import(/* webpackChunkName: "visits-left" */ './follow-visits-left').catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}
