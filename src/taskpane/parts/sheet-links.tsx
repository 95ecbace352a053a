import { usePane } from '../pane-context';
import { Icon } from './icon';

/** A button for each sheet that shows it in Excel. */
export function SheetLinks({ sheets }: { sheets: readonly string[] }) {
  const { act, actions } = usePane();
  return (
    <ul class="plain">
      {sheets.map((sheet) => (
        <li key={sheet}>
          <button
            type="button"
            class="subtle"
            onClick={() => void act('Going to the sheet…', 'reading', () => actions.showSheet(sheet))}
          >
            <Icon name="sheet" />
            <span class="clip" dir="auto">
              {sheet}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
