import type { InvokeBatch, StreamingCalls } from '../calc/custom-functions';
import type { Host } from '../host/host';
import type { MessageEntry, RequestBody } from '../host/protocol';
import { deliver, type DecideDelivery } from './delivery';
import { REQUIREMENT_SETS } from './external';
import { FunctionChannel } from './function-channel';
import { openClientWindow, type ClientWindow, type TakeMessage } from './client-window';
import { keepSpare, takeSpare } from './spare-windows';

export interface ClientOptions {
  /** Requirement sets the host claims to have, such as `{ ExcelApi: '1.16' }`. */
  requirementSets?: Record<string, string>;
  /**
   * Keep the runtime's pause of half a second between two answers with results of custom functions, which protects
   * Excel's window from an add-in. Without it many small calculations are fast.
   */
  keepFunctionPause?: boolean;
  /** What becomes of each request on its way to Excel and back; without it every one is answered. */
  delivery?: DecideDelivery;
  /**
   * A window in which somebody else's work has ended will do, and this one will do for others afterwards: for work that
   * runs batches and leaves the rest of the client alone.
   */
  mayShareWindow?: boolean;
  /** Takes an error that nothing in the add-in's page caught; without it, it goes to stderr. */
  onPageError?: (error: Error) => void;
}

/** Microsoft's unmodified client, talking to a host. */
export interface Client {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly CustomFunctions: typeof CustomFunctions;
  /** The window it lives in; the add-in's own page can be loaded into it. */
  readonly window: ClientWindow['window'];
  run<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T>;
  invoke: InvokeBatch;
  /** Calls of streaming functions. */
  streaming: StreamingCalls;
  close(): Promise<void>;
}

export async function startClient(host: Host, options: ClientOptions = {}): Promise<Client> {
  let pending = 0;
  let isAsNew = host.book.settings.size === 0;
  const requirementSets = options.requirementSets ?? REQUIREMENT_SETS;
  host.workspace.tellsTrigger = Number(/^1\.(\d+)/.exec(requirementSets['ExcelApi'] ?? '')?.[1] ?? 0) >= 14;
  const onMessage: TakeMessage = async (text, answer) => {
    const request = JSON.parse(text) as { id: number; message: { body: RequestBody } };
    const bytes = Buffer.byteLength(text, 'utf8');
    const decide = options.delivery ?? (() => 'answered');
    const body = await deliver(request.message.body, bytes, decide, async () => {
      pending++;
      try {
        return await host.answer(request.message.body, bytes);
      } finally {
        pending--;
      }
    });
    // What fails the client may try again later; what has no answer it awaits for good.
    if (!body || body.Error) isAsNew = false;
    if (body) answer({ id: request.id, type: 2, flags: 0, message: { statusCode: 200, headers: {}, body } });
  };
  const windowOptions = {
    settings: host.book.settings,
    requirementSets,
    keepFunctionPause: options.keepFunctionPause ?? false,
    onPageError:
      options.onPageError ?? ((error: Error) => process.stderr.write(`${error.stack ?? error.message}\n`)),
    onMessage,
  };
  const mayShare = options.mayShareWindow === true && isAsNew && !options.onPageError;
  const openedWith = JSON.stringify([requirementSets, windowOptions.keepFunctionPause]);
  const opened = (mayShare ? takeSpare(openedWith) : null) ?? (await openClientWindow(windowOptions));
  opened.onMessage(onMessage);
  const send = (entries: MessageEntry[]): void => opened.send({ type: 3, flags: 0, message: { entries } });
  host.onEvents(send);
  const channel = new FunctionChannel(send);
  host.workspace.onFunctionResults = (results) => channel.take(results);
  const { window } = opened;
  return {
    Excel: window.Excel,
    Office: window.Office,
    OfficeExtension: window.OfficeExtension,
    CustomFunctions: window.CustomFunctions,
    window,
    run: (batch) => window.Excel.run(batch),
    invoke: (calls) => channel.invoke(calls),
    streaming: channel,
    async close() {
      host.onEvents(() => undefined);
      // The client gives back what it held after `Excel.run` has already answered.
      while (pending > 0) await new Promise((resolve) => setTimeout(resolve, 0));
      const isUnchanged = isAsNew && host.book.settings.size === 0 && !host.workspace.hasListened;
      if (mayShare && isUnchanged) await keepSpare(openedWith, opened);
      else opened.close();
    },
  };
}

const GLOBALS = ['Excel', 'Office', 'OfficeExtension', 'CustomFunctions'] as const;

/** Puts the client where the add-in's code expects it; call the answer to put back what was there before. */
export function installGlobals(client: Client): () => void {
  const scope = globalThis as Record<string, unknown>;
  const before = GLOBALS.map((name) => [name, Object.getOwnPropertyDescriptor(scope, name)] as const);
  for (const name of GLOBALS) {
    Object.defineProperty(scope, name, { value: client[name], configurable: true, writable: true });
  }
  return () => {
    for (const [name, descriptor] of before) {
      if (descriptor) Object.defineProperty(scope, name, descriptor);
      else Reflect.deleteProperty(scope, name);
    }
  };
}
