import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

/** What was opened and closed, as long as the pane lives. */
const remembered = new Map<string, boolean>();

/** A part of a screen under a heading, which can be folded away. */
export function Section(props: {
  id: string;
  title: string;
  /** Beside the title: how many, how much. */
  aside?: string | null;
  /** Where nobody has opened or closed it yet. */
  isOpen?: boolean;
  children: ComponentChildren;
}) {
  const { id, title, aside, isOpen = false, children } = props;
  const [chosen, setChosen] = useState(remembered.get(id));
  const open = chosen ?? isOpen;
  return (
    <details
      id={id}
      class="section"
      open={open}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open === open) return;
        remembered.set(id, currentTarget.open);
        setChosen(currentTarget.open);
      }}
    >
      <summary>
        <h3 class="grow">{title}</h3>
        {aside != null && <span class="quiet amount">{aside}</span>}
      </summary>
      <div class="section-body">{children}</div>
    </details>
  );
}
