import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { onPaneMessage, type PaneMessage } from '../actions/pane-messages';
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
import type { PaneActions } from './office/pane-actions';
import type { Editor } from './office/who-edited';
import { Work, type Busy } from './office/work';

const TABS: readonly Tab<ScreenId>[] = [
  { id: 'set-up', label: 'Set up', icon: 'setUp' },
  { id: 'check', label: 'Check', icon: 'check' },
  { id: 'claims', label: 'Claims', icon: 'claims' },
  { id: 'superbills', label: 'Superbills', icon: 'superbills' },
  { id: 'month-end', label: 'Month end', icon: 'monthEnd' },
  { id: 'help', label: 'Help', icon: 'help' },
];

/** What went wrong and waits for an answer: again, or not. */
interface Problem {
  words: string;
  /** What had the focus before, and has it again once the problem is answered. */
  from: Element | null;
  answer: (again: boolean) => void;
}

/** What a button of the ribbon did, or why it did not; what was put in order when the workbook was read. */
interface News {
  tone: 'good' | 'warn' | 'bad';
  words: string;
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
  const [news, setNews] = useState<News | null>(null);
  const [madeAtOnce, setMadeAtOnce] = useState<Pane['madeAtOnce']>({});
  const chosen = useRef(false);
  const open = useRef<Problem | null>(null);
  const work = useMemo(() => new Work(setBusy), []);

  const answer = (again: boolean): void => {
    const asked = open.current;
    open.current = null;
    setProblem(null);
    if (document.activeElement?.closest('[role=alert]') && asked?.from instanceof HTMLElement)
      asked.from.focus();
    asked?.answer(again);
  };

  const go = (id: ScreenId): void => {
    chosen.current = true;
    setScreen(id);
    setVisited((before) => new Set(before).add(id));
    setNews(null);
    answer(false);
  };

  const act: Pane['act'] = async (what, kind, job) => {
    answer(false);
    const outcome = await work.run(what, kind, job);
    if (outcome.done) return { value: outcome.value };
    const { words } = outcome;
    if (words === null) return null;
    const isAgain = await new Promise<boolean>((resolve) => {
      open.current = { words, from: document.activeElement, answer: resolve };
      setProblem(open.current);
    });
    return isAgain ? act(what, kind, job) : null;
  };

  const reload: Pane['reload'] = async (tried) => {
    const found = await act('Reading the workbook…', 'reading', () => actions.overview(tried));
    if (!found) return;
    setOverview(found.value);
    const notes = found.value.notes.map(({ message }) => message);
    if (notes.length > 0) setNews({ tone: 'warn', words: notes.join(' ') });
    // Who has set up comes to check a month; but nobody is taken from a screen that is already there.
    if (!chosen.current && found.value.remembered.columnsConfirmed) go('check');
    chosen.current = true;
  };

  const makeTablesAgain = async (): Promise<void> => {
    const made = await act('Making tables…', 'writing', (progress) => actions.makeTablesAgain(progress));
    if (made) await reload();
  };

  /** News of the ribbon's buttons. */
  const hear = async (told: PaneMessage): Promise<void> => {
    if (told.kind === 'show' || told.kind === 'undo') {
      go(told.kind === 'show' ? told.screen : 'claims');
      if (told.problem !== undefined) setNews({ tone: 'bad', words: told.problem });
      else if (told.kind === 'undo') setUndoAsked((before) => before + 1);
      return;
    }
    if (told.kind === 'made') {
      go(told.made.report.action);
      const { made } = told;
      setMadeAtOnce((before) => ({ ...before, [made.report.action]: made }));
    } else {
      setUndone((before) => before + 1);
      setNews({ tone: 'good', words: `Taken back: ${told.what}.` });
    }
    await reload();
  };

  useLayoutEffect(() => window.scrollTo(0, 0), [screen]);

  useEffect(() => {
    void reload();
    onPaneMessage((told) => void hear(told));
    let stop: (() => void) | null = null;
    const edited = (editor: Editor): void => {
      const isOwn = editor === 'this-add-in' || (editor === 'unknown' && work.isWriting());
      if (!isOwn) setEdits((before) => before + 1);
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
    madeAtOnce,
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
        {overview && overview.lostTables.length > 0 && (
          <Notice tone="warn" title="Not tables any more">
            <p>
              {overview.lostTables.join(', ')}: Claimsheet reads its own sheets by their tables, and{' '}
              {overview.lostTables.length === 1 ? 'this is an ordinary range' : 'these are ordinary ranges'}{' '}
              now.
            </p>
            <button type="button" onClick={() => void makeTablesAgain()}>
              {overview.lostTables.length === 1 ? 'Make it a table again' : 'Make them tables again'}
            </button>
          </Notice>
        )}
        {news && news.words !== problem?.words && (
          <Notice key={news.words} tone={news.tone}>
            <p dir="auto">{news.words}</p>
            <button type="button" onClick={() => setNews(null)}>
              Close
            </button>
          </Notice>
        )}
        {problem && (
          <Notice tone="bad" takesFocus>
            <p dir="auto">{problem.words}</p>
            <div class="row">
              <button type="button" onClick={() => answer(true)}>
                Try again
              </button>
              <button type="button" onClick={() => answer(false)}>
                Close
              </button>
            </div>
          </Notice>
        )}
        {!pane && !problem && busy !== null && <p class="quiet">Reading the workbook…</p>}
        {!pane && !problem && busy === null && (
          <button type="button" onClick={() => void reload()}>
            Read the workbook
          </button>
        )}
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
      return <MonthEndScreen isShown={isShown} />;
    case 'help':
      return <HelpScreen />;
  }
}
