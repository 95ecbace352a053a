import type { WorkbookReading } from '../../workbook/reading';
import { Refusal } from '../../workbook/refusal';
import { joined, NO_MEMORY, type Memory } from './memory';
import { NEWEST, parseMemory } from './memory-text';

const known = new WeakMap<WorkbookReading, Memory>();

/** The memory of a workbook; throws a refusal where a newer program wrote it. */
export function memoryOf(reading: WorkbookReading): Memory {
  const memory = known.get(reading) ?? read(reading);
  known.set(reading, memory);
  return memory;
}

/** Copied sheets may bring a second part along. */
function read({ memory }: WorkbookReading): Memory {
  return memory
    .map(({ xml }) => parseMemory(xml))
    .map((parsed) => {
      if (parsed === NEWEST) {
        throw new Refusal(
          'newer-version',
          'A newer version of Claimsheet has worked in this workbook. Update Claimsheet (reload the add-in) before it writes here again.',
        );
      }
      return parsed ?? NO_MEMORY;
    })
    .reduce(joined, NO_MEMORY);
}
