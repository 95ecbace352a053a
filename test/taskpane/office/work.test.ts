import { Refusal } from '../../../src/workbook/refusal';
import { Work, wordsFor, type Busy } from '../../../src/taskpane/office/work';

const never = () => new Promise<never>(() => undefined);

describe('work', () => {
  let states: (Busy | null)[];
  let work: Work;
  const now = (): Busy | null => states[states.length - 1] ?? null;

  beforeEach(() => {
    jest.useFakeTimers();
    states = [];
    work = new Work((busy) => states.push(busy));
  });
  afterEach(() => jest.useRealTimers());

  test('answers with what the job came to, and is idle again', async () => {
    expect(await work.run('Reading…', 'reading', () => Promise.resolve(7))).toEqual({ done: true, value: 7 });
    expect(now()).toBeNull();
  });

  test('is shown after half a second, not before', () => {
    void work.run('Reading…', 'reading', never);
    jest.advanceTimersByTime(499);
    expect(now()?.isSlow).toBe(false);
    jest.advanceTimersByTime(1);
    expect(now()?.isSlow).toBe(true);
  });

  test('leaves a reading at once when it is cancelled, without a word', async () => {
    const outcome = work.run('Reading…', 'reading', never);
    work.cancel();
    expect(await outcome).toEqual({ done: false, words: null });
    expect(now()).toBeNull();
  });

  test('stops a writing at the next answer of Excel, and says so', async () => {
    const outcome = work.run('Writing…', 'writing', async (progress) => {
      progress(1, 4);
      work.cancel();
      await Promise.resolve();
      progress(2, 4);
    });
    expect(await outcome).toEqual({ done: false, words: 'Cancelled. Everything is as it was before.' });
    expect(states.find((busy) => busy?.share === 0.25)).toBeDefined();
    expect(states.find((busy) => busy?.isCancelling)).toBeDefined();
  });

  test.each([
    ['the next look', 'Looking at the month…', 'looking', 'Checking…', 'looking'],
    ['a writing', 'Looking at the month…', 'looking', 'Writing…', 'writing'],
    ['the same one, asked for again', 'Going to the cell…', 'reading', 'Going to the cell…', 'reading'],
  ] as const)('lets %s take the place of what is out of date', async (_, what, kind, next, nextKind) => {
    const first = work.run(what, kind, never);
    const second = work.run(next, nextKind, () => Promise.resolve('two'));
    expect(await first).toEqual({ done: false, words: null });
    expect(await second).toEqual({ done: true, value: 'two' });
  });

  test.each([
    ['Looking at the month…', 'looking', 'Making the PDF…', 'reading'],
    ['Making the PDF…', 'reading', 'Reading the workbook…', 'reading'],
    ['Making the PDF…', 'reading', 'Looking at the month…', 'looking'],
    ['Making the PDF…', 'reading', 'Writing…', 'writing'],
  ] as const)('loses neither %s (%s) nor %s (%s) that comes after it', async (what, kind, next, nextKind) => {
    let finish: (value: string) => void = () => undefined;
    const first = work.run(what, kind, () => new Promise<string>((resolve) => (finish = resolve)));
    const second = work.run(next, nextKind, () => Promise.resolve('two'));
    finish('one');
    expect(await first).toEqual({ done: true, value: 'one' });
    expect(await second).toEqual({ done: true, value: 'two' });
  });

  test('lets what else is pressed wait until the cells are written', async () => {
    const order: string[] = [];
    let finish: (value: string) => void = () => undefined;
    const writing = work.run(
      'Remembering…',
      'writing',
      () => new Promise<string>((resolve) => (finish = resolve)),
    );
    const next = work.run('Making the PDF…', 'reading', () => Promise.resolve(order.push('made')));
    await Promise.resolve();
    order.push('remembered');
    finish('done');
    await Promise.all([writing, next]);
    expect(order).toEqual(['remembered', 'made']);
  });

  test('starts nothing while cells are written, so a second click does nothing', async () => {
    let finish: (value: string) => void = () => undefined;
    const first = work.run('Writing…', 'writing', () => new Promise<string>((resolve) => (finish = resolve)));
    const job = jest.fn();
    expect(await work.run('Writing…', 'writing', job)).toEqual({ done: false, words: null });
    expect(job).not.toHaveBeenCalled();
    finish('written');
    expect(await first).toEqual({ done: true, value: 'written' });
  });

  test('takes edits for its own while it writes and a moment longer', async () => {
    expect(work.isWriting()).toBe(false);
    await work.run('Writing…', 'writing', () => Promise.resolve(work.isWriting()));
    expect(work.isWriting()).toBe(true);
    jest.advanceTimersByTime(1000);
    expect(work.isWriting()).toBe(false);
  });

  test('can go on after a failure', async () => {
    const failing = () => Promise.reject(new Refusal('sheet-protected', 'The sheet is protected.'));
    expect(await work.run('Reading…', 'reading', failing)).toEqual({
      done: false,
      words: 'The sheet is protected.',
    });
    expect(await work.run('Reading…', 'reading', () => Promise.resolve(1))).toMatchObject({ done: true });
  });
});

describe('what went wrong', () => {
  test('what nobody expected is said with its own words', () => {
    expect(wordsFor(new RangeError('no table X'))).toBe(
      'Something went wrong in Claimsheet (no table X). Please try again.',
    );
  });

  test('what Excel says is said in plain words', () => {
    const error = { code: 'InvalidOperationInCellEditMode', message: '…', debugInfo: {} };
    expect(wordsFor(error)).toBe(
      'A cell is being typed into. Press Enter or Esc in the sheet, then try again.',
    );
  });
});
