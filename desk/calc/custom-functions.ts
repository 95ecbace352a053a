import type { CellValue } from '../book/book';

/** One call of a custom function from one cell. A range arrives as rows of values, an omitted argument as null. */
export interface Invocation {
  /** The id in functions.json, e.g. `BILLABLE_UNITS`. */
  functionId: string;
  args: (CellValue | CellValue[][])[];
  /** The calling cell, e.g. `Sessions!M5`. */
  caller: string;
  /** Error values among the arguments reach the function; else the first of them is the answer. */
  allowsErrors?: boolean;
}

export type InvocationResult =
  | { failed: false; value: unknown }
  /** `errorCode` is CustomFunctions.ErrorCode as the runtime sends it; `message` is the function's own sentence. */
  | { failed: true; errorCode: number; message: string | null };

/** Sends many calls to the real custom-functions runtime in one message; answers in the same order. */
export type InvokeBatch = (calls: readonly Invocation[]) => Promise<InvocationResult[]>;

/** Calls of streaming functions: each may answer again and again until it is cancelled. */
export interface StreamingCalls {
  /**
   * Sends many calls in one message and gives each an id. `onResult` takes the results of the call at a place of the
   * list, the first and every later one.
   */
  start(calls: readonly Invocation[], onResult: (at: number, result: InvocationResult) => void): number[];
  /** Ends calls, in one message; no result of theirs comes after that. */
  cancel(ids: readonly number[]): void;
}
