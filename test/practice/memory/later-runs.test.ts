import { NO_STORE, type TextStore } from '../../../src/practice/browser-store';
import { noteRun, olderCopy, THIS_COPY } from '../../../src/practice/memory/later-runs';
import { answering, NO_MEMORY, type Memory } from '../../../src/practice/memory/memory';

function store(): TextStore {
  let text: string | null = null;
  return { read: () => text, write: (to) => (text = to) };
}

const copy = (runs: number, workbook = 'w1'): Memory => ({ ...NO_MEMORY, workbook, runs });

test('a copy that knows fewer runs than this browser has seen is told, by the run that it lacks', () => {
  const browser = store();
  noteRun(browser, copy(3), '2026-10 claims');
  expect(olderCopy(browser, copy(2))?.message).toContain('2026-10 claims');
  expect(olderCopy(browser, copy(3))).toBeNull();
  expect(olderCopy(browser, copy(4))).toBeNull();
});

test('other workbooks, new ones and browsers that remember nothing say nothing', () => {
  const browser = store();
  noteRun(browser, copy(3), '2026-10 claims');
  expect(olderCopy(browser, copy(0, 'w2'))).toBeNull();
  expect(olderCopy(browser, copy(0, ''))).toBeNull();
  noteRun(NO_STORE, copy(3), '2026-10 claims');
  expect(olderCopy(NO_STORE, copy(2))).toBeNull();
});

test('it is asked once: the answer is remembered, until a still later run is lacking', () => {
  const browser = store();
  noteRun(browser, copy(3), '2026-10 claims');
  const [answer] = olderCopy(browser, copy(2))?.answers ?? [];
  const answered = answering(copy(2), [[answer?.key ?? '', THIS_COPY]], '2026-11-02 09:00');
  expect(olderCopy(browser, answered)).toBeNull();
  noteRun(browser, copy(5), '2026-11 claims');
  expect(olderCopy(browser, answered)).not.toBeNull();
});

test('of many workbooks the latest are remembered, and what somebody wrote there is no fault', () => {
  const browser = store();
  for (let number = 0; number < 60; number++) noteRun(browser, copy(2, `w${String(number)}`), 'run');
  expect(olderCopy(browser, copy(1, 'w59'))).not.toBeNull();
  expect(olderCopy(browser, copy(1, 'w0'))).toBeNull();
  browser.write('{"__proto__":1}');
  expect(olderCopy(browser, copy(1, 'w59'))).toBeNull();
  browser.write('[[');
  expect(olderCopy(browser, copy(1, 'w59'))).toBeNull();
});
