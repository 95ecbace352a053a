/**
 * What a parameter of a worksheet function makes of a range or array, in a formula that is no array formula:
 * - single: takes one value, so the range is reduced to the cell beside the formula
 * - range: takes a range as it is; an expression in its place is still computed cell by cell
 * - array: the same, and what is computed in its place is computed for whole arrays
 */
export type ParameterClass = 'single' | 'range' | 'array';

/**
 * The functions with a parameter that is no `s`, a letter each; those in brackets repeat, else the last one does.
 * Sources: OpenOffice.org's Documentation of the Microsoft Excel File Format, 3.11 (operand classes of built-in functions);
 * ECMA-376 part 1, 18.17.7; Microsoft Support's page of each newer function. INDEX, LOOKUP and AGGREGATE take arrays there
 * without braces, as the idioms LOOKUP(2,1/(…),…) and INDEX((…)*(…),0) show. IF hands a range on, and so does CHOOSE.
 */
const TABLE = `
  r SUM AVERAGE AVERAGEA COUNT COUNTA MAX MAXA MIN MINA PRODUCT SUMSQ MEDIAN AND OR XOR CONCAT GCD LCM MULTINOMIAL
  r STDEV STDEVA STDEVP STDEVPA STDEV.S STDEV.P VAR VARA VARP VARPA VAR.S VAR.P AVEDEV DEVSQ GEOMEAN HARMEAN KURT SKEW
  r SKEW.P COUNTBLANK ROW ROWS COLUMN COLUMNS AREAS ISREF SHEET SHEETS ISFORMULA FORMULATEXT N T PHONETIC ANCHORARRAY
  sr CELL SUBTOTAL NPV FVSCHEDULE IF CHOOSE
  ssr TEXTJOIN NETWORKDAYS WORKDAY
  sssr NETWORKDAYS.INTL WORKDAY.INTL
  ssas AGGREGATE
  rs IRR MIRR LARGE SMALL PERCENTILE PERCENTILE.INC PERCENTILE.EXC QUARTILE QUARTILE.INC QUARTILE.EXC PERCENTRANK
  rs PERCENTRANK.INC PERCENTRANK.EXC TRIMMEAN COUNTIF OFFSET ARRAYTOTEXT
  srr XNPV
  rrs XIRR
  srs RANK RANK.EQ RANK.AVG MATCH VLOOKUP HLOOKUP
  saas XLOOKUP LOOKUP
  sas XMATCH
  rsr SUMIF AVERAGEIF DSUM DAVERAGE DCOUNT DCOUNTA DGET DMAX DMIN DPRODUCT DSTDEV DSTDEVP DVAR DVARP
  (rs) COUNTIFS
  r(rs) SUMIFS AVERAGEIFS MAXIFS MINIFS
  rrrs LINEST LOGEST TREND GROWTH
  a SUMPRODUCT MMULT MDETERM MINVERSE TRANSPOSE MODE MODE.SNGL MODE.MULT CORREL COVAR COVARIANCE.P COVARIANCE.S PEARSON
  a SLOPE INTERCEPT RSQ STEYX SUMX2MY2 SUMX2PY2 SUMXMY2 FTEST F.TEST CHITEST CHISQ.TEST HSTACK VSTACK MAP REDUCE SCAN
  a BYROW BYCOL MAKEARRAY LET LAMBDA
  saa FORECAST FORECAST.LINEAR
  aa FREQUENCY
  aas PROB TTEST T.TEST FILTER
  as INDEX SORT UNIQUE TAKE DROP CHOOSECOLS CHOOSEROWS EXPAND TOCOL TOROW WRAPROWS WRAPCOLS ZTEST Z.TEST
  a(as) SORTBY
`;

/** Functions whose own answer may be an array, whatever they are given. */
const GIVES_ARRAYS = new Set(
  (
    'FILTER SORT SORTBY UNIQUE SEQUENCE RANDARRAY TAKE DROP CHOOSECOLS CHOOSEROWS EXPAND TOCOL TOROW WRAPROWS WRAPCOLS ' +
    'HSTACK VSTACK TEXTSPLIT MAP SCAN BYROW BYCOL MAKEARRAY LET TRANSPOSE MMULT MINVERSE MUNIT FREQUENCY MODE.MULT ' +
    'LINEST LOGEST TREND GROWTH XLOOKUP INDEX OFFSET INDIRECT CHOOSE'
  ).split(' '),
);

const CLASSES: Readonly<Record<string, ParameterClass>> = { s: 'single', r: 'range', a: 'array' };

const BY_FUNCTION = new Map(
  TABLE.trim()
    .split('\n')
    .flatMap((line) => {
      const [letters = '', ...names] = line.trim().split(' ');
      return names.map((name): [string, string] => [name, letters]);
    }),
);

export function givesArrays(functionName: string): boolean {
  return GIVES_ARRAYS.has(functionName);
}

/** Of a function in capitals; `index` counts its arguments from 0. */
export function parameterClass(functionName: string, index: number): ParameterClass {
  const letters = BY_FUNCTION.get(functionName);
  if (letters === undefined) return 'single';
  const [, first = '', repeated = ''] = /^(\w*)\(?(\w*)\)?$/.exec(letters) ?? [];
  const letter =
    index < first.length || repeated === ''
      ? first[Math.min(index, first.length - 1)]
      : repeated[(index - first.length) % repeated.length];
  return CLASSES[letter ?? 's'] ?? 'single';
}
