import type { DocumentsView } from '../../model/documents';

const SHOWN = 5;

/** What will be made: the first few at once, the rest one click away. */
export function MadeList({ title, none, view }: { title: string; none: string; view: DocumentsView }) {
  const first = view.items.slice(0, SHOWN);
  const rest = view.items.slice(SHOWN);
  return (
    <div class="group">
      <h3>{title}</h3>
      {view.summary === null ? <p>{none}</p> : <p class="sum">{view.summary}</p>}
      <Items items={first} />
      {rest.length > 0 && (
        <details>
          <summary>{rest.length} more</summary>
          <Items items={rest} />
        </details>
      )}
    </div>
  );
}

function Items({ items }: { items: DocumentsView['items'] }) {
  return (
    <ul class="plain lines">
      {items.map(({ key, title, detail, amount }) => (
        <li key={key} class="line">
          <span class="grow">
            <strong dir="auto">{title}</strong>
            <span class="quiet block" dir="auto">
              {detail}
            </span>
          </span>
          <span class="amount">{amount}</span>
        </li>
      ))}
    </ul>
  );
}
