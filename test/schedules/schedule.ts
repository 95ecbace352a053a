import { readXlsx } from '../../desk/xlsx/read-xlsx';
import type { Book } from '../../desk/book/book';
import type { Author } from '../../desk/together/author';
import { openWindows } from '../../desk/together/windows';
import { installGlobals } from '../../desk/runtime/client';
import { readSettled } from '../../src/practice/writing/settle-unfinished';
import { plainWords } from '../../src/workbook/excel/plain-words';
import { Refusal } from '../../src/workbook/refusal';
import { stateOf } from '../faults/state';
import { fileOf, NOW, type WorkbookName } from '../faults/workbooks';
import { EDITS, MOVES, type MoveName } from './moves';

const ALL = { ...MOVES, ...EDITS };

/** What each window does, one after the other, and whose request is done next, whenever somebody has to choose. */
export interface Schedule {
  on: WorkbookName;
  windows: MoveName[][];
  choices: number[];
}

export interface Played {
  book: Book;
  /** Moves that came to their end, in the order in which they did; the others were refused. */
  done: { window: number; move: MoveName }[];
  refused: string[];
  /** What no user may ever be told. */
  broken: string[];
}

/** One window, whose requests wait until they are let through. */
class Window {
  author: Author | null = null;
  isOver = false;
  private waiting: (() => void) | null = null;
  private arrived: () => void = () => undefined;

  /** A request waits for its turn. */
  wait(): Promise<void> {
    return new Promise((resolve) => {
      this.waiting = resolve;
      this.arrived();
    });
  }

  over(): void {
    this.isOver = true;
    this.arrived();
  }

  /** Lets the request through, and waits until the next one stands there or all is over. */
  async step(): Promise<void> {
    const next = new Promise<void>((resolve) => (this.arrived = resolve));
    const go = this.waiting;
    this.waiting = null;
    go?.();
    await next;
  }
}

/** Plays a schedule: no clock, and no chance but its own choices. */
export async function play({ on, windows: plans, choices }: Schedule): Promise<Played> {
  const book = readXlsx(await fileOf(on));
  const played: Played = { book, done: [], refused: [], broken: [] };
  const players = plans.map(() => new Window());
  const { windows, close } = await openWindows(book, plans.length, (window) => ({
    mayShareWindow: true,
    delivery: (record) =>
      record.kind === 'sync' ? { doneAfter: players[window]?.wait() ?? Promise.resolve() } : 'answered',
  }));
  const restore: (() => void)[] = [];
  players.forEach((player, index) => {
    player.author = windows[index] ?? null;
    void playAll(player, index, plans[index] ?? [], played);
  });
  let choice = 0;
  for (;;) {
    const open = players.filter(({ isOver }) => !isOver);
    if (open.length === 0) break;
    const player = open[(choices[choice++ % choices.length] ?? 0) % open.length];
    if (!player?.author) break;
    restore.push(installGlobals(player.author.client));
    await player.step();
  }
  restore.reverse().forEach((back) => back());
  await close();
  return played;
}

async function playAll(
  player: Window,
  window: number,
  moves: readonly MoveName[],
  played: Played,
): Promise<void> {
  await player.wait();
  for (const move of moves) {
    try {
      await player.author?.run((context) => ALL[move](context, played.book));
      played.done.push({ window, move });
    } catch (error) {
      const words = error instanceof Refusal ? error.message : plainWords(error);
      if (words !== null) played.refused.push(`${String(window)} ${move}: ${words}`);
      else played.broken.push(`${String(window)} ${move}: ${String(error)}`);
    }
  }
  player.over();
}

/** The workbook after these moves, one after the other; null where one of them is refused. */
export async function serially(on: WorkbookName, moves: readonly MoveName[]): Promise<string | null> {
  const key = JSON.stringify([on, moves]);
  const known = serial.get(key) ?? playSerially(on, moves);
  serial.set(key, known);
  return known;
}

const serial = new Map<string, Promise<string | null>>();

async function playSerially(on: WorkbookName, moves: readonly MoveName[]): Promise<string | null> {
  const { book, refused } = await play({ on, windows: [[...moves]], choices: [0] });
  return refused.length > 0 ? null : settledState(book);
}

/** What the workbook says once nothing is half written. */
export async function settledState(book: Book): Promise<string> {
  const { windows, close } = await openWindows(book, 1, () => ({ mayShareWindow: true }));
  const [author] = windows;
  await author?.as(() => author.run((context) => readSettled(context, new Date(NOW.getTime() + 3_600_000))));
  await close();
  return stateOf(book);
}
