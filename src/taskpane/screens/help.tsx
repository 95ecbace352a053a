import pkg from '../../../package.json';
import { CodeTables } from '../parts/code-tables-part';

const PAGES: readonly (readonly [string, string])[] = [
  ['help/support.html', 'Help and support'],
  ['help/billable-units.html', 'Units in a cell: BILLABLE_UNITS'],
  ['help/check-codes.html', 'Codes checked in a cell: CHECK_CODES'],
  ['help/runs-out.html', 'When the visits run out: RUNS_OUT'],
  ['help/code-for.html', 'The code of a service in a cell: CODE_FOR'],
  ['help/visits-left.html', 'Visits left in a cell: VISITS_LEFT'],
  ['help/privacy.html', 'What is stored where'],
];

/** Where to read more, and the few things that people ask first. */
export function HelpScreen() {
  return (
    <>
      <h2>Help</h2>
      <ul class="plain">
        {PAGES.map(([href, words]) => (
          <li key={href}>
            <a href={href} target="_blank" rel="noopener">
              {words}
            </a>
          </li>
        ))}
      </ul>
      <details>
        <summary>A cell shows #NAME?</summary>
        <p>
          Excel has not loaded the functions yet. Open Claimsheet on the Home tab once, then press Ctrl+Alt+F9
          to calculate again.
        </p>
      </details>
      <details>
        <summary>What happens to my sheets?</summary>
        <p>
          Your sheets are read; only a fix that you press changes one of your cells. Claimsheet writes into
          sheets of its own, and Undo takes each run back. Nothing leaves the workbook.
        </p>
      </details>
      <CodeTables />
      <details>
        <summary>Does a claim without findings get paid?</summary>
        <p>Nobody can say. Claimsheet checks what can be checked from your sheets; the payer decides.</p>
      </details>
      <details>
        <summary>Keyboard</summary>
        <p>
          F6 goes between the sheet and this pane. Tab goes on, the arrow keys change the screen when a tab
          has the focus, Enter or Space presses a button.
        </p>
      </details>
      <p class="quiet">Version {pkg.version}</p>
    </>
  );
}
