import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

const STEP = 10;

/** The first ten of a list, and ten more a click. */
export function ShortList<Item>(props: {
  items: readonly Item[];
  keyOf: (item: Item) => string;
  /** The inside of one list item. */
  show: (item: Item) => ComponentChildren;
  class?: string;
}) {
  const { items, keyOf, show } = props;
  const [shown, setShown] = useState(STEP);
  const list = useRef<HTMLUListElement>(null);
  const rest = items.length - shown;
  useEffect(() => {
    if (shown > STEP) (list.current?.children[shown - STEP] as HTMLElement | undefined)?.focus();
  }, [shown]);
  return (
    <>
      <ul class={`plain ${props.class ?? ''}`} ref={list}>
        {items.slice(0, shown).map((item) => (
          <li key={keyOf(item)} tabIndex={-1}>
            {show(item)}
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" class="subtle" onClick={() => setShown(shown + STEP)}>
          Show {Math.min(rest, STEP)} more <span class="quiet">of {rest}</span>
        </button>
      )}
    </>
  );
}
