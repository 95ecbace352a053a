/** `GenericEventRegistration` of the client takes entries of this category only. */
export const EVENT_CATEGORY = 65536;

/** Target of events that concern the whole workbook. */
export const WORKBOOK_TARGET = 'Workbook';

/** Event numbers as the client registers them (`eventType` in `excel-win32-16.01.debug.js`). */
export const EVENT_TYPE = {
  worksheetChanged: 10,
  worksheetActivated: 11,
  worksheetDeactivated: 12,
  worksheetAdded: 13,
  worksheetSelectionChanged: 14,
  worksheetDeleted: 15,
  worksheetCalculated: 16,
  worksheetFormatChanged: 18,
  worksheetNameChanged: 25,
  tableSelectionChanged: 100,
  tableChanged: 101,
  tableAdded: 102,
  tableDeleted: 103,
} as const;

export interface ChangeDetails {
  changeType?: string;
  /** `Local`: an edit in this Excel, by the user or by an add-in; `Remote`: by a co-author. */
  source?: 'Local' | 'Remote';
  triggerSource?: 'ThisLocalAddin' | 'Unknown';
  shiftDirection?: string;
  valueBefore?: unknown;
  valueAfter?: unknown;
  valueTypeBefore?: string;
  valueTypeAfter?: string;
}
