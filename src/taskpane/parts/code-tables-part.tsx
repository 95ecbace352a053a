import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';

/** Which editions of the official code tables hold. The tables are loaded when somebody opens it. */
export function CodeTables() {
  const [Part, setPart] = useState<ComponentType | null>(null);
  const [isMissing, setIsMissing] = useState(false);

  async function load(): Promise<void> {
    try {
      const { LoadedCodeTables } = await import(/* webpackChunkName: "code-tables" */ './code-tables');
      setPart(() => LoadedCodeTables);
      setIsMissing(false);
    } catch {
      setIsMissing(true);
    }
  }

  return (
    <details
      onToggle={({ currentTarget }) => {
        if (currentTarget.open && !Part) void load();
      }}
    >
      <summary>Which code tables hold?</summary>
      {Part && <Part />}
      {isMissing && (
        <p>They could not be loaded: look at the connection, then close this and open it again.</p>
      )}
    </details>
  );
}
