import { CellError } from '../book/book';
import type { Invocation, InvocationResult, StreamingCalls } from '../calc/custom-functions';
import type { MessageEntry } from '../host/protocol';

/** Category and type of an invocation in a message to the runtime (`_handleMessage` of the client). */
const FUNCTION_CATEGORY = 1;
const INVOKE = 1000;
const CANCEL = 1001;

/** Flags of an invocation (`_batchInvocationEntries` of the client). */
const STREAMING = 2;
const ERRORS_ALLOWED = 4;

/** A result as the runtime sends it with `SetInvocationResults`. */
interface RuntimeResult {
  id: number;
  value: unknown;
  failed?: boolean;
  errorCode?: number;
}

/** Sends calls of custom functions to Microsoft's runtime, many in one message, and collects the answers. */
export class FunctionChannel implements StreamingCalls {
  private nextId = 1;
  private readonly waiting = new Map<number, (result: InvocationResult) => void>();
  private readonly streaming = new Map<number, (result: InvocationResult) => void>();

  constructor(private readonly send: (entries: MessageEntry[]) => void) {}

  async invoke(calls: readonly Invocation[]): Promise<InvocationResult[]> {
    const entries: MessageEntry[] = [];
    const results = calls.map((call) => {
      const error = errorInstead(call);
      if (error) return Promise.resolve<InvocationResult>({ failed: false, value: error });
      const id = this.nextId++;
      entries.push(invocationEntry(id, call, 0));
      return new Promise<InvocationResult>((resolve) => this.waiting.set(id, resolve));
    });
    if (entries.length > 0) this.send(entries);
    return Promise.all(results);
  }

  start(calls: readonly Invocation[], onResult: (at: number, result: InvocationResult) => void): number[] {
    const entries: MessageEntry[] = [];
    const ids = calls.map((call, at) => {
      const id = this.nextId++;
      const error = errorInstead(call);
      if (error) {
        onResult(at, { failed: false, value: error });
        return id;
      }
      entries.push(invocationEntry(id, call, STREAMING));
      this.streaming.set(id, (result) => onResult(at, result));
      return id;
    });
    if (entries.length > 0) this.send(entries);
    return ids;
  }

  cancel(ids: readonly number[]): void {
    const running = ids.filter((id) => this.streaming.delete(id));
    if (running.length === 0) return;
    this.send(running.map((id) => [FUNCTION_CATEGORY, CANCEL, '', JSON.stringify({ invocationId: id }), 0]));
  }

  take(results: readonly unknown[]): void {
    for (const result of results as readonly RuntimeResult[]) {
      const resolve = this.waiting.get(result.id) ?? this.streaming.get(result.id);
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

function invocationEntry(id: number, call: Invocation, flags: number): MessageEntry {
  const allFlags = call.allowsErrors ? flags | ERRORS_ALLOWED : flags;
  const json = JSON.stringify([id, call.functionId, call.args, call.caller, allFlags, null], errorForm);
  return [FUNCTION_CATEGORY, INVOKE, '', json, 0];
}

/** An error among the arguments, as the client expects it (`_transferCustomFunctionError`). */
function errorForm(_: string, value: unknown): unknown {
  return value instanceof CellError ? { type: 'CustomFunctionError', code: value.text } : value;
}

/** Excel does not call a function that takes no errors with one among its arguments; the cell shows that error. */
function errorInstead({ args, allowsErrors }: Invocation): CellError | null {
  if (allowsErrors) return null;
  for (const arg of args) {
    const values = Array.isArray(arg) ? arg.flat() : [arg];
    for (const value of values) if (value instanceof CellError) return value;
  }
  return null;
}
