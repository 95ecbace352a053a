import { useRef } from 'preact/hooks';
import type { IconName } from './icon-shapes';
import { Icon } from './icon';

export interface Tab<Id extends string> {
  id: Id;
  label: string;
  icon: IconName;
}

/** Which tab a key leads to; null for keys that do not move (WAI-ARIA Authoring Practices, tabs). */
export function tabAfter(key: string, at: number, of: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return (at + 1) % of;
    case 'ArrowLeft':
      return (at + of - 1) % of;
    case 'Home':
      return 0;
    case 'End':
      return of - 1;
    default:
      return null;
  }
}

/** The screens by name. One stop for the Tab key; arrow keys go from one to the next. */
export function Tabs<Id extends string>(props: {
  tabs: readonly Tab<Id>[];
  selected: Id;
  select: (id: Id) => void;
}) {
  const { tabs, selected, select } = props;
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const at = tabs.findIndex(({ id }) => id === selected);
    const next = tabAfter(event.key, at, tabs.length);
    const tab = next === null ? undefined : tabs[next];
    if (!tab) return;
    event.preventDefault();
    select(tab.id);
    list.current?.querySelector<HTMLElement>(`#tab-${tab.id}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label="Screens" ref={list} onKeyDown={move}>
      {tabs.map(({ id, label, icon }) => (
        <button
          key={id}
          id={`tab-${id}`}
          class="tab"
          type="button"
          role="tab"
          aria-selected={id === selected}
          aria-controls={`panel-${id}`}
          tabIndex={id === selected ? 0 : -1}
          onClick={() => select(id)}
        >
          <Icon name={icon} />
          <span>{label}</span>
        </button>
      ))}
    </div>
  );
}
