import type { ComponentChildren } from 'preact';

interface Shared {
  id: string;
  label: string;
  value: string;
  type: (value: string) => void;
  help?: string | undefined;
}

/** A labelled field of a form: one line, several, or a date. */
export function Field(
  props: Shared & { kind?: 'text' | 'date' | 'long'; inputMode?: 'numeric' | 'decimal' | undefined },
) {
  const { id, label, value, type, help, kind = 'text', inputMode } = props;
  const shared = {
    id,
    value,
    dir: 'auto' as const,
    autocomplete: 'off',
    ...(help === undefined ? {} : { 'aria-describedby': `${id}-help` }),
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {kind === 'long' ? (
        <textarea {...shared} rows={3} onInput={({ currentTarget }) => type(currentTarget.value)} />
      ) : (
        <input
          {...shared}
          type={kind}
          {...(inputMode === undefined ? {} : { inputMode })}
          onInput={({ currentTarget }) => type(currentTarget.value)}
        />
      )}
      <Help id={id} help={help} />
    </div>
  );
}

/** A labelled choice among options. */
export function Choice(props: Shared & { children: ComponentChildren }) {
  const { id, label, value, type, help, children } = props;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        {...(help === undefined ? {} : { 'aria-describedby': `${id}-help` })}
        onChange={({ currentTarget }) => type(currentTarget.value)}
      >
        {children}
      </select>
      <Help id={id} help={help} />
    </div>
  );
}

function Help({ id, help }: { id: string; help: string | undefined }) {
  if (help === undefined) return null;
  return (
    <p id={`${id}-help`} class="quiet">
      {help}
    </p>
  );
}
