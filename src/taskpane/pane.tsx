import { render } from 'preact';
import { App } from './app';
import { excelActions } from './office/excel-actions';
import { followTheme } from './office/theme';

/** Office.js sets of calls that writing sheets and tables needs (Table.resize is of ExcelApi 1.13). */
const NEEDED = ['ExcelApi', '1.13'] as const;

const TOO_OLD =
  'This Excel is too old for making claims. Claimsheet needs Excel for Microsoft 365, Excel 2024 or newer, or Excel on the web. Reading and checking may still work.';

/** Fills the page that taskpane.html prepares. */
export function showPane(page: Document): void {
  const root = page.querySelector('#pane');
  if (!root) throw new Error('the page has no place for the pane');
  const isNewEnough = Office.context.requirements.isSetSupported(...NEEDED);
  followTheme(page.documentElement);
  root.replaceChildren();
  render(<App actions={excelActions} tooOld={isNewEnough ? null : TOO_OLD} />, root);
}
