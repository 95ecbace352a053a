/** Points of US Letter paper, and the margins of a report on it. */
export const MARGINS = { top: 46, bottom: 54, left: 45, right: 45, header: 22, footer: 26 };
const LETTER = { across: 612, down: 792 };

/** Excel prints columns a little wider than it draws them, by the fonts of the printer. */
const ROOM_FOR_FONTS = 0.94;
const ROOM_FOR_ROWS = 0.96;

export interface PageSize {
  /** Percent at which the columns fill the paper's width, at most 100. */
  scale: number;
  /** Points of the sheet that surely stand on one page below each other. */
  capacity: number;
}

/**
 * How a sheet of that width is put on paper. A scale and not Excel's "fit to", because that ignores page breaks
 * (Microsoft Support, "Scale a worksheet").
 */
export function pageSize(orientation: 'Portrait' | 'Landscape', width: number): PageSize {
  const paper = orientation === 'Portrait' ? LETTER : { across: LETTER.down, down: LETTER.across };
  const across = paper.across - MARGINS.left - MARGINS.right;
  const down = paper.down - MARGINS.top - MARGINS.bottom;
  const scale = Math.max(10, Math.min(100, Math.floor((100 * ROOM_FOR_FONTS * across) / width)));
  return { scale, capacity: (down / scale) * 100 * ROOM_FOR_ROWS };
}
