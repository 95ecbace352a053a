import type { Sheet } from '../../book/book';
import { namesText } from './write-names';
import type { SheetSlot } from './source';
import type { WriteContext } from './write-context';
import { RELATIONSHIPS_NAMESPACE } from '../package/blank';
import { childText, withChild } from '../xml/children';
import { withOpenTag } from '../xml/patch';
import { encodeExcelText } from '../xml/text';
import { child, childrenNamed, parseXml, prefixOf } from '../xml/tree';

/** The order of a workbook's sections (ECMA-376 part 1, 18.2.27). */
const ORDER = [
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
  'calcPr',
  'oleSize',
  'customWorkbookViews',
  'pivotCaches',
  'smartTagPr',
  'smartTagTypes',
  'webPublishing',
  'fileRecoveryPr',
  'webPublishObjects',
  'extLst',
];

export interface WorkbookChanges {
  /** The sheets in their new order, those the Desk does not show included. */
  slots: readonly SheetSlot[];
  /** The sheet shown first, when it is another than the file's; else null. */
  active: Sheet | null;
  /** Excel must calculate everything when it opens the file. */
  fullCalculation: boolean;
}

/** Writes the list of sheets, the names and the settings of the workbook, as far as they changed. */
export function writeWorkbook(context: WriteContext, changes: WorkbookChanges): void {
  const { book, source, parts } = context;
  const editor = new WorkbookEditor(source.workbookXml);
  const { prefix } = editor;

  if (book.date1904 !== source.date1904)
    editor.setAttributes('workbookPr', { date1904: book.date1904 ? '1' : null });
  if (book.structureProtected !== source.structureProtected)
    editor.setAttributes('workbookProtection', { lockStructure: book.structureProtected ? '1' : null });
  const sheets = changes.slots.map((slot) => slotText(slot, prefix, editor.relationshipPrefix));
  editor.set(
    'sheets',
    `<${prefix}sheets>${sheets.join('')}</${prefix}sheets>`,
    source.slots.map((slot) => slot.tag).join('') === sheets.join(''),
  );
  const tab = activeTab(context, changes);
  const hasNew = changes.slots.some((slot) => slot.tag === '');
  if (tab !== source.activeTab || (hasNew && !editor.has('bookViews'))) editor.setView(tab);
  const names = namesText(context, changes.slots, prefix);
  const same = source.names.map((name) => name.text).join('') === names.join('');
  const list = names.length === 0 ? null : `<${prefix}definedNames>${names.join('')}</${prefix}definedNames>`;
  editor.set('definedNames', list, same);
  if (changes.fullCalculation) editor.setAttributes('calcPr', { fullCalcOnLoad: '1' });

  if (editor.text !== source.workbookXml) parts.setText(source.workbookPart, editor.text);
}

function activeTab({ source }: WriteContext, { slots, active }: WorkbookChanges): number {
  const before = source.slots[source.activeTab];
  const found = slots.findIndex((slot) => (active === null ? slot === before : slot.sheet === active));
  return Math.max(0, found);
}

function slotText(slot: SheetSlot, prefix: string, relationshipPrefix: string | null): string {
  const name = slot.sheet?.name ?? slot.name;
  const visibility = slot.sheet?.visibility ?? slot.visibility;
  if (slot.tag === '') {
    const declare = relationshipPrefix === null ? ` xmlns:r="${RELATIONSHIPS_NAMESPACE}"` : '';
    return withOpenTag(`<${prefix}sheet${declare}/>`, {
      name: encodeExcelText(name),
      sheetId: String(slot.sheetId),
      [`${relationshipPrefix ?? 'r'}:id`]: slot.relationship,
      state: STATES[visibility],
    });
  }
  const changed: Record<string, string | null> = {};
  if (name !== slot.name) changed['name'] = encodeExcelText(name);
  if (visibility !== slot.visibility) changed['state'] = STATES[visibility];
  return withOpenTag(slot.tag, changed);
}

const STATES = { Visible: null, Hidden: 'hidden', VeryHidden: 'veryHidden' } as const;

/** The workbook part's text, section by section. */
class WorkbookEditor {
  readonly prefix: string;
  /** What the file calls the relationships namespace; null when it does not name it at the root. */
  readonly relationshipPrefix: string | null;

  constructor(public text: string) {
    const root = parseXml(text);
    this.prefix = prefixOf(root.name);
    const bound = Object.entries(root.attributes).find(
      ([name, value]) => name.startsWith('xmlns:') && /\/relationships$/.test(value),
    );
    this.relationshipPrefix = bound ? bound[0].slice('xmlns:'.length) : null;
  }

  has(section: string): boolean {
    return child(parseXml(this.text), section) !== undefined;
  }

  set(section: string, text: string | null, isSame: boolean): void {
    if (!isSame) this.text = withChild(this.text, section, text, ORDER);
  }

  setAttributes(section: string, values: Record<string, string | null>): void {
    const before = childText(this.text, parseXml(this.text), section) ?? `<${this.prefix}${section}/>`;
    this.text = withChild(this.text, section, withOpenTag(before, values), ORDER);
  }

  /** The first window shows this tab; the row of tabs starts at the left again. */
  setView(activeTab: number): void {
    const { prefix } = this;
    const before =
      childText(this.text, parseXml(this.text), 'bookViews') ??
      `<${prefix}bookViews><${prefix}workbookView/></${prefix}bookViews>`;
    const [view] = childrenNamed(parseXml(before), 'workbookView');
    if (!view) return;
    const changed = withOpenTag(before.slice(view.start, view.end), {
      activeTab: activeTab === 0 ? null : String(activeTab),
      firstSheet: null,
    });
    const views = before.slice(0, view.start) + changed + before.slice(view.end);
    this.text = withChild(this.text, 'bookViews', views, ORDER);
  }
}
