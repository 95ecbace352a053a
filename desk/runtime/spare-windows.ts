import { setImmediate as turn } from 'node:timers/promises';
import type { ClientWindow } from './client-window';

/** Loading the client takes longer than most of what is done with it. */
const MOST = 4;

/** Windows whose user has gone and left nothing behind, by what they were opened with. */
const spare = new Map<string, Set<ClientWindow>>();

/** Takes a window that was opened with the same; null where there is none. */
export function takeSpare(openedWith: string): ClientWindow | null {
  const [window] = spare.get(openedWith) ?? [];
  if (!window) return null;
  spare.get(openedWith)?.delete(window);
  return window;
}

/** Keeps a window for the next user. One that still says something has work left, and is not kept. */
export async function keepSpare(openedWith: string, window: ClientWindow): Promise<void> {
  let isQuiet = true;
  const leave = (): void => {
    if (!isQuiet) return;
    isQuiet = false;
    spare.get(openedWith)?.delete(window);
    window.close();
  };
  window.onMessage(() => Promise.resolve(leave()));
  // A client that has just been answered sends what it gives back within a turn.
  await turn();
  await turn();
  if (!isQuiet) return;
  const kept = spare.get(openedWith) ?? new Set();
  if (kept.size >= MOST) window.close();
  else spare.set(openedWith, kept.add(window));
}
