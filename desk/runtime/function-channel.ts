import { CellError, type CellValue } from '../book/book';
import type { Invocation, InvocationResult } from '../calc/custom-functions';
import type { MessageEntry } from '../host/protocol';

/** Category and type of an invocation in a message to the runtime (`_handleMessage` of the client). */
const FUNCTION_CATEGORY = 1;
const INVOKE = 1000;

/** A result as the runtime sends it with `SetInvocationResults`. */
interface RuntimeResult {
  id: number;
  value: unknown;
  failed?: boolean;
  errorCode?: number;
}

/** Sends calls of custom functions to Microsoft's runtime, many in one message, and collects the answers. */
export class FunctionChannel {
  private nextId = 1;
  private readonly waiting = new Map<number, (result: InvocationResult) => void>();

  constructor(private readonly send: (entries: MessageEntry[]) => void) {}

  async invoke(calls: readonly Invocation[]): Promise<InvocationResult[]> {
    const entries: MessageEntry[] = [];
    const results = calls.map((call) => {
      const error = firstError(call.args);
      if (error) return Promise.resolve<InvocationResult>({ failed: false, value: error });
      const id = this.nextId++;
      const json = JSON.stringify([id, call.functionId, call.args, call.caller, 0, null]);
      entries.push([FUNCTION_CATEGORY, INVOKE, '', json, 0]);
      return new Promise<InvocationResult>((resolve) => this.waiting.set(id, resolve));
    });
    if (entries.length > 0) this.send(entries);
    return Promise.all(results);
  }

  take(results: readonly unknown[]): void {
    for (const result of results as readonly RuntimeResult[]) {
      const resolve = this.waiting.get(result.id);
      this.waiting.delete(result.id);
      resolve?.(
        result.failed
          ? { failed: true, errorCode: result.errorCode ?? 0, message: text(result.value) }
          : { failed: false, value: result.value },
      );
    }
  }
}

function text(message: unknown): string | null {
  return typeof message === 'string' && message !== '' ? message : null;
}

/** Excel does not call a function whose arguments hold an error; the cell shows that error. */
function firstError(args: readonly (CellValue | CellValue[][])[]): CellError | null {
  for (const arg of args) {
    const values = Array.isArray(arg) ? arg.flat() : [arg];
    for (const value of values) if (value instanceof CellError) return value;
  }
  return null;
}
