/**
 * Excel on the web takes at most 5 MB in one request or answer (Office documentation, "Resource limits and
 * performance optimization for Office Add-ins"); a margin is left for the client's own envelope.
 */
export const PAYLOAD_BYTES = 4_000_000;

/** One piece of work of a request, with a careful guess at the bytes it adds to it. */
export interface Step<Context> {
  bytes: number;
  run(context: Context): void;
}

/** Splits steps, in order, into groups that each stay under the limit; a single larger step stands alone. */
export function groupsUnderLimit<S extends { bytes: number }>(
  steps: readonly S[],
  limit = PAYLOAD_BYTES,
): S[][] {
  const groups: S[][] = [];
  let room = -1;
  for (const step of steps) {
    if (step.bytes > room) {
      groups.push([]);
      room = limit;
    }
    groups[groups.length - 1]?.push(step);
    room -= step.bytes;
  }
  return groups;
}

/** Told after each round trip, for a progress bar; may throw to stop there. */
export type Progress = (done: number, of: number) => void;

/** Runs the steps in as few round trips as the limit allows: one for all that fits in it. */
export async function runSteps(
  context: Excel.RequestContext,
  steps: readonly Step<Excel.RequestContext>[],
  progress?: Progress,
): Promise<void> {
  await runGroups(context, groupsUnderLimit(steps), 0, progress);
}

async function runGroups(
  context: Excel.RequestContext,
  groups: Step<Excel.RequestContext>[][],
  done: number,
  progress: Progress | undefined,
): Promise<void> {
  const group = groups[done];
  if (!group) return;
  for (const step of group) step.run(context);
  await context.sync();
  progress?.(done + 1, groups.length);
  await runGroups(context, groups, done + 1, progress);
}
