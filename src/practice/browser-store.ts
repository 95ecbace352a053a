/** A text that outlives the pane. */
export interface TextStore {
  /** Null where there is none. */
  read(): string | null;
  /** Null forgets it. */
  write(text: string | null): void;
}

/** For a place that keeps nothing, like the command line. */
export const NO_STORE: TextStore = { read: () => null, write: () => undefined };

/**
 * A text in the add-in's own storage in this browser or Excel, apart for each page that embeds it (Office documentation,
 * "Persist add-in state and settings"). Where storage is forbidden or full, nothing is kept, and all else goes on.
 */
export function browserStore(name: string): TextStore {
  const key = (): string => `${Office.context.partitionKey ?? ''}claimsheet.${name}`;
  return {
    read: () => attempt(() => storage()?.getItem(key()) ?? null),
    write: (text) =>
      void attempt(() => {
        if (text === null) storage()?.removeItem(key());
        else storage()?.setItem(key(), text);
        return null;
      }),
  };
}

/** Whether there is such a thing as storage here, allowed or not: a browser that forbids it throws at the name alone. */
export function hasStorage(): boolean {
  try {
    return typeof localStorage !== 'undefined';
  } catch {
    return true;
  }
}

function storage(): Storage | null {
  return hasStorage() ? localStorage : null;
}

function attempt<Value>(work: () => Value | null): Value | null {
  try {
    return work();
  } catch {
    return null;
  }
}
