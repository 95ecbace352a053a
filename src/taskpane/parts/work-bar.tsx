import type { Busy } from '../office/work';

/** At the foot of the pane: what takes longer than half a second, with a way to stop it. */
export function WorkBar({ busy, cancel }: { busy: Busy | null; cancel: () => void }) {
  const shown = busy?.isSlow ? busy : null;
  return (
    <div class="work" role="status">
      {shown && (
        <div class="work-bar">
          <div class="grow">
            <span id="work-what">{shown.isCancelling ? 'Stopping…' : shown.what}</span>
            {shown.isLate && (
              <span class="quiet block">
                Excel has not answered for half a minute. It may be busy, or a cell is being edited: press
                Enter or Esc there. Nothing that you entered is lost.
              </span>
            )}
            <progress aria-labelledby="work-what" {...(shown.share === null ? {} : { value: shown.share })} />
          </div>
          <button type="button" onClick={cancel} disabled={shown.isCancelling}>
            Cancel
          </button>
        </div>
      )}
    </div>
  );
}
