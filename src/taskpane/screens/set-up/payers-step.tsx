import { useState } from 'preact/hooks';
import type { PayerState } from '../../../actions/overview/missing';
import type { PresetEntry } from '../../../actions/set-up/fill-preset';
import type { PresetId } from '../../../billing/payers/preset-ids';
import { PAYER_PRESETS } from '../../../billing/payers/presets';
import { counted } from '../../model/words';
import { usePane } from '../../pane-context';
import { FirstTheSheets } from './first-the-sheets';
import { FindingList } from '../../parts/finding-item';

/** Each payer with its kind, a preset for its rules, and what is still missing. */
export function PayersStep() {
  const { overview } = usePane();
  if (!overview.tables.every(({ exists }) => exists)) return <FirstTheSheets />;
  const { payers } = overview.missing;
  return (
    <>
      <p class="quiet">
        A preset fills in what is published about a kind of payer. Limits that nobody published stay empty:
        ask the payer.
      </p>
      {payers.length === 0 && <p>The Payers sheet has no rows yet. Type your payers into it.</p>}
      {payers.map((payer) => (
        <PayerCard key={payer.name} payer={payer} />
      ))}
    </>
  );
}

function PayerCard({ payer }: { payer: PayerState }) {
  const lacks = payer.missing.filter(({ severity }) => severity !== 'NOTE');
  const billing = payer.billing === 'superbill' ? 'the client hands it in' : null;
  return (
    <details class="person">
      <summary>
        <span class="grow">
          <strong dir="auto">{payer.name}</strong>
          <span class="quiet block">
            {[
              payer.kind ?? 'kind not known',
              billing,
              lacks.length > 0 ? counted(lacks.length, 'blank') : 'complete',
            ]
              .filter(Boolean)
              .join(', ')}
          </span>
        </span>
      </summary>
      <PresetForm payer={payer} />
      {lacks.length > 0 && <FindingList findings={lacks} />}
    </details>
  );
}

/** Chooses a preset, shows the cells it would fill with their sources, and fills them. */
function PresetForm({ payer }: { payer: PayerState }) {
  const { act, actions, reload } = usePane();
  const [chosen, setChosen] = useState<PresetId | ''>((payer.suggested ?? '') as PresetId | '');
  const [entries, setEntries] = useState<PresetEntry[] | null>(null);
  const id = `preset-${String(payer.row)}`;
  const preset = PAYER_PRESETS.find((each) => each.id === chosen);

  async function look(): Promise<void> {
    if (chosen === '') return;
    const found = await act('Looking at the row…', 'reading', () => actions.preset(payer.name, chosen));
    setEntries(found?.value ?? null);
  }
  async function fill(): Promise<void> {
    if (!entries) return;
    const filled = await act('Filling in…', 'writing', () => actions.typeInto(entries));
    if (!filled) return;
    setEntries(null);
    await reload();
  }

  return (
    <>
      <div class="field">
        <label for={id}>Preset{payer.suggested === null ? '' : ' (suggested by its name)'}</label>
        <select
          id={id}
          value={chosen}
          onChange={({ currentTarget }) => {
            setChosen(currentTarget.value as PresetId | '');
            setEntries(null);
          }}
        >
          <option value="">Choose a kind of payer</option>
          {PAYER_PRESETS.map((each) => (
            <option key={each.id} value={each.id}>
              {each.title}
            </option>
          ))}
        </select>
      </div>
      {preset?.remarks.map((remark) => (
        <p key={remark} class="quiet">
          {remark}
        </p>
      ))}
      {entries === null ? (
        <button type="button" disabled={chosen === ''} onClick={() => void look()}>
          Show what it fills in
        </button>
      ) : entries.length === 0 ? (
        <p role="status">Nothing: every cell that the preset knows is filled already.</p>
      ) : (
        <div role="status">
          <dl class="entries">
            {entries.map(({ header, value, source }) => (
              <div key={header}>
                <dt>{header}</dt>
                <dd>
                  {value}
                  <span class="quiet block">{source}</span>
                </dd>
              </div>
            ))}
          </dl>
          <button type="button" class="primary" onClick={() => void fill()}>
            Fill in {counted(entries.length, 'cell')}
          </button>
        </div>
      )}
    </>
  );
}
