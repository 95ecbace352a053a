import { fileFormula, shownFormula } from '../../../../desk/xlsx/formulas/file-form';
import cases from '../cases/formula-forms.json';

const context = { ownTable: 'Sessions', customFunctions: 'plain', isArray: false } as const;

test.each([...cases.both, ...cases.prefixed, ...cases.onlyRead])(
  '$file is shown as $shown',
  ({ file, shown }) => {
    expect(shownFormula(file, 'Sessions')).toBe(shown);
  },
);

test.each([...cases.both, ...cases.onlyWritten])('$shown is held as $file', ({ file, shown }) => {
  expect(fileFormula(shown, context)).toBe(file);
});

test.each(cases.prefixed)(
  '$shown is held as $file where the file writes custom functions so',
  ({ file, shown }) => {
    expect(fileFormula(shown, { ...context, customFunctions: 'prefixed' })).toBe(file);
  },
);

test('outside a table nothing is added to a reference and no name is left out', () => {
  expect(fileFormula('=SUM(Sessions[Minutes])', { ...context, ownTable: null })).toBe(
    'SUM(Sessions[Minutes])',
  );
  expect(shownFormula('SUM(Sessions[Minutes])', null)).toBe('=SUM(Sessions[Minutes])');
});

test('an @ in the formula of an array is written out', () => {
  expect(fileFormula('=SEQUENCE(2)*@A1:A3', { ...context, isArray: true })).toBe(
    '_xlfn.SEQUENCE(2)*_xlfn.SINGLE(A1:A3)',
  );
});
