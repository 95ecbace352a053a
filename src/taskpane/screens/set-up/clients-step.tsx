import { useState } from 'preact/hooks';
import type { ClientState } from '../../../actions/overview/missing';
import { counted } from '../../model/words';
import { usePane } from '../../pane-context';
import { FirstTheSheets } from './first-the-sheets';
import { FindingList } from '../../parts/finding-item';

const AT_ONCE = 30;

/** Each client with what the claims to its payer still lack. */
export function ClientsStep() {
  const { overview } = usePane();
  const [shown, setShown] = useState(AT_ONCE);
  const { clients } = overview.missing;
  if (!overview.tables.every(({ exists }) => exists)) return <FirstTheSheets />;
  const lacking = clients.filter(({ missing }) => missing.some(({ severity }) => severity !== 'NOTE'));
  const complete = clients.length - lacking.length;
  return (
    <>
      <p>
        {complete === clients.length
          ? `${counted(clients.length, 'client')}, all complete.`
          : `${counted(complete, 'client')} complete, ${String(lacking.length)} with something missing.`}
      </p>
      {lacking.slice(0, shown).map((client) => (
        <LackingClient key={client.name} client={client} />
      ))}
      {lacking.length > shown && (
        <button type="button" onClick={() => setShown(shown + AT_ONCE)}>
          Show more of {lacking.length - shown}
        </button>
      )}
    </>
  );
}

function LackingClient({ client: { name, payer, missing } }: { client: ClientState }) {
  const lacks = missing.filter(({ severity }) => severity !== 'NOTE');
  return (
    <details class="person">
      <summary>
        <span class="grow">
          <strong dir="auto">{name}</strong>
          <span class="quiet block" dir="auto">
            {counted(lacks.length, 'blank')} for {payer ?? 'a payer'}
          </span>
        </span>
      </summary>
      <FindingList findings={lacks} />
    </details>
  );
}
