import type { CustomXmlPart } from '../../book/custom-xml-part';
import type { DefinedName, Sheet, Table, Visibility } from '../../book/book';
import type { ChartSource } from '../charts/read-charts';
import type { CustomPropertySource } from '../custom-properties/read-custom-properties';
import type { Package } from '../package/package';
import type { LayoutSnapshot } from '../sheet/layout-snapshot';
import type { SheetXml } from '../sheet/source';
import type { SharedStrings } from '../strings/shared-strings';
import type { StyleSheet } from '../styles/read-styles';

/** An entry of the workbook's list of sheets; `sheet` is null for what the Desk does not show, such as a chart sheet. */
export interface SheetSlot {
  name: string;
  sheetId: number;
  relationship: string;
  visibility: Visibility;
  /** The `<sheet>` element as written. */
  tag: string;
  part: string;
  sheet: Sheet | null;
}

export interface SourceName {
  /** The `<definedName>` element as written. */
  text: string;
  name: string;
  slot: SheetSlot | null;
  /** The formula as the file has it. */
  formula: string;
  /** What the Book held for it when it was read; null for names that the Book shows another way or not at all. */
  shown: DefinedName | null;
}

/** What the file held of a sheet (`Sheet.source`). */
export class SheetSource {
  constructor(
    readonly slot: SheetSlot,
    readonly xml: SheetXml,
    readonly layout: LayoutSnapshot,
    /** Row formats as read, each as JSON. */
    readonly rowFormats: ReadonlyMap<number, string>,
    readonly tables: readonly Table[],
    readonly charts: readonly ChartSource[],
    readonly customProperties: readonly CustomPropertySource[],
  ) {}
}

/** What the file held of the workbook (`Book.source`). Nothing in it ever changes: it can be saved more than once. */
export class BookSource {
  constructor(
    readonly parts: Package,
    readonly workbookPart: string,
    readonly slots: readonly SheetSlot[],
    readonly names: readonly SourceName[],
    readonly styles: StyleSheet,
    readonly stylesPart: string,
    readonly strings: SharedStrings,
    /** Null when the workbook has none. */
    readonly stringsPart: string | null,
    readonly date1904: boolean,
    readonly structureProtected: boolean,
    readonly activeTab: number,
    /** Of the Book when it was read: `activeTab`, or the first where that is no worksheet. */
    readonly activeSheet: Sheet | null,
    readonly customXmlParts: readonly CustomXmlPart[],
  ) {}

  get workbookXml(): string {
    return this.parts.text(this.workbookPart);
  }
}

export function sourceOf(sheet: Sheet): SheetSource | null {
  return sheet.source instanceof SheetSource ? sheet.source : null;
}
