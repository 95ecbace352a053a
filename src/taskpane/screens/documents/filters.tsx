import { usePane } from '../../pane-context';
import type { DocumentKind, RunRequest } from '../../office/pane-actions';

/** Narrows the month to a payer or a client; the others are left for later. */
export function Filters(props: {
  kind: DocumentKind;
  only: RunRequest['filter'];
  choose: (only: RunRequest['filter']) => void;
}) {
  const { kind, only, choose } = props;
  const { overview } = usePane();
  const payers = overview.missing.payers.map(({ name }) => name);
  const { clients } = overview.sessions;
  const narrowed = [only.payer, only.client].filter((name) => name !== undefined).length;
  return (
    <details class="filters">
      <summary>Only some payers or clients{narrowed > 0 ? ` (${String(narrowed)} chosen)` : ''}</summary>
      <Choice
        id={`${kind}-payer`}
        label="Payer"
        every="Every payer"
        names={payers}
        value={only.payer}
        choose={(payer) => choose({ ...only, payer })}
      />
      <Choice
        id={`${kind}-client`}
        label="Client"
        every="Every client"
        names={clients}
        value={only.client}
        choose={(client) => choose({ ...only, client })}
      />
      <p class="quiet">What you leave out stays for a later run.</p>
    </details>
  );
}

function Choice(props: {
  id: string;
  label: string;
  every: string;
  names: readonly string[];
  value: string | undefined;
  choose: (name: string | undefined) => void;
}) {
  const { id, label, every, names, value, choose } = props;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value ?? ''}
        onChange={({ currentTarget }) => choose(currentTarget.value === '' ? undefined : currentTarget.value)}
      >
        <option value="">{every}</option>
        {names.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
