import type { Finding } from '../../billing/findings';
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

/** Said where somebody changed or cut what is remembered: the tables still say most of it. */
export function memoryDamaged({ memory }: WorkbookReading): Finding[] {
  if (memory.every(({ xml }) => parseMemory(xml) !== null)) return [];
  return [
    {
      rule: 'memory-damaged',
      severity: 'WARN',
      place: null,
      message:
        'What Claimsheet remembers beside its tables cannot be read: another program changed it. Your answers and the numbers of deleted claims are not known any more.',
      fix: 'Take the workbook from before that (File > Info > Version History), or go on: the next run remembers anew.',
      source: 'Claimsheet: what was billed is never billed again',
    },
  ];
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
