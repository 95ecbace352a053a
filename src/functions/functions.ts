/**
 * Loaded when the workbook opens. Each function has a file of its own; the build reads their JSDoc into
 * functions.json and associates them (webpack.config.js lists the files).
 */
export { billableUnits } from './billable-units';
export { checkCodes } from './check-codes';
export { codeFor } from './code-for';
export { runsOut } from './runs-out';
export { visitsLeft } from './visits-left';
