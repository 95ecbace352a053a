import { NO_STORE, type EditionStore } from './loaded-editions';

const KEY = 'claimsheet.code-tables';

/**
 * The add-in's own storage in this browser or Excel, apart for each page that embeds it (Office documentation,
 * "Persist add-in state and settings"). Only code tables are kept in it.
 */
export function browserStore(): EditionStore {
  if (typeof localStorage === 'undefined') return NO_STORE;
  const key = `${Office.context.partitionKey ?? ''}${KEY}`;
  return {
    read: () => localStorage.getItem(key),
    write(text) {
      if (text === null) localStorage.removeItem(key);
      else localStorage.setItem(key, text);
    },
  };
}
