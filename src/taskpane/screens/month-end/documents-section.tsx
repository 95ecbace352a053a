import { useState } from 'preact/hooks';
import { DOCUMENT_KINDS, type DocumentKind } from '../../../actions/documents/document-plan';
import {
  documentRequest,
  DOCUMENTS,
  type DocumentField,
  type TypedFields,
} from '../../model/month/document-request';
import { usDollars } from '../../../billing/values/cents';
import { daySpan } from '../../model/words';
import { usePane } from '../../pane-context';
import { Choice, Field } from '../../parts/field';
import { Section } from '../../parts/section';
import { DoneHere, Refused } from './done-here';
import { tried, useMonth } from './month-context';

/** Letters and statements on demand: a kind, a client, and what the kind needs. */
export function DocumentsSection() {
  const { act, reload } = usePane();
  const { months, shown, request, done } = useMonth();
  const [kind, setKind] = useState<DocumentKind>('statement');
  const [client, setClient] = useState('');
  const [typed, setTyped] = useState<TypedFields>(new Map());
  const [refused, setRefused] = useState<string | null>(null);
  const { title, about, fields } = DOCUMENTS[kind];

  async function make(event: Event): Promise<void> {
    event.preventDefault();
    const read = documentRequest(kind, client, typed);
    if (!read.ok) return setRefused(read.words);
    const made = await act(
      'Writing the document…',
      'writing',
      tried((progress) => months.makeDocument(read.request, request, progress)),
    );
    if (!made) return;
    if (!made.value.ok) return setRefused(made.value.words);
    setRefused(null);
    const { words, warnings, sheet } = made.value.value;
    await reload();
    await done({ at: 'documents', title: `${title} made`, words, warnings, sheets: [sheet] });
  }

  return (
    <Section id="month-documents" title="Letters and statements">
      <DoneHere at="documents" />
      <form onSubmit={(event) => void make(event)}>
        <Choice
          id="document-kind"
          label="What"
          value={kind}
          help={about}
          type={(value) => {
            setKind(DOCUMENT_KINDS.find((one) => one === value) ?? 'statement');
            setRefused(null);
          }}
        >
          {DOCUMENT_KINDS.map((one) => (
            <option key={one} value={one}>
              {DOCUMENTS[one].title}
            </option>
          ))}
        </Choice>
        <Choice id="document-client" label="For which client" value={client} type={setClient}>
          <option value="">Choose…</option>
          {shown.clients.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </Choice>
        {fields.map((field) => (
          <OneField
            key={field.key}
            field={field}
            client={client}
            value={typed.get(field.key) ?? ''}
            type={(value) => setTyped(new Map(typed).set(field.key, value))}
          />
        ))}
        <Refused words={refused} />
        <button type="submit" class="primary wide">
          Make the {title.toLowerCase()}
        </button>
      </form>
    </Section>
  );
}

function OneField(props: {
  field: DocumentField;
  client: string;
  value: string;
  type: (value: string) => void;
}) {
  const { field, client, value, type } = props;
  const { shown } = useMonth();
  const { key, label, kind, help, inputMode } = field;
  const shared = { id: `document-${key}`, label, value, type, help };
  switch (kind) {
    case 'date':
    case 'text':
      return <Field {...shared} kind={kind} inputMode={inputMode} />;
    case 'payer':
      return (
        <Choice {...shared}>
          <option value="">The client’s own</option>
          {shown.payers.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </Choice>
      );
    case 'account':
      return (
        <Choice {...shared}>
          <option value="">The only one that was denied</option>
          {shown.claims
            .filter((claim) => claim.client === client)
            .map(({ account, from, to, open }) => (
              <option key={account} value={account}>
                {account}, {daySpan(from, to)}, open {usDollars(open)}
              </option>
            ))}
        </Choice>
      );
    case 'services': {
      const codes = shown.codes.map(({ code, words }) => (words === '' ? code : `${code} ${words}`));
      const list = codes.length === 0 ? '' : ` Your fees: ${codes.join(', ')}.`;
      return <Field {...shared} help={`A code with its units: 97124 x 4, 97010 x 1.${list}`} />;
    }
  }
}
