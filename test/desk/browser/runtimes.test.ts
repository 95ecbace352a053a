import type { Invocation, InvocationResult } from '../../../desk/calc/custom-functions';
import { Runtimes, type Runtime } from '../../../desk/browser/server/runtimes';
import type { MessageEntry } from '../../../desk/host/protocol';
import { FunctionChannel } from '../../../desk/runtime/function-channel';

const call: Invocation = { functionId: 'UNITS', args: [60], caller: 'Sessions!A1' };

/** A page that answers every call with its own name, or not at all. */
function page(name: string, answers = true): { runtime: Runtime; close: () => void; asked: MessageEntry[] } {
  const asked: MessageEntry[] = [];
  let close = (): void => undefined;
  const gone = new Promise<void>((resolve) => (close = resolve));
  const channel: FunctionChannel = new FunctionChannel((entries) => {
    asked.push(...entries);
    const ids = entries.map(([, , , json]) => (JSON.parse(json) as number[])[0]);
    if (answers) queueMicrotask(() => channel.take(ids.map((id) => ({ id, value: name }))));
  });
  return { runtime: { channel, gone }, close, asked };
}

const valueOf = ([result]: InvocationResult[]): unknown => (result?.failed === false ? result.value : result);

test('Calls wait for the first page that has loaded the functions', async () => {
  const runtimes = new Runtimes();
  const answer = runtimes.invoke([call]);
  runtimes.add(page('first').runtime);
  expect(valueOf(await answer)).toBe('first');
});

test('The page that was used last is asked', async () => {
  const runtimes = new Runtimes();
  const first = page('first');
  runtimes.add(first.runtime);
  runtimes.add(page('second').runtime);
  expect(valueOf(await runtimes.invoke([call]))).toBe('second');
  runtimes.prefer(first.runtime);
  expect(valueOf(await runtimes.invoke([call]))).toBe('first');
});

test('What a closed page was still asked is asked of another', async () => {
  const runtimes = new Runtimes();
  const silent = page('silent', false);
  runtimes.add(page('other').runtime);
  runtimes.add(silent.runtime);
  const answer = runtimes.invoke([call]);
  silent.close();
  expect(valueOf(await answer)).toBe('other');
});

test('Streams move to another page when theirs closes, and end when they are cancelled', async () => {
  const runtimes = new Runtimes();
  const heard: unknown[] = [];
  const ids = runtimes.start([call], (_, result) => heard.push(valueOf([result])));
  const first = page('first');
  runtimes.add(first.runtime);
  await new Promise(setImmediate);
  first.close();
  const second = page('second');
  runtimes.add(second.runtime);
  await new Promise(setImmediate);
  expect(heard).toEqual(['first', 'second']);
  runtimes.cancel(ids);
  expect(second.asked.at(-1)?.[1]).toBe(1001);
});
