import { runInThisContext } from 'node:vm';
import type * as Presets from '@univerjs/presets';
import type * as Sheets from '@univerjs/preset-sheets-node-core';

export type Univer = typeof Sheets & Pick<typeof Presets, 'ObjectMatrix'>;

export interface LoadedUniver {
  univer: Univer;
  /** One instance with its own function registry; `close` gives back what it holds. */
  injector: Presets.Injector;
  close: () => void;
}

/** Node's own `require`, also where a test runner puts another in its place that cannot load ES modules. */
const ownProcess = runInThisContext('process') as NodeJS.Process;
const loadPackage = ownProcess.getBuiltinModule('node:module').createRequire(__filename);

/**
 * Starts Univer's formula engine. Loaded here and not at the top, because it takes half a second that a workbook
 * without formulas need not pay; with `require`, because the packages' ES modules do not load in Node (they import
 * a name that opentype.js, a CommonJS module, does not announce). Needs Node 20.19, the first 20 whose `require`
 * loads ES modules, which lodash-es is.
 */
export function startUniver(unitId: string): LoadedUniver {
  const presets = loadPackage('@univerjs/presets') as typeof Presets;
  const sheets = loadPackage('@univerjs/preset-sheets-node-core') as typeof Sheets;
  const univer: Univer = Object.assign(Object.create(sheets) as typeof Sheets, {
    ObjectMatrix: presets.ObjectMatrix,
  });
  switchOffInvertedIndex(univer);
  const { univer: instance } = presets.createUniver({
    presets: [{ plugins: [sheets.UniverFormulaEnginePlugin] }],
    logLevel: presets.LogLevel.SILENT,
  });
  // The functions are registered when the first unit is there; its cells are never used.
  instance.createUnit(presets.UniverInstanceType.UNIVER_SHEET, { id: unitId });
  return {
    univer,
    injector: instance.__getInjector(),
    close: () => {
      instance.dispose();
    },
  };
}

/**
 * The index that speeds up repeated comparisons takes the text "97124" for the number 97124 and an empty cell for
 * 0, but only from the second comparison on. Exact answers are worth more here than its speed.
 */
function switchOffInvertedIndex({ CELL_INVERTED_INDEX_CACHE: index }: Univer): void {
  index.canUseCache = () => ({ rowsInCache: [], rowsNotInCache: [] });
  index.set = () => undefined;
  index.setContinueBuildingCache = () => undefined;
}
