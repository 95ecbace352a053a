import { ICON_SHAPES, type IconName } from './icon-shapes';

/** A picture beside words that say the same; screen readers pass it over. */
export function Icon({ name, class: look }: { name: IconName; class?: string }) {
  const { size, path } = ICON_SHAPES[name];
  return (
    <svg
      class={`icon ${look ?? ''}`}
      width={size}
      height={size}
      viewBox={`0 0 ${String(size)} ${String(size)}`}
      aria-hidden="true"
      focusable="false"
    >
      <path d={path} />
    </svg>
  );
}
