import type { Book } from '../../book/book';
import { textArgument } from '../arguments';
import type { ClassSpec } from '../class-spec';
import { ExcelError } from '../errors';
import { object, type HostObject, type Targets } from '../targets';

/** What add-ins keep with the workbook. Keys are told apart by case, as in JSON. */
export const settingCollection: ClassSpec<Book> = {
  items: (book) => [...book.settings.keys()].map((key) => object('Setting', { key })),
  item: found,
  methods: {
    // Microsoft: sets or adds.
    Add(book, [key, value], workspace) {
      book.settings.set(textArgument(key), value);
      workspace.edited = true;
      return object('Setting', { key: textArgument(key) });
    },
    GetCount: (book) => book.settings.size,
    GetItem: (book, [key]) => found(book, key),
    GetItemOrNullObject: (book, [key]) =>
      book.settings.has(textArgument(key)) ? object('Setting', { key: textArgument(key) }) : null,
  },
};

export const setting: ClassSpec<Targets['Setting']> = {
  isGone: ({ key }, { book }) => !book.settings.has(key),
  identity: ({ key }) => ({ _Id: key }),
  properties: {
    Key: { get: ({ key }) => key },
    Value: {
      get: ({ key }, { book }) => book.settings.get(key) ?? null,
      set({ key }, value, workspace) {
        workspace.book.settings.set(key, value);
        workspace.edited = true;
      },
    },
  },
  methods: {
    Delete({ key }, _args, workspace) {
      workspace.book.settings.delete(key);
      workspace.edited = true;
    },
  },
};

function found(book: Book, key: unknown): HostObject {
  if (!book.settings.has(textArgument(key))) throw new ExcelError('ItemNotFound');
  return object('Setting', { key: textArgument(key) });
}
