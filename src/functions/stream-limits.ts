import { isNothing } from './arguments';
import { notAvailable } from './errors';
import type * as FollowVisitsLeft from './follow-visits-left';

type Give = (answer: number | string | CustomFunctions.Error) => void;

/** Shown while a formula is being typed: Excel tries it out, and would end the stream at once. */
const IN_PREVIEW = '(live once entered)';

/** Streams an answer about a client's limits: nothing for an empty cell, else each answer as the workbook changes. */
export function streamLimits(
  client: unknown,
  invocation: CustomFunctions.StreamingInvocation<unknown>,
  follow: (module: typeof FollowVisitsLeft, give: Give) => () => void,
): void {
  if (isNothing(client)) {
    invocation.setResult('');
    return;
  }
  if (isPreview(invocation)) {
    invocation.setResult(IN_PREVIEW);
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

/** True, as Microsoft's page on previews has it; the published types say text (CustomFunctionsRuntime 1.5). */
function isPreview({ isInValuePreview }: { isInValuePreview?: unknown }): boolean {
  return isInValuePreview === true || isInValuePreview === 'true';
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
