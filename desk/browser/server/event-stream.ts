import type { ServerResponse } from 'node:http';
import type { ToPage } from '../view/messages';

/** Server-sent events: one way to a page, in order. The page's own messages come as POST requests. */
export class EventStream {
  constructor(private readonly response: ServerResponse) {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  }

  /** Messages are JSON, which never holds a bare line break. */
  send(message: ToPage | { kind: 'window'; window: string }): void {
    this.response.write(`data: ${JSON.stringify(message)}\n\n`);
  }

  end(): void {
    this.response.end();
  }
}
