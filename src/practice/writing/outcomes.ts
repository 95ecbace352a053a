import { plainWords } from '../../workbook/excel/plain-words';
import type { WorkbookReading } from '../../workbook/reading';
import { Refusal } from '../../workbook/refusal';
import { settlingIn } from './settling';

/** Somebody changed the workbook between the reading and the writing; nothing was written. */
export class ChangedMeanwhile extends Refusal {
  constructor(cause?: unknown) {
    super(
      'changed-since',
      'Somebody changed the workbook at the same moment, so nothing was written. Try again: Claimsheet looks at it anew first.',
      { cause },
    );
  }
}

/** Does it once more where somebody changed the workbook while it was read, or between the reading and the writing. */
export async function twiceWhereChanged<T>(attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (!(error instanceof ChangedMeanwhile || isGone(error))) throw error;
    return attempt();
  }
}

/** What was needed was not there, or there already: somebody was at it. Then it is worth another look. */
export function changedOr(cause: unknown): Refusal {
  return isGone(cause) ? new ChangedMeanwhile(cause) : failed(cause);
}

/** Excel's own error for what somebody removed, renamed or made meanwhile. */
function isGone(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return code === 'ItemNotFound' || code === 'ItemAlreadyExists';
}

/** The workbook as it is now; where that cannot be told, a refusal says so. */
export async function readNow(
  context: Excel.RequestContext,
  cause: unknown,
  what: string,
): Promise<WorkbookReading> {
  try {
    return await settlingIn(context).read();
  } catch (second) {
    throw unknownOutcome(cause, second, what);
  }
}

/** Nothing is left of what was begun. */
export function failed(cause: unknown): Refusal {
  if (cause instanceof Refusal) return cause;
  const said = plainWords(cause);
  if (said === null) throw cause;
  return new Refusal(
    'excel-failed',
    `Excel stopped while this was being written (${said}). Everything is as it was before; it is safe to try again.`,
    { cause },
  );
}

export function unknownOutcome(cause: unknown, second: unknown, what: string): Refusal {
  return new Refusal(
    'outcome-unknown',
    `Excel stopped answering while ${what} was being written, so that it is not known yet whether it was. Nothing is lost: when Excel answers again, Claimsheet finishes it or takes it back before it does anything else.`,
    { cause: new AggregateError([cause, second]) },
  );
}
