import type { Area } from '../../book/book';

/** An element directly below `<worksheet>`, by its place in the part's text. */
export interface SheetSection {
  local: string;
  start: number;
  openEnd: number;
  closeStart: number;
  end: number;
}

export interface SourceRow {
  row: number;
  start: number;
  openEnd: number;
  closeStart: number;
  end: number;
  /** Its cells, as indexes into `SheetXml.cells`: from, and up to but without. */
  firstCell: number;
  endCell: number;
}

/** Where the cells stand in the text, one entry each, in the order of the file. */
export interface SourceCells {
  keys: number[];
  starts: number[];
  ends: number[];
  /** The shared string shown, or -1. */
  shared: number[];
}

export interface SourceFormula {
  /** As the Book shows it; null for kinds the Book does not show, such as a what-if data table. */
  shown: string | null;
  /** The group of a shared formula. */
  group: string | null;
  /** Holds the text of its group. */
  isMaster: boolean;
  /** Set on the anchor of an array. */
  array: Area | null;
}

/** A worksheet part and where everything stands in it. */
export interface SheetXml {
  xml: string;
  /** The prefix of its elements with the colon, or ''. */
  prefix: string;
  rootOpenEnd: number;
  rootCloseStart: number;
  rootTag: string;
  sections: SheetSection[];
  rows: SourceRow[];
  cells: SourceCells;
  formulas: Map<number, SourceFormula>;
  /** A row or cell leaves out its own address and means the next one. */
  hasImplicitAddresses: boolean;
}

/** The text of the first section of that name, or null. */
export function sectionText(sheet: SheetXml, local: string): string | null {
  const found = sheet.sections.find((section) => section.local === local);
  return found ? sheet.xml.slice(found.start, found.end) : null;
}
