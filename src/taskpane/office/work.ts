import { leaveBatch } from '../../workbook/excel/in-turn';
import { plainWords } from '../../workbook/excel/plain-words';
import type { Progress } from '../../workbook/excel/payload';
import { Refusal } from '../../workbook/refusal';

/** What is going on, for the bar at the foot of the pane. */
export interface Busy {
  what: string;
  /**
   * Looking is what a screen does by itself: the next look, or a writing, takes its place. Reading was asked for: only
   * the same one asked for again takes its place. Both may be left at once; writing stops after the next answer of
   * Excel, and is taken back.
   */
  kind: 'looking' | 'reading' | 'writing';
  /** Longer than half a second: time to show it. */
  isSlow: boolean;
  /** Excel has not answered for so long that it is time to say so, and to let the user go. */
  isLate: boolean;
  /** 0 to 1; null when nobody knows. */
  share: number | null;
  isCancelling: boolean;
}

export type Outcome<T> =
  | { done: true; value: T }
  /** `words` is null when the user cancelled a reading. */
  | { done: false; words: string | null };

/** Milliseconds. */
const SLOW = 500;
const LATE = 30_000;
const LEFT =
  'Excel did not answer, so it is not known yet whether this was written. What you entered is still here. When Excel answers again, Claimsheet finishes it or takes it back before it does anything else, and pressing again does not write it twice.';
/** How long Excel may take to tell of what we have written ourselves, where it does not say whose an edit is. */
const OWN_EDITS = 1000;

/** Runs one thing at a time, in the order in which they come; what is out of date gives way to what is new. */
export class Work {
  private busy: Busy | null = null;
  private current = 0;
  private leave: ((words: string | null) => void) | null = null;
  private wroteAt = -Infinity;
  private over: Promise<void> = Promise.resolve();
  private ended: () => void = () => undefined;

  constructor(private readonly changed: (busy: Busy | null) => void) {}

  async run<T>(
    what: string,
    kind: Busy['kind'],
    job: (progress: Progress) => Promise<T>,
  ): Promise<Outcome<T>> {
    while (this.busy && !givesWay(this.busy, what, kind)) {
      if (this.busy.kind === 'writing' && this.busy.what === what) return { done: false, words: null };
      await this.over;
    }
    this.leave?.(null);
    const id = ++this.current;
    this.over = new Promise((resolve) => (this.ended = resolve));
    this.set({ what, kind, isSlow: false, isLate: false, share: null, isCancelling: false });
    const timers = [
      setTimeout(() => this.update(id, { isSlow: true }), SLOW),
      setTimeout(() => this.update(id, { isLate: true, isCancelling: false }), LATE),
    ];
    const left = new Promise<Outcome<T>>((resolve) => {
      this.leave = (words) => {
        leaveBatch();
        resolve({ done: false, words });
      };
    });
    try {
      return await Promise.race([this.attempt(id, job), left]);
    } finally {
      timers.forEach(clearTimeout);
      if (kind === 'writing') this.wroteAt = performance.now();
      if (this.current === id) this.finish();
    }
  }

  /** Whether an edit that Excel tells of just now, and does not say whose it is, is most likely our own. */
  isWriting(): boolean {
    return this.busy?.kind === 'writing' || performance.now() - this.wroteAt < OWN_EDITS;
  }

  cancel(): void {
    if (!this.busy) return;
    if (this.busy.kind !== 'writing') this.leave?.(null);
    else if (this.busy.isLate) this.leave?.(LEFT);
    else this.set({ ...this.busy, isCancelling: true });
  }

  private async attempt<T>(id: number, job: (progress: Progress) => Promise<T>): Promise<Outcome<T>> {
    try {
      const value = await job((done, of) => {
        this.update(id, { share: of === 0 ? null : done / of, isLate: false });
        if (this.current === id && this.busy?.isCancelling) {
          throw new Refusal('cancelled', 'Cancelled. Everything is as it was before.');
        }
      });
      return { done: true, value };
    } catch (error) {
      return { done: false, words: wordsFor(error) };
    }
  }

  private update(id: number, change: Partial<Busy>): void {
    if (this.current === id && this.busy) this.set({ ...this.busy, ...change });
  }

  private finish(): void {
    this.leave = null;
    this.set(null);
    this.ended();
  }

  private set(busy: Busy | null): void {
    this.busy = busy;
    this.changed(busy);
  }
}

function givesWay(busy: Busy, what: string, kind: Busy['kind']): boolean {
  if (busy.kind === 'looking') return kind !== 'reading';
  return busy.kind === 'reading' && kind === 'reading' && busy.what === what;
}

/** What went wrong, in a sentence. What nobody expected is also told to the browser's console. */
export function wordsFor(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  const plain = plainWords(error);
  if (plain !== null) return plain;
  if (typeof reportError === 'function') reportError(error);
  const said = error instanceof Error ? error.message : String(error);
  return `Something went wrong in Claimsheet (${said}). Please try again.`;
}
