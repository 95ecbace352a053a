import type { Book } from '../../book/book';
import type { ClassSpec } from '../class-spec';
import { ExcelError } from '../errors';
import { object, type HostObject } from '../targets';
import type { Workspace } from '../workspace';

export const workbook: ClassSpec<Book> = {
  properties: {
    Name: { get: (_book, workspace) => workspace.fileName },
    ReadOnly: { get: (_book, workspace) => workspace.readOnly },
    IsDirty: { get: (_book, workspace) => workspace.edited },
  },
  links: {
    Application: (book) => object('Application', book),
    CustomXmlParts: (book) => object('CustomXmlPartCollection', book),
    Functions: (book) => object('Functions', book),
    Names: () => object('NamedItemCollection', { scope: null }),
    Protection: (book) => object('WorkbookProtection', book),
    Settings: (book) => object('SettingCollection', book),
    Tables: () => object('TableCollection', { sheet: null }),
    Worksheets: (book) => object('WorksheetCollection', book),
  },
  methods: {
    GetSelectedRange: (_book, _args, workspace) => {
      const { sheet, area } = workspace.selected();
      return workspace.range(sheet, area);
    },
    GetActiveCell: (_book, _args, workspace) => {
      const { sheet, area } = workspace.selected();
      return workspace.range(sheet, { ...area, rows: 1, columns: 1 });
    },
    _RemoveReference(_book, [id], workspace) {
      if (typeof id === 'string') workspace.release(id);
    },
    _GetRangeForEventByReferenceId: (_book, [id], workspace) => {
      const found = referenced(id, workspace);
      if (!found) throw new ExcelError('ItemNotFound');
      return found;
    },
    _GetRangeOrNullObjectForEventByReferenceId: (_book, [id], workspace) => referenced(id, workspace),
  },
};

function referenced(id: unknown, workspace: Workspace): HostObject | null {
  return typeof id === 'string' ? (workspace.reference(id) ?? null) : null;
}
