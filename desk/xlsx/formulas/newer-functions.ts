/**
 * Functions that came after the file format (ECMA-376): files hold them with a prefix, Excel shows them without.
 * Source: Microsoft Support, "Issue: An _xlfn. prefix is displayed in front of a formula", and [MS-XLSX] 2.2.2.
 */
const FUTURE = `
ACOT ACOTH ARABIC ARRAYTOTEXT BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT
BITOR BITRSHIFT BITXOR BYCOL BYROW CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT
CHISQ.TEST CHOOSECOLS CHOOSEROWS COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P COVARIANCE.S CSC
CSCH DAYS DECIMAL DETECTLANGUAGE DROP ENCODEURL ERF.PRECISE ERFC.PRECISE EXPAND EXPON.DIST F.DIST F.DIST.RT F.INV
F.INV.RT F.TEST FIELDVALUE FILTERXML FLOOR.MATH FLOOR.PRECISE FORECAST.ETS FORECAST.ETS.CONFINT
FORECAST.ETS.SEASONALITY FORECAST.ETS.STAT FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV GAMMALN.PRECISE
GAUSS GROUPBY HSTACK HYPGEOM.DIST IFNA IFS IMAGE IMCOSH IMCOT IMCSC IMCSCH IMSEC IMSECH IMSINH IMTAN ISFORMULA
ISOMITTED ISOWEEKNUM LAMBDA LET LOGNORM.DIST LOGNORM.INV MAKEARRAY MAP MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT
NEGBINOM.DIST NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC PERCENTILE.INC
PERCENTOF PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI PIVOTBY POISSON.DIST QUARTILE.EXC QUARTILE.INC QUERYSTRING
RANDARRAY RANK.AVG RANK.EQ REDUCE REGEXEXTRACT REGEXREPLACE REGEXTEST RRI SCAN SEC SECH SEQUENCE SHEET SHEETS SKEW.P
SORTBY STDEV.P STDEV.S STOCKHISTORY SWITCH T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T T.TEST TAKE TEXTAFTER
TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW TRANSLATE TRIMRANGE UNICHAR UNICODE UNIQUE VALUETOTEXT VAR.P VAR.S VSTACK
WEBSERVICE WEIBULL.DIST WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST`;

/** Two that carry a second prefix, since the worksheet's own FILTER and SORT came from another family. */
const WORKSHEET_FUTURE = ['FILTER', 'SORT'];

const PREFIXES = new Map<string, string>([
  ...FUTURE.trim()
    .split(/\s+/)
    .map((name): [string, string] => [name, '_xlfn.']),
  ...WORKSHEET_FUTURE.map((name): [string, string] => [name, '_xlfn._xlws.']),
]);

/** `_xlfn.` or `_xlfn._xlws.` for the functions that need it in a file, else ''. */
export function filePrefix(functionName: string): string {
  return PREFIXES.get(functionName.toUpperCase()) ?? '';
}

const FILE_PREFIX = /^(?:_xlfn\.|_xlws\.|_xlpm\.|_xlop\.|_xludf\.)+/i;

/** The name as the user sees it: `_xlfn._xlws.SORT` is `SORT`. */
export function withoutPrefix(name: string): string {
  return name.replace(FILE_PREFIX, '');
}

const CUSTOM = /^_xldudf_([A-Za-z0-9]+)_(.+)$/;

/** `_xldudf_CLAIM_BILLABLE_UNITS` is the add-in function `CLAIM.BILLABLE_UNITS`. */
export function customFunctionShown(name: string): string {
  return name.replace(CUSTOM, '$1.$2');
}

/** Worksheet functions with a dot in their name that files hold without a prefix. */
const DOTTED = ['ERROR.TYPE', 'NETWORKDAYS.INTL', 'WORKDAY.INTL', 'ISO.CEILING', 'ECMA.CEILING'];

/** An add-in's function has its namespace in front, with a dot: `CLAIM.VISITS_LEFT`. */
export function isCustomFunction(name: string): boolean {
  return name.includes('.') && filePrefix(name) === '' && !DOTTED.includes(name.toUpperCase());
}

export function customFunctionInFile(name: string): string {
  return `_xldudf_${name.replace('.', '_')}`;
}
