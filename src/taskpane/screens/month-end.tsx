import { SheetLinks } from '../parts/sheet-links';
import { usePane } from '../pane-context';

/** A place for what is to come; says what can be done today. */
export function MonthEndScreen() {
  const { overview } = usePane();
  const isSetUp = overview.tables.some(({ name, exists }) => name === 'Practice' && exists);
  return (
    <>
      <h2>Month end</h2>
      <p>Posting payments and balancing a month are not in this version yet.</p>
      <p class="quiet">
        Until then, the register holds every claim and superbill that was made; type payments and the status
        into its columns, or into columns of your own beside them.
      </p>
      {isSetUp && <SheetLinks sheets={['Claims']} />}
    </>
  );
}
