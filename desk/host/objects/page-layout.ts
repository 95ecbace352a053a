import { LIMITS, type PageLayout, type Sheet } from '../../book/book';
import { booleanArgument, numberArgument, optionalRange, textArgument, wordArgument } from '../arguments';
import { findRange } from '../cells/find-range';
import { requireUnprotected } from '../cells/protection';
import type { ClassSpec, Property } from '../class-spec';
import { invalidArgument, unsupported } from '../errors';
import { object, type RangeTarget } from '../targets';
import type { Workspace } from '../workspace';

type Margin = keyof NonNullable<PageLayout['margins']>;

/** Points: the margins of a new workbook ("Normal"). */
const NORMAL_MARGINS = { left: 50.4, right: 50.4, top: 54, bottom: 54, header: 21.6, footer: 21.6 };
const POINTS = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 } as const;
const ORIENTATIONS = ['Portrait', 'Landscape'] as const;
const MARGINS: readonly Margin[] = ['left', 'right', 'top', 'bottom', 'header', 'footer'];

export const pageLayout: ClassSpec<Sheet> = {
  properties: {
    Orientation: {
      get: ({ pageLayout: page }) => page.orientation ?? 'Portrait',
      set: (sheet, value) => change(sheet, { orientation: wordArgument(value, ORIENTATIONS) }),
    },
    PaperSize: {
      get: ({ pageLayout: page }) => page.paperSize ?? '',
      set: (sheet, value) => change(sheet, { paperSize: textArgument(value) }),
    },
    Zoom: {
      get: ({ pageLayout: page }) => ({ ...NO_ZOOM, ...(page.zoom ?? { scale: 100 }) }),
      set: (sheet, value) => change(sheet, { zoom: readZoom(value) }),
    },
    CenterHorizontally: {
      get: ({ pageLayout: page }) => page.centerHorizontally,
      set: (sheet, value) => change(sheet, { centerHorizontally: booleanArgument(value) }),
    },
    PrintGridlines: {
      get: ({ pageLayout: page }) => page.printGridlines,
      set: (sheet, value) => change(sheet, { printGridlines: booleanArgument(value) }),
    },
    LeftMargin: margin('left'),
    RightMargin: margin('right'),
    TopMargin: margin('top'),
    BottomMargin: margin('bottom'),
    HeaderMargin: margin('header'),
    FooterMargin: margin('footer'),
  },
  links: { HeadersFooters: (sheet) => object('HeaderFooterGroup', sheet) },
  methods: {
    SetPrintArea(sheet, [range], workspace) {
      change(sheet, { printArea: { ...printRange(sheet, range, workspace).area } });
    },
    SetPrintTitleRows(sheet, [range], workspace) {
      const { area } = printRange(sheet, range, workspace);
      if (area.rows === LIMITS.rows) throw invalidArgument();
      change(sheet, { titleRows: { first: area.row, last: area.row + area.rows - 1 } });
    },
    SetPrintMargins(sheet, [unit, options]) {
      const factor = POINTS[wordArgument(unit, ['Points', 'Inches', 'Centimeters'])];
      if (typeof options !== 'object' || options === null) throw invalidArgument();
      for (const [name, value] of Object.entries(options)) {
        const which = MARGINS.find((candidate) => candidate === name);
        if (!which) throw invalidArgument();
        if (value !== null && value !== undefined) setMargin(sheet, which, numberArgument(value) * factor);
      }
    },
    GetPrintTitleRowsOrNullObject(sheet, _args, workspace) {
      const titles = sheet.pageLayout.titleRows;
      if (!titles) return null;
      const rows = titles.last - titles.first + 1;
      return workspace.range(sheet, { row: titles.first, column: 0, rows, columns: LIMITS.columns });
    },
  },
};

export const headerFooterGroup: ClassSpec<Sheet> = {
  links: { DefaultForAllPages: (sheet) => object('HeaderFooter', sheet) },
};

export const headerFooter: ClassSpec<Sheet> = {
  properties: {
    LeftFooter: footer('leftFooter'),
    CenterFooter: footer('centerFooter'),
    RightFooter: footer('rightFooter'),
  },
};

function change(sheet: Sheet, to: Partial<PageLayout>): void {
  requireUnprotected(sheet);
  Object.assign(sheet.pageLayout, to);
}

function margin(name: Margin): Property<Sheet> {
  return {
    get: (sheet) => (sheet.pageLayout.margins ?? NORMAL_MARGINS)[name],
    set: (sheet, value) => setMargin(sheet, name, numberArgument(value)),
  };
}

function setMargin(sheet: Sheet, name: Margin, points: number): void {
  if (points < 0) throw invalidArgument();
  change(sheet, { margins: { ...(sheet.pageLayout.margins ?? NORMAL_MARGINS), [name]: points } });
}

function footer(name: 'leftFooter' | 'centerFooter' | 'rightFooter'): Property<Sheet> {
  return {
    get: (sheet) => sheet.pageLayout[name] ?? '',
    set: (sheet, value) => change(sheet, { [name]: textArgument(value) || null }),
  };
}

/** What is not set is null (Excel.PageLayoutZoomOptions). */
const NO_ZOOM = { scale: null, horizontalFitToPages: null, verticalFitToPages: null };

function readZoom(value: unknown): PageLayout['zoom'] {
  if (typeof value !== 'object' || value === null) throw invalidArgument();
  const zoom: NonNullable<PageLayout['zoom']> = {};
  for (const [name, part] of Object.entries(value)) {
    if (part === null || part === undefined) continue;
    if (name !== 'scale' && name !== 'horizontalFitToPages' && name !== 'verticalFitToPages')
      throw invalidArgument();
    zoom[name] = numberArgument(part);
  }
  if (zoom.scale !== undefined && (zoom.scale < 10 || zoom.scale > 400)) throw invalidArgument();
  return zoom;
}

function printRange(sheet: Sheet, range: unknown, workspace: Workspace): RangeTarget {
  if (typeof range === 'string' && range.includes(',')) throw unsupported('print areas of several parts');
  const found = optionalRange(range) ?? findRange(workspace.book, sheet, range);
  if (found.sheet !== sheet) throw invalidArgument();
  return found;
}
