import type { WorkbookReading } from '../reading';
import { ACTION_BYTES, type ExcelStep } from './excel-step';

/** Puts a memory into the workbook, in place of the one that was read. */
export function memoryStep({ memory }: Pick<WorkbookReading, 'memory'>, xml: string): ExcelStep {
  return {
    bytes: xml.length * 1.1 + 2 * ACTION_BYTES,
    run: ({ workbook: { customXmlParts } }) => {
      const [first, ...copies] = memory;
      if (first) customXmlParts.getItem(first.id).setXml(xml);
      else customXmlParts.add(xml);
      for (const { id } of copies) customXmlParts.getItem(id).delete();
    },
  };
}
