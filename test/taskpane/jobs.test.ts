import { JOBS } from '../../src/taskpane/jobs';

const prepareClaims = jest.fn();
const prepareSuperbills = jest.fn();
const applyPrepared = jest.fn();
const prepareUndo = jest.fn();
const applyUndo = jest.fn();
jest.mock('../../src/actions/claims/make-claims', () => ({
  prepareClaims: (...all: unknown[]) => prepareClaims(...all) as unknown,
}));
jest.mock('../../src/actions/superbills/make-superbills', () => ({
  prepareSuperbills: (...all: unknown[]) => prepareSuperbills(...all) as unknown,
}));
jest.mock('../../src/actions/prepare', () => ({
  applyPrepared: (...all: unknown[]) => applyPrepared(...all) as unknown,
}));
jest.mock('../../src/actions/undo/undo', () => ({
  prepareUndo: (...all: unknown[]) => prepareUndo(...all) as unknown,
  applyUndo: (...all: unknown[]) => applyUndo(...all) as unknown,
}));

const finding = { words: 'The birth date is missing.', toDo: 'Type it.', sheet: 'Clients', cell: 'F4' };
const hold = { client: 'Ann Example', dates: ['2026-10-02'], charges: 95, findings: [finding] };
const report = {
  month: '2026-10',
  sheet: 'Claims 2026-10',
  claims: [{}],
  billed: 190,
  heldBack: [hold],
  billedBefore: 3,
  tablesMade: [],
};

describe('what a click would do', () => {
  beforeAll(() => {
    Object.assign(globalThis, {
      Excel: { run: (batch: (context: string) => unknown) => Promise.resolve(batch('context')) },
    });
  });
  beforeEach(() => jest.resetAllMocks());

  test('claims: what is made, what is held back and why, and what was made before', async () => {
    const prepared = { plan: {}, report };
    prepareClaims.mockReturnValue(prepared);
    const { lines, confirm, apply } = await JOBS.claims('2026-10');
    expect(lines).toEqual([
      '1 claim for 2026-10, $190.00 in all.',
      'Held back: Ann Example, 1 visit, $95.00. The birth date is missing. (Clients!F4) Type it.',
      '3 sessions made before, and not made again.',
    ]);
    expect(confirm).toBe('Make 1 claim');
    expect(applyPrepared).not.toHaveBeenCalled();
    expect(await apply()).toBe('1 claim made on the sheet "Claims 2026-10".');
    expect(applyPrepared).toHaveBeenCalledWith('context', prepared);
  });

  test('nothing to make is nothing to confirm', async () => {
    prepareClaims.mockReturnValue({ plan: null, report: { ...report, claims: [], billed: 0, sheet: null } });
    expect((await JOBS.claims('2026-10')).confirm).toBeNull();
  });

  test('the first time, the reference tables are made, and that is said', async () => {
    const superbills = { month: '2026-10', superbills: [], charged: 0, heldBack: [], billedBefore: 0 };
    prepareSuperbills.mockReturnValue({
      plan: {},
      report: { ...superbills, tablesMade: ['Practice', 'Payers'] },
    });
    const { lines, confirm, apply } = await JOBS.superbills('2026-10');
    expect(lines.at(-1)).toBe(
      'Before anything can be billed, these sheets are made and filled from your sessions: Practice, Payers.',
    );
    expect(confirm).toBe('Make these sheets');
    expect(await apply()).toBe('The sheets are there. Fill in their blanks, then start again.');
  });

  test('undo: which run, and what goes with it', async () => {
    const rows = [{ table: { tableName: 'Claims' }, positions: [1, 2] }];
    prepareUndo.mockReturnValue({
      run: 'r1',
      what: 'Claims for 2026-10: 2 claims made',
      sheets: ['Claims 2026-10'],
      rows,
    });
    applyUndo.mockReturnValue({ what: 'Claims for 2026-10: 2 claims made' });
    const { lines, confirm, apply } = await JOBS.undo('2026-10');
    expect(lines).toEqual([
      'The last run: Claims for 2026-10: 2 claims made.',
      'Undo removes the sheets "Claims 2026-10".',
      'Undo removes 2 rows of Claims.',
    ]);
    expect(confirm).toBe('Undo it');
    expect(await apply()).toBe('Taken back: Claims for 2026-10: 2 claims made.');
  });

  test('check: says that there is none yet', async () => {
    const { lines, confirm } = await JOBS.check('2026-10');
    expect(lines[0]).toContain('There is no list of checks yet.');
    expect(confirm).toBeNull();
  });
});
