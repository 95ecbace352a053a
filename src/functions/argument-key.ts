import type { CellArgument } from './arguments';

/** Cells of a call that is worth remembering; more of them are rarely asked about twice. */
const MAX_CELLS = 40;

/**
 * A text that tells the arguments of a call from all others, so that equal calls share one answer; null where they hold
 * more than plain values, or too many of them. The shape of a range counts.
 */
export function argumentKey(...given: (CellArgument | CellArgument[][])[]): string | null {
  let key = '';
  let cells = 0;
  for (const argument of given) {
    if (!Array.isArray(argument)) {
      const piece = pieceOf(argument);
      if (piece === null) return null;
      key += piece;
      continue;
    }
    for (const row of argument as CellArgument[][]) {
      for (const cell of row) {
        const piece = pieceOf(cell);
        if (piece === null || ++cells > MAX_CELLS) return null;
        key += piece;
      }
      key += ';';
    }
    key += '|';
  }
  return key;
}

/** Lengths keep two texts from looking like one. */
function pieceOf(cell: CellArgument): string | null {
  switch (typeof cell) {
    case 'string':
      return `s${String(cell.length)}:${cell}`;
    case 'number':
    case 'boolean':
      return `${String(cell)},`;
    case 'undefined':
      return '-';
    default:
      return cell === null ? '-' : null;
  }
}
