import type { ClassSpec } from './class-spec';
import { addinInternalService } from './objects/addin-internal-service';
import { customFunctions } from './objects/custom-functions';
import { range } from './objects/range';
import { workbook } from './objects/workbook';
import { worksheet } from './objects/worksheet';
import { worksheetCollection } from './objects/worksheet-collection';
import type { ClassName, HostObject, Targets } from './targets';

/** Every class of Office.js that the Desk answers for. */
export const classes: Partial<{ [K in ClassName]: ClassSpec<Targets[K]> }> = {
  AddinInternalService: addinInternalService,
  CustomFunctions: customFunctions,
  Range: range,
  Workbook: workbook,
  Worksheet: worksheet,
  WorksheetCollection: worksheetCollection,
};

/** The table is typed by name; the interpreter, which only walks it, is not. */
export function specOf(of: HostObject): ClassSpec<unknown> {
  return (classes[of.type] ?? {}) as ClassSpec<unknown>;
}

/** Such as `Worksheet.getRange`. */
export function memberName(of: HostObject, name: string): string {
  return `${of.type}.${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}
