import { useState } from 'preact/hooks';
import type { FormField } from '../../../actions/overview/practice-form';
import { usePane } from '../../pane-context';
import { Icon } from '../../parts/icon';
import { FirstTheSheets } from './first-the-sheets';

/** The form's parts, by the columns of the Practice table. */
const PARTS: readonly { title: string; keys: readonly string[] }[] = [
  {
    title: 'Who bills',
    keys: ['name', 'entity', 'firstName', 'lastName', 'credentials', 'npi', 'taxId', 'taxIdType', 'taxonomy'],
  },
  {
    title: 'Address',
    keys: ['address.street', 'address.city', 'address.state', 'address.zip', 'phone', 'email'],
  },
  {
    title: 'On every claim',
    keys: ['placeOfService', 'acceptsAssignment', 'signatureOnFile'],
  },
  { title: 'License', keys: ['license', 'licenseState', 'licenseExpires'] },
  {
    title: 'If somebody else gives the sessions',
    keys: ['renderingFirstName', 'renderingLastName', 'renderingNpi'],
  },
];

/** The Practice table as a form. What was typed stays until it is saved, whatever happens meanwhile. */
export function PracticeStep({ done }: { done: () => void }) {
  const { act, actions, overview, reload } = usePane();
  const fields = overview.practice;
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map());
  if (fields.length === 0) return <FirstTheSheets />;

  const changed = fields.filter(({ key, value }) => (typed.get(key) ?? value) !== value);

  async function save(event: Event): Promise<void> {
    event.preventDefault();
    const entries = changed.map((field) => ({
      place: field.place,
      column: field,
      value: typed.get(field.key) ?? '',
    }));
    const saved = await act('Saving…', 'writing', () => actions.typeInto(entries));
    if (!saved) return;
    await reload();
    setTyped(new Map());
    done();
  }

  return (
    <form onSubmit={(event) => void save(event)}>
      {PARTS.map(({ title, keys }) => (
        <fieldset key={title}>
          <legend>{title}</legend>
          {fields
            .filter(({ key }) => keys.includes(key))
            .map((field) => (
              <PracticeField
                key={field.key}
                field={field}
                value={typed.get(field.key) ?? field.value}
                type={(value) => setTyped(new Map(typed).set(field.key, value))}
              />
            ))}
        </fieldset>
      ))}
      <button type="submit" class="primary wide" disabled={changed.length === 0}>
        {changed.length === 0 ? 'Saved' : 'Save'}
      </button>
    </form>
  );
}

function PracticeField(props: { field: FormField; value: string; type: (value: string) => void }) {
  const { field, value, type } = props;
  const { overview } = usePane();
  const id = `practice-${field.key}`;
  const fault = overview.missing.practice.find(
    ({ place, severity }) =>
      severity !== 'NOTE' &&
      place?.sheet === field.place.sheet &&
      place.row === field.place.row &&
      place.column === field.place.column,
  );
  const isOpen = fault !== undefined && value === field.value;
  const shared = { id, value, 'aria-describedby': `${id}-help`, 'aria-invalid': isOpen };
  return (
    <div class="field">
      <label for={id}>{field.header}</label>
      {field.choices.length > 0 ? (
        <select {...shared} onChange={({ currentTarget }) => type(currentTarget.value)}>
          <option value="">Not known</option>
          {[...new Set([...field.choices, ...(value === '' ? [] : [value])])].map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...shared}
          type={field.kind === 'day' ? 'date' : 'text'}
          autocomplete="off"
          dir="auto"
          onInput={({ currentTarget }) => type(currentTarget.value)}
        />
      )}
      <p id={`${id}-help`} class="quiet">
        {isOpen && (
          <span class="unsure">
            <Icon name="ask" /> {fault.message}{' '}
          </span>
        )}
        {field.help}
      </p>
    </div>
  );
}
