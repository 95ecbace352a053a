import type { FromPage, ToPage } from '../view/messages';

export interface Connection {
  send(message: FromPage): void;
}

/** Connects a page with its workbook. Messages arrive in order, and are sent in order. */
export function connect(
  path: string,
  pane: 'visible' | 'hidden',
  take: (message: ToPage) => void,
  onLost: () => void,
): Connection {
  const events = new EventSource(`${path}/events?pane=${pane}`);
  const waiting: FromPage[] = [];
  let window: string | null = null;
  let isSending = false;

  async function flush(): Promise<void> {
    if (isSending || window === null) return;
    isSending = true;
    while (waiting.length > 0) {
      const body = JSON.stringify(waiting.splice(0));
      await fetch(`../messages?window=${window}`, { method: 'POST', body }).catch(onLost);
    }
    isSending = false;
  }

  events.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as ToPage | { kind: 'window'; window: string };
    if (message.kind !== 'window') return take(message);
    // A second greeting: the connection was lost, and this page may have missed something.
    if (window !== null) return location.reload();
    window = message.window;
    void flush();
  });
  events.addEventListener('error', onLost);
  return {
    send(message) {
      waiting.push(message);
      void flush();
    },
  };
}
