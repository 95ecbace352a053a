import { useState } from 'preact/hooks';
import type { Sending } from '../../../practice/set-up/remembered';
import { MAX_OFFSET } from '../../../forms/cms1500/overlay/offset';
import { usePane } from '../../pane-context';
import { HandOut } from '../../parts/hand-out';

/** How claims go out; the workbook remembers it. */
export function SendingChoice() {
  const { act, actions, overview, reload } = usePane();
  const { sending } = overview.remembered;
  const [isOpen, setOpen] = useState(false);
  const { edi, paper, offset } = sending;

  async function choose(change: Partial<Sending>): Promise<void> {
    const told = { ...overview.remembered, sending: { ...sending, ...change } };
    if (await act('Remembering…', 'writing', () => actions.remember(told, overview.remembered)))
      await reload();
  }

  const said = [...(edi ? ['837P file'] : []), ...(paper ? ['red form'] : [])];
  return (
    <details class="filters" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>How they go out: {said.length > 0 ? said.join(' and ') : 'neither file nor form'}</summary>
      <Choice
        label="As an 837P file"
        about="What a clearinghouse would refuse is held back."
        checked={edi}
        choose={(on) => choose({ edi: on })}
      />
      <Choice
        label="On the red CMS-1500 form"
        about="What the form has no room for is held back."
        checked={paper}
        choose={(on) => choose({ paper: on })}
      />
      {isOpen && (
        <fieldset>
          <legend>Where the printer prints</legend>
          <p class="quiet">
            Print the test page, hold it against a form, and move everything until it fits. 72 points are an
            inch.
          </p>
          <Points
            id="offset-right"
            label="To the right, points"
            value={offset.right}
            choose={(right) => choose({ offset: { ...offset, right } })}
          />
          <Points
            id="offset-down"
            label="Down, points"
            value={offset.down}
            choose={(down) => choose({ offset: { ...offset, down } })}
          />
          <ul class="plain">
            <HandOut label="test page" type="application/pdf" make={() => actions.testPage(offset)} />
          </ul>
        </fieldset>
      )}
    </details>
  );
}

function Choice(props: {
  label: string;
  about: string;
  checked: boolean;
  choose: (on: boolean) => Promise<void>;
}) {
  const { label, about, checked, choose } = props;
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={checked}
        onChange={({ currentTarget }) => void choose(currentTarget.checked)}
      />
      <span class="grow">
        {label}
        <span class="quiet block">{about}</span>
      </span>
    </label>
  );
}

function Points(props: {
  id: string;
  label: string;
  value: number;
  choose: (points: number) => Promise<void>;
}) {
  const { id, label, value, choose } = props;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="number"
        min={-MAX_OFFSET}
        max={MAX_OFFSET}
        step="0.5"
        value={value}
        onChange={({ currentTarget }) => {
          const points = currentTarget.valueAsNumber;
          if (Number.isFinite(points) && Math.abs(points) <= MAX_OFFSET) void choose(points);
          else currentTarget.value = String(value);
        }}
      />
    </div>
  );
}
