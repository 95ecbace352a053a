import { useEffect, useState } from 'preact/hooks';
import type { MadeAtOnce } from '../../actions/ribbon-commands/made-at-once';
import { documentsView, madeSheets, madeWords, type DocumentsReport } from '../model/documents';
import { likelyMonth } from '../../actions/sessions/likely-month';
import { monthName } from '../model/words';
import { usePane } from '../pane-context';
import { MAKE_AGAIN, VANISHED_CLAIMS } from '../../practice/memory/vanished';
import { Answers, type GivenNow } from '../parts/answers';
import { Fixes } from '../parts/fixes';
import { Icon } from '../parts/icon';
import { Notice } from '../parts/notice';
import { MonthPicker } from '../parts/month-picker';
import { SheetLinks } from '../parts/sheet-links';
import type { DocumentKind, RunRequest } from '../office/pane-actions';
import { WhoGetsTheFile } from './documents/who-gets-the-file';
import { ClaimFiles } from './documents/claim-files';
import { Filters } from './documents/filters';
import { ClaimHolds } from './documents/claim-holds';
import { MadeList } from './documents/made-list';
import { PreviewFiles } from './documents/preview-files';
import { SendingChoice } from './documents/sending-choice';

const WORDS = {
  claims: {
    title: 'Claims',
    about: 'For clients whose insurance you bill: CMS-1500 pages and a register.',
    none: 'No new claims in this month.',
  },
  superbills: {
    title: 'Superbills',
    about: 'For clients who pay and hand in themselves: a sheet for each.',
    none: 'No new superbills in this month.',
  },
} as const;

/** Claims and Superbills: choose a month, see what would be made and what not, make it, undo it. */
export function DocumentsScreen({ kind, isShown }: { kind: DocumentKind; isShown: boolean }) {
  const { act, actions, overview, busy, edits, undone, reload, askUndo, ...pane } = usePane();
  const madeAtOnce = pane.madeAtOnce[kind];
  const { months } = overview.sessions;
  const [month, setMonth] = useState(() => likelyMonth(months, new Date()));
  const [filter, setOnly] = useState<RunRequest['filter']>({});
  const [report, setReport] = useState<DocumentsReport | null>(null);
  const [made, setMade] = useState<MadeAtOnce | null>(null);
  const [changed, setChanged] = useState(false);
  const [seen, setSeen] = useState(-1);
  const [answers, setAnswers] = useState<RunRequest['answers']>();

  const chosenMonth = month ?? likelyMonth(months, new Date());
  const request = (narrowed = filter): RunRequest | null =>
    chosenMonth === null
      ? null
      : { month: chosenMonth, filter: narrowed, setUp: overview.remembered, answers };

  async function look(wanted: RunRequest | null): Promise<void> {
    if (!wanted) return;
    setSeen(edits);
    const found = await act('Looking at the month…', 'looking', () => actions.preview(kind, wanted));
    if (!found) return;
    setReport(found.value);
    setChanged(false);
  }

  const key = JSON.stringify([
    chosenMonth,
    filter,
    overview.remembered.columns,
    overview.remembered.sheet,
    overview.remembered.sending,
    [...(answers ?? [])],
  ]);
  useEffect(() => {
    if (!isShown) return;
    setReport(null);
    void look(request());
  }, [isShown, key, undone]);
  useEffect(() => setMade(null), [undone]);
  useEffect(() => {
    if (!madeAtOnce) return;
    setMade(madeAtOnce);
    setMonth(madeAtOnce.report.month);
    if (!isShown) return;
    void look({ month: madeAtOnce.report.month, filter, setUp: overview.remembered });
  }, [madeAtOnce]);

  /** What is to be made again is looked at first; any other answer is kept at once. */
  function takeForLook({ key: question, value }: GivenNow): boolean {
    if (question !== VANISHED_CLAIMS || value !== MAKE_AGAIN) return false;
    setAnswers(new Map([[question, value]]));
    return true;
  }

  async function make(): Promise<void> {
    const wanted = request();
    if (!wanted || !report) return;
    const result = await act('Writing the sheets…', 'writing', (progress) =>
      actions.make(kind, wanted, report, progress),
    );
    if (!result) return;
    if (!result.value.made) {
      setReport(result.value.now);
      setChanged(true);
      return;
    }
    setMade({ report, out: result.value.out });
    setAnswers(undefined);
    await reload();
    await look(wanted);
  }

  const words = WORDS[kind];
  const view = report && documentsView(report);
  const held = made && made.report.tablesMade.length === 0 ? documentsView(made.report).holdSummary : null;
  return (
    <>
      <h2>{words.title}</h2>
      <p class="quiet">{words.about}</p>
      {chosenMonth === null ? (
        <Notice tone="plain">
          <p>There are no sessions to bill yet. Start with Set up.</p>
        </Notice>
      ) : (
        <>
          <MonthPicker id={`${kind}-month`} months={months} month={chosenMonth} choose={setMonth} />
          <Filters kind={kind} only={filter} choose={setOnly} />
          {kind === 'claims' && <SendingChoice />}
          {report?.action === 'claims' && report.submitterAndReceiver && (
            <WhoGetsTheFile
              submitterAndReceiver={report.submitterAndReceiver}
              again={() => look(request())}
            />
          )}
        </>
      )}
      {made && (
        <Notice key={madeSheets(made.report).join()} tone="good" title="Done" takesFocus>
          <p>{madeWords(made.report)}</p>
          {held !== null && <p>Held back: {held}. They are listed below with what to do.</p>}
          <SheetLinks sheets={madeSheets(made.report)} />
          <button type="button" onClick={askUndo}>
            <Icon name="undo" /> Undo
          </button>
        </Notice>
      )}
      {made?.out && <ClaimFiles key={made.out.name} out={made.out} />}
      {changed && (
        <Notice tone="warn" title="The workbook has changed">
          <p>Nothing was written. This is what would be made now.</p>
        </Notice>
      )}
      {!view && busy === null && chosenMonth !== null && (
        <button type="button" onClick={() => void look(request())}>
          Look at the month
        </button>
      )}
      {view && seen !== edits && (
        <p class="row quiet">
          <span>The workbook has changed.</span>
          <button type="button" class="subtle" onClick={() => void look(request())}>
            <Icon name="again" /> Look again
          </button>
        </p>
      )}
      {view && view.tables.length > 0 && (
        <Notice tone="plain" title="First, the reference sheets">
          <p>
            Nothing can be billed without them: {view.tables.join(', ')}. They are filled with what your
            sessions tell; you type the rest.
          </p>
        </Notice>
      )}
      {view && view.tables.length === 0 && (
        <MadeList title={`Will be made for ${monthName(chosenMonth ?? '')}`} none={words.none} view={view} />
      )}
      {view?.makeLabel && (
        <button type="button" class="primary wide" onClick={() => void make()}>
          {view.makeLabel}
        </button>
      )}
      {kind === 'claims' && view !== null && view.items.length > 0 && (
        <PreviewFiles key={key} request={request()} />
      )}
      {view && view.tables.length === 0 && (
        <Answers after={() => look(request())} take={takeForLook}>
          <Fixes after={() => look(request())}>
            <ClaimHolds view={view} />
          </Fixes>
        </Answers>
      )}
      <p class="foot">
        <button type="button" class="subtle" onClick={askUndo}>
          <Icon name="undo" /> Undo the last run…
        </button>
      </p>
    </>
  );
}
