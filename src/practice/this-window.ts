import { textHash } from '../billing/values/text-hash';
import { browserStore, hasStorage } from './browser-store';

/** Who writes: `id` is kept by this Excel or browser and outlives the window, '' where nothing is kept. */
export interface ThisWindow {
  id: string;
  /** Tells this window from others of the same browser. */
  nonce: string;
}

const LETTERS = 6;

/** Windows that run in one program have an Office each, and no storage: they are counted. */
const counted = new WeakMap<object, number>();
let windows = 0;

let known: ThisWindow | null = null;

export function thisWindow(): ThisWindow {
  if (!hasStorage()) return { id: '', nonce: String(countOf(Office)) };
  if (known) return known;
  const store = browserStore('window');
  const kept = store.read();
  const id = kept ?? randomText();
  if (kept === null) store.write(id);
  // Where nothing can be kept, the next window cannot know that it is the same browser.
  known = { id: store.read() === null ? '' : id, nonce: randomText() };
  return known;
}

/** Names a run and its sheets: another one for each press of a button in whatever window. */
export function markOf(about: readonly unknown[]): string {
  const { id, nonce } = thisWindow();
  return textHash(JSON.stringify([id, nonce, ...about]))
    .toString(36)
    .slice(-8)
    .padStart(8, '0');
}

function countOf(office: object): number {
  const number = counted.get(office) ?? windows++;
  counted.set(office, number);
  return number;
}

function randomText(): string {
  return crypto.randomUUID().replaceAll('-', '').slice(0, LETTERS);
}
