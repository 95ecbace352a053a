import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from './icon';

type Tone = 'bad' | 'warn' | 'good' | 'plain';

const ICONS = { bad: 'stop', warn: 'warn', good: 'done', plain: 'note' } as const;
const WORDS = { bad: 'Problem', warn: 'Attention', good: 'Done', plain: 'Note' } as const;

/** A message with its kind in a word and a picture. Bad news interrupts a screen reader, other news waits. */
export function Notice(props: {
  tone: Tone;
  title?: string;
  /** Comes into sight with the focus: the button that led here is gone or far away. Excel keeps a focus of its own. */
  takesFocus?: boolean;
  children: ComponentChildren;
}) {
  const { tone, title, takesFocus, children } = props;
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!takesFocus) return;
    if (document.hasFocus()) notice.current?.focus();
    else notice.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div class={`notice ${tone}`} role={tone === 'bad' ? 'alert' : 'status'} tabIndex={-1} ref={notice}>
      <Icon name={ICONS[tone]} />
      <div class="grow">
        <strong class="notice-title">{title ?? WORDS[tone]}</strong>
        {children}
      </div>
    </div>
  );
}
