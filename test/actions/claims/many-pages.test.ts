import fc from 'fast-check';
import { claimsPlan } from '../../../src/actions/claims/claims-plan';
import { claimPages } from '../../../src/forms/cms1500/claim-form';
import { isOwnDocument } from '../../../src/workbook/plan/own-sheets';
import { day } from '../../../src/billing/values/day';
import { anyClaim } from '../../forms/cms1500/overlay/any-claim';

const RUN = { id: 'r1', when: '2026-11-02T09:00', what: 'claims' };
const BATCH = { month: '2026-10', sheet: 'Claims 2026-10', today: day(46328), file: null };

/** Excel keeps 1,027 pages of a sheet apart and no more. */
test('more claim pages than a sheet holds go on to further sheets, each claim whole and found by the register', () => {
  const [claim] = fc.sample(anyClaim, { numRuns: 1, seed: 20_261_201 });
  if (!claim) throw new Error('There is a claim.');
  const pagesOfOne = claimPages(claim).length;
  const claims = Array.from({ length: 2_100 }, (_, at) => ({ ...claim, account: `C${String(at)}` }));
  const { documents, rows } = claimsPlan(claims, RUN, BATCH);
  expect(documents.map(({ pages }) => pages.length).every((pages) => pages > 0 && pages <= 1_000)).toBe(true);
  expect(documents.reduce((sum, { pages }) => sum + pages.length, 0)).toBe(2_100 * pagesOfOne);
  expect(documents.map(({ name }) => name).slice(0, 3)).toEqual([
    'Claims 2026-10',
    'Claims 2026-10 part 2',
    'Claims 2026-10 part 3',
  ]);
  expect(documents.every(({ name }) => isOwnDocument(name))).toBe(true);
  const [register] = rows;
  const sheets = (register?.rows ?? []).map((row) => ('sheet' in row ? row.sheet : ''));
  for (const { name, pages } of documents)
    expect(sheets.filter((sheet) => sheet === name).length * pagesOfOne).toBe(pages.length);
});
