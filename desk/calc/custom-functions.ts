import type { CellValue } from '../book/book';

/** One call of a custom function from one cell. A range arrives as rows of values, an omitted argument as null. */
export interface Invocation {
  /** The id in functions.json, e.g. `BILLABLE_UNITS`. */
  functionId: string;
  args: (CellValue | CellValue[][])[];
  /** The calling cell, e.g. `Sessions!M5`. */
  caller: string;
}

export type InvocationResult =
  | { failed: false; value: unknown }
  /** `errorCode` is CustomFunctions.ErrorCode as the runtime sends it; `message` is the function's own sentence. */
  | { failed: true; errorCode: number; message: string | null };

/** Sends many calls to the real custom-functions runtime in one message; answers in the same order. */
export type InvokeBatch = (calls: readonly Invocation[]) => Promise<InvocationResult[]>;
