import type { MappingOverrides } from '../../workbook/sessions/column-mapping';

/** What the user said in set-up. Kept in the workbook's settings: names of a sheet and of columns, nothing else. */
export interface Remembered {
  /** The session sheet, where the user chose one. */
  sheet: string | null;
  /** Columns the user named for fields. */
  columns: MappingOverrides;
  /** The user has looked at the columns and found them right. */
  columnsConfirmed: boolean;
  /** Steps of the set-up that the user skipped. */
  skipped: string[];
}

export const NOTHING_REMEMBERED: Remembered = {
  sheet: null,
  columns: {},
  columnsConfirmed: false,
  skipped: [],
};

const KEY = 'Claimsheet.SetUp';

/** Asks for what was remembered; the answer is there after the next sync. */
export function askRemembered(context: Excel.RequestContext): () => Remembered {
  const setting = context.workbook.settings.getItemOrNullObject(KEY).load('value');
  return () => (setting.isNullObject ? NOTHING_REMEMBERED : rememberedFrom(setting.value));
}

/** Stored as JSON text. A file may hold anything under our key: what is not ours is forgotten. */
export function rememberedFrom(stored: unknown): Remembered {
  if (typeof stored !== 'string') return NOTHING_REMEMBERED;
  let value: unknown;
  try {
    value = JSON.parse(stored);
  } catch {
    return NOTHING_REMEMBERED;
  }
  if (typeof value !== 'object' || value === null) return NOTHING_REMEMBERED;
  const { sheet, columns, columnsConfirmed, skipped } = value as Record<string, unknown>;
  const named = typeof columns === 'object' && columns !== null ? Object.entries(columns) : [];
  return {
    sheet: typeof sheet === 'string' ? sheet : null,
    columns: Object.fromEntries(named.filter(([, header]) => typeof header === 'string')) as MappingOverrides,
    columnsConfirmed: columnsConfirmed === true,
    skipped: Array.isArray(skipped) ? skipped.filter((step) => typeof step === 'string') : [],
  };
}

export async function remember(context: Excel.RequestContext, remembered: Remembered): Promise<void> {
  context.workbook.settings.add(KEY, JSON.stringify(remembered));
  await context.sync();
}
