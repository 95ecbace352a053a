import type { Sheet } from '../../book/book';
import { textArgument } from '../arguments';
import type { ClassSpec } from '../class-spec';
import { ExcelError, invalidArgument } from '../errors';
import { object, type HostObject, type Targets } from '../targets';

const LONGEST_KEY = 255;

type Property = Targets['WorksheetCustomProperty'];

/** What add-ins keep with a sheet. Microsoft: keys have at most 255 characters, and any case. */
export const worksheetCustomPropertyCollection: ClassSpec<Sheet> = {
  items: (sheet) =>
    [...sheet.customProperties].map(({ key }) => object('WorksheetCustomProperty', { sheet, key })),
  item: found,
  methods: {
    // Microsoft: overwrites a property that has the key already.
    Add(sheet, [key, value], workspace) {
      const name = textArgument(key);
      if (name === '' || name.length > LONGEST_KEY) throw invalidArgument();
      sheet.customProperties.set(name, textArgument(value));
      workspace.edited = true;
      return object('WorksheetCustomProperty', { sheet, key: name });
    },
    GetCount: (sheet) => sheet.customProperties.size,
    GetItem: (sheet, [key]) => found(sheet, key),
    GetItemOrNullObject: (sheet, [key]) =>
      sheet.customProperties.has(textArgument(key)) ? found(sheet, key) : null,
  },
};

export const worksheetCustomProperty: ClassSpec<Property> = {
  isGone: ({ sheet, key }, { book }) => !book.sheets.includes(sheet) || !sheet.customProperties.has(key),
  identity: (target) => ({ _Id: keyOf(target) }),
  properties: {
    Key: { get: keyOf },
    Value: {
      get: ({ sheet, key }) => sheet.customProperties.get(key)?.value ?? '',
      set: ({ sheet, key }, value) => sheet.customProperties.set(key, textArgument(value)),
    },
  },
  methods: {
    Delete({ sheet, key }, _args, workspace) {
      sheet.customProperties.delete(key);
      workspace.edited = true;
    },
  },
};

function keyOf({ sheet, key }: Property): string {
  return sheet.customProperties.get(key)?.key ?? key;
}

function found(sheet: Sheet, key: unknown): HostObject {
  const name = textArgument(key);
  if (!sheet.customProperties.has(name)) throw new ExcelError('ItemNotFound');
  return object('WorksheetCustomProperty', { sheet, key: name });
}
