/**
 * Excel on the web takes at most 5 MB in one request or answer (Office documentation, "Resource limits and
 * performance optimization for Office Add-ins"); a margin is left for the client's own envelope.
 */
export const PAYLOAD_BYTES = 4_000_000;

/** One piece of work of a request, with a careful guess at the bytes it adds to it. */
export interface Step<Context, Found = never> {
  bytes: number;
  /** May give what is to be looked at when the answer is there: what it finds wrong then. */
  run(context: Context): (() => Found[]) | undefined;
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

export interface StepOptions<Found> {
  /** A step that each request begins with. */
  first?: () => Step<Excel.RequestContext, Found>;
  progress?: Progress | undefined;
}

/**
 * Runs the steps in as few round trips as the limit allows: one for all that fits in it. Stops after a request in which
 * something was found wrong, and gives that.
 */
export async function runSteps<Found = never>(
  context: Excel.RequestContext,
  steps: readonly Step<Excel.RequestContext, Found>[],
  options: StepOptions<Found> = {},
): Promise<Found[]> {
  return runGroups(context, groupsUnderLimit(steps), 0, options);
}

async function runGroups<Found>(
  context: Excel.RequestContext,
  groups: Step<Excel.RequestContext, Found>[][],
  done: number,
  options: StepOptions<Found>,
): Promise<Found[]> {
  const group = groups[done];
  if (!group) return [];
  const first = options.first?.();
  const looks = (first ? [first, ...group] : group).map((step) => step.run(context));
  await context.sync();
  const found = looks.flatMap((look) => look?.() ?? []);
  if (found.length > 0) return found;
  options.progress?.(done + 1, groups.length);
  return runGroups(context, groups, done + 1, options);
}
