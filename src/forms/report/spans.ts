import type { ReportColumn } from './report';

/**
 * How many columns of the grid each column of a table takes. Throws where they do not fill the grid: a table that is
 * wider than the page cannot be printed, and one that is narrower no longer fits the columns it was made for.
 */
export function spansOn(columns: readonly ReportColumn[], grid: number): number[] {
  const taken = columns.reduce((sum, { span }) => sum + (span === 'rest' ? 0 : span), 0);
  const rests = columns.filter(({ span }) => span === 'rest').length;
  if (rests > 1 || (rests === 1 ? taken >= grid : taken !== grid)) {
    const names = columns.map(({ header }) => `"${header}"`).join(', ');
    throw new RangeError(`the columns ${names} take ${String(taken)} of a grid of ${String(grid)}`);
  }
  return columns.map(({ span }) => (span === 'rest' ? grid - taken : span));
}
