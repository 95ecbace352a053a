import { adjustmentReasons } from '../../../src/billing/codes/adjustments/reasons';
import {
  APPEAL_ANSWERS,
  appealAnswer,
  NOT_APPEALED,
  OTHER_ANSWER,
} from '../../../src/billing/documents/appeal-answers';
import { benefitQuestions } from '../../../src/billing/documents/benefit-questions';
import { ESTIMATE_NOTICES } from '../../../src/billing/documents/estimate-elements';
import { progressSections } from '../../../src/billing/documents/progress-sections';
import { TABLES } from '../../../src/workbook/tables';
import { columnsOf } from '../../../src/workbook/tables/define-table';

const REASONS = new Set(adjustmentReasons().map(({ code }) => code));

test('every reason whose next step is an appeal or an authorization has an answer of its own', () => {
  const without = adjustmentReasons()
    .filter(({ next }) => next === 'appeal' || next === 'get-authorization' || next === 'send-information')
    .filter(({ code }) => appealAnswer(code) === OTHER_ANSWER);
  expect(without).toEqual([]);
});

test('every reason of the answers is a reason with words, and in one answer only', () => {
  const codes = [...APPEAL_ANSWERS.flatMap((answer) => answer.codes), ...NOT_APPEALED.keys()];
  expect(codes.filter((code) => !REASONS.has(code))).toEqual([]);
  expect(new Set(codes).size).toBe(codes.length);
});

test('every answer leaves a place for what only the therapist knows', () => {
  expect([...APPEAL_ANSWERS, OTHER_ANSWER].filter(({ places }) => places.length === 0)).toEqual([]);
});

test('an answer of a benefits call is kept in a column that is there', () => {
  const columns = new Set(
    Object.values(TABLES).flatMap((table) => [
      table.name,
      ...columnsOf(table).map(({ header }) => `${table.name}: ${header}`),
    ]),
  );
  const kept = benefitQuestions(null)
    .flatMap(({ questions }) => questions.flatMap(({ keep }) => keep?.split('; ') ?? []))
    .flatMap((text) => {
      const [table = '', headers] = text.split(': ');
      return headers === undefined ? [table] : headers.split(', ').map((header) => `${table}: ${header}`);
    });
  expect(kept.filter((column) => !columns.has(column))).toEqual([]);
});

test('an accident is asked about with auto insurers, and not with health plans', () => {
  const headings = (kind: 'auto' | 'commercial') => benefitQuestions(kind).map(({ heading }) => heading);
  expect(headings('auto')).toContain('The case');
  expect(headings('auto')).not.toContain('What the client pays');
  expect(headings('commercial')).not.toContain('The case');
});

test("workers' compensation gets the parts of SOAPER", () => {
  expect(progressSections('workers-comp').map(({ heading }) => heading)).toEqual(
    expect.arrayContaining(['Employment', 'Restrictions to recovery']),
  );
  expect(progressSections('commercial')).toHaveLength(4);
});

test('the notices of an estimate are all there', () => {
  expect(ESTIMATE_NOTICES.map(({ id }) => id)).toEqual([
    'more-services',
    'only-an-estimate',
    'dispute',
    'no-contract',
    'keep',
  ]);
  const [dispute] = ESTIMATE_NOTICES.filter(({ id }) => id === 'dispute');
  expect(dispute?.words).toMatch(/\$400 .*cms\.gov.*will not lower the quality/s);
});
