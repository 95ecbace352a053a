import type { Invocation, InvocationResult, StreamingCalls } from '../../calc/custom-functions';
import type { FunctionChannel } from '../../runtime/function-channel';

/** The add-in's page of one window, once it is loaded. `gone` is fulfilled when the window closes. */
export interface Runtime {
  channel: FunctionChannel;
  gone: Promise<void>;
}

interface Stream {
  call: Invocation;
  onResult: (result: InvocationResult) => void;
  runtime: Runtime | null;
  id: number;
}

/**
 * The custom-functions runtimes of all windows, as one. A book has one calculation, so each call goes to one window:
 * the one that was used last. Calls wait while there is none, and move on when theirs closes.
 */
export class Runtimes implements StreamingCalls {
  private readonly ready: Runtime[] = [];
  private readonly streams = new Map<number, Stream>();
  private whenReady: (() => void)[] = [];
  private nextStream = 1;

  add(runtime: Runtime): void {
    this.ready.unshift(runtime);
    void runtime.gone.then(() => {
      this.ready.splice(this.ready.indexOf(runtime), 1);
      for (const stream of this.streams.values()) if (stream.runtime === runtime) stream.runtime = null;
      this.startWaiting();
    });
    for (const resolve of this.whenReady.splice(0)) resolve();
    this.startWaiting();
  }

  /** What is asked next is asked here. */
  prefer(runtime: Runtime): void {
    const at = this.ready.indexOf(runtime);
    if (at > 0) this.ready.unshift(...this.ready.splice(at, 1));
  }

  invoke = async (calls: readonly Invocation[]): Promise<InvocationResult[]> => {
    for (;;) {
      const [runtime] = this.ready;
      if (runtime) {
        const results = await Promise.race([runtime.channel.invoke(calls), runtime.gone.then(() => null)]);
        if (results) return results;
      } else {
        await new Promise<void>((resolve) => this.whenReady.push(resolve));
      }
    }
  };

  start(calls: readonly Invocation[], onResult: (at: number, result: InvocationResult) => void): number[] {
    const ids = calls.map((call, at) => {
      const id = this.nextStream++;
      this.streams.set(id, { call, onResult: (result) => onResult(at, result), runtime: null, id: 0 });
      return id;
    });
    this.startWaiting();
    return ids;
  }

  cancel(ids: readonly number[]): void {
    const running = new Map<Runtime, number[]>();
    for (const id of ids) {
      const stream = this.streams.get(id);
      this.streams.delete(id);
      if (stream?.runtime) running.set(stream.runtime, [...(running.get(stream.runtime) ?? []), stream.id]);
    }
    for (const [runtime, own] of running) runtime.channel.cancel(own);
  }

  private startWaiting(): void {
    const [runtime] = this.ready;
    const waiting = [...this.streams.values()].filter((stream) => stream.runtime === null);
    if (!runtime || waiting.length === 0) return;
    for (const stream of waiting) stream.runtime = runtime;
    const ids = runtime.channel.start(
      waiting.map(({ call }) => call),
      (at, result) => {
        const stream = waiting[at];
        if (stream?.runtime === runtime) stream.onResult(result);
      },
    );
    waiting.forEach((stream, at) => (stream.id = ids[at] ?? 0));
  }
}
