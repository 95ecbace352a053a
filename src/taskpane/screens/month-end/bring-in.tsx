import { useRef, useState } from 'preact/hooks';
import type { AnswersReport } from '../../../actions/answers/prepare-answers';
import type { OpenedFile } from '../../../actions/files/open-file';
import type { ImportReport } from '../../../actions/payments/import-report';
import { keptWords } from '../../model/month/answers-view';
import { monthNames, monthsReceived, postedWords } from '../../model/month/payments-view';
import { listed, monthName } from '../../model/words';
import { Answers } from '../../parts/answers';
import { usePane } from '../../pane-context';
import { Notice } from '../../parts/notice';
import type { Previewed } from '../../office/month-actions';
import { AnswersPreview } from './answers-preview';
import { DoneHere, Refused } from './done-here';
import { tried, useMonth } from './month-context';
import { PaymentsPreview } from './payments-preview';

/** What was opened, and what it would do. */
interface Looked {
  files: readonly OpenedFile[];
  payments: Previewed<ImportReport> | null;
  answers: Previewed<AnswersReport> | null;
}

/** Files that came back: looked at first, then posted or kept. */
export function BringIn() {
  const { act, reload } = usePane();
  const { months, request, done } = useMonth();
  const [looked, setLooked] = useState<Looked | null>(null);
  const [changed, setChanged] = useState(false);
  const [isOver, setIsOver] = useState(false);
  const [elsewhere, setElsewhere] = useState<readonly string[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);

  async function look(open: () => Promise<readonly OpenedFile[]>): Promise<void> {
    const found = await act(
      'Looking into the files…',
      'reading',
      tried(async (): Promise<Looked> => {
        const files = await open();
        const [paid, answered] = byKind(files);
        return {
          files,
          payments: paid.length === 0 ? null : await months.previewPayments(paid, request),
          answers: answered.length === 0 ? null : await months.previewAnswers(answered),
        };
      }),
    );
    if (!found) return;
    setChanged(false);
    setRefused(found.value.ok ? null : found.value.words);
    setLooked(found.value.ok ? found.value.value : null);
  }

  function choose(files: FileList | null): void {
    const chosen = [...(files ?? [])];
    if (input.current) input.current.value = '';
    if (chosen.length > 0) void look(() => months.open(chosen));
  }

  /** Looks at the same files again, with what was answered. */
  async function lookAgain(): Promise<void> {
    if (looked) await lookAtRest(looked.files);
  }

  /** What is left of the files once one kind of them is done. */
  async function lookAtRest(rest: readonly OpenedFile[]): Promise<void> {
    setLooked(null);
    if (rest.length > 0) await look(() => Promise.resolve(rest));
  }

  async function post(): Promise<void> {
    if (!looked?.payments) return;
    const { files, payments } = looked;
    const [paid, answered] = byKind(files);
    const result = await act(
      'Posting the payments…',
      'writing',
      tried((progress) => months.postPayments(paid, request, payments, progress)),
    );
    if (!result) return;
    if (!result.value.ok) return setRefused(result.value.words);
    if (!result.value.value.made) return showNow({ ...looked, payments: result.value.value.now });
    setElsewhere(monthsReceived(payments.report));
    setLooked(null);
    await reload();
    await done({ at: 'bring-in', title: 'Payments posted', words: postedWords(payments.report) });
    await lookAtRest(answered);
  }

  async function keep(): Promise<void> {
    if (!looked?.answers) return;
    const { files, answers } = looked;
    const [paid, answered] = byKind(files);
    const result = await act(
      'Keeping the answers…',
      'writing',
      tried((progress) => months.keepAnswers(answered, answers, progress)),
    );
    if (!result) return;
    if (!result.value.ok) return setRefused(result.value.words);
    if (!result.value.value.made) return showNow({ ...looked, answers: result.value.value.now });
    setElsewhere([]);
    setLooked(null);
    await reload();
    await done({ at: 'bring-in', title: 'Answers kept', words: keptWords(answers.report) });
    await lookAtRest(paid);
  }

  function showNow(now: Looked): void {
    setLooked(now);
    setChanged(true);
  }

  return (
    <section
      class={`card drop ${isOver ? 'over' : ''}`}
      aria-labelledby="bring-in-title"
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        choose(event.dataTransfer?.files ?? null);
      }}
    >
      <h3 id="bring-in-title">Bring in payments and answers</h3>
      <div class="field">
        <label for="bring-in-files">Files from your payer or clearinghouse</label>
        <input
          ref={input}
          id="bring-in-files"
          type="file"
          multiple
          aria-describedby="bring-in-help"
          onChange={({ currentTarget }) => choose(currentTarget.files)}
        />
        <p id="bring-in-help" class="quiet">
          Payment files (835) and the clearinghouse’s answers (999, 277CA, TA1), also several at once. Or drop
          them here. You see first what they would do. They stay on this computer.
        </p>
      </div>
      <Refused words={refused} />
      <DoneHere at="bring-in" />
      {elsewhere.length > 0 && !looked && <OtherMonth months={elsewhere} />}
      {looked && (
        <p class="quiet" dir="auto">
          Read: {listed(looked.files.map(({ name }) => name))}
        </p>
      )}
      {changed && (
        <Notice tone="warn" title="The workbook has changed">
          <p>Nothing was written. This is what would be written now.</p>
        </Notice>
      )}
      {looked?.payments && (
        <Answers after={lookAgain}>
          <PaymentsPreview shown={looked.payments} post={() => void post()} />
        </Answers>
      )}
      {looked?.answers && <AnswersPreview shown={looked.answers} keep={() => void keep()} />}
      {looked && (
        <button type="button" onClick={() => setLooked(null)}>
          Leave these files
        </button>
      )}
    </section>
  );
}

/** Payments belong to the month in which they came, which may be another than the one that is shown. */
function OtherMonth({ months }: { months: readonly string[] }) {
  const { choose, news, request } = useMonth();
  const others = months.filter((month) => month !== request.month);
  if (news?.at !== 'bring-in' || others.length === 0) return null;
  return (
    <>
      <p>They came in {monthNames(months)}, and count there.</p>
      <div class="row">
        {others.map((month) => (
          <button key={month} type="button" class="primary" onClick={() => choose(month)}>
            Show {monthName(month)}
          </button>
        ))}
      </div>
    </>
  );
}

function byKind(files: readonly OpenedFile[]): [OpenedFile[], OpenedFile[]] {
  const paid = files.filter(({ kind }) => kind === 'remittance');
  return [paid, files.filter(({ kind }) => kind === 'answers')];
}
