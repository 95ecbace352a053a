import { isBlank } from './arguments';
import { notAvailable } from './errors';
import type * as FollowVisitsLeft from './follow-visits-left';

type Give = (answer: number | string | CustomFunctions.Error) => void;

/** Streams an answer about a client's limits: nothing for an empty cell, else each answer as the workbook changes. */
export function streamLimits(
  client: unknown,
  invocation: CustomFunctions.StreamingInvocation<unknown>,
  follow: (module: typeof FollowVisitsLeft, give: Give) => () => void,
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
    (module) => {
      if (isCancelled) return;
      stop = follow(module, (answer) => invocation.setResult(answer));
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
