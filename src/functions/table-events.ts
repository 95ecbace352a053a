/** Tables by their ids, as they were last read; null for one that the workbook does not have. */
let ids: readonly (string | null)[] = [];
/** The Excel that tells of them; a Desk in tests may be one of several. */
let watchedIn: unknown = null;

export function watchedTables(read: readonly (string | null)[]): void {
  ids = read;
}

/**
 * Calls `forget` when a watched table changes or goes, or when a table comes while one of them is missing; edits of
 * any other table, such as the sessions, are passed over. False where Excel has no such events.
 */
export async function watchTables(context: Excel.RequestContext, forget: () => void): Promise<boolean> {
  if (watchedIn === Excel) return true;
  const { tables } = context.workbook;
  const forgetIf = (isOurs: (id: string) => boolean) => (event: { tableId: string }) => {
    if (isOurs(event.tableId)) forget();
    return Promise.resolve();
  };
  const isRead = (id: string): boolean => ids.includes(id);
  try {
    tables.onChanged.add(forgetIf(isRead));
    tables.onDeleted.add(forgetIf(isRead));
    tables.onAdded.add(forgetIf(() => ids.includes(null)));
    await context.sync();
    watchedIn = Excel;
    return true;
  } catch {
    return false;
  }
}
