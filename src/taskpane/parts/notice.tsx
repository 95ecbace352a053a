import type { ComponentChildren } from 'preact';
import { Icon } from './icon';

type Tone = 'bad' | 'warn' | 'good' | 'plain';

const ICONS = { bad: 'stop', warn: 'warn', good: 'done', plain: 'note' } as const;
const WORDS = { bad: 'Problem', warn: 'Attention', good: 'Done', plain: 'Note' } as const;

/** A message with its kind in a word and a picture. Bad news interrupts a screen reader, other news waits. */
export function Notice(props: { tone: Tone; title?: string; children: ComponentChildren }) {
  const { tone, title, children } = props;
  return (
    <div class={`notice ${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon name={ICONS[tone]} />
      <div class="grow">
        <strong class="notice-title">{title ?? WORDS[tone]}</strong>
        {children}
      </div>
    </div>
  );
}
