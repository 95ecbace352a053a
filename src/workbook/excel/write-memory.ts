import { MEMORY_NAMESPACE } from '../memory-namespace';
import type { WorkbookReading } from '../reading';
import type { Step } from './payload';

const ACTION_BYTES = 700;

/** Puts a memory into the workbook, in place of the one that was read. */
export function memoryStep(
  { memory }: Pick<WorkbookReading, 'memory'>,
  xml: string,
): Step<Excel.RequestContext> {
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

/** Puts back what was there; works whether or not a new memory was written. */
export function formerMemorySteps(
  former: WorkbookReading['memory'],
): (context: Excel.RequestContext) => () => void {
  return ({ workbook: { customXmlParts } }) => {
    const parts = customXmlParts.getByNamespace(MEMORY_NAMESPACE).load('items/id');
    return () => {
      parts.items.forEach((part, index) => {
        const before = former[index];
        if (before) part.setXml(before.xml);
        else part.delete();
      });
      for (const { xml } of former.slice(parts.items.length)) customXmlParts.add(xml);
    };
  };
}
