import type { Sheet } from '../../book/book';

/** Each part of a sheet's layout as a text, so that what changed since reading can be told, part by part. */
export type LayoutSnapshot = Record<
  | 'tabColor'
  | 'isProtected'
  | 'showGridlines'
  | 'freeze'
  | 'columns'
  | 'merges'
  | 'rowBreaks'
  | 'columnBreaks'
  | 'printOptions'
  | 'margins'
  | 'pageSetup'
  | 'fits'
  | 'footer'
  | 'printArea'
  | 'titleRows',
  string
>;

export function layoutSnapshot(sheet: Sheet): LayoutSnapshot {
  const page = sheet.pageLayout;
  const text = (value: unknown) => JSON.stringify(value);
  return {
    tabColor: text(sheet.tabColor),
    isProtected: text(sheet.isProtected),
    showGridlines: text(sheet.showGridlines),
    freeze: text(sheet.freeze),
    columns: text([...sheet.columnFormats].sort(([a], [b]) => a - b)),
    merges: text(sheet.merges),
    rowBreaks: text([...sheet.pageBreakRows].sort((a, b) => a - b)),
    columnBreaks: text([...sheet.pageBreakColumns].sort((a, b) => a - b)),
    printOptions: text([page.centerHorizontally, page.printGridlines]),
    margins: text(page.margins),
    pageSetup: text([page.orientation, page.paperSize, page.zoom]),
    fits: text(page.zoom !== null && page.zoom.scale === undefined),
    footer: text([page.leftFooter, page.centerFooter, page.rightFooter]),
    printArea: text(page.printArea),
    titleRows: text(page.titleRows),
  };
}
