import type { ClassSpec } from './class-spec';
import { addinInternalService } from './objects/addin-internal-service';
import { appRuntimeService } from './objects/app-runtime-service';
import { application } from './objects/application';
import { autoFilter } from './objects/auto-filter';
import { chart, chartCollection } from './objects/charts';
import {
  chartAxes,
  chartAxis,
  chartFont,
  chartLegend,
  chartTitle,
  chartTitleFormat,
} from './objects/chart-parts';
import { chartFill, chartSeries, chartSeriesCollection, chartSeriesFormat } from './objects/chart-series';
import { customFunctions } from './objects/custom-functions';
import { customXmlPart } from './objects/custom-xml-part';
import { customXmlPartCollection, customXmlPartScopedCollection } from './objects/custom-xml-parts';
import { filter } from './objects/filter';
import { formatProtection } from './objects/format-protection';
import { functionResult, functions } from './objects/functions';
import { namedItem, namedItemCollection } from './objects/named-items';
import { pageBreak, pageBreakCollection } from './objects/page-breaks';
import { headerFooter, headerFooterGroup, pageLayout } from './objects/page-layout';
import { workbookProtection, worksheetProtection } from './objects/protections';
import { range } from './objects/range';
import { rangeBorder, rangeBorderCollection } from './objects/range-borders';
import { rangeFill } from './objects/range-fill';
import { rangeFont } from './objects/range-font';
import { rangeFormat } from './objects/range-format';
import { setting, settingCollection } from './objects/settings';
import { table } from './objects/table';
import { tableColumn, tableColumnCollection } from './objects/table-columns';
import { tableRow, tableRowCollection } from './objects/table-rows';
import { tableCollection, tableScopedCollection } from './objects/tables';
import { workbook } from './objects/workbook';
import { worksheet } from './objects/worksheet';
import { worksheetCollection } from './objects/worksheet-collection';
import {
  worksheetCustomProperty,
  worksheetCustomPropertyCollection,
} from './objects/worksheet-custom-properties';
import { worksheetFreezePanes } from './objects/worksheet-freeze-panes';
import type { ClassName, HostObject, Targets } from './targets';

/** Every class of Office.js that the Desk answers for. */
const classes: { [K in ClassName]: ClassSpec<Targets[K]> } = {
  AddinInternalService: addinInternalService,
  AppRuntimeService: appRuntimeService,
  Application: application,
  AutoFilter: autoFilter,
  Chart: chart,
  ChartAxes: chartAxes,
  ChartAxis: chartAxis,
  ChartCollection: chartCollection,
  ChartFill: chartFill,
  ChartFont: chartFont,
  ChartLegend: chartLegend,
  ChartSeries: chartSeries,
  ChartSeriesCollection: chartSeriesCollection,
  ChartSeriesFormat: chartSeriesFormat,
  ChartTitle: chartTitle,
  ChartTitleFormat: chartTitleFormat,
  CustomFunctions: customFunctions,
  CustomXmlPart: customXmlPart,
  CustomXmlPartCollection: customXmlPartCollection,
  CustomXmlPartScopedCollection: customXmlPartScopedCollection,
  Filter: filter,
  FormatProtection: formatProtection,
  FunctionResult: functionResult,
  Functions: functions,
  HeaderFooter: headerFooter,
  HeaderFooterGroup: headerFooterGroup,
  NamedItem: namedItem,
  NamedItemCollection: namedItemCollection,
  PageBreak: pageBreak,
  PageBreakCollection: pageBreakCollection,
  PageLayout: pageLayout,
  Range: range,
  RangeBorder: rangeBorder,
  RangeBorderCollection: rangeBorderCollection,
  RangeFill: rangeFill,
  RangeFont: rangeFont,
  RangeFormat: rangeFormat,
  Setting: setting,
  SettingCollection: settingCollection,
  Table: table,
  TableCollection: tableCollection,
  TableColumn: tableColumn,
  TableColumnCollection: tableColumnCollection,
  TableRow: tableRow,
  TableRowCollection: tableRowCollection,
  TableScopedCollection: tableScopedCollection,
  Workbook: workbook,
  WorkbookProtection: workbookProtection,
  Worksheet: worksheet,
  WorksheetCollection: worksheetCollection,
  WorksheetCustomProperty: worksheetCustomProperty,
  WorksheetCustomPropertyCollection: worksheetCustomPropertyCollection,
  WorksheetFreezePanes: worksheetFreezePanes,
  WorksheetProtection: worksheetProtection,
};

/** The table is typed by name; the interpreter, which only walks it, is not. */
export function specOf(of: HostObject): ClassSpec<unknown> {
  return classes[of.type] as ClassSpec<unknown>;
}

/** Such as `Worksheet.getRange`. */
export function memberName(of: HostObject, name: string): string {
  return `${of.type}.${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}
