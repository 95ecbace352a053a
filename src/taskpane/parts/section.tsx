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
  /** Open until somebody closes it. */
  isOpen?: boolean;
  children: ComponentChildren;
}) {
  const { id, title, aside, isOpen = false, children } = props;
  const [open, setOpen] = useState(remembered.get(id) ?? isOpen);
  return (
    <details
      id={id}
      class="section"
      open={open}
      onToggle={({ currentTarget }) => {
        remembered.set(id, currentTarget.open);
        setOpen(currentTarget.open);
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
