import type { Book, Sheet } from '../../book/book';
import { isMissing } from '../arguments';
import type { ClassSpec } from '../class-spec';
import { ExcelError, unsupported } from '../errors';
import type { Workspace } from '../workspace';

export const worksheetProtection: ClassSpec<Sheet> = {
  properties: { Protected: { get: (sheet) => sheet.isProtected } },
  methods: {
    Protect(sheet, [options, password], workspace) {
      refusePassword(password);
      if (!isMissing(options) && Object.values(options as object).some(Boolean)) {
        throw unsupported('options of WorksheetProtection.protect');
      }
      // Microsoft: fails if the sheet is already protected.
      if (sheet.isProtected) throw new ExcelError('InvalidOperation');
      sheet.isProtected = true;
      workspace.protectedHere.add(sheet);
    },
    Unprotect(sheet, [password], workspace) {
      refusePassword(password);
      if (!sheet.isProtected) return;
      refuseForeign(sheet, workspace, 'WorksheetProtection.unprotect');
      sheet.isProtected = false;
    },
  },
};

export const workbookProtection: ClassSpec<Book> = {
  properties: { Protected: { get: (book) => book.structureProtected } },
  methods: {
    Protect(book, [password], workspace) {
      refusePassword(password);
      if (book.structureProtected) throw new ExcelError('InvalidOperation');
      book.structureProtected = true;
      workspace.protectedHere.add(book);
    },
    Unprotect(book, [password], workspace) {
      refusePassword(password);
      if (!book.structureProtected) return;
      refuseForeign(book, workspace, 'WorkbookProtection.unprotect');
      book.structureProtected = false;
    },
  },
};

function refusePassword(password: unknown): void {
  if (!isMissing(password)) throw unsupported('protection with a password');
}

/** Whether the file asks for a password is not known here, so its own protection stays. */
function refuseForeign(target: object, workspace: Workspace, method: string): void {
  if (!workspace.protectedHere.has(target)) throw unsupported(`${method} of what the file protected`);
}
