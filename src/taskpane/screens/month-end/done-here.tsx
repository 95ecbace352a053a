import { usePane } from '../../pane-context';
import { Icon } from '../../parts/icon';
import { Notice } from '../../parts/notice';
import { SheetLinks } from '../../parts/sheet-links';
import { ClaimFiles } from '../documents/claim-files';
import { useMonth, type Place } from './month-context';

/** What was done here last, with a way back. */
export function DoneHere({ at }: { at: Place }) {
  const { askUndo } = usePane();
  const { news } = useMonth();
  if (news?.at !== at) return null;
  return (
    <>
      <Notice key={news.words.join()} tone="good" title={news.title} takesFocus>
        {news.words.map((words) => (
          <p key={words} dir="auto">
            {words}
          </p>
        ))}
        {(news.warnings ?? []).length > 0 && (
          <>
            <p>Look at this first:</p>
            <ul class="bullets">
              {news.warnings?.map((words) => (
                <li key={words} dir="auto">
                  {words}
                </li>
              ))}
            </ul>
          </>
        )}
        {news.sheets && <SheetLinks sheets={news.sheets} />}
        <button type="button" onClick={askUndo}>
          <Icon name="undo" /> Undo
        </button>
      </Notice>
      {news.out && <ClaimFiles out={news.out} />}
    </>
  );
}

/** Why something was not done, beside what was typed. */
export function Refused({ words }: { words: string | null }) {
  if (words === null) return null;
  return (
    <Notice key={words} tone="bad" title="Not written">
      <p dir="auto">{words}</p>
    </Notice>
  );
}
