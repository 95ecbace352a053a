import { listed } from '../../model/words';
import { usePane } from '../../pane-context';
import { SheetLinks } from '../../parts/sheet-links';

/** Makes the reference sheets that are missing, filled with what the sessions tell. */
export function TablesStep({ done }: { done: () => void }) {
  const { act, actions, overview, reload } = usePane();
  const missing = overview.tables.filter(({ exists }) => !exists).map(({ name }) => name);
  const there = overview.tables.filter(({ exists }) => exists).map(({ name }) => name);

  async function make(): Promise<void> {
    const made = await act('Making the sheets…', 'writing', (progress) =>
      actions.makeTables(overview.remembered, progress),
    );
    if (!made) return;
    await reload();
    done();
  }

  return (
    <>
      {missing.length > 0 && (
        <>
          <p>
            {listed(missing)}: sheets of their own in this workbook, filled with the clients, payers, codes
            and prices found in your sessions. Only blanks are left to type.
          </p>
          <button type="button" class="primary wide" onClick={() => void make()}>
            Make {missing.length === overview.tables.length ? 'the sheets' : 'the missing sheets'}
          </button>
        </>
      )}
      {there.length > 0 && <SheetLinks sheets={there} />}
    </>
  );
}
