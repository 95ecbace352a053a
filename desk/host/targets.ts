import type { Area, Book, DefinedName, Sheet, Table, TableColumn, Chart, ChartSeries } from '../book/book';
import type { CustomXmlPart } from '../book/custom-xml-part';
import type { Edge } from '../book/styles';

/** What an object of each Office.js class stands for in the book. */
export interface Targets {
  AddinInternalService: null;
  AppRuntimeService: null;
  Application: Book;
  AutoFilter: Table;
  Chart: PlacedChart;
  ChartAxes: PlacedChart;
  ChartAxis: PlacedChart;
  ChartCollection: Sheet;
  ChartFill: ChartSeries;
  ChartFont: PlacedChart;
  ChartLegend: PlacedChart;
  ChartSeries: ChartSeriesTarget;
  ChartSeriesCollection: PlacedChart;
  ChartSeriesFormat: ChartSeries;
  ChartTitle: PlacedChart;
  ChartTitleFormat: PlacedChart;
  CustomFunctions: null;
  CustomXmlPart: CustomXmlPart;
  CustomXmlPartCollection: Book;
  CustomXmlPartScopedCollection: { namespaceUri: string };
  Filter: { table: Table; column: TableColumn };
  FormatProtection: RangeTarget;
  FunctionResult: { value: number };
  Functions: Book;
  HeaderFooter: Sheet;
  HeaderFooterGroup: Sheet;
  NamedItem: DefinedName;
  NamedItemCollection: { scope: Sheet | null };
  PageBreak: PageBreaks & { at: number };
  PageBreakCollection: PageBreaks;
  PageLayout: Sheet;
  Range: RangeTarget;
  RangeBorder: { range: RangeTarget; edge: BorderIndex };
  RangeBorderCollection: RangeTarget;
  RangeFill: RangeTarget;
  RangeFont: RangeTarget;
  RangeFormat: RangeTarget;
  Setting: { key: string };
  SettingCollection: Book;
  Table: Table;
  TableCollection: { sheet: Sheet | null };
  TableColumn: { table: Table; column: TableColumn };
  TableColumnCollection: Table;
  TableRow: { table: Table; index: number };
  TableRowCollection: Table;
  TableScopedCollection: Table[];
  Workbook: Book;
  WorkbookProtection: Book;
  Worksheet: Sheet;
  WorksheetCollection: Book;
  WorksheetCustomProperty: { sheet: Sheet; key: string };
  WorksheetCustomPropertyCollection: Sheet;
  WorksheetFreezePanes: Sheet;
  WorksheetProtection: Sheet;
}

export type ClassName = keyof Targets;
export type BorderIndex = Edge | 'InsideHorizontal' | 'InsideVertical';

export interface PlacedChart {
  sheet: Sheet;
  chart: Chart;
}

export interface ChartSeriesTarget extends PlacedChart {
  series: ChartSeries;
}

export interface PageBreaks {
  sheet: Sheet;
  kind: 'Horizontal' | 'Vertical';
}

/** `area` moves when cells are inserted or deleted before it. */
export interface RangeTarget {
  sheet: Sheet;
  area: Area;
  /** Its cells were deleted. */
  deleted?: boolean;
}

/** An object of the API, as the client may hold it. */
export class HostObject {
  constructor(
    readonly type: ClassName,
    readonly target: Targets[ClassName],
  ) {}

  is<K extends ClassName>(type: K): this is { type: K; target: Targets[K] } {
    return this.type === type;
  }
}

export function object<K extends ClassName>(type: K, target: Targets[K]): HostObject {
  return new HostObject(type, target);
}
