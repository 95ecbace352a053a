import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { whenAsked } from '../actions/asked';
import type { Overview } from '../actions/overview/overview';
import { Notice } from './parts/notice';
import { Tabs, type Tab } from './parts/tabs';
import { WorkBar } from './parts/work-bar';
import { PaneContext, type Pane, type ScreenId } from './pane-context';
import { CheckScreen } from './screens/check';
import { DocumentsScreen } from './screens/documents';
import { HelpScreen } from './screens/help';
import { MonthEndScreen } from './screens/month-end';
import { SetUpScreen } from './screens/set-up';
import { UndoCard } from './screens/undo-card';
import type { PaneActions } from './work/pane-actions';
import { Work, type Busy } from './work/work';

const TABS: readonly Tab<ScreenId>[] = [
  { id: 'set-up', label: 'Set up', icon: 'setUp' },
  { id: 'check', label: 'Check', icon: 'check' },
  { id: 'claims', label: 'Claims', icon: 'claims' },
  { id: 'superbills', label: 'Superbills', icon: 'superbills' },
  { id: 'month-end', label: 'Month end', icon: 'monthEnd' },
  { id: 'help', label: 'Help', icon: 'help' },
];

interface Problem {
  words: string;
  again: () => void;
}

/** The pane: its screens as tabs, what is going on, and what went wrong. */
export function App({ actions, tooOld }: { actions: PaneActions; tooOld: string | null }) {
  const [screen, setScreen] = useState<ScreenId>('set-up');
  const [visited, setVisited] = useState<ReadonlySet<ScreenId>>(new Set<ScreenId>(['set-up']));
  const [overview, setOverview] = useState<Overview | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState<Busy | null>(null);
  const [edits, setEdits] = useState(0);
  const [undoAsked, setUndoAsked] = useState(0);
  const [undone, setUndone] = useState(0);
  const chosen = useRef(false);
  const work = useMemo(() => new Work(setBusy), []);

  const go = (id: ScreenId): void => {
    chosen.current = true;
    setScreen(id);
    setVisited((before) => new Set(before).add(id));
    setProblem(null);
  };

  const act: Pane['act'] = async (what, kind, job) => {
    setProblem(null);
    const outcome = await work.run(what, kind, job);
    if (outcome.done) return { value: outcome.value };
    if (outcome.words !== null) {
      setProblem({ words: outcome.words, again: () => void act(what, kind, job) });
    }
    return null;
  };

  const reload: Pane['reload'] = async (tried) => {
    setProblem(null);
    const outcome = await work.run('Reading the workbook…', 'reading', () => actions.overview(tried));
    if (outcome.done) {
      setOverview(outcome.value);
      // Who has set up comes to check a month; but nobody is taken from a screen that is already there.
      if (!chosen.current && outcome.value.remembered.columnsConfirmed) go('check');
      chosen.current = true;
    } else if (outcome.words !== null) {
      setProblem({ words: outcome.words, again: () => void reload(tried) });
    }
  };

  useEffect(() => {
    void reload();
    whenAsked((asked) => {
      if (asked !== 'undo') return go(asked);
      go('claims');
      setUndoAsked((before) => before + 1);
    });
    let stop: (() => void) | null = null;
    const edited = (): void => {
      if (!work.isWriting()) setEdits((before) => before + 1);
    };
    actions.onEdited(edited).then(
      (removes) => (stop = removes),
      () => undefined,
    );
    return () => stop?.();
  }, []);

  const pane: Pane | null = overview && {
    actions,
    overview,
    busy,
    edits,
    undone,
    act,
    reload,
    go,
    askUndo: () => setUndoAsked((before) => before + 1),
  };
  return (
    <>
      <header>
        <div class="brand">
          <img src="assets/icons/claimsheet-32.png" alt="" width="20" height="20" />
          <h1>Claimsheet</h1>
        </div>
        <Tabs tabs={TABS} selected={screen} select={go} />
      </header>
      <main>
        {tooOld !== null && (
          <Notice tone="warn">
            <p>{tooOld}</p>
          </Notice>
        )}
        {overview?.readOnly && (
          <Notice tone="warn" title="Read-only">
            <p>This workbook is open for reading only. Save a copy to keep what Claimsheet makes.</p>
          </Notice>
        )}
        {problem && (
          <Notice tone="bad">
            <p dir="auto">{problem.words}</p>
            <button type="button" onClick={problem.again}>
              Try again
            </button>
          </Notice>
        )}
        {!pane && !problem && <p class="quiet">Reading the workbook…</p>}
        {pane && (
          <PaneContext.Provider value={pane}>
            {undoAsked > 0 && (
              <UndoCard
                key={undoAsked}
                undone={() => setUndone((before) => before + 1)}
                close={() => setUndoAsked(0)}
              />
            )}
            {TABS.map(({ id }) => (
              <section
                key={id}
                id={`panel-${id}`}
                role="tabpanel"
                aria-labelledby={`tab-${id}`}
                tabIndex={-1}
                hidden={id !== screen}
              >
                {visited.has(id) && <Screen id={id} isShown={id === screen} />}
              </section>
            ))}
          </PaneContext.Provider>
        )}
      </main>
      <WorkBar busy={busy} cancel={() => work.cancel()} />
    </>
  );
}

function Screen({ id, isShown }: { id: ScreenId; isShown: boolean }) {
  switch (id) {
    case 'set-up':
      return <SetUpScreen isShown={isShown} />;
    case 'check':
      return <CheckScreen isShown={isShown} />;
    case 'claims':
    case 'superbills':
      return <DocumentsScreen kind={id} isShown={isShown} />;
    case 'month-end':
      return <MonthEndScreen />;
    case 'help':
      return <HelpScreen />;
  }
}
