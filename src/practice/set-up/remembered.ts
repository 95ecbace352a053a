import { MAX_OFFSET, NO_OFFSET, type Offset } from '../../forms/cms1500/overlay/offset';
import type { MappingOverrides } from '../../workbook/sessions/column-mapping';
import { FIELD_NAMES } from '../../workbook/sessions/mapping/field-names';

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
  sending: Sending;
}

/** How claims go out, and how far the printer must move them on the red form. */
export interface Sending {
  /** As an 837P file: what a clearinghouse would refuse is held back. */
  edi: boolean;
  /** On the red form: what it has no room for is held back. */
  paper: boolean;
  offset: Offset;
}

export const NOTHING_REMEMBERED: Remembered = {
  sheet: null,
  columns: {},
  columnsConfirmed: false,
  skipped: [],
  sending: { edi: true, paper: false, offset: NO_OFFSET },
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
  const { sheet, columns, columnsConfirmed, skipped, sending } = value as Record<string, unknown>;
  const named = typeof columns === 'object' && columns !== null ? Object.entries(columns) : [];
  return {
    sheet: typeof sheet === 'string' ? sheet : null,
    columns: Object.fromEntries(
      named.filter(([field, header]) => Object.hasOwn(FIELD_NAMES, field) && typeof header === 'string'),
    ) as MappingOverrides,
    columnsConfirmed: columnsConfirmed === true,
    skipped: Array.isArray(skipped) ? skipped.filter((step) => typeof step === 'string') : [],
    sending: sendingFrom(sending),
  };
}

function sendingFrom(stored: unknown): Sending {
  if (typeof stored !== 'object' || stored === null) return NOTHING_REMEMBERED.sending;
  const { edi, paper, offset } = stored as Record<string, unknown>;
  const { right, down } = (typeof offset === 'object' && offset ? offset : {}) as Record<string, unknown>;
  return {
    edi: edi !== false,
    paper: paper === true,
    offset: { right: pointsFrom(right), down: pointsFrom(down) },
  };
}

function pointsFrom(stored: unknown): number {
  return typeof stored === 'number' && Math.abs(stored) <= MAX_OFFSET ? stored : 0;
}

/** Asks to keep it; it is kept after the next sync. */
export function keepRemembered({ workbook }: Excel.RequestContext, remembered: Remembered): undefined {
  workbook.settings.add(KEY, JSON.stringify(remembered));
}
