import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CellError, type Book } from '../../desk/book/book';
import { openBook, saveBook } from '../../desk/cli/files';
import { recalc } from '../../desk/cli/commands/recalc';
import { makePractice, type PracticeOf500, type SessionRow } from './practice-of-500/practice';
import { plainCheck, plainUnits } from './practice-of-500/plain-units-and-codes';
import { plainName, plainVisitsLeft } from './practice-of-500/plain-visits-left';
import { asksHow, workbookOfPractice } from './practice-of-500/workbook';
import { openLive, type } from './live-desk';

/** 2026-11-22, which is today: only the date is made up, timers run as ever. */
const TODAY = 46348;
jest.useFakeTimers({
  now: new Date(2026, 10, 22, 12),
  doNotFake: [
    ...([
      'setTimeout',
      'clearTimeout',
      'setInterval',
      'clearInterval',
      'setImmediate',
      'clearImmediate',
    ] as const),
    ...(['queueMicrotask', 'nextTick', 'hrtime', 'performance'] as const),
  ],
});

const LONG = 120_000;
const [UNITS, CHECK, LEFT] = [8, 9, 10];

/** What every cell of VISITS_LEFT has to say, as a number or an error, from the top. */
function plainAnswers(practice: PracticeOf500): (number | string)[] {
  const byName = new Map<string, SessionRow[]>();
  for (const session of practice.sessions) {
    const name = plainName(session.client);
    byName.set(name, [...(byName.get(name) ?? []), session]);
  }
  return practice.sessions.map((session, at) => {
    const asOf = asksHow(at).asOfDate ? session.date : null;
    return plainVisitsLeft(
      practice,
      byName.get(plainName(session.client)) ?? [],
      session.client,
      asOf,
      TODAY,
    );
  });
}

function shown(book: Book, at: number, column: number): string {
  const value = book.sheet('Sessions')?.cell(at + 1, column)?.value ?? null;
  return value instanceof CellError ? value.text : String(value);
}

/** Words as the number that they begin with. */
function numberOf(answer: string): number | string {
  const [, number, over] = /^(\d+) (?:left|(over)): /.exec(answer) ?? [];
  if (number !== undefined) return over === undefined ? Number(number) : -Number(number);
  return answer.startsWith('#') ? answer : Number(answer);
}

test(
  'all 30,000 cells of 10,000 sessions over 500 clients are right after recalc',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'claimsheet-'));
    const [input, output] = [join(folder, 'in.xlsx'), join(folder, 'out.xlsx')];
    const practice = makePractice();
    saveBook(workbookOfPractice(practice), input);
    const { exitCode } = await recalc([input, '--out', output]);
    const book = openBook(output);
    rmSync(folder, { recursive: true });

    expect([exitCode, practice.sessions.length]).toEqual([0, 10_000]);
    const left = plainAnswers(practice);
    const wrong = practice.sessions.flatMap((session, at) => {
      const check = shown(book, at, CHECK);
      const { begins, tells } = plainCheck(session);
      const faults = [
        ...(shown(book, at, UNITS) === String(plainUnits(session.minutes)) ? [] : [shown(book, at, UNITS)]),
        ...(check.startsWith(begins) && tells.every((words) => check.includes(words)) ? [] : [check]),
        ...(Object.is(numberOf(shown(book, at, LEFT)), left[at]) ? [] : [shown(book, at, LEFT)]),
      ];
      return faults.length === 0 ? [] : [{ row: at + 2, ...session, left: left[at], faults }];
    });
    expect(wrong).toEqual([]);
    expect(new Set(left).size).toBeGreaterThan(30);
  },
  LONG,
);

test(
  'a change to one authorization changes exactly the cells that depend on it',
  async () => {
    const practice = makePractice(100);
    const desk = await openLive(workbookOfPractice(practice));
    const before = plainAnswers(practice);
    const row = practice.authorizations.findIndex(
      ({ visits, to }) => typeof visits === 'number' && to === null,
    );
    const authorization = practice.authorizations[row];
    if (!authorization) throw new Error('The practice has such an authorization.');
    authorization.visits = Number(authorization.visits) - 2;
    const requests = desk.host.requests.length;
    const changed = await desk.changing(() =>
      type(desk, `Authorizations!G${String(row + 2)}`, authorization.visits),
    );
    const reads = desk.host.requests.slice(requests).filter(({ kind }) => kind === 'sync');
    const after = plainAnswers(practice);
    await desk.close();

    const cells = after.flatMap((answer, at) =>
      Object.is(answer, before[at]) ? [] : [`Sessions!K${String(at + 2)}`],
    );
    expect(changed).toEqual(cells.sort());
    expect(cells.length).toBeGreaterThan(5);
    expect(reads).toHaveLength(3);
  },
  LONG,
);
