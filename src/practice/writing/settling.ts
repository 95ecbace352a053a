import { readWorkbook } from '../../workbook/excel/read-workbook';
import type { Settling } from '../../workbook/excel/settle-run';
import { isOwnDocument } from '../../workbook/plan/own-sheets';
import { forgetting } from '../memory/memory';
import { memoryText } from '../memory/memory-text';
import { memoryOf } from '../memory/read-memory';

export { deleteStrays } from '../../workbook/excel/delete-strays';
export { renumberRuns } from '../../workbook/excel/renumber-runs';
export { settleRun } from '../../workbook/excel/settle-run';

/** How runs are brought to an end in this workbook. */
export function settlingIn(context: Excel.RequestContext): Settling {
  return {
    read: () => readWorkbook(context, isOwnDocument),
    memoryWithout(reading, run, left) {
      const memory = memoryOf(reading);
      if (memory.workbook === '') return null;
      // The run alone: claims that it made again were made by an earlier one.
      return memoryText(forgetting(memory, ({ account }, { id }) => id === run && !left.has(account)));
    },
  };
}
