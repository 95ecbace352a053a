import { readFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import * as jsdom from 'jsdom';
import type { ConstructorOptions, DOMWindow } from 'jsdom';
import { external } from './external';

export interface ClientWindow {
  window: DOMWindow & {
    Excel: typeof Excel;
    Office: typeof Office;
    OfficeExtension: typeof OfficeExtension;
    CustomFunctions: typeof CustomFunctions;
  };
  /** Sends a message to the client. */
  send(message: object): void;
  /** Takes what the client sends from now on. */
  onMessage(take: TakeMessage): void;
  close(): void;
}

export interface ClientWindowOptions {
  /** Where `Office.context.document.settings` are kept. */
  settings: Map<string, unknown>;
  requirementSets: Record<string, string>;
  keepFunctionPause: boolean;
  /** An error that nothing in the page caught. */
  onPageError: (error: Error) => void;
  onMessage: TakeMessage;
}

export type TakeMessage = (text: string, answer: (message: object) => void) => Promise<void>;

const PAGE = 'https://localhost:3000/taskpane.html';
const CLIENT_FOLDER = 'https://localhost:3000/office/';
const CLIENT_ON_DISK = join(dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');

/** Opens a window without a screen and loads Microsoft's client into it, as a page of an add-in does. */
export async function openClientWindow(options: ClientWindowOptions): Promise<ClientWindow> {
  const bridge = new Bridge(options.onMessage);
  const virtualConsole = new jsdom.VirtualConsole();
  virtualConsole.on('jsdomError', options.onPageError);
  const dom = new jsdom.JSDOM('<!doctype html><html><head></head><body></body></html>', {
    url: PAGE,
    runScripts: 'dangerously',
    resources: new ClientFiles() as unknown as Resources,
    virtualConsole,
    beforeParse: (window) => prepare(window, bridge, options),
  });
  const window = dom.window as ClientWindow['window'];
  await new Promise<void>((resolve, reject) => {
    const script = window.document.createElement('script');
    // The readable build: an error then shows its own line, not a megabyte of source.
    script.src = `${CLIENT_FOLDER}office.debug.js`;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`Office.js was not found in ${CLIENT_ON_DISK}`));
    window.document.head.append(script);
  });
  await window.Office.onReady();
  return {
    window,
    send: (message) => bridge.receive(message),
    onMessage(take) {
      bridge.onMessage = take;
    },
    close() {
      bridge.close();
      window.close();
    },
  };
}

/** The channel object of the page: the client calls `sendMessageToHost` and installs `onMessageFromHost`. */
class Bridge {
  onMessageFromHost: (text: string) => void = () => undefined;
  private closed = false;

  constructor(public onMessage: TakeMessage) {}

  sendMessageToHost(text: string): void {
    void this.onMessage(text, (message) => this.receive(message));
  }

  receive(message: object): void {
    if (!this.closed) this.onMessageFromHost(JSON.stringify(message));
  }

  close(): void {
    this.closed = true;
  }
}

type Resources = NonNullable<ConstructorOptions['resources']>;

/** jsdom 26 has this class; its published types are of a later version, which does without. */
const { ResourceLoader } = jsdom as unknown as { ResourceLoader: new () => object };

/** Serves the client's files from its package; nothing else is fetched. */
class ClientFiles extends ResourceLoader {
  fetch(url: string): Promise<Buffer> | null {
    if (!url.startsWith(CLIENT_FOLDER)) return null;
    const path = normalize(decodeURIComponent(new URL(url).pathname.slice('/office/'.length)));
    return readFile(join(CLIENT_ON_DISK, path));
  }
}

function prepare(window: DOMWindow, bridge: Bridge, options: ClientWindowOptions): void {
  const { requirementSets } = options;
  Object.defineProperty(window, 'external', {
    configurable: true,
    value: external({ requirementSets, settings: options.settings, displayMode: 'unknown' }).external,
  });
  Object.defineProperty(window, '_richApiNativeBridge', { configurable: true, value: bridge });
  // The client's errors are then errors of the calling code as well: `error instanceof Error`.
  Object.defineProperty(window, 'Error', { configurable: true, writable: true, value: Error });
  if (!options.keepFunctionPause) skipFunctionPause(window);
}

/**
 * The runtime waits 500 ms after each answer with results before it sends the next (its timer says so in its own
 * text). Nobody types into a Desk without a screen, so that timer fires at once.
 */
function skipFunctionPause(window: DOMWindow): void {
  const setTimer = window.setTimeout.bind(window);
  const quick = (handler: TimerHandler, wait?: number, ...rest: unknown[]): number => {
    const isPause = typeof handler === 'function' && (wait ?? 0) >= 200 && PAUSE.test(String(handler));
    return setTimer(handler, isPause ? 0 : wait, ...rest);
  };
  Object.defineProperty(window, 'setTimeout', { configurable: true, writable: true, value: quick });
}

const PAUSE = /_inProgressContextSyncExpectedFinishTime\s*=\s*0/;
